import Analysis

/// What the strategy of one indicator rests on: all figures, no words.
struct StrategyPlan {
  /// A component by which the indicator can be moved.
  struct Lever {
    /// The component in the year of the report.
    var item: IndicatorYears
    /// Its value now.
    var value: Double
    /// Its best possible value; `nil` when it has no bound.
    var limit: Double?
    /// What one point of it gives the indicator.
    var effect: Double
    /// How far it can still move towards its best; `nil` without a bound.
    var room: Double? { limit.map { ($0 - value).magnitude } }
    /// What all of its room would give the indicator.
    var reserve: Double? { room.map { $0 * effect.magnitude } }
  }

  /// What one component alone would have to reach.
  struct Need {
    var lever: Lever
    var outcome: GoalSeek.Outcome
  }

  /// The indicator in the year of the report.
  let item: IndicatorYears
  /// Its rules.
  let rules: RuleSet
  /// The scale of its own value, if it has one.
  let scale: Scale?
  /// The year whose target is prepared.
  let year: Int
  /// Its target; `nil` when none is set yet.
  let target: Double?
  /// Where the target stands.
  let targetOrigin: Origin?
  /// The series and its analysis.
  let series: IndicatorSeries
  let analysis: TrendAnalysis
  /// The components, the largest reserve first, those without a bound last.
  let levers: [Lever]
  /// What the best lever alone would have to reach.
  let need: Need?

  /// Works out a strategy.
  ///
  /// - Complexity: O(components · formulas downstream).
  init(_ index: Int, writer: DraftWriter) throws(Problem) {
    let context = writer.context
    let state = writer.state
    let model = try state.requireModel()
    var evaluator = try writer.evaluator()
    item = IndicatorYears(index, years: context.year...context.year, evaluator: &evaluator)
    rules = try state.rules(of: context)
    scale = rules.valueScale(of: item.indicator.code)
    year = context.year + 1
    let next = FigureKey(.target, of: .indicator(index), in: context.with(year: year))
    let stored = evaluator.value(of: next).number
    let code = writer.catalogue.indicators[index].code
    let planned = try WorksheetSection.sheet(writer)?.entries.first { $0.code == code }?.target
    target = stored ?? planned
    targetOrigin = model.source(of: next).map { .row($0) }
    var builder = SeriesBuilder(evaluator)
    series = try builder.series(index, of: context)
    analysis = TrendAnalysis(series.yearly)
    var live = ContextModel(model, in: context)
    live.assume(try state.assumptions.resolved(in: model))
    levers = Self.levers(of: index, live, &evaluator)
    need = try Self.need(levers, target: target, index: index, live, direction: item.indicator.direction)
  }

  /// The effect of every component that is not computed itself.
  ///
  /// Both ends of the difference are computed values: the stored figure, which was rounded when it was printed,
  /// takes no part in it.
  private static func levers(of index: Int, _ live: ContextModel, _ evaluator: inout Evaluator) -> [Lever] {
    guard live.value(of: .indicator(index)) != nil else { return [] }
    var found: [Lever] = []
    for input in leaves(of: index, live) {
      guard let value = live.value(of: .indicator(input)) else { continue }
      let item = IndicatorYears(input, years: live.context.year...live.context.year, evaluator: &evaluator)
      let better = item.indicator.direction == .rising ? item.indicator.maximum : item.indicator.minimum
      var model = live
      let step = self.step(value, item.indicator)
      model.set(of: .indicator(input), to: value + step / 2)
      guard let near = model.value(of: .indicator(index)) else { continue }
      model.set(of: .indicator(input), to: value + step)
      guard let far = model.value(of: .indicator(index)) else { continue }
      let effect = (far - near) / (step / 2)
      if abs(effect) > 1e-12 { found.append(Lever(item: item, value: value, limit: better, effect: effect)) }
    }
    func weight(_ lever: Lever) -> (Int, Double) {
      lever.reserve.map { (1, $0) } ?? (0, lever.effect.magnitude)
    }
    return found.sorted { left, right in
      let (a, b) = (weight(left), weight(right))
      return a == b ? left.item.index < right.item.index : b < a
    }
  }

  /// A hundredth of the component's range, inside its bounds.
  private static func step(_ value: Double, _ indicator: Indicator) -> Double {
    let range = (indicator.maximum ?? value + 1) - (indicator.minimum ?? value)
    let size = range > 0 ? min(range / 100, 1) : 1
    if let maximum = indicator.maximum, value + size > maximum { return -size }
    return size
  }

  /// The inputs of an indicator that no formula gives, or whose own inputs are not known in the context.
  private static func leaves(of index: Int, _ live: ContextModel) -> [Int] {
    let graph = live.model.graphs[live.context.dataset]
    var found: [Int] = []
    var pending = Array(graph.inputs[index].reversed())
    var seen: Set<Int> = []
    while let next = pending.popLast() {
      guard seen.insert(next).inserted else { continue }
      let known = graph.inputs[next].filter { live.value(of: .indicator($0)) != nil }
      if known.isEmpty { found.append(next) } else { pending.append(contentsOf: known.reversed()) }
    }
    return found
  }

  private static func need(
    _ levers: [Lever], target: Double?, index: Int, _ live: ContextModel, direction: Direction
  ) throws(Problem) -> Need? {
    guard let target, let best = levers.first, let limit = best.limit else { return nil }
    let seek = try GoalSeek(
      goal: target, comparison: direction == .rising ? .atLeast : .atMost,
      bounds: min(best.value, limit)...max(best.value, limit), current: best.value)
    var model = live
    let outcome = seek.solve { value in
      model.set(of: .indicator(best.item.index), to: value)
      return model.value(of: .indicator(index))
    }
    return outcome.map { Need(lever: best, outcome: $0) }
  }
}
