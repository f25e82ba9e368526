import Glibc

/// The normal distribution given that it falls between two bounds.
struct TruncatedNormalLaw: Sendable {
  let mean: Double
  let deviation: Double
  let lower: Double
  let upper: Double
  /// The bounds in the parent's standard deviations.
  private let low: Double
  private let high: Double
  /// The parent's probability between the bounds.
  let mass: Double

  init(mean: Double, deviation: Double, lower: Double, upper: Double) {
    (self.mean, self.deviation, self.lower, self.upper) = (mean, deviation, lower, upper)
    low = (lower - mean) / deviation
    high = (upper - mean) / deviation
    mass = Self.probability(from: low, to: high)
  }

  func tails(_ x: Double) -> (lower: Double, upper: Double) {
    if x <= lower { return (0, 1) }
    if x >= upper { return (1, 0) }
    let z = (x - mean) / deviation
    return (Self.probability(from: low, to: z) / mass, Self.probability(from: z, to: high) / mass)
  }

  func value(tail: Double, isUpper: Bool) -> Double {
    let (below, above) = isUpper ? (1 - tail, tail) : (tail, 1 - tail)
    let p = NormalDistribution.cumulative(low) + below * mass
    let z =
      p < 0.5
      ? NormalDistribution.quantile(p)
      : -NormalDistribution.quantile(NormalDistribution.upperTail(high) + above * mass)
    return min(max(mean + deviation * z, lower), upper)
  }

  func density(_ x: Double) -> Double {
    guard x >= lower, x <= upper else { return 0 }
    return NormalDistribution.density((x - mean) / deviation) / (deviation * mass)
  }

  /// Mean and variance.
  ///
  /// Closed form, except that narrow intervals, where it would lose all digits, are integrated by five-point
  /// Gauss–Legendre quadrature on eight panels.
  var moments: (mean: Double, variance: Double) {
    guard high - low < 1 else {
      let (left, right) = (NormalDistribution.density(low), NormalDistribution.density(high))
      let shift = (left - right) / mass
      let spread = 1 + (low * left - high * right) / mass - shift * shift
      return (mean + deviation * shift, deviation * deviation * spread)
    }
    let middle = (low + high) / 2
    let first = integrate { $0 - middle }
    let second = integrate { ($0 - middle) * ($0 - middle) }
    return (mean + deviation * (middle + first), deviation * deviation * (second - first * first))
  }

  /// The expected value of a function of the standardised variable.
  private func integrate(_ function: (Double) -> Double) -> Double {
    let nodes = [
      (0.0, 0.5688888888888889), (-0.5384693101056831, 0.4786286704993665),
      (0.5384693101056831, 0.4786286704993665), (-0.9061798459386640, 0.2369268850561891),
      (0.9061798459386640, 0.2369268850561891),
    ]
    let half = (high - low) / 16
    var (sum, weightSum) = (0.0, 0.0)
    for panel in 0..<8 {
      let centre = low + half * Double(2 * panel + 1)
      for (place, weight) in nodes {
        let z = centre + half * place
        // Relative to the middle of the interval, so that far tails do not underflow.
        let density = weight * exp((low + high - 2 * z) * (low + high + 2 * z) / 8)
        sum += density * function(z)
        weightSum += density
      }
    }
    return sum / weightSum
  }

  /// P(from < Z ≤ to), formed in the tail where neither probability rounds to one.
  private static func probability(from low: Double, to high: Double) -> Double {
    if low > 0 { return NormalDistribution.upperTail(low) - NormalDistribution.upperTail(high) }
    if high < 0 { return NormalDistribution.cumulative(high) - NormalDistribution.cumulative(low) }
    return 1 - NormalDistribution.cumulative(low) - NormalDistribution.upperTail(high)
  }
}
