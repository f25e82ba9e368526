import Analysis

// The names are those of the file.
// swift-format-ignore: AlwaysUseLowerCamelCase
/// The results of quadrature and of numpy for the index IKPP with three uncertain inputs.
struct SimulationReference: Decodable {
  struct Exact: Decodable {
    struct Moments: Decodable {
      var mean: Double
      var sd: Double
    }
    struct Bar: Decodable {
      var low_input_p05: Double
      var high_input_p95: Double
      var ikpp_low: Double
      var ikpp_high: Double
      var swing: Double
    }
    struct Goal: Decodable {
      var target: Double
      var F02: Double
    }
    var mean: Double
    var sd: Double
    var quantiles: [String: Double]
    var p_ge_9_05: Double
    var p_ge_8_26: Double
    var inputs: [String: Moments]
    var first_order_sobol_exact: [String: Double]
    var tornado_p05_p95_about_mode: [String: Bar]
    var goal_seek: Goal
  }
  struct Copula: Decodable {
    var p05: Double
    var p50: Double
    var p95: Double
    var p_ge_9_05: Double
    var sd: Double
    var standard_errors: [Double]
  }
  struct KnownAnswers: Decodable {
    var splitmix64_seed0: [String]
    var philox4x32_10_ctr0_key0: [String]
    var philox4x32_10_ctrF_keyF: [String]
    var philox4x64_10_ctr0_key0: [String]
    var philox4x64_10_ctr1_key0: [String]
  }
  struct Quasi: Decodable {
    var gain: Double
    var plain_mc_standard_error: Double
  }
  var exact: Exact
  var gaussian_copula: Copula
  var rng_known_answers: KnownAnswers
  var quasi_monte_carlo_sobol_scrambled: [String: Quasi]

  static func load() throws -> SimulationReference { try loadReference("mc.json") }

  static let inputs = [
    SimulationInput(
      name: "IKM", distribution: .truncatedNormal(mean: 98.3, deviation: 1.2, lower: 0, upper: 100)),
    SimulationInput(name: "F02", distribution: .pert(lower: 3, mode: 3.8, upper: 4.4)),
    SimulationInput(name: "F03", distribution: .pert(lower: 4.5, mode: 4.8, upper: 5)),
  ]

  static let classes = [
    TrialClass(name: "A", lower: 8.26, upper: 10),
    TrialClass(name: "B", lower: 6.51, upper: 8.26, includesUpper: false),
  ]

  /// A plan for the reference model; 40,000 trials unless told otherwise.
  static func plan(
    trials: Int = 40_000, seed: UInt64 = 20_250_101, sampling: Sampling = .random, cores: Int = 4
  ) -> SimulationPlan {
    SimulationPlan(
      inputs: inputs, outputs: [.init(name: "IKPP", target: .init(9.05), classes: classes)], trials: trials,
      seed: seed, sampling: sampling, cores: cores)
  }

  static func ikpp(_ inputs: [Double]) -> Double { 0.05 * inputs[0] + (0.75 * inputs[1] + 0.25 * inputs[2]) }
}

/// A model written as a function of the inputs of one trial.
struct RowModel: TrialModel {
  let outputCount = 1
  let inputs: Int
  let function: @Sendable ([Double]) -> Double

  init(inputs: Int = 3, _ function: @escaping @Sendable ([Double]) -> Double = SimulationReference.ikpp) {
    self.inputs = inputs
    self.function = function
  }

  func evaluate(_ block: TrialBlock, in workspace: inout Void) {
    let columns = (0..<inputs).map(block.input)
    let output = block.output(0)
    var row = [Double](repeating: 0, count: inputs)
    for trial in 0..<block.count {
      for place in 0..<inputs { row[place] = columns[place][trial] }
      output[trial] = function(row)
    }
  }
}

/// The reference model over columns.
struct IndexModel: TrialModel {
  let outputCount = 1

  func evaluate(_ block: TrialBlock, in workspace: inout Void) {
    guard let ikm = block.input(0).baseAddress, let f02 = block.input(1).baseAddress,
      let f03 = block.input(2).baseAddress, let output = block.output(0).baseAddress
    else { return }
    for trial in 0..<block.count {
      output[trial] = 0.05 * ikm[trial] + (0.75 * f02[trial] + 0.25 * f03[trial])
    }
  }
}
