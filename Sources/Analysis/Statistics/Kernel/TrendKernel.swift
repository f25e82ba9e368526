import Glibc

/// The arithmetic of all trend measures for one set of measured years.
///
/// One series and a batch of a million go through the same code, so their numbers agree to the last bit.
struct TrendKernel: Sendable {
  let design: SeriesDesign
  let layout: TrendLayout
  let bounds: ValueBounds

  init(years: [Int], horizon: Int, bounds: ValueBounds = .none) {
    design = SeriesDesign(years: years, horizon: horizon)
    layout = TrendLayout(count: years.count, horizon: horizon)
    self.bounds = bounds
  }

  /// Makes the row of one series of values, one for each year.
  func row(_ values: [Double]) -> TrendRow {
    var workspace = TrendWorkspace(self)
    workspace.measure(values[...])
    return workspace.row
  }

  /// Works out every number of the series in the scratch space.
  ///
  /// - Complexity: O(n⁴) at worst for n values because slopes are sorted by insertion; n is small.
  func measure(_ scratch: TrendScratch, into row: TrendRowBuffer) {
    row[.count] = Double(design.count)
    guard design.count > 0 else {
      row[.direction] = Double(TrendVerdict.Direction.tooFewData.rawValue)
      return
    }
    describe(scratch, row)
    grow(scratch, row)
    fitLine(scratch, row)
    comparePairs(scratch, row)
    walk(scratch, row)
    smooth(scratch, row, .undamped)
    smooth(scratch, row, .damped)
    averageHindcasts(scratch, row)
    fitLogit(scratch, row)
  }

  /// Level, extremes and changes.
  private func describe(_ scratch: TrendScratch, _ row: TrendRowBuffer) {
    let count = design.count
    let first = scratch.values[0]
    var sum = first
    var least = 0
    var greatest = 0
    for index in 1..<max(count, 1) {
      let value = scratch.values[index]
      let previous = scratch.values[index - 1]
      sum += value
      if value < scratch.values[least] { least = index }
      if value > scratch.values[greatest] { greatest = index }
      row.numbers[layout.change(index)] = value - previous
      row.numbers[layout.changePercent(index)] = previous > 0 ? (value - previous) / previous * 100 : .nan
    }
    let last = scratch.values[count - 1]
    row[.first] = first
    row[.last] = last
    row[.mean] = sum / Double(count)
    row[.least] = scratch.values[least]
    row[.greatest] = scratch.values[greatest]
    row[.leastIndex] = Double(least)
    row[.greatestIndex] = Double(greatest)
    row[.totalChange] = count > 1 ? last - first : .nan
    row[.totalChangePercent] = count > 1 && first > 0 ? (last - first) / first * 100 : .nan
    row[.meanYearlyChange] = count > 1 ? (last - first) / design.span : .nan
  }

  /// Rates of growth, for positive values.
  private func grow(_ scratch: TrendScratch, _ row: TrendRowBuffer) {
    let count = design.count
    let first = scratch.values[0]
    let last = scratch.values[count - 1]
    let hasRate = count > 1 && first > 0 && last > 0
    row[.compoundGrowth] = hasRate ? expm1(log1p((last - first) / first) / design.span) : .nan
    row[.logLinearGrowth] = .nan
    guard hasRate, row[.least] > 0 else { return }
    guard row[.least] < row[.greatest] else {
      row[.logLinearGrowth] = 0
      return
    }
    var sxy = 0.0
    for index in 0..<count { sxy += design.centred[index] * log(scratch.values[index] / first) }
    row[.logLinearGrowth] = expm1(sxy / design.sxx)
  }
}
