/// Turns uniform draws into draws from one distribution by its inverse distribution function.
///
/// Uniform, triangular, historical and constant inputs are exact; the others go through a ``QuantileTable``.
struct Sampler: Sendable {
  private enum Method: Sendable {
    case constant(Double)
    case uniform(lower: Double, width: Double)
    case triangular(TriangularLaw)
    case list([Double])
    case table(QuantileTable)
  }

  private let method: Method

  init(_ distribution: Distribution) {
    let law = distribution.law
    switch law {
    case .point(let value): method = .constant(value)
    case .uniform(let lower, let width): method = .uniform(lower: lower, width: width)
    case .triangular(let triangle): method = .triangular(triangle)
    case .list(let values): method = .list(values)
    case .beta, .normal, .truncated: method = .table(QuantileTable(law))
    }
  }

  /// The value of a constant input, which needs no draws.
  var constant: Double? {
    if case .constant(let value) = method { return value }
    return nil
  }

  /// Replaces uniform draws in 0..<1 by draws from the distribution.
  func transform(_ draws: UnsafeMutablePointer<Double>, count: Int) {
    switch method {
    case .constant(let value): draws.update(repeating: value, count: count)
    case .uniform(let lower, let width):
      for index in 0..<count { draws[index] = lower + width * draws[index] }
    case .triangular(let law): Self.transform(draws, count: count, by: law)
    case .list(let values):
      values.withUnsafeBufferPointer { values in
        let size = Double(values.count)
        for index in 0..<count {
          draws[index] = values[min(Int(draws[index] * size), values.count - 1)]
        }
      }
    case .table(let table): table.transform(draws, count: count)
    }
  }

  private static func transform(_ draws: UnsafeMutablePointer<Double>, count: Int, by law: TriangularLaw) {
    let width = law.upper - law.lower
    let share = (law.mode - law.lower) / width
    let left = width * (law.mode - law.lower)
    let right = width * (law.upper - law.mode)
    for index in 0..<count {
      let p = draws[index]
      let isLeft = p < share
      let root = (isLeft ? p * left : (1 - p) * right).squareRoot()
      draws[index] = isLeft ? law.lower + root : law.upper - root
    }
  }
}
