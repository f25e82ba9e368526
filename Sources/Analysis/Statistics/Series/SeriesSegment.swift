/// The measured years of a series that may be compared with one another: no missing values and no break
/// inside.
public struct SeriesSegment: Hashable, Sendable {
  /// The measured years, strictly ascending; years without a value are left out, so the spacing may vary.
  public let years: [Int]
  /// The value of each of those years.
  public let values: [Double]
  /// The year of the break that starts the segment; nothing when no measured year was left out.
  public let breakYear: Int?
  /// The measured years before the break, left out of the trend.
  public let yearsBeforeBreak: [Int]

  init(years: [Int], values: [Double], breakYear: Int?, yearsBeforeBreak: [Int] = []) {
    self.years = years
    self.values = values
    self.breakYear = breakYear
    self.yearsBeforeBreak = yearsBeforeBreak
  }

  /// The number of measured years.
  public var count: Int { years.count }

  /// The years between the first and the last that have no value.
  public var missingYears: [Int] {
    zip(years, years.dropFirst()).flatMap { earlier, later in Array(earlier + 1..<later) }
  }

  /// Whether there are at least two values and all are equal.
  public var isConstant: Bool {
    guard let first = values.first, values.count > 1 else { return false }
    return values.allSatisfy { $0 == first }
  }
}
