extension CorrelationMatrix {
  /// The nearest correlation matrix that is safely positive definite, with three decimals.
  ///
  /// Alternating projections onto the matrices with eigenvalues of at least 0.01 and those with a unit diagonal,
  /// with Dykstra's correction: N. J. Higham, "Computing the nearest correlation matrix", IMA J. Numer. Anal. 22
  /// (2002). The result is rounded towards zero to three decimals.
  /// - Complexity: O(size³) for each of at most 200 steps.
  public func nearest() -> CorrelationMatrix {
    var current = values
    var correction = [Double](repeating: 0, count: values.count)
    for _ in 0..<200 {
      let shifted = zip(current, correction).map { $0 - $1 }
      let projected = SymmetricEigen(size: size, values: shifted).rebuilt(floor: 0.01)
      correction = zip(projected, shifted).map { $0 - $1 }
      var next = projected
      for place in 0..<size { next[place * size + place] = 1 }
      let change = zip(next, current).reduce(0) { max($0, abs($1.0 - $1.1)) }
      current = next
      if change < 1e-9 { break }
    }
    var shrink = 1.0
    while true {
      let candidate = rounded(current, shrink: shrink)
      if candidate.choleskyFactor() != nil || shrink < 0.01 { return candidate }
      shrink *= 0.99
    }
  }

  private func rounded(_ values: [Double], shrink: Double) -> CorrelationMatrix {
    var result = values
    for row in 0..<size {
      for column in 0..<row {
        let mean = (values[row * size + column] + values[column * size + row]) / 2
        let short = (mean * shrink * 1000).rounded(.towardZero) / 1000
        result[row * size + column] = short
        result[column * size + row] = short
      }
      result[row * size + row] = 1
    }
    return CorrelationMatrix(unchecked: result, names: names)
  }
}

/// Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations.
struct SymmetricEigen {
  let size: Int
  /// The eigenvalues, in the order of the vectors.
  private(set) var values: [Double]
  /// The eigenvectors as columns, row by row.
  private(set) var vectors: [Double]

  init(size: Int, values matrix: [Double]) {
    self.size = size
    var work = matrix
    vectors = (0..<(size * size)).map { $0 / max(size, 1) == $0 % max(size, 1) ? 1 : 0 }
    for _ in 0..<60 {
      var rest = 0.0
      for row in 0..<size {
        for column in 0..<row { rest += work[row * size + column] * work[row * size + column] }
      }
      if rest < 1e-28 { break }
      for p in 0..<size {
        for q in (p + 1)..<max(size, p + 1) { Self.rotate(&work, &vectors, size: size, p, q) }
      }
    }
    values = (0..<size).map { work[$0 * size + $0] }
  }

  /// The matrix with its eigenvalues raised to at least a floor.
  func rebuilt(floor: Double) -> [Double] {
    var result = [Double](repeating: 0, count: size * size)
    for (place, value) in values.enumerated() {
      let raised = max(value, floor)
      for row in 0..<size {
        for column in 0..<size {
          result[row * size + column] += raised * vectors[row * size + place] * vectors[column * size + place]
        }
      }
    }
    return result
  }

  /// One rotation that makes the entry (p, q) zero.
  private static func rotate(_ work: inout [Double], _ vectors: inout [Double], size: Int, _ p: Int, _ q: Int)
  {
    let entry = work[p * size + q]
    guard abs(entry) > 1e-300 else { return }
    let theta = (work[q * size + q] - work[p * size + p]) / (2 * entry)
    let tangent = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    for k in 0..<size {
      let (left, right) = (work[k * size + p], work[k * size + q])
      work[k * size + p] = cosine * left - sine * right
      work[k * size + q] = sine * left + cosine * right
    }
    for k in 0..<size {
      let (left, right) = (work[p * size + k], work[q * size + k])
      work[p * size + k] = cosine * left - sine * right
      work[q * size + k] = sine * left + cosine * right
      let (first, second) = (vectors[k * size + p], vectors[k * size + q])
      vectors[k * size + p] = cosine * first - sine * second
      vectors[k * size + q] = sine * first + cosine * second
    }
  }
}
