/// What assumptions change in one context: every figure downstream, before and after.
public struct WhatIfEffects: Sendable {
  /// An indicator before or after.
  public struct Measure: Hashable, Sendable {
    /// The official value, or what follows from the assumptions.
    public var value: Value
    /// The target.
    public var target: Value
    /// Achievement in percent before the cap.
    public var achievement: Value
    /// Achievement after the cap; `nil` when missing.
    public var limited: Double?
    /// The class of the capped achievement; `nil` when missing.
    public var achievementClass: Scale.Classification?
    /// The class of the value on the indicator's own scale; `nil` when it has none.
    public var valueClass: Scale.Classification?
  }

  /// One indicator that changes, or is assumed.
  public struct Row: Hashable, Sendable {
    /// Index in the catalogue.
    public var indicator: Int
    /// Whether something is supposed of it directly.
    public var isAssumed: Bool
    /// Without the assumptions.
    public var before: Measure
    /// With the assumptions.
    public var after: Measure
    /// What the formula gives without the assumptions; `nil` without a formula that can be used.
    public var computedBefore: Double?

    /// How far the value moves; `nil` when it is missing on either side.
    public var difference: Double? {
      before.value.number.flatMap { base in after.value.number.map { $0 - base } }
    }

    // The optimiser of Swift 6.3 cannot verify these comparisons inlined into a loop over the rows.

    /// Whether the value is another one with the assumptions.
    @inline(never)
    public var movesValue: Bool { before.value.number != after.value.number }

    /// Whether the achievement is another one with the assumptions.
    @inline(never)
    public var movesAchievement: Bool { before.achievement.number != after.achievement.number }

    /// Whether the cap changes the achievement with the assumptions.
    @inline(never)
    public var isLimited: Bool { after.achievement.number != after.limited }

    /// How far the formula lies above the stored value without the assumptions: rounding in the official figure.
    public var gap: Double? {
      before.value.number.flatMap { base in computedBefore.map { $0 - base } }
    }
  }

  /// One figure of a node's budget that changes.
  public struct BudgetRow: Hashable, Sendable {
    /// Index of the node in the catalogue.
    public var node: Int
    /// Ceiling, spending, absorption, achievement or efficiency.
    public var quantity: Quantity
    /// Without the assumptions.
    public var before: Value
    /// With the assumptions.
    public var after: Value
  }

  /// The organisational score before or after.
  public struct Score: Hashable, Sendable {
    /// The score, or why there is none.
    public var value: Measured
    /// Its class; `nil` when it is missing.
    public var classification: Scale.Classification?
  }

  /// Where it is.
  public let context: Context
  /// What is supposed.
  public let assumptions: Assumptions
  /// Indicators, inputs before what is computed from them.
  public let rows: [Row]
  /// Budget figures of nodes, in the order of the catalogue.
  public let budgets: [BudgetRow]
  /// The organisational score without the assumptions.
  public let scoreBefore: Score
  /// The organisational score with them.
  public let scoreAfter: Score

  /// Works out the effects.
  ///
  /// - Complexity: O(indicators + length of the formulas), twice.
  public init(_ model: FormulaModel, in context: Context, assuming assumptions: Assumptions) {
    self.context = context
    self.assumptions = assumptions
    var base = Evaluator(model, in: context)
    var supposed = Evaluator(model, in: context, assuming: assumptions)
    let assumed = Set(
      assumptions.figures.filter { $0.context == context && $0.quantity == .realization }.map(\.subject))
    var rows: [Row] = []
    let graph = model.graphs[context.dataset]
    for index in graph.order {
      let before = Self.measure(index, &base)
      let after = Self.measure(index, &supposed)
      let isAssumed =
        assumed.contains(.indicator(index)) && !(before.value.isMissing && after.value.isMissing)
      guard isAssumed || Self.differ(before, after) else { continue }
      rows.append(
        Row(
          indicator: index, isAssumed: isAssumed, before: before, after: after,
          computedBefore: base.computed(index)?.number))
    }
    self.rows = rows
    budgets = Self.budgets(model, context, &base, &supposed)
    scoreBefore = Self.score(&base)
    scoreAfter = Self.score(&supposed)
  }

  private static func measure(_ indicator: Int, _ evaluator: inout Evaluator) -> Measure {
    let model = evaluator.model
    let rules = model.rules[evaluator.context.dataset]
    let value = evaluator.value(of: .indicator(indicator))
    let achievement = evaluator.value(.achievement, of: .indicator(indicator))
    let limited = achievement.number.map { Achievement.limited($0, to: rules.cap) }
    let code = model.catalogue(of: evaluator.context).indicators[indicator].code
    let scale = rules.valueScale(of: code)
    return Measure(
      value: value, target: evaluator.value(.target, of: .indicator(indicator)), achievement: achievement,
      limited: limited, achievementClass: limited.map { rules.achievementScale.classify($0) },
      valueClass: value.number.flatMap { number in scale?.classify(number) })
  }

  private static func differ(_ a: Measure, _ b: Measure) -> Bool {
    a.value.number != b.value.number || a.target.number != b.target.number
      || a.achievement.number != b.achievement.number
  }

  private static func budgets(
    _ model: FormulaModel, _ context: Context, _ base: inout Evaluator, _ supposed: inout Evaluator
  ) -> [BudgetRow] {
    var rows: [BudgetRow] = []
    for node in model.catalogue(of: context).nodes.indices {
      for quantity in [Quantity.ceiling, .spending, .absorption, .achievement, .efficiency] {
        let before = base.value(quantity, of: .node(node))
        let after = supposed.value(quantity, of: .node(node))
        guard before.number != after.number else { continue }
        rows.append(BudgetRow(node: node, quantity: quantity, before: before, after: after))
      }
    }
    return rows
  }

  private static func score(_ evaluator: inout Evaluator) -> Score {
    let indicators = evaluator.model.keyIndicators(in: evaluator.context)
    guard !indicators.isEmpty else {
      return Score(value: .missing("tidak ada indikator utama yang bertarget"))
    }
    let table = AchievementTable(indicators, evaluator: &evaluator)
    do throws(Problem) {
      let score = try OrganisationalScore(table, evaluator: &evaluator)
      return Score(value: score.value, classification: score.classification)
    } catch {
      return Score(value: .missing(error.message))
    }
  }

  /// Whether anything changes.
  public var isEmpty: Bool {
    rows.allSatisfy { !Self.differ($0.before, $0.after) } && budgets.isEmpty
      && scoreBefore.value.value == scoreAfter.value.value
  }
}
