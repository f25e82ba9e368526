/// A small dense square system of linear equations, factorised once by Gaussian elimination with partial pivoting.
struct LinearSystem {
  private let size: Int
  /// The matrix as given, row after row.
  private let matrix: [Double]
  private var factors: [Double]
  private var order: [Int]

  /// Factorises a matrix given row after row; `nil` when it is singular.
  ///
  /// - Complexity: O(size³).
  init?(_ matrix: [Double], size: Int) {
    self.size = size
    self.matrix = matrix
    factors = matrix
    order = Array(0..<size)
    for step in 0..<size where !eliminate(step) { return nil }
  }

  private mutating func eliminate(_ step: Int) -> Bool {
    var pivot = step
    for row in step..<size where factors[row * size + step].magnitude > factors[pivot * size + step].magnitude
    {
      pivot = row
    }
    guard factors[pivot * size + step].magnitude > 0 else { return false }
    if pivot != step {
      for column in 0..<size { factors.swapAt(pivot * size + column, step * size + column) }
      order.swapAt(pivot, step)
    }
    let divisor = factors[step * size + step]
    for row in stride(from: step + 1, to: size, by: 1) {
      let ratio = factors[row * size + step] / divisor
      factors[row * size + step] = ratio
      guard ratio != 0 else { continue }
      for column in stride(from: step + 1, to: size, by: 1) {
        factors[row * size + column] -= ratio * factors[step * size + column]
      }
    }
    return true
  }

  /// The solution of matrix × z = right, with one step of iterative refinement.
  func solve(_ right: [Double]) -> [Double] {
    var solution = substitute(right)
    var residual = right
    for row in 0..<size {
      for column in 0..<size {
        residual[row].addProduct(-matrix[row * size + column], solution[column])
      }
    }
    let change = substitute(residual)
    for index in 0..<size { solution[index] += change[index] }
    return solution
  }

  /// The solution of z × matrix = right, with one step of iterative refinement.
  func solveTransposed(_ right: [Double]) -> [Double] {
    var solution = substituteTransposed(right)
    var residual = right
    for row in 0..<size {
      for column in 0..<size {
        residual[column].addProduct(-matrix[row * size + column], solution[row])
      }
    }
    let change = substituteTransposed(residual)
    for index in 0..<size { solution[index] += change[index] }
    return solution
  }

  private func substitute(_ right: [Double]) -> [Double] {
    var solution = order.map { right[$0] }
    for row in 0..<size {
      for column in 0..<row { solution[row] -= factors[row * size + column] * solution[column] }
    }
    for row in (0..<size).reversed() {
      for column in row + 1..<max(size, row + 1) {
        solution[row] -= factors[row * size + column] * solution[column]
      }
      solution[row] /= factors[row * size + row]
    }
    return solution
  }

  private func substituteTransposed(_ right: [Double]) -> [Double] {
    var work = right
    for column in 0..<size {
      for row in 0..<column { work[column] -= factors[row * size + column] * work[row] }
      work[column] /= factors[column * size + column]
    }
    for column in (0..<size).reversed() {
      for row in column + 1..<max(size, column + 1) {
        work[column] -= factors[row * size + column] * work[row]
      }
    }
    var solution = Array(repeating: 0.0, count: size)
    for (index, row) in order.enumerated() { solution[row] = work[index] }
    return solution
  }
}
