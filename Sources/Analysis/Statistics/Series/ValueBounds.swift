/// The least and greatest values an indicator can take; either may be absent.
public struct ValueBounds: Hashable, Sendable {
  /// The least possible value.
  public var least: Double?
  /// The greatest possible value.
  public var greatest: Double?

  /// Makes bounds.
  public init(least: Double? = nil, greatest: Double? = nil) {
    self.least = least
    self.greatest = greatest
  }

  /// No bounds at all.
  public static let none = ValueBounds()

  /// Whether neither end is bounded.
  public var isEmpty: Bool { least == nil && greatest == nil }

  /// The nearest possible value.
  public func clipping(_ value: Double) -> Double {
    var clipped = value
    if let least, clipped < least { clipped = least }
    if let greatest, clipped > greatest { clipped = greatest }
    return clipped
  }

  /// Whether a value is possible.
  public func contains(_ value: Double) -> Bool {
    clipping(value) == value
  }
}
