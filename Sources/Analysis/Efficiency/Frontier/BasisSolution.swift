import CGLPK

/// The values that belong to GLPK's final basis, computed anew in full double precision.
///
/// The simplex method stops within tolerances near 10⁻⁹; solving the equations of its basis gives the values to
/// rounding error, and checking signs tells whether that basis is really optimal.
struct BasisSolution {
  /// The relative size below which a violated sign is rounding error.
  static let tolerance = 1e-10

  /// The radial factor θ or φ.
  private(set) var radial = 0.0
  /// Each candidate's weight in scaled columns, in column order; 0 outside the basis.
  private(set) var scaledWeights: [Double]
  /// The dual value of each scaled row.
  let multipliers: [Double]
  /// Whether all signs are right within the tolerance.
  private(set) var isVerified = false

  /// Solves the basis of a programme; `nil` when its matrix is singular.
  init?(of program: EnvelopmentProgram) {
    let size = program.rows
    let basicRows = (0..<size).filter { glp_get_row_stat(program.problem, Int32($0 + 1)) == GLP_BS }
    let basicColumns = (0...program.columns.count).filter {
      glp_get_col_stat(program.problem, Int32($0 + 1)) == GLP_BS
    }
    guard basicRows.count + basicColumns.count == size else { return nil }
    var matrix = Array(repeating: 0.0, count: size * size)
    for (place, column) in basicColumns.enumerated() {
      for row in 0..<size { matrix[row * size + place] = program.entry(row: row, column: column) }
    }
    for (place, row) in basicRows.enumerated() { matrix[row * size + basicColumns.count + place] = -1 }
    guard let system = LinearSystem(matrix, size: size) else { return nil }

    var right = (0..<size).map { basicRows.contains($0) ? 0 : program.bound(ofRow: $0) }
    if let fixed = program.fixedRadial, basicColumns.first != 0 {
      for row in 0..<size { right[row] -= fixed * program.entry(row: row, column: 0) }
      radial = fixed
    }
    let values = system.solve(right)
    let costs = basicColumns.map { program.cost(column: $0) } + basicRows.map { _ in 0 }
    multipliers = system.solveTransposed(costs)
    scaledWeights = Array(repeating: 0, count: program.columns.count)
    for (place, column) in basicColumns.enumerated() {
      if column == 0 { radial = values[place] } else { scaledWeights[column - 1] = values[place] }
    }
    guard values.allSatisfy(\.isFinite), multipliers.allSatisfy(\.isFinite) else { return nil }
    let activities = zip(basicRows, values.dropFirst(basicColumns.count)).map { (row: $0, value: $1) }
    isVerified = isPrimalFeasible(program, activities) && isDualFeasible(program)
  }

  private func isPrimalFeasible(_ program: EnvelopmentProgram, _ activities: [(row: Int, value: Double)]) -> Bool {
    let slip = Self.tolerance * max(1, radial.magnitude)
    if let fixed = program.fixedRadial, (radial - fixed).magnitude > slip { return false }
    guard radial >= -slip, scaledWeights.allSatisfy({ $0 >= -slip }) else { return false }
    return activities.allSatisfy { row, value in
      let excess = value - program.bound(ofRow: row)
      if row >= program.units.width {
        return program.model.scale == .variable ? excess.magnitude <= slip : excess <= slip
      }
      return row < program.units.inputNames.count ? excess <= slip : excess >= -slip
    }
  }

  private func isDualFeasible(_ program: EnvelopmentProgram) -> Bool {
    let slip = Self.tolerance * multipliers.reduce(0) { max($0, $1.magnitude) }
    for (row, multiplier) in multipliers.enumerated() {
      if row >= program.units.width {
        if program.model.scale == .nonIncreasing, multiplier > slip { return false }
      } else if row < program.units.inputNames.count ? multiplier > slip : multiplier < -slip {
        return false
      }
    }
    let prices = ReferencePrices(self, of: program)
    return program.columns.allSatisfy { prices.relativeCost(of: $0) >= -Self.tolerance }
  }
}

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
    var cost = constant
    var size = constant.magnitude
    let start = unit * coefficients.count
    for index in coefficients.indices {
      let value = units.values[start + index]
      cost += coefficients[index] * value
      size += magnitudes[index] * value
    }
    return size > 0 ? cost / size : 0
  }
}
