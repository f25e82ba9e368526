import Analysis

/// One series with everything that is said about it.
struct TrendItem: Sendable {
  /// What was asked about projections.
  struct Settings: Sendable {
    /// How the series is carried on.
    var method: ProjectionMethod
    /// How many years; 0 for none.
    var years: Int
    /// How values are kept inside their bounds.
    var handling: BoundsHandling
    /// The target given with the command.
    var target: Double?
  }

  /// A target with the probability of reaching it.
  struct Chance: Sendable {
    /// The target.
    var target: Double
    /// Where it came from: `perintah`, the year's own target, or a mid-term one.
    var source: String
    /// Where it was printed.
    var origin: Origin?
    /// The probability, as a fraction.
    var probability: Finding<Double>
  }

  let series: IndicatorSeries
  let analysis: TrendAnalysis
  let settings: Settings
  /// The projection; nothing when none was asked for.
  let projection: Finding<Projection>?
  /// What is known about the target of each projected year.
  let chances: [Int: Chance]
  /// How values are written.
  let style: NumberStyle

  /// Analyses a series.
  init(_ series: IndicatorSeries, settings: Settings) throws(Problem) {
    let analysis = TrendAnalysis(series.yearly)
    self.series = series
    self.analysis = analysis
    self.settings = settings
    style = Self.style(of: series)
    guard settings.years > 0 else {
      projection = nil
      chances = [:]
      return
    }
    let projection = try analysis.projection(
      settings.method, years: settings.years, handling: settings.handling)
    self.projection = projection
    var chances: [Int: Chance] = [:]
    for point in projection.value?.points ?? [] {
      let stored = series.target(in: point.year)
      guard let target = settings.target ?? stored?.value else { continue }
      let source =
        settings.target != nil
        ? "perintah" : stored.map { $0.period.isEmpty ? "target \($0.year)" : $0.period }
      let probability = try analysis.probability(
        ofReaching: target, in: point.year, higherIsBetter: series.direction == .rising,
        method: settings.method,
        handling: settings.handling)
      chances[point.year] = Chance(
        target: target, source: source ?? "",
        origin: settings.target == nil ? stored?.origin : .given("target="),
        probability: probability)
    }
    self.chances = chances
  }

  /// The sentences.
  var narrative: TrendNarrative {
    TrendNarrative(series, analysis, style: style, projectionStyle: projectionStyle)
  }

  /// The code with its unit.
  var title: String { "\(series.code) \(series.unit)" }

  /// The first and last year with a value: `2021–2025`.
  var span: String {
    guard let growth = analysis.growth else { return "tanpa nilai" }
    let first = series.measuredYears.first ?? growth.first.year
    return first == growth.last.year ? String(first) : "\(first)–\(growth.last.year)"
  }

  /// How slopes and differences are written.
  var slopeStyle: NumberStyle { style.with(decimals: style.decimals.lowerBound...4).signed }

  /// How projections are written: one decimal more than the values.
  var projectionStyle: NumberStyle {
    let places = style.decimals.lowerBound + 1
    return style.with(decimals: places...places)
  }

  /// Counts are written whole, other values with two to four decimals.
  private static func style(of series: IndicatorSeries) -> NumberStyle {
    if series.code == "NKO" { return .score }
    let values = series.entries.compactMap(\.value.number)
    let isCount = !["nilai", "indeks", "persen", ""].contains(series.measure)
    return isCount && values.allSatisfy { $0 == $0.rounded() } ? .count : .score.with(decimals: 2...4)
  }
}
