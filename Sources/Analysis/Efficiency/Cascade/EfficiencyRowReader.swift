/// Reads the rows of a table of efficiency node by node.
struct EfficiencyRowReader {
  let context: Context
  let budgets: CascadeBudgets
  private var achievements: [Int: Measured] = [:]

  init(context: Context, budgets: CascadeBudgets) {
    self.context = context
    self.budgets = budgets
  }

  /// The row of a node; `nil` when it has neither an achievement nor a budget.
  mutating func row(_ node: Int, evaluator: inout Evaluator) -> EfficiencyRow? {
    let model = evaluator.model
    let catalogue = model.catalogue(of: context)
    let entry = budgets.entries[node]
    let figures = EfficiencyFigures(
      achievement: achievement(of: node, evaluator: &evaluator), ceiling: entry.ceiling,
      spending: entry.spending)
    guard figures.achievement.value != nil || !entry.isEmpty else { return nil }
    var measured: [Int] = []
    for indicator in catalogue.indicators(of: node)
    where evaluator.value(.achievement, of: .indicator(indicator)).number != nil {
      measured.append(indicator)
    }
    var flags = EfficiencyFlag.own(figures)
    if missesOutcome(node, figures, catalogue, evaluator: &evaluator) { flags.append(.outputWithoutOutcome) }
    if isConflicting(node, model) { flags.append(.conflicting) }
    return EfficiencyRow(
      node: node, depth: 0, indicators: measured, figures: figures,
      ceilingSource: model.source(of: FigureKey(.ceiling, of: .node(node), in: context)),
      spendingSource: model.source(of: FigureKey(.spending, of: .node(node), in: context)),
      remainderShare: .missing(""), output: output(of: measured, catalogue, evaluator: &evaluator),
      flags: flags)
  }

  private mutating func achievement(of node: Int, evaluator: inout Evaluator) -> Measured {
    if let known = achievements[node] { return known }
    let value = evaluator.value(.achievement, of: .node(node)).measured
    achievements[node] = value
    return value
  }

  /// Whether the outcome misses its target while every measured output below it is reached.
  private mutating func missesOutcome(
    _ node: Int, _ figures: EfficiencyFigures, _ catalogue: Catalogue, evaluator: inout Evaluator
  ) -> Bool {
    guard catalogue.nodes[node].level <= .programme, let own = figures.achievement.value, own < 100 else {
      return false
    }
    var pending = catalogue.children(of: node)
    var isMeasured = false
    while let next = pending.popLast() {
      pending += catalogue.children(of: next)
      guard catalogue.nodes[next].level > .programme,
        let output = achievement(of: next, evaluator: &evaluator).value
      else { continue }
      if output < 100 { return false }
      isMeasured = true
    }
    return isMeasured
  }

  /// Whether rows of the dataset state the ceiling or the spending differently.
  private func isConflicting(_ node: Int, _ model: FormulaModel) -> Bool {
    let facts = model.dataset(of: context).budgets
    let rows = facts.rows(context.key(node))
    return [FactTable.Measure.planned, .actual].contains { measure in
      let values = rows.map { facts.value(measure, row: Int($0)) }.filter { !$0.isNaN }
      return values.contains { $0 != values.first }
    }
  }

  /// What the only measured indicator counts; rates and scores are no output.
  private func output(
    of measured: [Int], _ catalogue: Catalogue, evaluator: inout Evaluator
  ) -> EfficiencyRow.Output? {
    guard measured.count == 1, let indicator = measured.first else { return nil }
    let measure = catalogue.indicators[indicator].measure
    guard !["", "nilai", "indeks", "persen", "%"].contains(measure.lowercased()),
      let amount = evaluator.value(of: .indicator(indicator)).number
    else { return nil }
    return EfficiencyRow.Output(indicator: indicator, amount: amount, measure: measure)
  }
}
