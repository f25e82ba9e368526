extension DistributionLaw {
  /// The mean.
  var mean: Double {
    switch self {
    case .point(let value): return value
    case .uniform(let lower, let width): return lower + width / 2
    case .triangular(let law): return (law.lower + law.mode + law.upper) / 3
    case .beta(let shape, let lower, let width): return lower + width * shape.mean
    case .normal(let mean, _): return mean
    case .truncated(let law): return law.moments.mean
    case .list(let values): return values.reduce(0, +) / Double(values.count)
    }
  }

  /// The variance, in the square of the input's unit.
  var variance: Double {
    switch self {
    case .point(let value): return value.isNaN ? .nan : 0
    case .uniform(_, let width): return width * width / 12
    case .triangular(let law): return law.variance
    case .beta(let shape, _, let width):
      return width * width * shape.mean * shape.complementOfMean / (shape.alpha + shape.beta + 1)
    case .normal(_, let deviation): return deviation * deviation
    case .truncated(let law): return law.moments.variance
    case .list(let values):
      let centre = mean
      return values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(values.count)
    }
  }
}
