extension TrendKernel {
  /// Theil–Sen and Mann–Kendall, which both rest on all pairs of years, and their hindcasts on the way.
  func comparePairs(_ scratch: TrendScratch, _ row: TrendRowBuffer) {
    let count = design.count
    let rounding = TrendScratch.rounding(max(abs(row[.least]), abs(row[.greatest])))
    scratch.sortedValues[0] = scratch.values[0]
    var s = 0
    var pairs = 0
    for later in 1..<max(count, 1) {
      if later >= TrendLayout.leastTraining { hindcastTheilSen(scratch, row, later, rounding) }
      let value = scratch.values[later]
      for earlier in 0..<later {
        let difference = value - scratch.values[earlier]
        s += difference > 0 ? 1 : (difference < 0 ? -1 : 0)
        TrendScratch.insert(
          difference / (design.x[later] - design.x[earlier]), into: scratch.slopes, count: pairs)
        pairs += 1
      }
      TrendScratch.insert(value, into: scratch.sortedValues, count: later)
    }
    storeTheilSen(scratch, row, pairs, rounding)
    storeKendall(scratch, row, s)
  }

  /// The median slope of the first pairs; zero when slopes of opposite signs cancel up to rounding.
  private func medianSlope(_ scratch: TrendScratch, pairs: Int, _ rounding: Double) -> Double {
    let lower = scratch.slopes[(pairs - 1) / 2]
    let upper = scratch.slopes[pairs / 2]
    if lower < 0, upper > 0, abs(lower + upper) <= rounding { return 0 }
    return (lower + upper) / 2
  }

  /// The median of y − slope × x over the first years.
  private func jointIntercept(_ scratch: TrendScratch, slope: Double, count: Int) -> Double {
    for index in 0..<count {
      let residual = scratch.values[index] - slope * design.x[index]
      TrendScratch.insert(residual, into: scratch.residuals, count: index)
    }
    return TrendScratch.median(scratch.residuals, count: count)
  }

  private func hindcastTheilSen(
    _ scratch: TrendScratch, _ row: TrendRowBuffer, _ position: Int, _ rounding: Double
  ) {
    let slope = medianSlope(scratch, pairs: position * (position - 1) / 2, rounding)
    let joint = jointIntercept(scratch, slope: slope, count: position)
    let middle = (design.x[(position - 1) / 2] + design.x[position / 2]) / 2
    let separate = TrendScratch.median(scratch.sortedValues, count: position) - slope * middle
    row.numbers[layout.hindcast(.theilSen, position)] = separate + slope * design.x[position]
    row.numbers[layout.hindcast(.theilSenJoint, position)] = joint + slope * design.x[position]
  }

  private func storeTheilSen(
    _ scratch: TrendScratch, _ row: TrendRowBuffer, _ pairs: Int, _ rounding: Double
  ) {
    let count = design.count
    let yearZero = Double(design.years[0])
    let slope = pairs > 0 ? medianSlope(scratch, pairs: pairs, rounding) : .nan
    let separate = TrendScratch.median(scratch.sortedValues, count: count) - slope * design.medianX
    let joint = jointIntercept(scratch, slope: slope, count: count)
    row[.theilSenSlope] = slope
    row[.theilSenIntercept] = separate
    row[.theilSenInterceptAtYearZero] = separate - slope * yearZero
    row[.theilSenJointIntercept] = joint
    row[.theilSenJointInterceptAtYearZero] = joint - slope * yearZero
    let isConstant = row[.least] == row[.greatest]
    row[.theilSenLow80] = bound(scratch, design.rank80, pairs, isConstant) { $0 }
    row[.theilSenHigh80] = bound(scratch, design.rank80, pairs, isConstant) { pairs - 1 - $0 }
    row[.theilSenLow95] = bound(scratch, design.rank95, pairs, isConstant) { $0 }
    row[.theilSenHigh95] = bound(scratch, design.rank95, pairs, isConstant) { pairs - 1 - $0 }
    var sum = 0.0
    for index in 0..<count {
      let residual = scratch.values[index] - separate - slope * design.x[index]
      sum += residual * residual
    }
    if sum <= rounding * rounding * Double(count) { sum = 0 }
    let error = count > 2 ? (sum / Double(count - 2)).squareRoot() : .nan
    row[.theilSenResidualError] = error
    for ahead in 0..<design.horizon {
      let point = separate + slope * (design.span + Double(ahead + 1))
      store(.theilSen, ahead, point, error * design.lineFactors[ahead], row)
    }
  }

  @inline(__always)
  private func bound(
    _ scratch: TrendScratch, _ rank: SlopeIntervalRank?, _ pairs: Int, _ isConstant: Bool,
    _ place: (Int) -> Int
  ) -> Double {
    guard let rank, !isConstant else { return .nan }
    return scratch.slopes[place(rank.skipped)]
  }
}
