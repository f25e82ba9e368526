/// What is believed about an uncertain input: its probability distribution.
///
/// Nothing is checked when a value is made; ``validate()`` refuses what makes no sense, before anything runs.
public enum Distribution: Hashable, Sendable {
  /// Always the same value.
  case constant(Double)
  /// Every value between the bounds is equally likely.
  case uniform(lower: Double, upper: Double)
  /// The density rises straight to the mode and falls straight from it.
  case triangular(lower: Double, mode: Double, upper: Double)
  /// The PERT form of the beta distribution: shapes 1 + 4(m − a)/(b − a) and 1 + 4(b − m)/(b − a).
  case pert(lower: Double, mode: Double, upper: Double)
  /// The normal distribution, without bounds.
  case normal(mean: Double, deviation: Double)
  /// The normal distribution given that it falls between the bounds; mean and deviation are the parent's.
  case truncatedNormal(mean: Double, deviation: Double, lower: Double, upper: Double)
  /// The beta distribution stretched from 0…1 to the bounds.
  case beta(alpha: Double, beta: Double, lower: Double, upper: Double)
  /// The base value plus one of an indicator's own yearly changes, each as likely as the others.
  case historical(base: Double, changes: [Double])

  /// The mean.
  ///
  /// - Returns: Not a number when the distribution is not valid.
  public var mean: Double { law.mean }

  /// The standard deviation, in the input's unit.
  ///
  /// - Returns: Not a number when the distribution is not valid.
  public var deviation: Double { max(law.variance, 0).squareRoot() }

  /// The probability of a value at most x.
  ///
  /// - Returns: Not a number when the distribution is not valid.
  public func cumulative(_ x: Double) -> Double { law.tails(x).lower }

  /// The value below which the distribution has the probability p (the inverse of ``cumulative(_:)``).
  ///
  /// - Returns: Not a number when the distribution is not valid or p lies outside 0…1.
  public func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    return p <= 0.5 ? law.value(tail: p, isUpper: false) : law.value(tail: 1 - p, isUpper: true)
  }

  /// Whether every draw is the same value.
  public var isConstant: Bool {
    if case .point = law { return true }
    return false
  }
}
