/// What is known of an indicator when its next target is set.
public struct TargetHistory: Sendable {
  /// A unit's result to compare with.
  public struct Peer: Hashable, Sendable {
    /// The unit's name.
    public let unit: String
    /// Its result in the year before.
    public let value: Double
  }

  /// A target for the year that is already promised somewhere.
  public struct Agreement: Hashable, Sendable {
    /// The period it is stored under; empty for the whole year.
    public let period: String
    /// The target.
    public let value: Double
  }

  /// The indicator.
  public let indicator: Indicator
  /// The year whose target is set.
  public let year: Int
  /// The official results before that year, ascending.
  public let values: [YearValue]
  /// The result of the year before: the worksheet's, else the official one.
  public let last: Double?
  /// The trend of the results; `nil` without results.
  public let analysis: TrendAnalysis?
  /// The target of the mid-term plan: its year and value.
  public let midTerm: YearValue?
  /// The targets already promised for the year, in file order.
  public let agreements: [Agreement]
  /// Results of other units in the year before, in file order.
  public let peers: [Peer]
  /// The ceiling of the indicator's node in the year before, in rupiah.
  public let previousCeiling: Double?
  /// The ceiling of the indicator's node in the year, in rupiah.
  public let ceiling: Double?

  /// Gathers what is known.
  ///
  /// - Parameters:
  ///   - entry: The key indicator in the worksheet.
  ///   - model: Facts and formulas.
  ///   - context: The unit's context in the year whose target is set.
  /// - Returns: `nil` when the catalogue does not know the indicator.
  public init?(_ entry: WorksheetEntry, model: FormulaModel, context: Context) {
    let catalogue = model.catalogue(of: context)
    guard let index = catalogue.indicator(entry.code) else { return nil }
    let place = context.with(period: 0)
    let indicator = catalogue.indicators[index]
    self.indicator = indicator
    year = context.year
    let first = model.dataset(of: context).measuredYears(of: context.unit).first ?? context.year - 1
    let span =
      min(max(first, context.year - SeriesBuilder.largestCount), context.year - 1)...(context.year - 1)
    var builder = SeriesBuilder(Evaluator(model, in: place.with(year: context.year - 1)), years: span)
    let series = try? builder.series(index, of: place.with(year: context.year - 1))
    let values = (series?.entries ?? []).compactMap { entry in
      entry.value.number.map { YearValue(year: entry.year, value: $0) }
    }
    self.values = values
    last = entry.previousActual ?? values.last { $0.year == context.year - 1 }?.value
    analysis = values.isEmpty ? nil : series.map { TrendAnalysis($0.yearly) }
    let sources = TargetSources(model: model, context: place, indicator: index)
    midTerm = sources.midTerm
    agreements = sources.agreements
    peers = sources.peers
    previousCeiling = indicator.node.flatMap { sources.ceiling(of: $0, in: context.year - 1) }
    ceiling = indicator.node.flatMap { sources.ceiling(of: $0, in: context.year) }
  }

  /// Whether a greater value is better.
  public var higherIsBetter: Bool { indicator.direction == .rising }

  /// Whether one value is better than another.
  public func isBetter(_ value: Double, than other: Double) -> Bool {
    higherIsBetter ? value > other : value < other
  }

  /// The best result of other units.
  public var bestPeer: Peer? {
    peers.reduce(nil) { best, peer in
      guard let best else { return peer }
      return isBetter(peer.value, than: best.value) ? peer : best
    }
  }

  /// The mean of the last three results; `nil` when there are fewer.
  public var meanOfThree: Double? {
    guard values.count >= 3 else { return nil }
    return values.suffix(3).map(\.value).reduce(0, +) / 3
  }

  /// The value on the straight path from the last result to the mid-term target.
  ///
  /// When the mid-term target is already reached the path is flat: it stays at the last result.
  public var path: Double? {
    guard let last, let end = midTerm, end.year >= year else { return nil }
    guard !isMidTermReached else { return last }
    return last + (end.value - last) / Double(end.year - (year - 1))
  }

  /// Whether the last result already is as good as the mid-term target.
  public var isMidTermReached: Bool {
    guard let last, let end = midTerm else { return false }
    return !isBetter(end.value, than: last)
  }

  /// The probability of reaching a target by the straight line through the results.
  public func probability(of target: Double) -> Finding<Double> {
    guard let analysis else { return .withheld("belum ada realisasi") }
    do {
      return try analysis.probability(ofReaching: target, in: year, higherIsBetter: higherIsBetter)
    } catch {
      return .withheld("realisasi terakhir terlalu jauh dari \(year)")
    }
  }

  /// A quantile of the predictive distribution for the year, in the direction that is better: 0.9 is hard to
  /// reach.
  public func predictive(_ share: Double) -> Finding<Double> {
    guard let analysis, let last = analysis.segment.years.last else {
      return .withheld("belum ada realisasi")
    }
    let ahead = year - last
    guard (1...TrendAnalysis.farthestYear).contains(ahead) else {
      return .withheld("realisasi terakhir terlalu jauh dari \(year)")
    }
    let projection = try? analysis.projection(.ols, years: ahead, handling: .none)
    guard let projection else { return .withheld("tren tidak dapat diproyeksikan") }
    guard let point = projection.value?.points.last else {
      return .withheld(projection.reason ?? "data kurang")
    }
    guard let error = point.standardError.value,
      let student = StudentDistribution(degreesOfFreedom: Double(analysis.segment.count - 2))
    else { return .withheld(point.standardError.reason ?? "data kurang") }
    let quantile = student.quantile(share)
    return .known(point.value + error * (higherIsBetter ? quantile : -quantile))
  }
}
