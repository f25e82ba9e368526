/// A result that may be stated, or the reason why it may not.
public enum Finding<Value> {
  /// The result.
  case known(Value)
  /// No result; the reason as an Indonesian clause that starts in lower case and has no full stop.
  case withheld(String)

  /// The result where there is one.
  public var value: Value? {
    if case .known(let value) = self { value } else { nil }
  }

  /// Why there is no result.
  public var reason: String? {
    if case .withheld(let reason) = self { reason } else { nil }
  }

  /// The same finding with its result changed.
  public func map<Other>(_ transform: (Value) -> Other) -> Finding<Other> {
    switch self {
    case .known(let value): .known(transform(value))
    case .withheld(let reason): .withheld(reason)
    }
  }
}

extension Finding: Equatable where Value: Equatable {}
extension Finding: Hashable where Value: Hashable {}
extension Finding: Sendable where Value: Sendable {}

/// A range that holds the unknown value with a stated level.
public struct ConfidenceInterval: Hashable, Sendable {
  /// The lower end.
  public let low: Double
  /// The upper end.
  public let high: Double
  /// The level it really has, as a fraction: 0.9833… for the exact slope interval of five values.
  public let confidence: Double
}
