import Analysis

/// The efficiency frontier among units: reads the inputs and outputs, and has them compared.
struct FrontierQuestion {
  private let state: SessionState
  private let arguments: Arguments
  private let contexts: [Context]
  private let inputs: [FrontierQuantity]
  private let outputs: [FrontierQuantity]
  private let orientation: FrontierModel.Orientation

  /// Reads the options.
  ///
  /// - Throws: A usage problem placed in the line when an input or output cannot be read.
  init(_ arguments: Arguments, state: SessionState) throws(Problem) {
    self.state = state
    self.arguments = arguments
    if let code = arguments.values("KODE").first {
      throw arguments.locate(
        Problem(
          "metode=dea membandingkan unit, bukan simpul", expected: "misalnya masukan=belanja(\(code.text))"),
        at: code)
    }
    inputs = try Self.quantities("masukan", arguments, standard: [.spending])
    outputs = try Self.quantities("keluaran", arguments, standard: [.achievement])
    orientation = arguments.option("arah").flatMap { .init(rawValue: $0.text.lowercased()) } ?? .input
    contexts = try EfficiencyQuestion.contexts(
      arguments, units: try Self.units(arguments, state), state: state)
  }

  /// The units asked for; every unit with a budget when none or all are.
  private static func units(
    _ arguments: Arguments, _ state: SessionState
  ) throws(Problem) -> [Workspace.UnitReference] {
    if let value = arguments.option("unit"), !["semua", "all"].contains(value.text.lowercased()) {
      return try state.units(from: arguments)
    }
    _ = try state.requireContext()
    var seen: Set<String> = []
    var found: [Workspace.UnitReference] = []
    for (index, dataset) in state.workspace.datasets.enumerated() {
      let budgeted = Set(dataset.budgets.units)
      for unit in budgeted.sorted() where seen.insert(dataset.units[unit]).inserted {
        found.append(Workspace.UnitReference(dataset: index, unit: unit))
      }
    }
    return found
  }

  private static func quantities(
    _ key: String, _ arguments: Arguments, standard: [FrontierQuantity]
  ) throws(Problem) -> [FrontierQuantity] {
    guard let value = arguments.option(key) else { return standard }
    return try arguments.at(value) { () throws(Problem) in
      var found: [FrontierQuantity] = []
      for part in split(value.text) {
        let quantity = try quantity(part, key)
        if !found.contains(quantity) { found.append(quantity) }
      }
      return found
    }
  }

  private static func quantity(_ text: String, _ key: String) throws(Problem) -> FrontierQuantity {
    do {
      return try FrontierQuantity(text)
    } catch {
      throw Problem(
        "\(key) “\(text)” tidak dimengerti: \(error.message)",
        expected: "\(FrontierQuantity.words.joined(separator: ", ")), atau rumus seperti belanja(P01)",
        suggestions: Suggestion.nearest(to: text, among: FrontierQuantity.words))
    }
  }

  /// The parts between commas outside brackets.
  private static func split(_ text: String) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == ",", depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    return parts.map(\.trimmed)
  }

  // MARK: - Answering

  /// The share of the progress bar that reading the figures takes.
  private static let readingShare = 0.2

  /// Reads, solves, and reports; asks now and then whether to stop.
  ///
  /// - Throws: A problem of kind `interrupted` after Ctrl-C; a data problem when fewer than two units have every
  ///   figure.
  func answer(surroundings: Surroundings) throws(Problem) -> Output {
    let progress = surroundings.progress
    let isInterrupted = surroundings.isInterrupted
    try checkCodes()
    let resources = state.workspace.datasets.map { ResourceIndex($0) }
    var kept: [Context] = []
    var rows: [[Double]] = []
    var warnings: [String] = []
    var dropped = 0
    for (index, context) in contexts.enumerated() {
      if isInterrupted() { throw FrontierAnalysis.interrupted }
      if index % 64 == 0 {
        progress(Self.readingShare * Double(index) / Double(contexts.count), "membaca unit")
      }
      var evaluator = try state.evaluator(in: context)
      var values: [Double] = []
      for quantity in inputs + outputs {
        let value = quantity.value(&evaluator, resources: resources[context.dataset])
        if let number = value.value {
          values.append(number)
        } else {
          dropped += 1
          if dropped <= 5 {
            warnings.append(
              "\(state.describe(context)) tidak dibandingkan: \(quantity.name) kosong (\(value.reason))")
          }
          break
        }
      }
      guard values.count == inputs.count + outputs.count else { continue }
      kept.append(context)
      rows.append(values)
    }
    if dropped > 5 {
      warnings.append("\(dropped - 5) unit lain juga tidak dibandingkan karena datanya kosong")
    }
    let units = try frontierUnits(kept, rows, warnings)
    let report = try solve(units, progress: progress, isInterrupted: isInterrupted)
    if let warning = report.warning { warnings.append(warning) }
    return FrontierAnswer(
      report: report, units: units, contexts: kept, state: state, warnings: warnings
    ).output
  }

  /// A code that no unit's catalogue knows is a slip; one that only some know leaves the others out.
  private func checkCodes() throws(Problem) {
    let model = try state.requireModel()
    for (key, quantities) in [("masukan", inputs), ("keluaran", outputs)] {
      guard let value = arguments.option(key) else { continue }
      for case .formula(let text) in quantities {
        let expression = try Expression(parsing: text)
        guard let failure = firstFailure(of: expression, text, model) else { continue }
        throw Problem(
          "\(key) “\(text)” tidak dimengerti: \(failure.message)",
          place: .text(arguments.line, range: value.range),
          expected: "\(FrontierQuantity.words.joined(separator: ", ")), atau rumus seperti belanja(P01)",
          suggestions: Suggestion.nearest(to: text, among: FrontierQuantity.words) + failure.suggestions)
      }
    }
  }

  /// Why a formula cannot be read in any of the datasets; `nil` when one of them knows all its codes.
  private func firstFailure(of expression: Expression, _ text: String, _ model: FormulaModel) -> Problem? {
    var failure: Problem?
    for dataset in Set(contexts.map(\.dataset)).sorted() {
      guard let context = contexts.first(where: { $0.dataset == dataset }) else { continue }
      do {
        try model.checkNames(of: expression, source: text, in: context)
        return nil
      } catch {
        failure = failure ?? error
      }
    }
    return failure
  }

  private func frontierUnits(
    _ kept: [Context], _ rows: [[Double]], _ warnings: [String]
  ) throws(Problem) -> FrontierUnits {
    guard kept.count >= 2 else {
      throw Problem(
        "analisis garis depan membandingkan unit, tetapi hanya \(kept.count) unit yang datanya lengkap"
          + (warnings.isEmpty ? "" : " (\(warnings.joined(separator: "; ")))"), kind: .data,
        expected: "sedikitnya dua unit; muat dataset lain atau pilih masukan dan keluaran lain")
    }
    let years = Set(kept.map(\.year))
    let names = kept.map { years.count > 1 ? "\(state.unitName($0)) \($0.year)" : state.unitName($0) }
    func measure(_ quantity: FrontierQuantity, _ column: Int) -> FrontierMeasure {
      FrontierMeasure(quantity.name, rows.map { $0[column] })
    }
    return try FrontierUnits(
      names: names, inputs: inputs.enumerated().map { measure($1, $0) },
      outputs: outputs.enumerated().map { measure($1, inputs.count + $0) })
  }

  private func solve(
    _ units: FrontierUnits, progress: @escaping @Sendable (Double, String) -> Void,
    isInterrupted: @escaping @Sendable () -> Bool
  ) throws(Problem) -> FrontierReport {
    do {
      return try FrontierAnalysis(units, isCancelled: isInterrupted).report(
        orientation,
        progress: { done, total in
          let part = Self.readingShare + (1 - Self.readingShare) * Double(done) / Double(max(total, 1))
          progress(
            part,
            "menghitung garis depan: \(NumberStyle.count.text(Double(done))) dari \(NumberStyle.count.text(Double(total))) unit"
          )
        }, isCancelled: isInterrupted)
    } catch let problem as Problem {
      throw problem
    } catch {
      throw Problem("analisis garis depan gagal: \(error)", kind: .system)
    }
  }
}
