import Glibc

/// Student's t distribution.
public struct StudentDistribution: Hashable, Sendable {
  /// The degrees of freedom, positive; need not be whole.
  public let degreesOfFreedom: Double
  private let beta: BetaDistribution

  /// Makes a distribution.
  ///
  /// - Returns: Nothing unless the degrees of freedom are positive and finite.
  public init?(degreesOfFreedom: Double) {
    guard let beta = BetaDistribution(alpha: degreesOfFreedom / 2, beta: 0.5) else { return nil }
    self.degreesOfFreedom = degreesOfFreedom
    self.beta = beta
  }

  /// P(|T| > |t|), the two-sided p-value; exact also where it is tiny.
  public func twoSided(_ t: Double) -> Double {
    tails(t).outside
  }

  /// P(T ≤ t).
  public func cumulative(_ t: Double) -> Double {
    let (outside, inside) = tails(t)
    return t < 0 ? outside / 2 : 0.5 + inside / 2
  }

  /// P(T > t).
  public func upperTail(_ t: Double) -> Double {
    cumulative(-t)
  }

  /// The value below which the distribution has the probability p.
  ///
  /// - Returns: Infinite at 0 and 1; not a number outside 0…1.
  public func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    guard p != 0.5 else { return 0 }
    let tail = min(p, 1 - p)
    guard tail > 0 else { return p < 0.5 ? -.infinity : .infinity }
    let size = magnitude(outside: 2 * tail, inside: 1 - 2 * tail)
    return p < 0.5 ? -size : size
  }

  /// The half-width, in standard errors, of the central interval with a given probability: t₀.₉₇₅ for 0.95.
  public func halfWidth(confidence: Double) -> Double {
    guard confidence > 0, confidence < 1 else {
      return confidence == 0 ? 0 : (confidence == 1 ? .infinity : .nan)
    }
    return magnitude(outside: 1 - confidence, inside: confidence)
  }

  private func magnitude(outside: Double, inside: Double) -> Double {
    degreesOfFreedom.squareRoot() * exp(-beta.logitQuantile(lower: outside, upper: inside) / 2)
  }

  private func tails(_ t: Double) -> (outside: Double, inside: Double) {
    guard !t.isNaN else { return (.nan, .nan) }
    let square = t * t
    guard square.isFinite else { return (0, 1) }
    let sum = degreesOfFreedom + square
    let (lower, upper) = beta.tails(degreesOfFreedom / sum, complement: square / sum)
    return (lower, upper)
  }
}
