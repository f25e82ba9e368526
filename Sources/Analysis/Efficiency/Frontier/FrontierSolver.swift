/// Solves the programmes of single units by generating columns: a few candidate peers at first, then those units
/// whose reduced cost says that they would improve the solution, until there are none.
struct FrontierSolver: Sendable {
  let units: FrontierUnits
  let pool: ReferencePool
  /// The candidate peers that every programme starts with.
  private(set) var seeds: [Int]

  /// Below this many possible peers all of them are candidates from the start.
  private static let smallPool = 48
  /// How many units are solved beforehand to find good first candidates.
  private static let samples = 32
  /// How many columns are added at a time.
  private static let batch = 6

  /// Prepares the solver.
  ///
  /// - Throws: A `Problem` when it was cancelled or the linear programming library fails.
  init(_ units: FrontierUnits, isCancelled: () -> Bool) throws(Problem) {
    self.units = units
    pool = try ReferencePool(units, isCancelled: isCancelled)
    seeds = pool.members
    guard pool.members.count > Self.smallPool else { return }
    seeds = Self.extremes(units, pool.members)
    var found = Set(seeds)
    for sample in 0..<Self.samples {
      if isCancelled() { throw FrontierAnalysis.interrupted }
      let unit = sample * units.count / Self.samples
      for scale in [FrontierModel.Scale.constant, .variable] {
        let peers = try solve(unit, FrontierModel(scale)).score?.peers ?? []
        found.formUnion(peers.map(\.unit))
      }
      seeds = found.intersection(pool.members).sorted()
    }
  }

  /// The units with the least of each input, the most of each output and the most output per input.
  private static func extremes(_ units: FrontierUnits, _ members: [Int]) -> [Int] {
    let inputs = units.inputNames.count
    func value(_ unit: Int, _ index: Int) -> Double { units.values[unit * units.width + index] }
    var found: Set<Int> = []
    func take(_ best: Int?) { if let best { found.insert(best) } }
    for index in 0..<units.width {
      take(
        members.min {
          index < inputs ? value($0, index) < value($1, index) : value($0, index) > value($1, index)
        })
    }
    for input in 0..<inputs {
      for output in inputs..<units.width {
        take(members.max { value($0, output) * value($1, input) < value($1, output) * value($0, input) })
      }
    }
    return found.sorted()
  }

  /// Both phases of one programme.
  func solve(_ unit: Int, _ model: FrontierModel) throws(Problem) -> FrontierSolution {
    let program = start(unit, model)
    guard let first = try optimum(program) else { return .infeasible }
    let radial = settled(first.radial, model)
    let prices = ReferencePrices(first, of: program)
    program.maximiseSlacks(keeping: first, over: Set(possible(unit, model).filter(prices.isPriced)))
    guard let second = try program.optimise() else { throw program.unanswered }
    let score = FrontierScore(radial: radial, weights: weights(second, program), unit: unit, model, units)
    if !model.excludesSelf, score.standing == .strong {
      return .solved(
        FrontierScore(radial: 1, weights: [.init(unit: unit, weight: 1)], unit: unit, model, units))
    }
    return .solved(score)
  }

  /// The radial factor alone (first phase); `nil` when the programme has no solution.
  func radial(_ unit: Int, _ model: FrontierModel) throws(Problem) -> Double? {
    try optimum(start(unit, model)).map { settled($0.radial, model) }
  }

  private func start(_ unit: Int, _ model: FrontierModel) -> EnvelopmentProgram {
    var candidates = seeds.filter { $0 != unit }
    if !model.excludesSelf { candidates.append(unit) }
    return EnvelopmentProgram(units, unit: unit, model: model, candidates: candidates)
  }

  /// A factor within rounding error of 1 is 1 when the unit is in its own reference set.
  private func settled(_ radial: Double, _ model: FrontierModel) -> Double {
    guard !model.excludesSelf, (radial - 1).magnitude <= BasisSolution.tolerance else { return radial }
    return 1
  }

  /// The units that may be peers: without the unit itself, also those that only it dominates.
  private func possible(_ unit: Int, _ model: FrontierModel) -> [Int] {
    model.excludesSelf ? pool.everyone.filter { $0 != unit } : pool.members
  }

  private func optimum(_ program: EnvelopmentProgram) throws(Problem) -> BasisSolution? {
    let possible = program.model.excludesSelf ? pool.everyone : pool.members
    var isColumn = Array(repeating: false, count: units.count)
    for column in program.columns { isColumn[column] = true }
    isColumn[program.unit] = true
    var isComplete = false
    while true {
      let entering: [Int]
      if let solution = try program.optimise() {
        let prices = ReferencePrices(solution, of: program)
        entering = isComplete ? [] : prices.best(Self.batch, among: possible, except: isColumn)
        if entering.isEmpty { return solution }
      } else {
        entering = possible.filter { !isColumn[$0] }
        if entering.isEmpty { return nil }
        isComplete = true
      }
      program.add(entering)
      for unit in entering { isColumn[unit] = true }
    }
  }

  private func weights(_ solution: BasisSolution, _ program: EnvelopmentProgram) -> [FrontierScore.Peer] {
    var peers: [FrontierScore.Peer] = []
    for (index, scaled) in solution.scaledWeights.enumerated() where scaled > BasisSolution.tolerance {
      peers.append(.init(unit: program.columns[index], weight: scaled * program.columnScale[index]))
    }
    return peers.sorted { $0.unit < $1.unit }
  }
}

extension FrontierScore {
  /// Computes slacks and targets from the radial factor and the peers' weights.
  init(radial: Double, weights: [Peer], unit: Int, _ model: FrontierModel, _ units: FrontierUnits) {
    let isInput = model.orientation == .input
    let inputs = units.inputs(of: unit).map { isInput ? $0 * radial : $0 }
    let outputs = units.outputs(of: unit).map { isInput ? $0 : $0 * radial }
    func mixture(_ index: Int) -> Double {
      weights.reduce(0) { $0 + $1.weight * units.values[$1.unit * units.width + index] }
    }
    func slack(_ greater: Double, _ less: Double) -> Double {
      let rest = greater - less
      return rest > BasisSolution.tolerance * max(greater, less) ? rest : 0
    }
    let inputSlacks = inputs.enumerated().map { slack($1, mixture($0)) }
    let outputSlacks = outputs.enumerated().map { slack(mixture(inputs.count + $0), $1) }
    self.radial = radial
    efficiency = isInput ? radial : (radial > 0 ? 1 / radial : nil)
    peers = weights
    self.inputSlacks = inputSlacks
    self.outputSlacks = outputSlacks
    inputTargets = zip(inputs, inputSlacks).map { $0 - $1 }
    outputTargets = zip(outputs, outputSlacks).map { $0 + $1 }
  }
}
