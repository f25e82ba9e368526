/// How far a result has come towards the target at the end of a mid-term plan.
public struct MidTermProgress: Sendable {
  /// The indicator.
  public let indicator: Int
  /// The unit and the year of the result.
  public let context: Context
  /// The result.
  public let actual: Value
  /// The target at the end of the plan.
  public let target: Value
  /// The last year of the plan that has a target; `nil` without any.
  public let endYear: Int?
  /// Where the target was printed.
  public let origin: Origin?
  /// Tingkat kemajuan: result ÷ end target × 100; where lower is better (2 × target − result) ÷ target × 100.
  public let progress: Measured
  /// What is still to be gained, in the direction that is better; negative when the target is passed.
  public let remaining: Measured
  /// The gain needed each year from now to the end year, signed as the value must move.
  public let yearlyGain: Measured
  /// Whether the target is already reached; `nil` when that cannot be told.
  public let isReached: Bool?

  /// Reads the result and the end target (the latest year with a target of period `renstra`).
  ///
  /// - Complexity: O(facts of the indicator).
  public init(_ indicator: Int, in context: Context, evaluator: inout Evaluator) {
    let model = evaluator.model
    let dataset = model.dataset(of: context)
    let code = dataset.catalogue.indicators[indicator].code
    let direction = dataset.catalogue.indicators[indicator].direction
    self.indicator = indicator
    self.context = context
    actual = evaluator.value(of: FigureKey(.realization, of: .indicator(indicator), in: context))
    var end: (year: Int, figure: FigureKey)?
    if let period = dataset.periods.number(of: "renstra") {
      for row in dataset.performance.rows(unit: context.unit, subject: Int32(indicator)) {
        let key = dataset.performance.key(ofRow: Int(row))
        guard key.period == Int16(period), !dataset.performance.planned[Int(row)].isNaN else { continue }
        guard Int(key.year) > end?.year ?? Int.min else { continue }
        let place = context.with(year: Int(key.year)).with(period: key.period)
        end = (Int(key.year), FigureKey(.target, of: .indicator(indicator), in: place))
      }
    }
    endYear = end?.year
    let noTarget = Value.missing(
      Missing("\(code) tidak mempunyai target renstra untuk \(dataset.units[context.unit])"))
    let target = end.map { evaluator.value(of: $0.figure) } ?? noTarget
    self.target = target
    origin = end.flatMap { model.source(of: $0.figure) }.map { .row($0) }
    let result = Self.measures(
      actual.measured, target.measured, direction, years: end.map { $0.year - context.year })
    (progress, remaining, yearlyGain, isReached) = result
  }

  private static func measures(
    _ actual: Measured, _ target: Measured, _ direction: Direction, years: Int?
  ) -> (Measured, Measured, Measured, Bool?) {
    let progress = Measured.combine(actual, target) {
      Achievement.percent(actual: $0, target: $1, direction: direction)
    }
    let remaining = Measured.combine(actual, target) { .value(direction == .rising ? $1 - $0 : $0 - $1) }
    guard let distance = remaining.value, let years else { return (progress, remaining, remaining, nil) }
    let isReached = distance <= 0
    let gain: Measured
    if isReached {
      gain = .missing("target akhir sudah tercapai")
    } else if years < 1 {
      gain = .missing("tahun akhir rencana sudah lewat")
    } else {
      gain = .value((direction == .rising ? distance : -distance) / Double(years))
    }
    return (progress, remaining, gain, isReached)
  }
}
