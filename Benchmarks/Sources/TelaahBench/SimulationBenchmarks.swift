import Analysis

/// Simulations of the public service index with three uncertain inputs, and what-if over a large catalogue.
enum SimulationBenchmarks {
  static let all: [Benchmark] = [
    simulation("acak/10jt-inti1", trials: 10_000_000, cores: 1),
    simulation("acak/10jt-inti2", trials: 10_000_000, cores: 2),
    simulation("acak/10jt-inti4", trials: 10_000_000, cores: 4),
    simulation("acak/100jt-inti1", trials: 100_000_000, cores: 1, runs: 1),
    simulation("acak/sobol-65536", trials: 65_536, cores: 1, sampling: .sobol),
    recomputation, cascade,
  ]

  /// Mean, deviation, seven quantiles, the target's probability, variance shares and a histogram of IKPP.
  private static func simulation(
    _ name: String, trials: Int, cores: Int, sampling: Sampling = .random, runs: Int = 3
  ) -> Benchmark {
    Benchmark(name, "\(trials) trials on \(cores) cores", items: trials, runs: runs) {
      let codes = ["IKM", "F02", "F03"]
      let program = try Program(
        [Expression(parsing: "(IKM/25*2,5 + (0,75*F02 + 0,25*F03)*2)/2")], columnCount: codes.count
      ) { reference in .column(codes.firstIndex(of: reference.code) ?? 0) }
      let plan = SimulationPlan(
        inputs: [
          SimulationInput(
            name: "IKM", distribution: .truncatedNormal(mean: 98.3, deviation: 1.2, lower: 0, upper: 100)),
          SimulationInput(name: "F02", distribution: .pert(lower: 3, mode: 3.8, upper: 4.4)),
          SimulationInput(name: "F03", distribution: .pert(lower: 4.5, mode: 4.8, upper: 5)),
        ], outputs: [SimulationOutput(name: "IKPP", target: TrialTarget(9.05))], trials: trials, seed: 20_250_101,
        sampling: sampling, cores: cores)
      return {
        let summary = try plan.run(ProgramTrials(program)).outputs[0]
        let isRight = abs((summary.target?.probability ?? 0) - 0.296794918) < (trials > 1_000_000 ? 6e-4 : 2e-3)
        let quantiles = zip(summary.quantiles.map(\.value), [8.579383437, 0, 0, 8.931922424, 0, 0, 9.254126488])
        let isSpread = quantiles.allSatisfy { $1 == 0 || abs($0 - $1) < (trials > 1_000_000 ? 6e-4 : 2e-3) }
        guard isRight, isSpread else { throw Problem("\(name): the distribution is not the exact one") }
      }
    }
  }

  /// One changed value over a thousand indices of nine parts each, and their mean: two formulas follow.
  private static let recomputation = change("simulasi/10rb-indikator", "one change over 10,001 indicators") {
    var indicators = [Indicator(code: "K"), Indicator(code: "RATA", formula: "rata(K.*)")]
    for index in 0..<1_000 {
      indicators.append(Indicator(code: "K.I\(index)", formula: "rata(K.I\(index).*)"))
      for part in 0..<9 { indicators.append(Indicator(code: "K.I\(index).P\(part)")) }
    }
    return (indicators, indicators.count - 1)
  }

  /// One changed value on which ten thousand formulas rest.
  private static let cascade = change("simulasi/10rb-hilir", "one change with 10,000 formulas downstream") {
    let formulas = (1...10_000).map { Indicator(code: "I\($0)", formula: "I\($0 - 1)*0,5 + I0") }
    return ([Indicator(code: "I0")] + formulas, 0)
  }

  /// Changes one indicator without a formula and recomputes what follows.
  private static func change(
    _ name: String, _ summary: String, make: @escaping @Sendable () -> (indicators: [Indicator], changed: Int)
  ) -> Benchmark {
    Benchmark(name, summary, runs: 50) {
      let (indicators, changed) = make()
      var facts = FactTable()
      for index in indicators.indices where indicators[index].formula == nil {
        let key = FactTable.Key(unit: 0, subject: Int32(index), year: 2025)
        facts.append(key, planned: .nan, actual: Double(index % 97), fileLine: 0)
      }
      var workspace = Workspace()
      workspace.add(
        Dataset(
          name: "besar", catalogue: Catalogue(indicators: indicators), units: SymbolTable(["Unit"]),
          performance: facts))
      var model = ContextModel(
        try FormulaModel(workspace), in: Context(dataset: 0, unit: 0, year: 2025))
      var value = 0.0
      return {
        value += 0.5
        model.set(of: .indicator(changed), to: value)
        keep(model.value(of: .indicator(1)))
      }
    }
  }
}
