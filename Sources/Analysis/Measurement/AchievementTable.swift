/// Targets, results, achievements and predicates of indicators in one context, with their mean.
public struct AchievementTable: Sendable {
  /// One indicator.
  public struct Row: Hashable, Sendable {
    /// Index of the indicator in the catalogue.
    public var indicator: Int
    /// The target.
    public var target: Value
    /// Where the target was printed; `nil` when it is not stored.
    public var targetSource: SourceRow?
    /// The result: stored, computed, or assumed.
    public var actual: Value
    /// Where the result was printed; `nil` when it is not stored.
    public var actualSource: SourceRow?
    /// Achievement in percent before the cap.
    public var percent: Value
    /// Achievement after the cap; negative counts as 0.
    public var limited: Value
    /// The class of the capped achievement; `nil` when the achievement is missing.
    public var classification: Scale.Classification?
    /// Whether target and result are both 0, so that nothing was measured.
    public var isUnmeasured: Bool
  }

  /// Where and when.
  public let context: Context
  /// The rules applied.
  public let rules: RuleSet
  /// The rows in the order asked for.
  public let rows: [Row]

  /// Computes the rows.
  ///
  /// - Parameters:
  ///   - indicators: Indexes in the catalogue of the evaluator's context.
  ///   - evaluator: Reads the values, with its assumptions.
  public init(_ indicators: [Int], evaluator: inout Evaluator) {
    let context = evaluator.context
    let rules = evaluator.model.rules[context.dataset]
    self.context = context
    self.rules = rules
    rows = indicators.map { Self.row($0, rules: rules, evaluator: &evaluator) }
  }

  private static func row(_ indicator: Int, rules: RuleSet, evaluator: inout Evaluator) -> Row {
    func figure(_ quantity: Quantity) -> FigureKey {
      FigureKey(quantity, of: .indicator(indicator), in: evaluator.context)
    }
    let model = evaluator.model
    let percent = evaluator.value(of: figure(.achievement))
    let limited = percent.number.map { Achievement.limited($0, to: rules.cap) }
    let target = evaluator.value(of: figure(.target))
    let actual = evaluator.value(of: figure(.realization))
    return Row(
      indicator: indicator, target: target, targetSource: model.source(of: figure(.target)), actual: actual,
      actualSource: model.source(of: figure(.realization)), percent: percent,
      limited: limited.map { .number($0) } ?? percent,
      classification: limited.map { rules.achievementScale.classify($0) },
      isUnmeasured: target.number == 0 && actual.number == 0)
  }

  /// The mean of the achievements before the cap; rows without one are left out.
  public var mean: Measured { Measured.mean(rows.map(\.percent.measured)) }

  /// The mean of the capped achievements; rows without one are left out.
  public var limitedMean: Measured { Measured.mean(rows.map(\.limited.measured)) }
}

extension FormulaModel {
  /// The indicators that a context's table of achievements shows when none are named: those with a target there,
  /// components left out, by the level of their node from goal to sub-activity, then in the order of the catalogue.
  public func targetedIndicators(in context: Context) -> [Int] {
    let catalogue = catalogue(of: context)
    let targeted = catalogue.indicators.indices.filter { index in
      !catalogue.indicators[index].isComponent
        && entry(of: FigureKey(.target, of: .indicator(index), in: context)) != nil
    }
    func depth(_ index: Int) -> Int {
      catalogue.indicators[index].node.map { catalogue.nodes[$0].level.depth } ?? Level.allCases.count
    }
    return targeted.sorted { (depth($0), $0) < (depth($1), $1) }
  }

  /// The key indicators of a context: those of goals and objectives that have a target there and are not
  /// themselves inputs of another of them.
  public func keyIndicators(in context: Context) -> [Int] {
    let catalogue = catalogue(of: context)
    let candidates = targetedIndicators(in: context).filter { index in
      guard let node = catalogue.indicators[index].node else { return false }
      return catalogue.nodes[node].level <= .objective
    }
    let graph = graphs[context.dataset]
    let inputs = Set(candidates.flatMap { graph.inputs[$0] })
    return candidates.filter { !inputs.contains($0) }
  }
}
