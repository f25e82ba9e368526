/// Several series in the order of how fast they improve.
public struct TrendRanking: Sendable {
  /// What the speeds are measured in.
  public enum Basis: Hashable, Sendable {
    /// The indicator's own unit per year: all series are of one indicator.
    case own
    /// Index points per year, the first value being 100: the series have different scales.
    case index
  }

  /// One series' place.
  public struct Place: Hashable, Sendable {
    /// Position in the list that was given.
    public var series: Int
    /// Least-squares change per year in the basis; `nil` where no slope may be stated.
    public var speed: Double?
    /// Rank by improvement, from 1; equal speeds share one; `nil` without a speed.
    public var rank: Int?
  }

  /// What the speeds are measured in.
  public let basis: Basis
  /// The places, best first; those without a speed last, in the order given.
  public let places: [Place]

  /// Ranks series by their least-squares slope, turned round for indicators where lower is better.
  ///
  /// - Complexity: O(k log k) for k series.
  public init(_ items: [(series: IndicatorSeries, analysis: TrendAnalysis)]) {
    let isOneIndicator = Set(items.map(\.series.code)).count < 2
    basis = isOneIndicator ? .own : .index
    var found: [(place: Place, gain: Double)] = []
    var rest: [Place] = []
    for (position, item) in items.enumerated() {
      guard let slope = item.analysis.linear.value?.slope,
        let speed = isOneIndicator ? slope : Self.indexed(slope, item.analysis)
      else {
        rest.append(Place(series: position))
        continue
      }
      found.append((Place(series: position, speed: speed), item.series.direction == .rising ? speed : -speed))
    }
    found.sort { ($1.gain, $0.place.series) < ($0.gain, $1.place.series) }
    for position in found.indices {
      let isTied = position > 0 && found[position].gain == found[position - 1].gain
      found[position].place.rank = isTied ? found[position - 1].place.rank : position + 1
    }
    places = found.map(\.place) + rest
  }

  private static func indexed(_ slope: Double, _ analysis: TrendAnalysis) -> Double? {
    guard let first = analysis.growth?.first.value, first > 0 else { return nil }
    return slope / first * 100
  }
}
