import Analysis

extension SessionState {
  /// The context that options `unit`, `tahun` and `periode` ask for.
  func context(from arguments: Arguments) throws(Problem) -> Context {
    var context = try context(ofUnitIn: arguments)
    if let year = arguments.year() { context.year = year }
    if let period = try period(in: arguments, dataset: context.dataset) { context.period = period }
    return context
  }

  /// The context with the unit that an option `unit` asks for; other options are left alone.
  func context(ofUnitIn arguments: Arguments) throws(Problem) -> Context {
    let context = try requireContext()
    guard let value = arguments.option("unit") else { return context }
    let reference = try arguments.at(value) { () throws(Problem) in
      try workspace.resolveUnit(value.text, preferring: context.dataset)
    }
    return moved(context, to: reference)
  }

  /// The period that an option `periode` asks for; `nil` when it is not given.
  func period(in arguments: Arguments, dataset: Int) throws(Problem) -> Int16? {
    guard let value = arguments.option("periode") else { return nil }
    return try arguments.at(value) { () throws(Problem) in try resolvePeriod(value.text, in: dataset) }
  }

  /// The units that an option `unit=A,B` or `unit=semua` asks for; the context's unit when it is not given.
  func units(from arguments: Arguments) throws(Problem) -> [Workspace.UnitReference] {
    let context = try requireContext()
    guard let value = arguments.option("unit") else {
      return [Workspace.UnitReference(dataset: context.dataset, unit: context.unit)]
    }
    if ["semua", "all"].contains(value.text.lowercased()) { return workspace.mainUnits }
    var found: [Workspace.UnitReference] = []
    for name in value.text.split(separator: ",") {
      let reference = try arguments.at(value) { () throws(Problem) in
        try workspace.resolveUnit(String(name).trimmed, preferring: context.dataset)
      }
      if !found.contains(reference) { found.append(reference) }
    }
    return found
  }

  /// The same context at another unit; the period is kept by name where the other dataset has it.
  func moved(_ context: Context, to reference: Workspace.UnitReference) -> Context {
    guard reference.dataset != context.dataset else {
      return Context(
        dataset: context.dataset, unit: reference.unit, year: context.year, period: context.period)
    }
    let name = dataset(of: context).periods[Int32(context.period)]
    let period = workspace.datasets[reference.dataset].periods.number(of: name) ?? 0
    return Context(
      dataset: reference.dataset, unit: reference.unit, year: context.year, period: Int16(period))
  }

  /// A period by its name or an unambiguous part of it; empty text and `setahun` mean the whole year.
  func resolvePeriod(_ text: String, in dataset: Int) throws(Problem) -> Int16 {
    let folded = text.lowercased()
    if folded.isEmpty || folded == "setahun" { return 0 }
    let names = workspace.datasets[dataset].periods.texts
    if let exact = names.firstIndex(where: { $0.lowercased() == folded }) { return Int16(exact) }
    let found = names.indices.filter { names[$0].lowercased().contains(folded) }
    if found.count == 1 { return Int16(found[0]) }
    throw Problem(
      found.isEmpty
        ? "periode “\(text)” tidak ada dalam data" : "periode “\(text)” dapat berarti beberapa periode",
      expected: "salah satu dari setahun, \(names.dropFirst().joined(separator: ", "))",
      suggestions: found.isEmpty ? Suggestion.nearest(to: text, among: names) : found.map { names[$0] })
  }

  /// What typed codes name; a pattern `IKM.*` gives its components, a node is kept as it is.
  func subjects(_ values: [Arguments.Value], arguments: Arguments, in context: Context) throws(Problem)
    -> [Catalogue.Subject]
  {
    let catalogue = dataset(of: context).catalogue
    var found: [Catalogue.Subject] = []
    for value in values {
      let subjects = try arguments.at(value) { () throws(Problem) in
        try Self.subjects(value.text, in: catalogue)
      }
      for subject in subjects where !found.contains(subject) { found.append(subject) }
    }
    return found
  }

  private static func subjects(_ text: String, in catalogue: Catalogue) throws(Problem) -> [Catalogue.Subject]
  {
    guard text.hasSuffix(".*") else { return [try catalogue.resolve(text)] }
    let parent = String(text.dropLast(2))
    let found = catalogue.subjects(of: Reference(parent, isPattern: true))
    guard found.isEmpty else { return found }
    _ = try catalogue.resolve(parent)
    throw Problem("“\(parent)” tidak mempunyai komponen", expected: "kode yang mempunyai komponen")
  }

  /// Indicators that typed codes name; a node stands for the indicators that measure it.
  func indicators(_ values: [Arguments.Value], arguments: Arguments, in context: Context) throws(Problem)
    -> [Int]
  {
    let catalogue = dataset(of: context).catalogue
    var found: [Int] = []
    for subject in try subjects(values, arguments: arguments, in: context) {
      switch subject {
      case .indicator(let index): found.append(index)
      case .node(let index): found.append(contentsOf: catalogue.indicators(of: index))
      }
    }
    var seen: Set<Int> = []
    return found.filter { seen.insert($0).inserted }
  }
}
