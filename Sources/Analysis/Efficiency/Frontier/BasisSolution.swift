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

    let right = (0..<size).map { basicRows.contains($0) ? 0 : program.bound(ofRow: $0) }
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

  private func isPrimalFeasible(_ program: EnvelopmentProgram, _ activities: [(row: Int, value: Double)])
    -> Bool
  {
    let slip = Self.tolerance * max(1, radial.magnitude)
    guard radial >= -slip, scaledWeights.allSatisfy({ $0 >= -slip }) else { return false }
    return activities.allSatisfy { row, value in
      let excess = value - program.bound(ofRow: row)
      switch program.rowKinds[row] {
      case GLP_UP: return excess <= slip
      case GLP_LO: return excess >= -slip
      default: return excess.magnitude <= slip
      }
    }
  }

  private func isDualFeasible(_ program: EnvelopmentProgram) -> Bool {
    let slip = Self.tolerance * multipliers.reduce(0) { max($0, $1.magnitude) }
    for (row, multiplier) in multipliers.enumerated() {
      if program.rowKinds[row] == GLP_UP, multiplier > slip { return false }
      if program.rowKinds[row] == GLP_LO, multiplier < -slip { return false }
    }
    let prices = ReferencePrices(self, of: program)
    return program.columns.indices.allSatisfy {
      program.isHeld[$0] || prices.relativeCost(of: program.columns[$0]) >= -Self.tolerance
    }
  }
}
