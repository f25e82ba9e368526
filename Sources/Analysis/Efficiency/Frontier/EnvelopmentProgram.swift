import CGLPK

/// The envelopment programme of one unit over some columns (candidate peers), held by GLPK.
///
/// Rows are the inputs (Σ λx − θx₀ ≤ 0 or Σ λx ≤ x₀), the outputs (Σ λy ≥ y₀ or Σ λy − φy₀ ≥ 0) and, unless
/// returns to scale are constant, the sum of the weights. Column 1 is the radial factor. Rows and columns are
/// scaled by powers of two near the unit's own values, so that scaling loses nothing. GLPK's environment belongs
/// to a thread: a programme must be used and released on the thread that made it.
final class EnvelopmentProgram {
  let units: FrontierUnits
  let unit: Int
  let model: FrontierModel
  /// The units that have a column, in column order.
  private(set) var columns: [Int] = []
  let problem: OpaquePointer
  let rowScale: [Double]
  /// The unit's own values in scaled rows.
  let own: [Double]
  private(set) var columnScale: [Double] = []
  private(set) var entries: [[Double]] = []
  /// The cost of a scaled row's activity: 0 in the first phase.
  private(set) var rowCost: [Double]
  /// The radial factor once it is fixed for the second phase.
  private(set) var fixedRadial: Double?
  private var hasBasis = false

  /// The number of rows.
  var rows: Int { units.width + (model.scale == .constant ? 0 : 1) }
  private var inputs: Int { units.inputNames.count }

  /// Makes the first-phase programme (the radial factor) over candidate peers.
  init(_ units: FrontierUnits, unit: Int, model: FrontierModel, candidates: [Int]) {
    self.units = units
    self.unit = unit
    self.model = model
    problem = glp_create_prob()
    glp_term_out(GLP_OFF)
    let values = units.inputs(of: unit) + units.outputs(of: unit)
    let scales = zip(values, units.means).map { Self.inversePower($0 > 0 ? $0 : $1) }
    rowScale = scales
    own = zip(values, scales).map { $0 * $1 }
    rowCost = Array(repeating: 0, count: units.width)
    addRows()
    addRadialColumn()
    add(candidates)
  }

  deinit { glp_delete_prob(problem) }

  /// The power of two that brings a positive value into 1..<2.
  private static func inversePower(_ value: Double) -> Double {
    Double(sign: .plus, exponent: -value.exponent, significand: 1)
  }

  /// The bound of a row, which is its right-hand side.
  func bound(ofRow row: Int) -> Double {
    guard row < units.width else { return 1 }
    let isInput = row < inputs
    return isInput == (model.orientation == .input) ? 0 : own[row]
  }

  /// A column of the matrix without its zero rows left out: 0 is the radial factor, then the candidates.
  func entry(row: Int, column: Int) -> Double {
    guard column > 0 else {
      guard row < units.width, (row < inputs) == (model.orientation == .input) else { return 0 }
      return -own[row]
    }
    return entries[column - 1][row]
  }

  /// The objective's coefficient of a column: 0 is the radial factor, then the candidates.
  func cost(column: Int) -> Double {
    guard column > 0 else {
      if fixedRadial != nil { return 0 }
      return model.orientation == .input ? 1 : -1
    }
    guard fixedRadial != nil else { return 0 }
    var cost = 0.0
    for row in 0..<units.width { cost += rowCost[row] * entries[column - 1][row] }
    return cost
  }

  private func addRows() {
    glp_add_rows(problem, Int32(rows))
    for row in 0..<rows {
      let kind: Int32
      if row >= units.width {
        kind = model.scale == .variable ? GLP_FX : GLP_UP
      } else {
        kind = row < inputs ? GLP_UP : GLP_LO
      }
      glp_set_row_bnds(problem, Int32(row + 1), kind, bound(ofRow: row), bound(ofRow: row))
    }
  }

  private func addRadialColumn() {
    glp_add_cols(problem, 1)
    glp_set_col_bnds(problem, 1, GLP_LO, 0, 0)
    setMatrix(column: 0)
    glp_set_obj_dir(problem, GLP_MIN)
    glp_set_obj_coef(problem, 1, cost(column: 0))
  }

  /// Adds columns for candidate peers; the basis stays as it is, with the new weights at 0.
  func add(_ candidates: [Int]) {
    guard !candidates.isEmpty else { return }
    glp_add_cols(problem, Int32(candidates.count))
    for candidate in candidates {
      var column = (0..<units.width).map { units.values[candidate * units.width + $0] * rowScale[$0] }
      if rows > units.width { column.append(1) }
      let scale = Self.inversePower(column.reduce(0) { max($0, $1) })
      columns.append(candidate)
      columnScale.append(scale)
      entries.append(column.map { $0 * scale })
      let index = columns.count
      glp_set_col_bnds(problem, Int32(index + 1), GLP_LO, 0, 0)
      glp_set_obj_coef(problem, Int32(index + 1), cost(column: index))
      setMatrix(column: index)
    }
  }

  private func setMatrix(column: Int) {
    var indices: [Int32] = [0]
    var values: [Double] = [0]
    for row in 0..<rows {
      let value = entry(row: row, column: column)
      guard value != 0 else { continue }
      indices.append(Int32(row + 1))
      values.append(value)
    }
    glp_set_mat_col(problem, Int32(column + 1), Int32(indices.count - 1), indices, values)
  }

  /// Turns to the second phase: the radial factor is fixed and the slacks, each divided by its measure's mean, are
  /// maximised. Dividing makes the result independent of units of measure (rupiah or millions of rupiah).
  func fix(radial: Double) {
    // A few units in the last place outwards, so that rounding of the factor cannot make the programme infeasible.
    let relaxed = radial * (model.orientation == .input ? 1 + 4 * Double.ulpOfOne : 1 - 4 * Double.ulpOfOne)
    fixedRadial = relaxed
    let costs = (0..<units.width).map { 1 / (units.means[$0] * rowScale[$0]) }
    let largest = costs.reduce(0, max)
    for row in 0..<units.width {
      rowCost[row] = (row < inputs ? 1 : -1) * costs[row] * Self.inversePower(largest)
    }
    glp_set_col_bnds(problem, 1, GLP_FX, relaxed, relaxed)
    for column in 0...columns.count { glp_set_obj_coef(problem, Int32(column + 1), cost(column: column)) }
  }

  /// Solves the programme over its present columns.
  ///
  /// - Returns: The solution of the optimal basis; `nil` when the solver's status is that there is none.
  /// - Throws: A `Problem` when the solver stops without an answer.
  func optimise() throws(Problem) -> BasisSolution? {
    for attempt in Attempt.allCases {
      if attempt == .fromScratch || !hasBasis { glp_std_basis(problem) }
      guard run(attempt) else { continue }
      switch glp_get_status(problem) {
      case GLP_OPT:
        hasBasis = true
        guard let solution = BasisSolution(of: self) else { continue }
        if solution.isVerified || attempt == .exact { return solution }
      case GLP_NOFEAS: return nil
      default: continue
      }
    }
    throw Problem(
      "penyelesai program linear berhenti tanpa jawaban untuk unit “\(units.names[unit])” (\(model.scale.rawValue))",
      kind: .system, expected: "periksa masukan dan keluaran yang sangat kecil atau sangat besar")
  }

  /// The ways of solving, tried in this order until one gives a verified answer.
  private enum Attempt: CaseIterable { case warm, fromScratch, exact }

  private func run(_ attempt: Attempt) -> Bool {
    var options = glp_smcp()
    glp_init_smcp(&options)
    options.msg_lev = GLP_MSG_OFF
    options.it_lim = 100_000
    if attempt == .exact { return glp_exact(problem, &options) == 0 }
    options.tol_bnd = 1e-9
    options.tol_dj = 1e-9
    // From the standard basis the input-oriented first phase is dual feasible, everything else primal feasible.
    let isFirst = !hasBasis && fixedRadial == nil && model.orientation == .input
    options.meth = isFirst ? GLP_DUALP : GLP_PRIMAL
    return glp_simplex(problem, &options) == 0
  }
}
