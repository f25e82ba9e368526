/// What the number of values alone decides, before any value is known.
///
/// For n consecutive years without ties; a report prints these beside the results so that a reader sees how
/// little a short series can prove.
public struct SmallSampleLimits: Hashable, Sendable {
  /// The number of values, at least 3.
  public let count: Int
  /// The smallest two-sided exact Mann–Kendall p, 2 ⁄ n!.
  public let smallestExactP: Double
  /// The level of the interval from the least to the greatest pairwise slope.
  public let widestSlopeConfidence: Double
  /// Student's t with n − 2 degrees of freedom for the central 80 %.
  public let t80: Double
  /// The same for the central 95 %.
  public let t95: Double
  /// Half the width of the 80 % interval for next year's value, in residual standard errors.
  public let predictionWidth80: Double
  /// The same at 95 %.
  public let predictionWidth95: Double

  /// Works out the limits for a number of consecutive years.
  ///
  /// - Returns: Nothing below 3 and above 100 values.
  public init?(count: Int) {
    guard count >= 3, let widest = SlopeIntervalRank.widest(count: count) else { return nil }
    let design = SeriesDesign(years: Array(0..<count), horizon: 1)
    self.count = count
    widestSlopeConfidence = widest.confidence
    smallestExactP = (1...count).reduce(2.0) { $0 / Double($1) }
    t80 = design.halfWidth80
    t95 = design.halfWidth95
    predictionWidth80 = design.halfWidth80 * design.lineFactors[0]
    predictionWidth95 = design.halfWidth95 * design.lineFactors[0]
  }
}
