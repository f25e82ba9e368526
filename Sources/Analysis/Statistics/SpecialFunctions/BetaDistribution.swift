import Glibc

/// The beta distribution on 0…1; its distribution function is the regularised incomplete beta function.
///
/// Making a value works out the constants once, so that evaluating many points of one distribution is cheap.
public struct BetaDistribution: Hashable, Sendable {
  /// The first shape, positive.
  public let alpha: Double
  /// The second shape, positive.
  public let beta: Double
  /// α ⁄ (α + β) and β ⁄ (α + β).
  let mean: Double
  let complementOfMean: Double
  /// xᵅ(1−x)ᵝ ⁄ B(α, β) at the mean.
  private let scale: Double

  /// Makes a distribution.
  ///
  /// - Returns: Nothing unless both shapes are positive and finite.
  public init?(alpha: Double, beta: Double) {
    guard alpha > 0, beta > 0, alpha.isFinite, beta.isFinite else { return nil }
    let sum = alpha + beta
    self.alpha = alpha
    self.beta = beta
    mean = alpha / sum
    complementOfMean = beta / sum
    let correction =
      StirlingCorrection.value(sum) - StirlingCorrection.value(alpha) - StirlingCorrection.value(beta)
    scale = (alpha * complementOfMean / (2 * Double.pi)).squareRoot() * exp(correction)
  }

  /// P(X ≤ x); 0 below the range and 1 above it.
  public func cumulative(_ x: Double) -> Double {
    guard x > 0 else { return x.isNaN ? .nan : 0 }
    guard x < 1 else { return 1 }
    return tails(x, complement: 1 - x).lower
  }

  /// P(X > x), exact also where it is small.
  public func upperTail(_ x: Double) -> Double {
    guard x > 0 else { return x.isNaN ? .nan : 1 }
    guard x < 1 else { return 0 }
    return tails(x, complement: 1 - x).upper
  }

  /// The density at x.
  public func density(_ x: Double) -> Double {
    guard x > 0, x < 1 else { return x.isNaN ? .nan : 0 }
    return kernel(x, complement: 1 - x) / (x * (1 - x))
  }

  /// Both tails at a point given together with its complement, so that neither end loses digits.
  ///
  /// Continued fraction of DiDonato & Morris (1992), evaluated by the modified Lentz method.
  /// - Complexity: O(√(α + β)) steps.
  public func tails(_ x: Double, complement y: Double) -> (lower: Double, upper: Double) {
    guard x > 0 else { return (0, 1) }
    guard y > 0 else { return (1, 0) }
    let front = kernel(x, complement: y)
    if x <= (alpha + 1) / (alpha + beta + 2) {
      let lower = min(front * BetaDistribution.fraction(alpha, beta, x) / alpha, 1)
      return (lower, 1 - lower)
    }
    let upper = min(front * BetaDistribution.fraction(beta, alpha, y) / beta, 1)
    return (1 - upper, upper)
  }

  /// xᵅ(1−x)ᵝ ⁄ B(α, β), by Loader's saddle-point form, which keeps its digits for large shapes.
  func kernel(_ x: Double, complement y: Double) -> Double {
    // The difference from the mean, formed on the side where x or its complement carries more digits.
    let difference = x < y ? x - mean : complementOfMean - y
    let exponent =
      alpha * BetaDistribution.deviance(x, mean, difference)
      + beta * BetaDistribution.deviance(y, complementOfMean, -difference)
    return scale * exp(exponent)
  }

  /// ln(v ⁄ centre) − (v − centre) ⁄ centre.
  private static func deviance(_ value: Double, _ centre: Double, _ difference: Double) -> Double {
    let u = difference / centre
    return abs(u) < 0.35 ? SpecialFunctions.logOnePlusMinus(u) : log(value / centre) - u
  }

  /// The continued fraction of the incomplete beta function (Abramowitz & Stegun 26.5.8).
  private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var c = 1.0
    var d = 1 - (a + b) * x / (a + 1)
    if abs(d) < tiny { d = tiny }
    d = 1 / d
    var result = d
    var m = 1.0
    while m < 20_000 {
      let twice = 2 * m
      let even = m * (b - m) * x / ((a + twice - 1) * (a + twice))
      d = 1 + even * d
      c = 1 + even / c
      if abs(d) < tiny { d = tiny }
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + twice) * (a + twice + 1))
      d = 1 + odd * d
      c = 1 + odd / c
      if abs(d) < tiny { d = tiny }
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      let change = d * c
      result *= change
      if abs(change - 1) < 2.3e-16 { break }
      m += 1
    }
    return result
  }
}
