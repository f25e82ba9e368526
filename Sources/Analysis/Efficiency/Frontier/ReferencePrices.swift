/// The dual values in the measures' own units, which tell whether another unit would improve the solution.
struct ReferencePrices {
  private let units: FrontierUnits
  private let coefficients: [Double]
  private let magnitudes: [Double]
  private let constant: Double

  /// Reads the prices off a solved basis.
  init(_ solution: BasisSolution, of program: EnvelopmentProgram) {
    units = program.units
    let width = program.units.width
    coefficients = (0..<width).map { (program.rowCost[$0] - solution.multipliers[$0]) * program.rowScale[$0] }
    magnitudes = (0..<width).map {
      (program.rowCost[$0].magnitude + solution.multipliers[$0].magnitude) * program.rowScale[$0]
    }
    constant = program.rows > width ? -solution.multipliers[width] : 0
  }

  /// The reduced cost of a unit's weight relative to the sizes it is made of: below 0 where the unit would improve
  /// the solution.
  ///
  /// - Complexity: O(m + s).
  func relativeCost(of unit: Int) -> Double {
    units.values.withUnsafeBufferPointer { relativeCost(of: unit, $0) }
  }

  /// Whether a unit's reduced cost is 0, so that it may be a peer in an optimal solution.
  func isPriced(_ unit: Int) -> Bool { relativeCost(of: unit) <= BasisSolution.tolerance }

  /// The units that would improve the solution most, best first; equals keep their order.
  ///
  /// - Parameters:
  ///   - count: How many at most.
  ///   - candidates: The units that come into question.
  ///   - isExcluded: For every unit whether it is passed over.
  /// - Complexity: O((m + s + count) · candidates).
  func best(_ count: Int, among candidates: [Int], except isExcluded: [Bool]) -> [Int] {
    var best: [(unit: Int, cost: Double)] = []
    var limit = -BasisSolution.tolerance
    units.values.withUnsafeBufferPointer { values in
      for unit in candidates where !isExcluded[unit] {
        let cost = relativeCost(of: unit, values)
        guard cost < limit else { continue }
        let place = best.firstIndex { cost < $0.cost } ?? best.count
        best.insert((unit, cost), at: place)
        if best.count > count { best.removeLast() }
        if best.count == count, let last = best.last { limit = last.cost }
      }
    }
    return best.map(\.unit)
  }

  @inline(__always)
  private func relativeCost(of unit: Int, _ values: UnsafeBufferPointer<Double>) -> Double {
    var cost = constant
    var size = constant.magnitude
    let start = unit * coefficients.count
    for index in coefficients.indices {
      let value = values[start + index]
      cost += coefficients[index] * value
      size += magnitudes[index] * value
    }
    return size > 0 ? cost / size : 0
  }
}
