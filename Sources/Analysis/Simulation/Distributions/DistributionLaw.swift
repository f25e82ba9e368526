import Glibc

/// A distribution with its constants worked out: tails, density and quantiles.
///
/// Both tails are carried apart so that neither end loses digits.
enum DistributionLaw: Sendable {
  case point(Double)
  case uniform(lower: Double, width: Double)
  case triangular(TriangularLaw)
  case beta(BetaDistribution, lower: Double, width: Double)
  case normal(mean: Double, deviation: Double)
  case truncated(TruncatedNormalLaw)
  /// Values in rising order, each as likely as the others.
  case list([Double])

  /// P(X ≤ x) and P(X > x).
  func tails(_ x: Double) -> (lower: Double, upper: Double) {
    switch self {
    case .point(let value):
      guard !value.isNaN, !x.isNaN else { return (.nan, .nan) }
      return x >= value ? (1, 0) : (0, 1)
    case .uniform(let lower, let width):
      let share = min(max((x - lower) / width, 0), 1)
      return (share, 1 - share)
    case .triangular(let law): return law.tails(x)
    case .beta(let shape, let lower, let width):
      let (share, rest) = ((x - lower) / width, (lower + width - x) / width)
      return shape.tails(share, complement: rest)
    case .normal(let mean, let deviation):
      let z = (x - mean) / deviation
      return (NormalDistribution.cumulative(z), NormalDistribution.upperTail(z))
    case .truncated(let law): return law.tails(x)
    case .list(let values):
      let count = values.count { $0 <= x }
      return (Double(count) / Double(values.count), Double(values.count - count) / Double(values.count))
    }
  }

  /// The value that leaves a probability of at most ½ below it, or above it.
  func value(tail: Double, isUpper: Bool) -> Double {
    switch self {
    case .point(let value): return value
    case .uniform(let lower, let width): return lower + width * (isUpper ? 1 - tail : tail)
    case .triangular(let law): return law.value(tail: tail, isUpper: isUpper)
    case .beta(let shape, let lower, let width):
      guard tail > 0 else { return isUpper ? lower + width : lower }
      let other = 1 - tail
      let logit =
        isUpper
        ? shape.logitQuantile(lower: other, upper: tail) : shape.logitQuantile(lower: tail, upper: other)
      return logit > 0 ? lower + width - width / (1 + exp(logit)) : lower + width / (1 + exp(-logit))
    case .normal(let mean, let deviation):
      let z = NormalDistribution.quantile(tail)
      return isUpper ? mean - deviation * z : mean + deviation * z
    case .truncated(let law): return law.value(tail: tail, isUpper: isUpper)
    case .list(let values):
      let place = Int((isUpper ? 1 - tail : tail) * Double(values.count))
      return values[min(place, values.count - 1)]
    }
  }

  /// The density at x, where there is one; 0 for distributions of single values.
  func density(_ x: Double) -> Double {
    switch self {
    case .point, .list: return 0
    case .uniform(let lower, let width): return x >= lower && x <= lower + width ? 1 / width : 0
    case .triangular(let law): return law.density(x)
    case .beta(let shape, let lower, let width):
      let (share, rest) = ((x - lower) / width, (lower + width - x) / width)
      guard share > 0, rest > 0 else { return 0 }
      return shape.kernel(share, complement: rest) / (share * rest * width)
    case .normal(let mean, let deviation):
      return NormalDistribution.density((x - mean) / deviation) / deviation
    case .truncated(let law): return law.density(x)
    }
  }
}

extension Distribution {
  /// The distribution with its constants worked out; a point when the bounds coincide, a point that is not a number
  /// when the distribution is not valid.
  var law: DistributionLaw {
    switch self {
    case .constant(let value): return .point(value)
    case .uniform(let lower, let upper):
      return lower < upper
        ? .uniform(lower: lower, width: upper - lower) : .point(lower == upper ? lower : .nan)
    case .triangular(let lower, let mode, let upper):
      guard lower <= mode, mode <= upper else { return .point(.nan) }
      return lower < upper ? .triangular(.init(lower: lower, mode: mode, upper: upper)) : .point(lower)
    case .pert(let lower, let mode, let upper):
      guard lower <= mode, mode <= upper else { return .point(.nan) }
      guard lower < upper else { return .point(lower) }
      let width = upper - lower
      return Self.betaLaw(
        alpha: 1 + 4 * (mode - lower) / width, beta: 1 + 4 * (upper - mode) / width, lower: lower,
        upper: upper)
    case .normal(let mean, let deviation):
      guard deviation > 0 else { return .point(deviation == 0 ? mean : .nan) }
      return .normal(mean: mean, deviation: deviation)
    case .truncatedNormal(let mean, let deviation, let lower, let upper):
      guard lower <= upper, deviation >= 0 else { return .point(.nan) }
      guard deviation > 0 else { return .point(mean >= lower && mean <= upper ? mean : .nan) }
      guard lower < upper else { return .point(lower) }
      return .truncated(.init(mean: mean, deviation: deviation, lower: lower, upper: upper))
    case .beta(let alpha, let beta, let lower, let upper):
      guard lower < upper else { return .point(lower == upper ? lower : .nan) }
      return Self.betaLaw(alpha: alpha, beta: beta, lower: lower, upper: upper)
    case .historical(let base, let changes):
      guard let first = changes.first else { return .point(.nan) }
      guard changes.contains(where: { $0 != first }) else { return .point(base + first) }
      return .list(changes.map { base + $0 }.sorted())
    }
  }

  private static func betaLaw(alpha: Double, beta: Double, lower: Double, upper: Double) -> DistributionLaw {
    guard let shape = BetaDistribution(alpha: alpha, beta: beta) else { return .point(.nan) }
    return .beta(shape, lower: lower, width: upper - lower)
  }
}
