/// An uncertain input of a simulation.
public struct SimulationInput: Hashable, Sendable {
  /// The name; with the seed it determines the draws.
  public var name: String
  /// What is believed about its value.
  public var distribution: Distribution

  /// Makes an input.
  public init(name: String, distribution: Distribution) {
    self.name = name
    self.distribution = distribution
  }
}

/// How trials are drawn.
public enum Sampling: Hashable, Sendable {
  /// Independent pseudo-random trials.
  case random
  /// A scrambled Sobol sequence: the same accuracy with far fewer trials, for smooth models of few inputs.
  ///
  /// The trials, a power of two, are split over independently scrambled replicates, from whose spread the standard
  /// errors come. Dimensions go to the inputs that are not constant in the order of the plan.
  case sobol(replicates: Int)

  /// Sobol sampling with 16 replicates.
  public static let sobol = Sampling.sobol(replicates: 16)
}

/// What is asked of a simulation.
public struct SimulationPlan: Sendable {
  /// The uncertain inputs, in the order in which the model reads them.
  public var inputs: [SimulationInput]
  /// The correlations of the inputs' normal scores, if any.
  public var correlations: CorrelationMatrix?
  /// What is asked of each output, in the order in which the model writes them.
  public var outputs: [SimulationOutput]
  /// How many trials are asked for.
  public var trials: Int
  /// The seed.
  public var seed: UInt64
  /// How trials are drawn.
  public var sampling: Sampling
  /// How many cores to use; the results do not depend on it.
  public var cores: Int
  /// Trials evaluated at a time on each core; the results do not depend on it.
  public var blockSize = 1024
  /// The probabilities whose quantiles are computed.
  public var levels = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95]
  /// About how many bars a histogram has.
  public var histogramBars = 40

  /// The greatest number of trials.
  public static let mostTrials = 2_000_000_000

  /// Makes a plan.
  public init(
    inputs: [SimulationInput], outputs: [SimulationOutput], trials: Int, seed: UInt64,
    correlations: CorrelationMatrix? = nil, sampling: Sampling = .random, cores: Int = 1
  ) {
    self.inputs = inputs
    self.outputs = outputs
    self.trials = trials
    self.seed = seed
    self.correlations = correlations
    self.sampling = sampling
    self.cores = cores
  }

  /// The trials that will be run: as asked, or for Sobol sampling the next power of two from 1024 on.
  public var effectiveTrials: Int {
    guard case .sobol = sampling else { return trials }
    var count = 1024
    while count < trials { count *= 2 }
    return count
  }

  /// How many scrambled replicates share the trials; one when they are pseudo-random.
  var replicates: Int {
    guard case .sobol(let wanted) = sampling else { return 1 }
    var count = 1
    while count * 2 <= wanted, effectiveTrials / (count * 2) >= 1024 { count *= 2 }
    return count
  }

  /// Refuses a plan that makes no sense, before anything runs.
  ///
  /// - Throws: A problem about the trials, the inputs, their distributions, the correlations or the outputs.
  public func validate() throws(Problem) {
    let most = NumberStyle.count.text(Double(Self.mostTrials))
    guard trials >= 1, trials <= Self.mostTrials else {
      throw Problem(
        "jumlah percobaan \(NumberStyle.count.text(Double(trials))) tidak dapat dijalankan",
        expected: "1 sampai \(most)")
    }
    var seen: Set<String> = []
    for input in inputs {
      guard seen.insert(input.name).inserted else {
        throw Problem("masukan \(input.name) disebut dua kali", expected: "satu sebaran untuk setiap masukan")
      }
      do { try input.distribution.validate() } catch {
        throw Problem(
          "\(input.name): \(error.message)", kind: error.kind, place: error.place, expected: error.expected,
          suggestions: error.suggestions)
      }
    }
    if case .sobol(let replicates) = sampling { try validateSobol(replicates: replicates) }
    for output in outputs { try output.validate() }
    for level in levels where !(level >= 0 && level <= 1) {
      throw Problem("peluang persentil \(NumberStyle.plain.text(level)) di luar 0 sampai 1")
    }
  }

  private func validateSobol(replicates: Int) throws(Problem) {
    let uncertain = inputs.count { !$0.distribution.isConstant }
    guard uncertain <= SobolParameters.dimensions else {
      throw Problem(
        "barisan Sobol hanya untuk \(SobolParameters.dimensions) masukan, diminta \(uncertain)",
        expected: "masukan lebih sedikit atau percobaan acak biasa")
    }
    guard replicates >= 1, replicates <= 1024 else {
      throw Problem("jumlah ulangan Sobol \(replicates) tidak dapat dipakai", expected: "1 sampai 1.024")
    }
  }
}
