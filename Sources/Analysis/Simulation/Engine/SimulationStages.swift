import Synchronization

/// The main part of a simulation: trials in stages of growing size, tallied in the order of the trials.
struct SimulationStages: Sendable {
  let plan: SimulationPlan
  let rules: [TallyRule]
  private let firstStage: Int
  private(set) var keepers: [RankKeeper]
  /// The tallies of each replicate, for each output.
  private(set) var tallies: [[OutputTally]]

  init(plan: SimulationPlan, rules: [TallyRule], capacity: Int, firstStage: Int) {
    self.firstStage = firstStage
    self.plan = plan
    self.rules = rules
    keepers = rules.map { _ in RankKeeper(capacity: capacity) }
    tallies = rules.map { rule in (0..<plan.replicates).map { _ in rule.emptyTally } }
  }

  /// The stages: the first trials, then up to four times as many, and so on.
  private var ranges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var (start, end) = (0, firstStage)
    while start < plan.effectiveTrials {
      ranges.append(start..<min(end, plan.effectiveTrials))
      (start, end) = (end, end * 4)
    }
    return ranges
  }

  /// Runs all stages.
  mutating func run<Model>(
    _ runner: TrialRunner<Model>, progress: (@Sendable (Double) -> Void)?
  ) throws(Problem) {
    let total = Double(plan.effectiveTrials)
    let evaluated = Mutex(0)
    let portion = max(1, min(plan.effectiveTrials / 200, 1 << 16))
    let report = { @Sendable (count: Int) in
      evaluated.withLock { evaluated in
        let before = evaluated / portion
        evaluated += count
        if evaluated / portion > before { progress?(Double(evaluated) / total) }
      }
    }
    for (range, next) in zip(ranges, ranges.dropFirst().map(\.count) + [0]) {
      let segments = TrialRunner<Model>.segments(of: range, atMost: 256)
      let keeps = keepers.map(\.keeps)
      let rules = rules
      let states = try runner.pass(
        segments, state: { StageState(outputs: rules.count) }, done: progress == nil ? nil : report
      ) { state, segment, block in
        state.add(block, segment: segment, unit: TrialRunner<Model>.unit, rules: rules, keeps: keeps)
      }
      take(states, segments: segments)
      guard next > 0 else { continue }
      for place in keepers.indices {
        keepers[place].narrow(levels: plan.levels, grid: rules[place].grid, coming: next)
      }
    }
  }

  /// Adds up what the threads found, segment by segment in the order of the trials.
  private mutating func take(_ states: [StageState], segments: [Range<Int>]) {
    let size = plan.effectiveTrials / plan.replicates
    for item in states.flatMap(\.segments).sorted(by: { $0.segment < $1.segment }) {
      let replicate = segments[item.segment].lowerBound / size
      for place in tallies.indices { tallies[place][replicate].add(item.tallies[place]) }
    }
    for state in states {
      for place in keepers.indices {
        keepers[place].add(counts: state.counts[place], kept: state.kept[place])
      }
    }
  }

  /// The exact quantiles of each output.
  func quantiles<Model>(_ runner: TrialRunner<Model>) throws(Problem) -> [[OutputSummary.Quantile]] {
    var result: [[OutputSummary.Quantile]] = []
    for (place, keeper) in keepers.enumerated() {
      let count = tallies[place].reduce(0) { $0 + $1.count }
      guard count > 0 else {
        result.append([])
        continue
      }
      let positions = plan.levels.map { $0 * Double(count - 1) }
      let ranks = Set(positions.flatMap { [Int($0), min(Int($0) + 1, count - 1)] }).sorted()
      var values = keeper.select(ranks, grid: rules[place].grid)
      let open = ranks.filter { values[$0] == nil }
      if !open.isEmpty {
        let all = TrialRunner<Model>.segments(of: 0..<plan.effectiveTrials, atMost: 256)
        let refined = try RankRefinement.values(
          of: open, keeper: keeper, grid: rules[place].grid, output: place, segments: all, runner: runner)
        values.merge(refined) { _, refined in refined }
      }
      result.append(
        zip(plan.levels, positions).map { level, position in
          let (low, high) = (values[Int(position)], values[min(Int(position) + 1, count - 1)])
          return .init(level: level, value: Self.between(low, high, position - Double(Int(position))))
        })
    }
    return result
  }

  private static func between(_ low: Double?, _ high: Double?, _ share: Double) -> Double {
    guard let low, let high else { return .nan }
    return low == high ? low : low + share * (high - low)
  }
}
