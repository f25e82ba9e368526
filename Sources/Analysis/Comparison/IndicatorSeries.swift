/// The official values of one indicator of one unit over years, ready for a trend analysis.
///
/// Years without a value stay in the list and say why. Values are those of the whole year.
public struct IndicatorSeries: Sendable {
  /// The value of one year.
  public struct Entry: Hashable, Sendable {
    /// Calendar year.
    public var year: Int
    /// The official value, or why there is none.
    public var value: Value
    /// Where it came from; `nil` when it is missing.
    public var origin: Origin?
    /// Whether an assumption changed it.
    public var isAssumed: Bool
    /// The code it was stored under; differs from the series' where renamed indicators were joined.
    public var code: String
  }

  /// A target of a later year.
  public struct Target: Hashable, Sendable {
    /// Calendar year.
    public var year: Int
    /// The target.
    public var value: Double
    /// The period it was stored under: empty for the year's own, `renstra` for a mid-term one.
    public var period: String
    /// Where it came from.
    public var origin: Origin?
  }

  /// The indicator's code, or `NKO` for the organisational score.
  public let code: String
  /// The indicator's name.
  public let name: String
  /// The unit's name.
  public let unit: String
  /// Which unit it is; the year is that of the question.
  public let context: Context
  /// Unit of measure.
  public let measure: String
  /// Which way is better.
  public let direction: Direction
  /// One entry per year, ascending, without holes in the years.
  public let entries: [Entry]
  /// Where values stop being comparable.
  public let breaks: [SeriesBreak]
  /// Targets of the years after the last value.
  public let targets: [Target]
  /// Years, values, breaks and bounds for the analysis.
  public let yearly: YearlySeries

  /// Puts a series together.
  ///
  /// Breaks outside the years from the second to the last value are dropped, because nothing lies before them.
  init(
    code: String, name: String, unit: String, context: Context, measure: String, direction: Direction,
    entries: [Entry], breaks: [SeriesBreak], targets: [Target], bounds: ValueBounds
  ) throws(Problem) {
    let measured = entries.filter { $0.value.number != nil }.map(\.year)
    let first = measured.first ?? Int.max
    let last = measured.last ?? Int.min
    let kept = SeriesBreak.merged(breaks).filter { $0.year > first && $0.year <= last }
    self.code = code
    self.name = name
    self.unit = unit
    self.context = context
    self.measure = measure
    self.direction = direction
    self.entries = entries
    self.breaks = kept
    self.targets = targets
    yearly = try YearlySeries(
      years: entries.map(\.year), values: entries.map(\.value.number), breaks: kept.map(\.year),
      bounds: bounds)
  }

  /// The years with a value.
  public var measuredYears: [Int] { entries.filter { $0.value.number != nil }.map(\.year) }

  /// The years whose value a formula gives, because no report states it.
  public var computedYears: [Int] {
    entries.filter { entry in
      if case .computed = entry.origin { entry.code != "NKO" } else { false }
    }.map(\.year)
  }

  /// The break that starts the part that is analysed, if any value lies before it.
  public var lastBreak: SeriesBreak? {
    let start = yearly.lastSegment.breakYear
    return breaks.last { $0.year == start }
  }

  /// The values with the first value after the last break as 100.
  ///
  /// - Returns: Nothing when that first value is not above zero.
  public var index: [(year: Int, value: Double?)]? {
    let segment = yearly.lastSegment
    guard let first = segment.years.first, let base = segment.values.first, base > 0 else { return nil }
    return entries.filter { $0.year >= first }.map { ($0.year, $0.value.number.map { $0 / base * 100 }) }
  }

  /// The target of a later year: the year's own before a mid-term one.
  public func target(in year: Int) -> Target? { targets.first { $0.year == year } }
}
