/// The line with the median of all pairwise slopes (Theil 1950, Sen 1968).
public struct TheilSenTrend: Hashable, Sendable {
  /// Change per year.
  public let slope: Double
  /// median(y) − slope × median(x), counted from the first measured year.
  public let intercept: Double
  /// The line's value in year 0.
  public let interceptAtYearZero: Double
  /// median(y − slope × x), counted from the first measured year.
  public let jointIntercept: Double
  /// The joint intercept in year 0.
  public let jointInterceptAtYearZero: Double
  /// Exact distribution-free intervals of the slope of at least 80 % and 95 %, with the level they really
  /// have.
  public let interval80: Finding<ConfidenceInterval>
  /// The same at 95 %.
  public let interval95: Finding<ConfidenceInterval>
  /// The level of the widest possible interval, from the least to the greatest slope.
  public let widestConfidence: Double

  init?(_ row: TrendRow, _ design: SeriesDesign, _ scope: TrendScope, without reason: String) {
    guard scope.permits(.slope), let slope = row.known(.theilSenSlope) else { return nil }
    self.slope = slope
    intercept = row[.theilSenIntercept]
    interceptAtYearZero = row[.theilSenInterceptAtYearZero]
    jointIntercept = row[.theilSenJointIntercept]
    jointInterceptAtYearZero = row[.theilSenJointInterceptAtYearZero]
    interval80 = scope.finding(
      .rankInterval80,
      row.interval(.theilSenLow80, .theilSenHigh80, confidence: design.rank80?.confidence ?? .nan),
      otherwise: reason)
    interval95 = scope.finding(
      .rankInterval95,
      row.interval(.theilSenLow95, .theilSenHigh95, confidence: design.rank95?.confidence ?? .nan),
      otherwise: reason)
    widestConfidence = SlopeIntervalRank.widest(count: scope.count)?.confidence ?? .nan
  }
}
