import Glibc

extension BetaDistribution {
  /// The value below which the distribution has the probability p.
  ///
  /// - Returns: A value in 0…1; not a number when p is outside 0…1.
  /// - Complexity: Some ten evaluations of the distribution function.
  public func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    guard p > 0 else { return 0 }
    guard p < 1 else { return 1 }
    return 1 / (1 + exp(-logitQuantile(lower: p, upper: 1 - p)))
  }

  /// ln(x ⁄ (1 − x)) of the value x that has the given tails; both are given so that either may be small.
  ///
  /// Newton's method on the logarithm of the smaller tail, kept inside a shrinking bracket.
  func logitQuantile(lower p: Double, upper q: Double) -> Double {
    let usesLower = p <= q
    let goal = log(usesLower ? p : q)
    var low = -1_400.0
    var high = 1_400.0
    var w = log(mean / complementOfMean)
    for _ in 0..<200 {
      let (x, y) = BetaDistribution.logistic(w)
      let tail = tails(x, complement: y)
      let value = usesLower ? tail.lower : tail.upper
      let excess = usesLower ? log(value) - goal : goal - log(value)
      if excess == 0 { break }
      if excess > 0 { high = w } else { low = w }
      let next = w - excess * value / kernel(x, complement: y)
      let isUsable = next.isFinite && next > low && next < high
      let moved = isUsable ? next : (low + high) / 2
      if abs(moved - w) <= 4e-16 * max(1, abs(w)) { return moved }
      w = moved
    }
    return w
  }

  /// The logistic function and its complement.
  private static func logistic(_ w: Double) -> (x: Double, y: Double) {
    let e = exp(-abs(w))
    let large = 1 / (1 + e)
    return w < 0 ? (e * large, large) : (large, e * large)
  }
}
