import Glibc

/// The straight line with the least squared residuals; whatever does not exist is not a number.
struct LeastSquaresFit {
  var slope = Double.nan
  var intercept = Double.nan
  var rSquared = Double.nan
  var sumOfSquares = Double.nan
  var residualError = Double.nan
  var slopeError = Double.nan
  var interceptError = Double.nan
  var t = Double.nan
  var p = Double.nan

  /// Fits a line to the first values of the buffer, one for each year of the design.
  ///
  /// A residual sum that is no larger than rounding could make it counts as zero: the points lie on the line,
  /// there is no estimate of the error, and t and p do not exist.
  init(_ y: UnsafeMutableBufferPointer<Double>, _ design: SeriesDesign) {
    let count = design.count
    guard count >= 2 else { return }
    var sum = 0.0
    var size = 0.0
    for index in 0..<count {
      sum += y[index]
      size = max(size, abs(y[index]))
    }
    let mean = sum / Double(count)
    var sxy = 0.0
    var syy = 0.0
    for index in 0..<count {
      let difference = y[index] - mean
      sxy += design.centred[index] * difference
      syy += difference * difference
    }
    slope = sxy / design.sxx
    var sse = 0.0
    for index in 0..<count {
      let residual = y[index] - mean - slope * design.centred[index]
      sse += residual * residual
    }
    let rounding = 8 * Double.ulpOfOne * size
    if syy <= rounding * rounding * Double(count) {
      slope = 0
      syy = 0
    }
    if sse <= rounding * rounding * Double(count) || count == 2 { sse = 0 }
    intercept = mean - slope * design.meanX
    guard count >= 3 else { return }
    sumOfSquares = sse
    residualError = (sse / Double(count - 2)).squareRoot()
    slopeError = residualError / design.sxx.squareRoot()
    interceptError =
      residualError * (1 / Double(count) + design.meanX * design.meanX / design.sxx).squareRoot()
    if syy > 0 { rSquared = sse > 0 ? min(sxy * sxy / (design.sxx * syy), 1) : 1 }
    guard sse > 0 else { return }
    t = slope / slopeError
    p = design.student?.twoSided(t) ?? .nan
  }
}
