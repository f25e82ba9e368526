extension SimulationPlan {
  /// Runs the simulation.
  ///
  /// The result is the same, bit by bit, for any number of cores and any block size. Memory does not grow with the
  /// number of trials beyond some tens of megabytes.
  ///
  /// - Parameters:
  ///   - model: What is evaluated; it has as many outputs as the plan asks about.
  ///   - progress: Called now and then, on any thread, one call at a time, with the share of trials done so far.
  ///   - isCancelled: Asked before every block, on any thread.
  /// - Throws: A problem about the plan before anything runs; one of kind `interrupted` when it was cancelled.
  /// - Complexity: O(trials × (inputs + outputs × (inputs + classes))).
  public func run(
    _ model: some TrialModel, progress: (@Sendable (Double) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(Problem) -> SimulationResult {
    try run(model, keeping: 1 << 22, firstStage: 1 << 20, progress: progress, isCancelled: isCancelled)
  }

  /// Runs with a given room for values from which quantiles are selected, and a given size of the first stage, a power
  /// of two; the results do not depend on either.
  func run<Model: TrialModel>(
    _ model: Model, keeping capacity: Int, firstStage: Int,
    progress: (@Sendable (Double) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(Problem) -> SimulationResult {
    try validate()
    guard model.outputCount == outputs.count, !outputs.isEmpty else {
      throw Problem(
        "model menghasilkan \(model.outputCount) keluaran, diminta \(outputs.count)", kind: .system)
    }
    let unit = TrialRunner<Model>.unit
    let runner = TrialRunner(
      source: try TrialSource(self), model: model, cores: cores,
      blockSize: (min(max(blockSize, 1), 1 << 16) + unit - 1) / unit * unit, isCancelled: isCancelled)
    let rules = try surveyed(runner)
    var stages = SimulationStages(plan: self, rules: rules, capacity: capacity, firstStage: firstStage)
    try stages.run(runner, progress: progress)
    let shares = try VarianceDecomposition(inputs: inputs, centres: rules.map(\.centre))
      .shares(count: effectiveTrials, runner: runner)
    let quantiles = try stages.quantiles(runner)
    return SimulationResult(
      trials: effectiveTrials, replicates: replicates, seed: seed,
      outputs: outputs.indices.map { place in
        stages.summary(of: place, quantiles: quantiles[place], firstOrder: shares[place])
      })
  }

  /// Looks at the first trials to learn where the outputs lie; the sums are taken around that.
  private func surveyed<Model>(_ runner: TrialRunner<Model>) throws(Problem) -> [TallyRule] {
    let first = 0..<min(effectiveTrials, 4096)
    let seen = try runner.pass([first]) {
      outputs.map { _ in [Double]() }
    } body: { seen, _, block in
      for place in seen.indices { seen[place].append(contentsOf: block.output(place).filter(\.isFinite)) }
    }
    let centres = inputs.map { $0.distribution.isConstant ? nil : $0.distribution.mean }
    return zip(outputs, seen[0]).map { output, values in
      let centre = values.isEmpty ? 0 : values.reduce(0) { $0 + $1 / Double(values.count) }
      let grid = ValueGrid(minimum: values.min() ?? 0, maximum: values.max() ?? 0)
      return TallyRule(output, centre: centre, inputCentres: centres, grid: grid)
    }
  }
}
