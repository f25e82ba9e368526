import Analysis

/// Everything that answers depend on, as a value: undoing a step puts an earlier one back.
struct SessionState: Sendable {
  /// The datasets loaded.
  var workspace = Workspace()
  /// Unit, year and period asked about; `nil` before anything is loaded.
  var context: Context?
  /// The rule set chosen with `atur aturan=…`; `nil` follows the dataset.
  var ruleSetName: String?

  /// The context, or a problem that says how to get one.
  func requireContext() throws(Problem) -> Context {
    if let context { return context }
    throw Problem(
      "belum ada data yang dimuat", kind: .data, expected: "muat dahulu sebuah dataset",
      suggestions: ["muat notebooks/data/plandaan"])
  }

  /// The dataset of a context.
  func dataset(of context: Context) -> Dataset { workspace.datasets[context.dataset] }

  /// The rules in force for a context.
  func ruleSet(for context: Context) throws(Problem) -> RuleSet {
    try RuleBook.ruleSet(ruleSetName, settings: dataset(of: context).settings)
  }

  /// The context that options `unit`, `tahun` and `periode` ask for.
  func context(from arguments: Arguments) throws(Problem) -> Context {
    var context = try requireContext()
    if let value = arguments.option("unit") {
      let reference = try arguments.at(value) { () throws(Problem) in
        try workspace.resolveUnit(value.text, preferring: context.dataset)
      }
      context = moved(context, to: reference)
    }
    if let year = arguments.year() { context.year = year }
    if let value = arguments.option("periode") {
      context.period = try arguments.at(value) { () throws(Problem) in
        try resolvePeriod(value.text, in: context.dataset)
      }
    }
    return context
  }

  /// The same context at another unit; the period is kept by name where the other dataset has it.
  func moved(_ context: Context, to reference: Workspace.UnitReference) -> Context {
    guard reference.dataset != context.dataset else {
      return Context(dataset: context.dataset, unit: reference.unit, year: context.year, period: context.period)
    }
    let name = dataset(of: context).periods[Int32(context.period)]
    let period = workspace.datasets[reference.dataset].periods.number(of: name) ?? 0
    return Context(dataset: reference.dataset, unit: reference.unit, year: context.year, period: Int16(period))
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
      found.isEmpty ? "periode “\(text)” tidak ada dalam data" : "periode “\(text)” dapat berarti beberapa periode",
      expected: "salah satu dari setahun, \(names.dropFirst().joined(separator: ", "))",
      suggestions: found.isEmpty ? Suggestion.nearest(to: text, among: names) : found.map { names[$0] })
  }

  /// The name of a context's unit.
  func unitName(_ context: Context) -> String { dataset(of: context).units[context.unit] }

  /// The name of a context's period; empty for the whole year.
  func periodName(_ context: Context) -> String { dataset(of: context).periods[Int32(context.period)] }

  /// A context in words: `Kecamatan Plandaan, 2025` or `Kecamatan Plandaan, 2025 (TB IV)`.
  func describe(_ context: Context) -> String {
    let period = periodName(context)
    return "\(unitName(context)), \(context.year)" + (period.isEmpty ? "" : " (\(period))")
  }
}
