/// A number in a document: its full value, how to write it, and where it came from.
public struct Figure: Hashable, Sendable {
  /// The value; `nil` when it is missing.
  public var value: Double?
  /// How to write it.
  public var style: NumberStyle
  /// Where it came from.
  public var origin: Origin?
  /// Why it is missing; empty when it is there.
  public var reason: String

  /// A number that is there.
  public init(_ value: Double, _ style: NumberStyle = .score, origin: Origin? = nil) {
    self.value = value.isFinite ? value : nil
    self.style = style
    self.origin = origin
    reason = value.isFinite ? "" : "nilai tidak terhingga"
  }

  /// A number that may be missing, with the reason.
  public init(_ value: Double?, _ style: NumberStyle = .score, origin: Origin? = nil, reason: String) {
    self.value = value
    self.style = style
    self.origin = origin
    self.reason = value == nil ? reason : ""
  }

  /// The number as written for the reader; `–` when it is missing.
  public var text: String {
    value.map { style.text($0) } ?? "–"
  }
}
