/// The change from one measured year to the next measured one.
public struct YearlyChange: Hashable, Sendable {
  /// The earlier year; the later one may be more than one year after it where values are missing.
  public let from: Int
  /// The later year.
  public let to: Int
  /// The difference of the values.
  public let absolute: Double
  /// The difference in percent of the earlier value.
  public let percent: Finding<Double>

  /// The difference per year.
  public var perYear: Double { absolute / Double(to - from) }
}

/// A value and its year.
public struct YearValue: Hashable, Sendable {
  /// The year.
  public let year: Int
  /// The value.
  public let value: Double
}

/// The level of a series, its extremes and how it changed.
public struct SeriesGrowth: Hashable, Sendable {
  /// The first measured year.
  public let first: YearValue
  /// The last measured year.
  public let last: YearValue
  /// The arithmetic mean of the measured values.
  public let mean: Double
  /// The first year with the greatest value.
  public let highest: YearValue
  /// The first year with the least value.
  public let lowest: YearValue
  /// The changes between consecutive measured years.
  public let changes: [YearlyChange]
  /// Last minus first.
  public let totalChange: Finding<Double>
  /// Total change in percent of the first value.
  public let totalPercent: Finding<Double>
  /// Total change divided by the years between.
  public let meanYearlyChange: Finding<Double>
  /// Compound annual growth as a fraction: (last ⁄ first)^(1 ⁄ years) − 1.
  public let compound: Finding<Double>
  /// Growth by a line through the logarithms, as a fraction.
  public let logLinear: Finding<Double>

  /// The best and the worst measured year, given which direction is better.
  public func extremes(higherIsBetter: Bool) -> (best: YearValue, worst: YearValue) {
    higherIsBetter ? (highest, lowest) : (lowest, highest)
  }

  init?(_ segment: SeriesSegment, _ row: TrendRow, _ scope: TrendScope) {
    guard let firstYear = segment.years.first, let lastYear = segment.years.last else { return nil }
    let notPositive = "hanya untuk nilai yang semuanya lebih dari nol"
    first = YearValue(year: firstYear, value: row[.first])
    last = YearValue(year: lastYear, value: row[.last])
    mean = row[.mean]
    highest = YearValue(year: segment.years[Int(row[.greatestIndex])], value: row[.greatest])
    lowest = YearValue(year: segment.years[Int(row[.leastIndex])], value: row[.least])
    changes = zip(segment.years, segment.years.dropFirst()).enumerated().map { index, years in
      let percent = row[.changePercent(index + 1)]
      return YearlyChange(
        from: years.0, to: years.1, absolute: row[.change(index + 1)],
        percent: percent.isNaN ? .withheld("nilai awal tidak lebih dari nol") : .known(percent))
    }
    totalChange = scope.finding(.change, row.known(.totalChange), otherwise: notPositive)
    totalPercent = scope.finding(
      .change, row.known(.totalChangePercent), otherwise: "nilai awal tidak lebih dari nol")
    meanYearlyChange = scope.finding(.change, row.known(.meanYearlyChange), otherwise: notPositive)
    compound = scope.finding(
      .change, row.known(.compoundGrowth), otherwise: "hanya bila nilai awal dan akhir lebih dari nol")
    logLinear = scope.finding(.slope, row.known(.logLinearGrowth), otherwise: notPositive)
  }
}
