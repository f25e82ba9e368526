/// Any one number that the trend arithmetic gives for a series.
public enum TrendColumn: Hashable, Sendable {
  /// What a projection column holds.
  public enum Quantity: Int, CaseIterable, Hashable, Sendable {
    /// The forecast and the standard error of a new observation around it.
    case point, standardError
    /// The ends of the intervals for a new observation.
    case low80, high80, low95, high95
  }

  /// A number that describes the whole series.
  case measure(TrendMeasure)
  /// Change from the previous measured year, at positions 1 … n − 1, absolute or in percent of the previous
  /// value.
  case change(Int)
  case changePercent(Int)
  /// The forecast by a method, a number of years after the last measured year (1, 2, …).
  case projection(ProjectionMethod, Quantity, Int)
  /// Least squares on the logit scale, transformed back; no standard error.
  case logitProjection(Quantity, Int)
  /// The forecast of the value at a position from the values before it.
  case hindcast(HindcastModel, Int)
}
