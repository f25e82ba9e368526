import Synchronization
import Testing

@testable import Analysis

@Suite struct SimulationPropertyTests {
  private static let sampling: [Sampling] = [.random, .sobol]

  @Test(arguments: sampling) func coresAndBlocksDoNotMatter(_ sampling: Sampling) throws {
    let expected = try SimulationReference.plan(sampling: sampling, cores: 1).run(IndexModel())
    for (cores, block) in [(2, 1_024), (4, 1_024), (1, 4_096), (3, 1_000_000), (2, 1)] {
      var plan = SimulationReference.plan(sampling: sampling, cores: cores)
      plan.blockSize = block
      #expect(try plan.run(IndexModel()) == expected)
    }
  }

  @Test func seedsMatter() throws {
    let first = try SimulationReference.plan(seed: 1).run(IndexModel())
    let second = try SimulationReference.plan(seed: 2).run(IndexModel())
    #expect(first.outputs[0].mean != second.outputs[0].mean)
  }

  @Test(arguments: sampling) func unrelatedInputChangesNothing(_ sampling: Sampling) throws {
    var plan = SimulationReference.plan(sampling: sampling)
    plan.correlations = try CorrelationMatrix(pairs: [("F02", "F03", 0.5)])
    let before = try plan.run(IndexModel()).outputs[0]
    plan.inputs.append(SimulationInput(name: "AKIP", distribution: .uniform(lower: 0, upper: 100)))
    let after = try plan.run(IndexModel()).outputs[0]
    #expect(after.mean == before.mean && after.quantiles == before.quantiles && after.target == before.target)
    #expect(Array(after.contributions.prefix(3)) == before.contributions)
    #expect(after.contributions[3].linear < 1e-3 && after.contributions[3].firstOrder < 0.01)
  }

  @Test func orderOfInputsDoesNotMatter() throws {
    var plan = SimulationReference.plan()
    plan.correlations = try CorrelationMatrix(pairs: [("F02", "F03", 0.5), ("IKM", "F02", 0.3)])
    let before = try plan.run(IndexModel()).outputs[0]
    plan.inputs.reverse()
    let after = try plan.run(RowModel { SimulationReference.ikpp($0.reversed()) }).outputs[0]
    #expect(after.mean == before.mean && after.quantiles == before.quantiles)
  }

  /// Quantiles from kept values, from later narrowing and from refinement are the sorted trials' own.
  @Test(arguments: [1 << 21, 0, 400]) func quantilesAreExact(_ room: Int) throws {
    var plan = SimulationReference.plan(trials: 70_000)
    plan.inputs = [SimulationInput(name: "X", distribution: .normal(mean: 0, deviation: 1))]
    plan.levels = [0.05, 0.5, 0.95, 1]
    plan.outputs = [.init(name: "Y")]
    let capped = RowModel(inputs: 1) { min($0[0], 1.5) }
    let result = try plan.run(capped, keeping: room, firstStage: 4_096).outputs[0]
    let stream = RandomStream(seed: plan.seed, name: "X")
    var draws = [Double](repeating: 0, count: plan.trials)
    draws.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      stream.fill(base, first: 0, count: buffer.count)
      Sampler(plan.inputs[0].distribution).transform(base, count: buffer.count)
    }
    let sorted = draws.map { min($0, 1.5) }.sorted()
    for quantile in result.quantiles {
      let position = quantile.level * Double(plan.trials - 1)
      let low = sorted[Int(position)]
      let high = sorted[min(Int(position) + 1, plan.trials - 1)]
      #expect(quantile.value == low + (position - position.rounded(.down)) * (high - low))
    }
    #expect(result.quantiles[2].value == 1.5 && result.maximum == 1.5)
    #expect(result.minimum == sorted[0])
  }

  @Test func missingTrialsAreCountedApart() throws {
    let plan = SimulationReference.plan(trials: 20_000)
    let all = try plan.run(IndexModel()).outputs[0]
    let some = try plan.run(RowModel { $0[1] < 3.5 ? .nan : SimulationReference.ikpp($0) }).outputs[0]
    #expect(some.count + some.missing == 20_000 && some.missing > 1_000)
    #expect(some.mean > all.mean && some.mean.isFinite && some.quantiles.allSatisfy { $0.value.isFinite })
    #expect(some.histogram.counts.reduce(0, +) + some.histogram.below + some.histogram.above == some.count)
    let none = try plan.run(RowModel { _ in .nan }).outputs[0]
    #expect(none.count == 0 && none.missing == 20_000)
    #expect(none.mean.isNaN && none.quantiles.isEmpty && none.target?.probability.isNaN == true)
  }

  @Test func constantOutputHasNoSpread() throws {
    let summary = try SimulationReference.plan(trials: 5_000).run(RowModel { _ in 9.1 }).outputs[0]
    #expect(summary.mean == 9.1 && summary.deviation == 0 && summary.quantiles.allSatisfy { $0.value == 9.1 })
    #expect(summary.target?.probability == 1 && (summary.target?.interval.lowerBound ?? 1) < 1)
    #expect(summary.contributions.allSatisfy { $0.linear == 0 && $0.firstOrder == 0 })
    #expect(summary.histogram.counts.contains(5_000))
  }

  /// A square of a symmetric input is explained by the input but not by a straight line.
  @Test func bendIsSeenByTheFirstOrderShareAlone() throws {
    var plan = SimulationReference.plan(trials: 60_000)
    plan.inputs = ["X", "Z"].map { SimulationInput(name: $0, distribution: .uniform(lower: -1, upper: 1)) }
    let summary = try plan.run(RowModel(inputs: 2) { $0[0] * $0[0] }).outputs[0]
    #expect(summary.contributions[0].linear < 0.001 && summary.contributions[0].firstOrder > 0.995)
    #expect(summary.contributions[1].firstOrder < 0.005)
  }

  @Test func histogramCoversTheTrials() throws {
    let summary = try SimulationReference.plan().run(IndexModel()).outputs[0]
    let histogram = summary.histogram
    #expect((30...45).contains(histogram.counts.count))
    #expect(histogram.counts.reduce(0, +) + histogram.below + histogram.above == summary.count)
    #expect(histogram.below <= 40 && histogram.above <= 40)
    #expect(abs(histogram.lower - 8.3) < 0.2 && histogram.width > 0.01)
  }

  @Test func cancellingStopsWithAProblem() throws {
    let asked = Atomic(0)
    let problem = #expect(throws: Problem.self) {
      try SimulationReference.plan(trials: 2_000_000_000, cores: 2).run(
        IndexModel(), isCancelled: { asked.wrappingAdd(1, ordering: .relaxed).newValue > 50 })
    }
    #expect(problem?.kind == .interrupted)
  }

  @Test func progressRisesToOne() throws {
    let seen = Mutex([Double]())
    _ = try SimulationReference.plan().run(IndexModel()) { share in seen.withLock { $0.append(share) } }
    let shares = seen.withLock { $0 }
    #expect(shares == shares.sorted() && shares.last == 1)
  }

  @Test(arguments: [0, -5, 2_000_000_001, .max]) func absurdCountsAreRefused(_ trials: Int) {
    let problem = #expect(throws: Problem.self) {
      try SimulationReference.plan(trials: trials).run(IndexModel())
    }
    #expect(problem?.expected == "1 sampai 2.000.000.000")
  }

  @Test func nonsenseIsRefusedBeforeRunning() {
    var plan = SimulationReference.plan()
    plan.inputs[1].distribution = .pert(lower: 5, mode: 4, upper: 3)
    let bounds = #expect(throws: Problem.self) { try plan.run(IndexModel()) }
    #expect(bounds?.message == "F02: batas bawah 5 sebaran pert lebih besar daripada batas atasnya 3")
    plan.inputs[1] = plan.inputs[0]
    let twice = #expect(throws: Problem.self) { try plan.run(IndexModel()) }
    #expect(twice?.message == "masukan IKM disebut dua kali")
  }

  @Test func oneTrialIsEnough() throws {
    let summary = try SimulationReference.plan(trials: 1).run(IndexModel()).outputs[0]
    #expect(summary.count == 1 && summary.deviation.isNaN && summary.mean == summary.quantiles[0].value)
  }

  @Test func classBoundsMayBelongOrNot() {
    let open = TrialClass(name: "B", lower: 70, includesLower: false, upper: nil)
    #expect(open.lower > 70 && open.lower < 70.0000001 && open.upper == .infinity)
  }
}
