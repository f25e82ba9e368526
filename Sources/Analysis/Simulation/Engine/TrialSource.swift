/// Makes the inputs of any trial: a pure function of the plan and the trial's number.
struct TrialSource: Sendable {
  /// How many trials one replicate holds.
  let replicateSize: Int
  let inputCount: Int
  private let samplers: [Sampler]
  private let streams: [RandomStream]
  /// For each replicate the scrambled dimension of each input; empty for pseudo-random trials.
  private let sobol: [[ScrambledSobol?]]
  private let copula: GaussianCopula?

  init(_ plan: SimulationPlan) throws(Problem) {
    let streams = plan.inputs.map { RandomStream(seed: plan.seed, name: $0.name) }
    self.streams = streams
    samplers = plan.inputs.map { Sampler($0.distribution) }
    inputCount = plan.inputs.count
    replicateSize = plan.effectiveTrials / plan.replicates
    if let correlations = plan.correlations {
      copula = try GaussianCopula(correlations, inputs: plan.inputs)
    } else {
      copula = nil
    }
    var dimension = 0
    let dimensions = samplers.map { sampler -> Int? in
      guard sampler.constant == nil else { return nil }
      defer { dimension += 1 }
      return dimension
    }
    guard case .sobol = plan.sampling else {
      sobol = []
      return
    }
    sobol = (0..<plan.replicates).map { replicate in
      zip(streams, dimensions).map { stream, dimension in
        dimension.map { ScrambledSobol(dimension: $0, stream: stream, replicate: replicate) }
      }
    }
  }

  /// Writes the inputs of consecutive trials, which must lie in one replicate and start at a multiple of four.
  func fill(_ columns: [UnsafeMutablePointer<Double>], first: Int, count: Int) {
    for (place, column) in columns.enumerated() where samplers[place].constant == nil {
      if sobol.isEmpty {
        streams[place].fill(column, first: first, count: count)
      } else {
        sobol[first / replicateSize][place]?.fill(column, first: first % replicateSize, count: count)
      }
    }
    copula?.transform(columns, count: count)
    for (place, column) in columns.enumerated() { samplers[place].transform(column, count: count) }
  }
}
