import Glibc

extension TrendKernel {
  /// Ordinary least squares on the year, its tests, intervals and projection.
  func fitLine(_ scratch: TrendScratch, _ row: TrendRowBuffer) {
    let fit = LeastSquaresFit(scratch.values, design)
    row[.slope] = fit.slope
    row[.intercept] = fit.intercept
    row[.interceptAtYearZero] = fit.intercept - fit.slope * Double(design.years[0])
    row[.rSquared] = fit.rSquared
    row[.sumOfSquaredResiduals] = fit.sumOfSquares
    row[.residualError] = fit.residualError
    row[.slopeError] = fit.slopeError
    row[.interceptError] = fit.interceptError
    row[.slopeT] = fit.t
    row[.slopeP] = fit.p
    let error = fit.slopeError > 0 ? fit.slopeError : .nan
    row[.slopeLow80] = fit.slope - design.halfWidth80 * error
    row[.slopeHigh80] = fit.slope + design.halfWidth80 * error
    row[.slopeLow95] = fit.slope - design.halfWidth95 * error
    row[.slopeHigh95] = fit.slope + design.halfWidth95 * error
    for ahead in 0..<design.horizon {
      let point = fit.intercept + fit.slope * (design.span + Double(ahead + 1))
      store(.ols, ahead, point, fit.residualError * design.lineFactors[ahead], row)
    }
  }

  /// Writes a forecast with its intervals; there is no interval around it when the error is zero or unknown.
  @inline(__always)
  func store(
    _ method: ProjectionMethod, _ ahead: Int, _ point: Double, _ standardError: Double, _ row: TrendRowBuffer
  ) {
    let error = standardError > 0 ? standardError : .nan
    let isNaive = method == .naive
    let wide80 = (isNaive ? design.naiveHalfWidth80 : design.halfWidth80) * error
    let wide95 = (isNaive ? design.naiveHalfWidth95 : design.halfWidth95) * error
    row.numbers[layout.projection(method, .point, ahead + 1)] = point
    row.numbers[layout.projection(method, .standardError, ahead + 1)] = error
    row.numbers[layout.projection(method, .low80, ahead + 1)] = point - wide80
    row.numbers[layout.projection(method, .high80, ahead + 1)] = point + wide80
    row.numbers[layout.projection(method, .low95, ahead + 1)] = point - wide95
    row.numbers[layout.projection(method, .high95, ahead + 1)] = point + wide95
  }

  /// Least squares on the logit scale between the bounds, transformed back; the point is a median.
  func fitLogit(_ scratch: TrendScratch, _ row: TrendRowBuffer) {
    let scale = LogitScale(bounds)
    let isInside = scale.map { row[.least] > $0.least && row[.greatest] < $0.greatest } ?? false
    guard let scale, isInside, design.count >= 2 else {
      for measure in [TrendMeasure.logitSlope, .logitIntercept, .logitResidualError, .logitP] {
        row[measure] = .nan
      }
      for offset in layout.logit(.point, 1)..<layout.logit(.point, 1) + 6 * design.horizon {
        row.numbers[offset] = .nan
      }
      return
    }
    for index in 0..<design.count { scratch.transformed[index] = scale.forward(scratch.values[index]) }
    let fit = LeastSquaresFit(scratch.transformed, design)
    row[.logitSlope] = fit.slope
    row[.logitIntercept] = fit.intercept
    row[.logitResidualError] = fit.residualError
    row[.logitP] = fit.p
    for ahead in 0..<design.horizon {
      let point = fit.intercept + fit.slope * (design.span + Double(ahead + 1))
      let error = fit.residualError > 0 ? fit.residualError * design.lineFactors[ahead] : .nan
      let wide80 = design.halfWidth80 * error
      let wide95 = design.halfWidth95 * error
      row.numbers[layout.logit(.point, ahead + 1)] = scale.backward(point)
      row.numbers[layout.logit(.low80, ahead + 1)] = scale.backward(point - wide80)
      row.numbers[layout.logit(.high80, ahead + 1)] = scale.backward(point + wide80)
      row.numbers[layout.logit(.low95, ahead + 1)] = scale.backward(point - wide95)
      row.numbers[layout.logit(.high95, ahead + 1)] = scale.backward(point + wide95)
    }
  }
}
