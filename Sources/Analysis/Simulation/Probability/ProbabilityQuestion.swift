/// What a simulation asks about a formula: how it is distributed when some figures are uncertain, and how likely its
/// target, its predicates and those of the organisational score are.
public struct ProbabilityQuestion: Sendable {
  /// What an output of the simulation is.
  public enum Role: Hashable, Sendable {
    /// The formula itself.
    case subject
    /// The achievement of the indicator asked about, before the cap.
    case achievement
    /// The organisational score.
    case score
  }

  /// What is evaluated in every trial.
  struct Output: Sendable {
    var role: Role
    var expression: Expression
    var request: SimulationOutput
  }

  /// The formula, the organisational score written out.
  public let subject: Expression
  /// The uncertain figures.
  public let inputs: [UncertainFigure]
  /// The target; by default the indicator's own.
  public let target: TrialTarget?
  /// The correlations, if any.
  public var correlations: CorrelationMatrix?
  /// How many trials.
  public var trials = 1_000_000
  /// The seed.
  public var seed: UInt64 = 0
  /// How trials are drawn.
  public var sampling = Sampling.random
  /// How many cores work; the answer does not depend on it.
  public var cores = 1

  private let outputs: [Output]
  private let function: WhatIfFunction
  private let context: Context

  /// Makes a question.
  ///
  /// - Parameters:
  ///   - subject: The formula, names checked.
  ///   - inputs: The uncertain figures.
  ///   - goal: The target to reach; `nil` takes the indicator's own where the formula is one.
  ///   - model: What is evaluated over.
  ///   - context: Where codes are read.
  ///   - assumptions: What stands.
  /// - Throws: A usage problem when nothing is uncertain or the formula does not depend on any uncertain figure.
  public init(
    _ subject: Expression, inputs: [UncertainFigure], goal: Double?, model: FormulaModel, in context: Context,
    assuming assumptions: Assumptions
  ) throws(Problem) {
    self.subject = try model.resolvingScore(subject, in: context)
    self.inputs = inputs
    self.context = context
    guard !inputs.isEmpty else {
      throw Problem(
        "belum ada masukan yang tidak pasti", expected: "KODE~SEBARAN, misalnya IKM~normal(98,3; 1,2)")
    }
    let shape = SubjectShape(subject, model: model, in: context)
    var evaluator = Evaluator(model, in: context, assuming: assumptions)
    let own = shape.indicator.flatMap { evaluator.value(.target, of: .indicator($0)).number }
    target = (goal ?? own).map { TrialTarget($0, shape.direction) }
    outputs = Self.outputs(shape, self.subject, subject.text, target, model, context, hasTarget: own != nil)
    function = try WhatIfFunction(
      outputs.map(\.expression), varying: inputs.map(\.figure), model: model, in: context,
      assuming: assumptions,
      needsBase: false)
    try refuseIndependence(subject.text)
  }

  private static func outputs(
    _ shape: SubjectShape, _ expression: Expression, _ name: String, _ target: TrialTarget?,
    _ model: FormulaModel,
    _ context: Context, hasTarget: Bool
  ) -> [Output] {
    var found = [
      Output(
        role: .subject, expression: expression,
        request: SimulationOutput(
          name: name, target: target, classes: shape.scale?.trialClasses(cap: shape.cap) ?? []))
    ]
    let rules = model.rules[context.dataset]
    if let index = shape.indicator, hasTarget {
      let code = model.catalogue(of: context).indicators[index].code
      found.append(
        Output(
          role: .achievement, expression: Expression(.reference(Reference(code, quantity: .achievement))),
          request: SimulationOutput(
            name: "capaian(\(code))", classes: rules.achievementScale.trialClasses(cap: rules.cap))))
    }
    if !shape.isScore, let score = model.scoreExpression(in: context),
      let scale = try? RuleBook.scale(rules.score.scale)
    {
      found.append(
        Output(
          role: .score, expression: score,
          request: SimulationOutput(
            name: FormulaModel.scoreCode, classes: scale.trialClasses(cap: rules.score.cap))))
    }
    return found
  }

  /// A formula that does not read any uncertain figure would come out the same in every trial.
  private func refuseIndependence(_ name: String) throws(Problem) {
    guard function.program.columnsRead(byOutput: 0).isEmpty else { return }
    throw Problem(
      "\(name) tidak bergantung pada \(inputs.map(\.name).joined(separator: ", "))",
      expected: "masukan yang menentukan \(name)")
  }

  /// Runs the simulation.
  ///
  /// - Parameters:
  ///   - progress: Called now and then with the share of trials done, on any thread.
  ///   - isCancelled: Asked before every block of trials, on any thread.
  /// - Throws: What the plan refuses; a problem of kind `interrupted` when cancelled.
  public func run(
    progress: (@Sendable (Double) -> Void)? = nil, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(Problem) -> ProbabilityResult {
    let plan = SimulationPlan(
      inputs: inputs.map { SimulationInput(name: $0.name, distribution: $0.distribution) },
      outputs: outputs.map(\.request), trials: trials, seed: seed, correlations: correlations,
      sampling: sampling,
      cores: cores)
    let result = try plan.run(ProgramTrials(function.program), progress: progress, isCancelled: isCancelled)
    var summaries: [Role: OutputSummary] = [:]
    for (output, summary) in zip(outputs, result.outputs) { summaries[output.role] = summary }
    guard let subject = summaries[.subject] else { throw Problem("simulasi tanpa keluaran", kind: .system) }
    return ProbabilityResult(
      trials: result.trials, replicates: result.replicates, seed: seed, subject: subject,
      achievement: summaries[.achievement], score: summaries[.score].flatMap { $0.deviation > 0 ? $0 : nil })
  }
}

/// What a simulation found.
public struct ProbabilityResult: Hashable, Sendable {
  /// The trials that were run.
  public let trials: Int
  /// Independently scrambled replicates among them; 1 for pseudo-random trials.
  public let replicates: Int
  /// The seed.
  public let seed: UInt64
  /// The distribution of the formula.
  public let subject: OutputSummary
  /// The distribution of the achievement before the cap, where the formula is an indicator with a target.
  public let achievement: OutputSummary?
  /// The distribution of the organisational score, where it varies.
  public let score: OutputSummary?
}
