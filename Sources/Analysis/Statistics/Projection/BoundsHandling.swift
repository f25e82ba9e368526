/// How a projection is kept inside the values that are possible.
public enum BoundsHandling: String, CaseIterable, Hashable, Sendable {
  /// Not at all; points outside are marked.
  case none = "tidak"
  /// Forecasts and interval ends outside are moved to the bound and marked.
  case clip = "potong"
  /// The method works on the logit scale between the bounds, where nothing falls outside.
  case logit
}
