/// The least-squares line of a series on the year.
public struct LinearTrend: Hashable, Sendable {
  /// Change per year.
  public let slope: Double
  /// The line's value in the first measured year.
  public let intercept: Double
  /// The line's value in year 0.
  public let interceptAtYearZero: Double
  /// n − 2.
  public let degreesOfFreedom: Int
  /// The share of the variance that the line explains.
  public let rSquared: Finding<Double>
  /// The standard error of the residuals.
  public let residualError: Finding<Double>
  /// The standard error of the slope.
  public let slopeError: Finding<Double>
  /// The standard error of the intercept in the first year.
  public let interceptError: Finding<Double>
  /// The slope in standard errors.
  public let t: Finding<Double>
  /// The slope's two-sided p by Student's t.
  public let p: Finding<Double>
  /// The 80 % interval of the slope by Student's t.
  public let interval80: Finding<ConfidenceInterval>
  /// The same at 95 %.
  public let interval95: Finding<ConfidenceInterval>

  init?(_ row: TrendRow, _ scope: TrendScope, without reason: String) {
    guard scope.permits(.slope), let slope = row.known(.slope) else { return nil }
    let isExact = row[.residualError] == 0
    self.slope = slope
    intercept = row[.intercept]
    interceptAtYearZero = row[.interceptAtYearZero]
    degreesOfFreedom = scope.count - 2
    rSquared = scope.finding(.interval80, row.known(.rSquared), otherwise: reason)
    residualError = scope.finding(.interval80, isExact ? nil : row.known(.residualError), otherwise: reason)
    slopeError = scope.finding(.interval80, isExact ? nil : row.known(.slopeError), otherwise: reason)
    interceptError = scope.finding(.interval80, isExact ? nil : row.known(.interceptError), otherwise: reason)
    t = scope.finding(.probabilityOfChance, row.known(.slopeT), otherwise: reason)
    p = scope.finding(.probabilityOfChance, row.known(.slopeP), otherwise: reason)
    interval80 = scope.finding(
      .interval80, row.interval(.slopeLow80, .slopeHigh80, confidence: 0.8), otherwise: reason)
    interval95 = scope.finding(
      .interval95, row.interval(.slopeLow95, .slopeHigh95, confidence: 0.95), otherwise: reason)
  }
}

extension TrendRow {
  /// The interval between two measures where both exist.
  func interval(_ low: TrendMeasure, _ high: TrendMeasure, confidence: Double) -> ConfidenceInterval? {
    guard let low = known(low), let high = known(high) else { return nil }
    return ConfidenceInterval(low: low, high: high, confidence: confidence)
  }
}
