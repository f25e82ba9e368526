/// A value that may be missing, and then says why.
public enum Measured: Hashable, Sendable {
  /// The value.
  case value(Double)
  /// No value, with the reason as an Indonesian phrase.
  case missing(String)

  /// The value, `nil` when missing.
  public var value: Double? {
    if case .value(let value) = self { return value }
    return nil
  }

  /// Why it is missing; empty when it is not.
  public var reason: String {
    if case .missing(let reason) = self { return reason }
    return ""
  }

  /// The value computed from this one, or the same reason.
  public func map(_ transform: (Double) -> Double) -> Measured {
    switch self {
    case .value(let value):
      let result = transform(value)
      return result.isFinite ? .value(result) : .missing("hasilnya bukan bilangan")
    case .missing: return self
    }
  }

  /// A value computed from two, or the first reason.
  public static func combine(_ left: Measured, _ right: Measured, _ compute: (Double, Double) -> Measured)
    -> Measured
  {
    guard case .value(let a) = left else { return left }
    guard case .value(let b) = right else { return right }
    return compute(a, b)
  }

  /// The mean of the values that are there.
  ///
  /// - Returns: Missing when no value is there.
  public static func mean(_ values: some Sequence<Measured>) -> Measured {
    var sum = 0.0
    var count = 0
    for case .value(let value) in values {
      sum += value
      count += 1
    }
    return count == 0 ? .missing("tidak ada nilai yang dapat dirata-ratakan") : .value(sum / Double(count))
  }
}
