import Glibc

/// The logit scale between two bounds: ln((y − least) ⁄ (greatest − y)).
public struct LogitScale: Hashable, Sendable {
  /// The lower bound, which like the upper one the scale puts infinitely far away.
  public let least: Double
  /// The upper bound.
  public let greatest: Double

  /// Makes the scale of two bounds.
  ///
  /// - Returns: Nothing unless both ends are bounded, finite and in order.
  public init?(_ bounds: ValueBounds) {
    guard let least = bounds.least, let greatest = bounds.greatest, least.isFinite, greatest.isFinite,
      least < greatest
    else { return nil }
    self.least = least
    self.greatest = greatest
  }

  /// From a value strictly between the bounds to the scale.
  @inline(__always)
  public func forward(_ value: Double) -> Double {
    log((value - least) / (greatest - value))
  }

  /// From the scale to a value between the bounds.
  @inline(__always)
  public func backward(_ logit: Double) -> Double {
    let e = exp(-abs(logit))
    let width = greatest - least
    return logit < 0 ? least + width * (e / (1 + e)) : greatest - width * (e / (1 + e))
  }
}
