/// Everything about a set of measured years that does not depend on the values, worked out once for many
/// series.
///
/// It never changes; it is a class so that handing it from step to step costs one count and not one for each
/// array.
final class SeriesDesign: Sendable {
  /// The measured years, ascending, and the number of years projected beyond the last.
  let years: [Int]
  let horizon: Int
  let count: Int
  /// Years since the first measured year; their sum of squares around the mean.
  let x: [Double]
  let centred: [Double]
  let meanX: Double
  let sxx: Double
  let medianX: Double
  /// The years from the first to the last.
  let span: Double
  /// Student's t with n − 2 degrees of freedom and its central half-widths; those with n − 1 for the naive
  /// forecast.
  let student: StudentDistribution?
  let halfWidth80: Double
  let halfWidth95: Double
  let naiveHalfWidth80: Double
  let naiveHalfWidth95: Double
  /// Which pairwise slopes bound the exact intervals.
  let rank80: SlopeIntervalRank?
  let rank95: SlopeIntervalRank?
  /// The exact distributions of S, for at most ten values.
  let kendall: KendallTable?
  /// Standard errors of a new observation 1, 2, … years ahead, per unit of each method's own error.
  let lineFactors: [Double]
  let naiveFactors: [Double]
  let driftFactors: [Double]
  let holtFactors: [Double]
  let dampedFactors: [Double]
  /// The same for the forecast of each measured year from the one before it.
  let holtStepFactors: [Double]
  let dampedStepFactors: [Double]

  init(years: [Int], horizon: Int) {
    let count = years.count
    let first = years.first ?? 0
    let x = years.map { Double($0 - first) }
    let meanX = count > 0 ? x.reduce(0, +) / Double(count) : .nan
    let centred = x.map { $0 - meanX }
    let sxx = centred.reduce(0) { $0 + $1 * $1 }
    let span = x.last ?? 0
    self.years = years
    self.horizon = horizon
    self.count = count
    self.x = x
    self.meanX = meanX
    self.centred = centred
    self.sxx = sxx
    self.span = span
    medianX = count > 0 ? (x[(count - 1) / 2] + x[count / 2]) / 2 : .nan
    student = StudentDistribution(degreesOfFreedom: Double(count - 2))
    halfWidth80 = student?.halfWidth(confidence: 0.8) ?? .nan
    halfWidth95 = student?.halfWidth(confidence: 0.95) ?? .nan
    let naive = StudentDistribution(degreesOfFreedom: Double(count - 1))
    naiveHalfWidth80 = naive?.halfWidth(confidence: 0.8) ?? .nan
    naiveHalfWidth95 = naive?.halfWidth(confidence: 0.95) ?? .nan
    rank80 = SlopeIntervalRank.narrowest(count: count, confidence: 0.8)
    rank95 = SlopeIntervalRank.narrowest(count: count, confidence: 0.95)
    kendall = count <= KendallNull.largestCount ? KendallTable.all[count] : nil
    let ahead = (0..<horizon).map { Double($0 + 1) }
    lineFactors = ahead.map { h in
      let distance = span + h - meanX
      return (1 + 1 / Double(count) + distance * distance / sxx).squareRoot()
    }
    naiveFactors = ahead.map { $0.squareRoot() }
    driftFactors = ahead.map { ($0 * (1 + $0 / span)).squareRoot() }
    holtFactors = HoltState.undamped.errorFactors(horizon: horizon)
    dampedFactors = HoltState.damped.errorFactors(horizon: horizon)
    let steps = [0] + zip(years, years.dropFirst()).map { $1 - $0 - 1 }
    let longest = steps.max() ?? 0
    let undamped = HoltState.undamped.errorFactors(horizon: longest + 1)
    let damped = HoltState.damped.errorFactors(horizon: longest + 1)
    holtStepFactors = steps.map { undamped[$0] }
    dampedStepFactors = steps.map { damped[$0] }
  }
}
