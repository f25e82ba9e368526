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
  /// How each row is bounded: `GLP_UP`, `GLP_LO` or `GLP_FX`.
  private(set) var rowKinds: [Int32] = []
  /// Whether each candidate's weight is held at 0, in column order.
  private(set) var isHeld: [Bool] = []
  /// Whether the slacks are maximised over the solutions of the first phase.
  private(set) var isSecondPhase = false
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
      if isSecondPhase { return 0 }
      return model.orientation == .input ? 1 : -1
    }
    guard isSecondPhase else { return 0 }
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
      rowKinds.append(kind)
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
      isHeld.append(false)
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

  /// Turns to the second phase: the slacks, each divided by its measure's mean, are maximised over the optimal
  /// solutions of the first.
  ///
  /// By complementary slackness these are the feasible points that keep the rows with a price tight and use only
  /// units whose reduced cost is 0; holding them so needs no rounded radial factor in the programme. Dividing by
  /// the means makes the result independent of units of measure (rupiah or millions of rupiah).
  ///
  /// - Parameters:
  ///   - solution: The first phase's solution.
  ///   - units: The units whose reduced cost is 0.
  func maximiseSlacks(keeping solution: BasisSolution, over units: Set<Int>) {
    isSecondPhase = true
    let largest = solution.multipliers.reduce(0) { max($0, $1.magnitude) }
    for row in 0..<rows where solution.multipliers[row].magnitude > BasisSolution.tolerance * largest {
      rowKinds[row] = GLP_FX
      glp_set_row_bnds(problem, Int32(row + 1), GLP_FX, bound(ofRow: row), bound(ofRow: row))
    }
    let costs = (0..<self.units.width).map { 1 / (self.units.means[$0] * rowScale[$0]) }
    let unitCost = Self.inversePower(costs.reduce(0, max))
    for row in 0..<self.units.width { rowCost[row] = (row < inputs ? 1 : -1) * costs[row] * unitCost }
    glp_set_obj_coef(problem, 1, 0)
    for (index, column) in columns.enumerated() {
      let place = Int32(index + 2)
      isHeld[index] = !units.contains(column) && glp_get_col_stat(problem, place) != GLP_BS
      if isHeld[index] { glp_set_col_bnds(problem, place, GLP_FX, 0, 0) }
      glp_set_obj_coef(problem, place, cost(column: index + 1))
    }
    add(units.subtracting(columns).sorted())
  }

  /// Solves the programme over its present columns.
  ///
  /// - Returns: The solution of the optimal basis; `nil` when the solver's status is that there is none, which can
  ///   be only in the first phase of a programme without the unit itself.
  /// - Throws: A `Problem` when the solver stops without an answer, or with one that its own basis contradicts.
  func optimise() throws(Problem) -> BasisSolution? {
    for attempt in Attempt.allCases {
      if attempt != .warm || !hasBasis { glp_std_basis(problem) }
      guard run(attempt) else { continue }
      switch glp_get_status(problem) {
      case GLP_OPT:
        hasBasis = true
        if let solution = BasisSolution(of: self), solution.isVerified { return solution }
      case GLP_NOFEAS where model.excludesSelf && !isSecondPhase: return nil
      default: continue
      }
    }
    throw unanswered
  }

  /// The problem when the solver gives no answer that can be trusted.
  var unanswered: Problem {
    Problem(
      "penyelesai program linear berhenti tanpa jawaban untuk unit “\(units.names[unit])” (\(model.scale.rawValue))",
      kind: .system, expected: "periksa masukan dan keluaran yang sangat kecil atau sangat besar")
  }

  /// The ways of solving, tried in this order until one gives a verified answer.
  private enum Attempt: CaseIterable { case warm, primal, dual, scaled }

  private func run(_ attempt: Attempt) -> Bool {
    var options = glp_smcp()
    glp_init_smcp(&options)
    options.msg_lev = GLP_MSG_OFF
    options.it_lim = 100_000
    options.tol_bnd = 1e-9
    options.tol_dj = 1e-9
    // From the standard basis the input-oriented first phase is dual feasible, everything else primal feasible.
    let isFirst = !hasBasis && !isSecondPhase && model.orientation == .input
    switch attempt {
    case .warm: options.meth = isFirst ? GLP_DUALP : GLP_PRIMAL
    case .primal: options.meth = GLP_PRIMAL
    case .dual: options.meth = GLP_DUALP
    case .scaled:
      glp_scale_prob(problem, GLP_SF_GM | GLP_SF_EQ | GLP_SF_2N)
      options.meth = GLP_PRIMAL
      options.tol_bnd = 1e-11
      options.tol_dj = 1e-11
    }
    return glp_simplex(problem, &options) == 0
  }
}
