import CGLPK

/// Data envelopment analysis: how near each unit is to the frontier that the best units span.
///
/// Input- and output-oriented CCR, BCC and NIRS programmes with slacks by a true second phase (the radial factor
/// fixed, the slacks maximised), peers, targets, scale efficiency, returns to scale and super-efficiency. The
/// programmes are solved by GLPK; that one has no solution is known from the solver's status alone. Results do not
/// depend on the number of cores.
public struct FrontierAnalysis: Sendable {
  /// The units that are compared.
  public let units: FrontierUnits
  private let solver: FrontierSolver

  /// The problem thrown when the work was cancelled.
  public static let interrupted = Problem("analisis garis depan dihentikan", kind: .interrupted)

  /// Finds the units that can be peers.
  ///
  /// - Parameter isCancelled: Asked for every unit whether to stop.
  /// - Throws: A `Problem` of kind `interrupted` when cancelled.
  /// - Complexity: O(n log n + n·p·(m + s)) for p units that no other unit dominates.
  public init(_ units: FrontierUnits, isCancelled: @Sendable () -> Bool = { false }) throws(Problem) {
    self.units = units
    solver = try FrontierSolver(units, isCancelled: isCancelled)
  }

  /// Solves one programme of one unit.
  ///
  /// - Parameter unit: The unit's index, from 0.
  /// - Throws: A `Problem` when there is no such unit or the linear programming library fails.
  public func solve(_ unit: Int, _ model: FrontierModel) throws(Problem) -> FrontierSolution {
    guard units.names.indices.contains(unit) else {
      throw Problem("tidak ada unit ke-\(unit + 1)", expected: "1 sampai \(units.count)")
    }
    return try solver.solve(unit, model)
  }

  /// Solves everything for all units on several cores.
  ///
  /// - Parameters:
  ///   - orientation: What is changed to reach the frontier.
  ///   - includesSuper: Whether super-efficiency is computed for the units on the frontier; the others keep their
  ///     score, which leaving them out of the reference set does not change.
  ///   - progress: Called now and then, on any thread, with the units done and all units; calls do not overlap.
  ///   - isCancelled: Asked for every unit whether to stop.
  /// - Throws: A `Problem` of kind `interrupted` when cancelled, or when the linear programming library fails.
  /// - Complexity: About five programmes of m + s + 1 rows per unit, each priced over the undominated units.
  public func report(
    _ orientation: FrontierModel.Orientation = .input, includesSuper: Bool = true,
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> FrontierReport {
    let total = units.count
    let results = try ParallelBlocks.map(count: total, blockSize: 8, progress: { progress?($0, total) }) {
      block in
      // GLPK keeps an environment per thread; nothing of it outlives the block.
      defer { glp_free_env() }
      return try block.map { unit in
        if isCancelled() { throw Self.interrupted }
        return try result(of: unit, orientation, includesSuper)
      }
    }
    return FrontierReport(orientation: orientation, units: results, leastUnits: leastUnits, warning: warning)
  }

  /// The least number of units by the rule of thumb max(m·s, 3(m + s)) (Cooper, Seiford and Tone).
  public var leastUnits: Int {
    max(units.inputNames.count * units.outputNames.count, 3 * units.width)
  }

  private var warning: String? {
    guard units.count < leastUnits else { return nil }
    return
      "hanya \(units.count) unit untuk \(units.inputNames.count) masukan dan \(units.outputNames.count) keluaran; "
      + "sedikitnya \(leastUnits) agar skor dapat membedakan unit, jadi jangan memeringkat dengan BCC saja"
  }

  private func result(
    of unit: Int, _ orientation: FrontierModel.Orientation, _ includesSuper: Bool
  ) throws(Problem) -> FrontierUnitResult {
    let constant = try score(unit, FrontierModel(.constant, orientation))
    let variable = try score(unit, FrontierModel(.variable, orientation))
    let constantEfficiency = try efficiency(constant, unit)
    let variableEfficiency = try efficiency(variable, unit)
    let isConstant = Self.same(constantEfficiency, variableEfficiency)
    var middle = constantEfficiency
    if !isConstant, let radial = try solver.radial(unit, FrontierModel(.nonIncreasing, orientation)) {
      middle = orientation == .input ? radial : 1 / radial
    }
    var result = FrontierUnitResult(
      unit: unit, name: units.names[unit], constant: constant, variable: variable, nonIncreasing: middle,
      scaleEfficiency: isConstant ? 1 : constantEfficiency / variableEfficiency,
      returnsToScale: isConstant
        ? .constant : (Self.same(middle, variableEfficiency) ? .decreasing : .increasing))
    if includesSuper {
      result.superConstant = try superSolution(unit, constant, FrontierModel(.constant, orientation))
      result.superVariable = try superSolution(unit, variable, FrontierModel(.variable, orientation))
    }
    return result
  }

  private func superSolution(
    _ unit: Int, _ score: FrontierScore, _ model: FrontierModel
  ) throws(Problem) -> FrontierSolution {
    guard score.radial == 1 else { return .solved(score) }
    return try solver.solve(unit, FrontierModel(model.scale, model.orientation, excludesSelf: true))
  }

  private func score(_ unit: Int, _ model: FrontierModel) throws(Problem) -> FrontierScore {
    guard let score = try solver.solve(unit, model).score else { throw unsolved(unit) }
    return score
  }

  private func efficiency(_ score: FrontierScore, _ unit: Int) throws(Problem) -> Double {
    guard let efficiency = score.efficiency else { throw unsolved(unit) }
    return efficiency
  }

  private func unsolved(_ unit: Int) -> Problem {
    Problem("program linear unit “\(units.names[unit])” tidak mempunyai jawaban", kind: .system)
  }

  /// Whether two efficiencies are equal but for rounding.
  private static func same(_ first: Double, _ second: Double) -> Bool {
    (first - second).magnitude <= 10 * BasisSolution.tolerance * max(first.magnitude, second.magnitude)
  }
}
