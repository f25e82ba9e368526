/// A figure computed from a row that contradicts the one in use.
struct OtherRowGuess: CauseGuess {
  /// How many combinations of other rows are tried.
  private static let limit = 64

  func causes(of doubt: ClaimDoubt, _ desk: inout CauseDesk) -> [String] {
    let inputs = stored(doubt.expression, desk)
    let choices = inputs.map { alternatives(of: $0, desk) }
    guard choices.contains(where: { !$0.isEmpty }) else { return [] }
    var found: [String] = []
    for combination in Self.combinations(choices) where found.isEmpty {
      let picked = zip(inputs, combination).compactMap { input, choice in choice.map { (input, $0) } }
      let changes = picked.map { input, row in
        Assumption(Reference(desk.model.code(of: input), quantity: input.quantity), .set, row.value)
      }
      guard doubt.isReproduced(by: desk.value(of: doubt.expression, assuming: changes)) else { continue }
      let texts = picked.map { input, row in
        "\(input.quantity.name) \(desk.model.code(of: input)) = \(doubt.shown(row.value)) (\(row.place))"
      }
      found.append("memakai baris yang bertentangan: \(texts.joined(separator: ", "))")
    }
    return found
  }

  private struct Row {
    var value: Double
    var place: String
  }

  /// The stored figures that a formula of the context's own unit and year rests on.
  private func stored(_ expression: Expression, _ desk: CauseDesk) -> [FigureKey] {
    var found: [FigureKey] = []
    var pending = expression.references.filter { $0.isInContext && !$0.isPattern }
      .flatMap { (try? desk.model.figures(of: $0, in: desk.context)) ?? [] }
    while let figure = pending.popLast(), found.count < 6 {
      let parts = desk.model.parts(of: figure)
      if parts.isEmpty || desk.model.source(of: figure) != nil {
        if !found.contains(figure) { found.append(figure) }
      } else {
        pending.append(contentsOf: parts)
      }
    }
    return found
  }

  private func alternatives(of figure: FigureKey, _ desk: CauseDesk) -> [Row] {
    let isBudget = figure.quantity == .ceiling || figure.quantity == .spending
    let measure: FactTable.Measure =
      figure.quantity == .realization || figure.quantity == .spending
      ? .actual : .planned
    let facts = isBudget ? desk.dataset.budgets : desk.dataset.performance
    let subject: Int
    switch figure.subject {
    case .indicator(let index): subject = index
    case .node(let index): subject = index
    }
    let key = figure.context.key(subject)
    let used = facts.entry(measure, key)?.value
    var found: [Row] = []
    for row in facts.rows(key) {
      let value = facts.value(measure, row: Int(row))
      if value.isNaN || value == used || found.contains(where: { $0.value == value }) { continue }
      let table = isBudget ? "anggaran" : "kinerja"
      found.append(Row(value: value, place: "\(table) baris \(facts.fileLines[Int(row)])"))
    }
    return found
  }

  /// Every way to take other rows for some of the inputs, single ones first.
  private static func combinations(_ choices: [[Row]]) -> [[Row?]] {
    var all: [[Row?]] = [[]]
    for options in choices {
      all = all.flatMap { start in [start + [nil]] + options.map { start + [$0] } }
      if all.count > limit { all = Array(all.prefix(limit)) }
    }
    let changed = all.filter { $0.contains { $0 != nil } }
    return changed.filter { $0.count { $0 != nil } == 1 } + changed.filter { $0.count { $0 != nil } > 1 }
  }
}
