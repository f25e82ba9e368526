/// Several sets of assumptions side by side, each against the same baseline.
public struct ScenarioComparison: Sendable {
  /// A figure that at least one scenario changes.
  public enum Subject: Hashable, Sendable {
    /// The value of an indicator.
    case value(indicator: Int)
    /// The target of an indicator.
    case target(indicator: Int)
    /// The achievement of an indicator, before the cap.
    case achievement(indicator: Int)
    /// A budget figure of a node.
    case budget(node: Int, quantity: Quantity)
    /// The organisational score.
    case score
  }

  /// One figure in every scenario.
  public struct Row: Hashable, Sendable {
    /// Which figure.
    public var subject: Subject
    /// Without assumptions; `nil` when missing.
    public var base: Double?
    /// In each scenario; `nil` when missing.
    public var values: [Double?]
    /// The predicate without assumptions and in each scenario, for figures that are classed.
    public var predicates: [String?]?
  }

  /// The names, in the order asked for.
  public let names: [String]
  /// The effects of each scenario.
  public let effects: [WhatIfEffects]
  /// The figures, inputs before what is computed from them.
  public let rows: [Row]

  /// Compares scenarios in a context.
  ///
  /// - Throws: A problem that names the scenario whose assumptions cannot be used.
  public init(_ scenarios: [Scenario], model: FormulaModel, in context: Context) throws(Problem) {
    names = scenarios.map(\.name)
    var effects: [WhatIfEffects] = []
    for scenario in scenarios {
      do {
        let assumptions = try scenario.assumptions.resolved(in: model)
        effects.append(WhatIfEffects(model, in: context, assuming: assumptions))
      } catch {
        throw Problem(
          "skenario \(scenario.name): \(error.message)", kind: error.kind, place: error.place,
          expected: error.expected, suggestions: error.suggestions)
      }
    }
    self.effects = effects
    let builder = RowBuilder(model: model, context: context, effects: effects)
    rows = builder.rows()
  }
}

/// Gathers the rows of a comparison.
private struct RowBuilder {
  typealias Row = ScenarioComparison.Row
  let model: FormulaModel
  let context: Context
  let effects: [WhatIfEffects]

  func rows() -> [Row] {
    var rows: [Row] = []
    let changed = Set(effects.flatMap { $0.rows.map(\.indicator) })
    for index in model.graphs[context.dataset].order where changed.contains(index) {
      rows += self.rows(ofIndicator: index)
    }
    rows += budgetRows()
    let scores = effects.map { $0.scoreAfter.value.value }
    let base = effects.first?.scoreBefore.value.value
    if scores.contains(where: { $0 != base }) {
      let labels = [effects.first?.scoreBefore] + effects.map(\.scoreAfter)
      rows.append(
        Row(
          subject: .score, base: base, values: scores,
          predicates: labels.map { $0?.classification?.predicate?.label }))
    }
    return rows
  }

  private func rows(ofIndicator index: Int) -> [Row] {
    let found = effects.map { effect in effect.rows.first { $0.indicator == index } }
    guard let base = found.compactMap({ $0 }).first?.before else { return [] }
    let sides = found.map { $0?.after ?? base }
    func row(
      _ subject: ScenarioComparison.Subject, _ read: (WhatIfEffects.Measure) -> Double?,
      _ label: ((WhatIfEffects.Measure) -> String?)? = nil
    ) -> Row? {
      let values = sides.map(read)
      guard values.contains(where: { $0 != read(base) }) else { return nil }
      return Row(
        subject: subject, base: read(base), values: values, predicates: label.map { ([base] + sides).map($0) }
      )
    }
    let hasScale = ([base] + sides).contains { $0.valueClass != nil }
    return [
      row(.value(indicator: index), \.value.number, hasScale ? { $0.valueClass?.predicate?.label } : nil),
      row(.target(indicator: index), \.target.number),
      row(.achievement(indicator: index), \.achievement.number) { $0.achievementClass?.predicate?.label },
    ].compactMap { $0 }
  }

  private func budgetRows() -> [Row] {
    var rows: [Row] = []
    let subjects = effects.flatMap { $0.budgets.map { ($0.node, $0.quantity) } }
    for node in model.catalogue(of: context).nodes.indices where subjects.contains(where: { $0.0 == node }) {
      for quantity in Quantity.allCases where subjects.contains(where: { $0 == (node, quantity) }) {
        let found = effects.map { $0.budgets.first { $0.node == node && $0.quantity == quantity } }
        let base = found.compactMap { $0 }.first?.before.number
        rows.append(
          Row(
            subject: .budget(node: node, quantity: quantity), base: base,
            values: found.map { $0.map(\.after.number) ?? base }))
      }
    }
    return rows
  }
}
