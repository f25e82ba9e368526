/// The ends of an interval for a new observation.
public struct PredictionInterval: Hashable, Sendable {
  /// The lower end; like the upper one inside the bounds when these are clipped.
  public let low: Double
  /// The upper end.
  public let high: Double
  /// The nominal level, as a fraction.
  public let confidence: Double
  /// Whether the lower end was moved to a bound.
  public let isLowClipped: Bool
  /// Whether the upper end was moved to a bound.
  public let isHighClipped: Bool
}

/// The forecast for one year.
public struct ProjectionPoint: Hashable, Sendable {
  /// The year.
  public let year: Int
  /// How many years it is after the last measured one.
  public let ahead: Int
  /// The forecast.
  public let value: Double
  /// The forecast before clipping.
  public let unclipped: Double
  /// Whether the forecast was moved to a bound.
  public let isClipped: Bool
  /// Whether the forecast before clipping is not a possible value.
  public let isOutsideBounds: Bool
  /// The standard error of a new observation, on the scale on which the method works.
  public let standardError: Finding<Double>
  /// The 80 % interval for a new observation.
  public let interval80: Finding<PredictionInterval>
  /// The same at 95 %.
  public let interval95: Finding<PredictionInterval>
}

/// How well a method would have forecast the values that are known, each from those before it.
public struct HindcastComparison: Hashable, Sendable {
  /// The number of hindcasts; few of them prove little.
  public let count: Int
  /// The mean absolute error of the method.
  public let error: Double
  /// The mean absolute error of the naive forecast.
  public let naiveError: Double
}

/// A series carried on by one method.
public struct Projection: Hashable, Sendable {
  /// The method.
  public let method: ProjectionMethod
  /// How it was kept inside the bounds.
  public let handling: BoundsHandling
  /// The years after the last measured one.
  public let points: [ProjectionPoint]
  /// The naive forecast for all of them: the last value.
  public let naive: Double
  /// The hindcast errors of the method and of the naive forecast.
  public let hindcast: Finding<HindcastComparison>

  /// Whether any forecast or interval end was moved to a bound.
  public var isAnythingClipped: Bool {
    points.contains { point in
      point.isClipped
        || [point.interval80.value, point.interval95.value].contains {
          $0?.isLowClipped == true || $0?.isHighClipped == true
        }
    }
  }
}
