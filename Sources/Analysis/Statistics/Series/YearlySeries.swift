/// One indicator of one unit over years: at most one value a year, some of them missing.
public struct YearlySeries: Hashable, Sendable {
  /// The years, strictly ascending.
  public let years: [Int]
  /// The value of each year; missing where nothing was measured.
  public let values: [Double?]
  /// Years at which a new instrument, definition or indicator starts; values before and after are not
  /// comparable.
  public let breaks: [Int]
  /// The values that are possible.
  public let bounds: ValueBounds

  /// Makes a series.
  ///
  /// Values that are not finite count as missing. Years missing from the list and missing values are the same
  /// thing.
  /// - Throws: A `Problem` when the counts differ or the years do not ascend.
  public init(years: [Int], values: [Double?], breaks: [Int] = [], bounds: ValueBounds = .none)
    throws(Problem)
  {
    guard years.count == values.count else {
      throw Problem(
        "Jumlah tahun (\(years.count)) tidak sama dengan jumlah nilai (\(values.count))", kind: .data)
    }
    for (earlier, later) in zip(years, years.dropFirst()) where earlier >= later {
      throw Problem(
        "Tahun \(later) tidak boleh sesudah tahun \(earlier)", kind: .data,
        expected: "tahun yang berurutan naik, masing-masing satu kali")
    }
    self.years = years
    self.values = values.map { value in value.flatMap { $0.isFinite ? $0 : nil } }
    self.breaks = breaks.sorted()
    self.bounds = bounds
  }

  /// Everything measured since the last break that has a value behind it.
  ///
  /// A break later than the last value does not count: nothing was measured with the new instrument yet.
  /// - Complexity: O(number of years + number of breaks).
  public var lastSegment: SeriesSegment {
    var observed: [(year: Int, value: Double)] = []
    for (year, value) in zip(years, values) {
      if let value { observed.append((year, value)) }
    }
    guard let last = observed.last?.year else { return SeriesSegment(years: [], values: [], breakYear: nil) }
    let start = breaks.last { $0 <= last }
    let kept = observed.filter { $0.year >= start ?? $0.year }
    let leftOut = observed.count - kept.count
    return SeriesSegment(
      years: kept.map(\.year), values: kept.map(\.value), breakYear: leftOut > 0 ? start : nil,
      yearsBeforeBreak: observed.prefix(leftOut).map(\.year))
  }
}
