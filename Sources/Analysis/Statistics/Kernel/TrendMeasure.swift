/// A number that describes a whole series; one column of the batch form.
///
/// Every measure is not a number (`nan`) where it does not exist. Slopes are per year; intercepts are the
/// line's value in the first measured year unless the name says otherwise.
public enum TrendMeasure: Int, CaseIterable, Hashable, Sendable {
  case count, first, last, mean, least, greatest
  /// Positions, counted from 0, of the first occurrence of the least and the greatest value.
  case leastIndex, greatestIndex
  case totalChange, totalChangePercent, meanYearlyChange
  /// (last ⁄ first)^(1 ⁄ years) − 1 and exp(slope of the logarithms) − 1, for positive values.
  case compoundGrowth, logLinearGrowth

  // Ordinary least squares.
  case slope, intercept, interceptAtYearZero, rSquared, sumOfSquaredResiduals, residualError
  case slopeError, interceptError, slopeT, slopeP, slopeLow80, slopeHigh80, slopeLow95, slopeHigh95

  // Theil–Sen.
  case theilSenSlope, theilSenIntercept, theilSenInterceptAtYearZero
  case theilSenJointIntercept, theilSenJointInterceptAtYearZero, theilSenResidualError
  case theilSenLow80, theilSenHigh80, theilSenLow95, theilSenHigh95

  // Mann–Kendall.
  case kendallS, kendallVariance, kendallZ, kendallNormalP
  case kendallExactP, kendallIncreasingP, kendallDecreasingP, kendallSmallestP, tauA, tauB
  /// The raw value of a `TrendVerdict.Direction`.
  case direction

  // Random walks and Holt's method.
  case naiveError, drift, driftError, holtLevel, holtTrend, holtError, dampedLevel, dampedTrend, dampedError

  // Mean absolute errors of one-step hindcasts with at least three training values.
  case hindcastCount, hindcastNaive, hindcastDrift, hindcastOLS, hindcastTheilSen, hindcastTheilSenJoint
  case hindcastMean, hindcastHolt, hindcastDamped

  // Least squares on the logit scale.
  case logitSlope, logitIntercept, logitResidualError, logitP
}
