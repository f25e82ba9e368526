/// A candidate for a target, with what it would mean.
public struct TargetProposal: Sendable {
  /// The method.
  public let method: TargetMethod
  /// The name by which it is chosen: `tren-p50`.
  public let name: String
  /// The target, rounded to two decimals; missing with the reason when the data do not allow the method.
  public let value: Measured
  /// How it came about, with the numbers.
  public let derivation: String
  /// Whether it was moved to the end of the scale.
  public let isClipped: Bool
  /// The probability of reaching it by the trend.
  public let probability: Finding<Double>
  /// Target less the result of the year before.
  public let difference: Double?
  /// The achievement in percent if the result of the year before repeats.
  public let achievement: Measured
  /// The predicate of that achievement.
  public let predicate: String?
  /// The predicate of the target itself, where the indicator has a scale.
  public let valuePredicate: String?
  /// Target less the value on the path to the mid-term target.
  public let fromPath: Double?
}

/// What methods need beside the data.
public struct ProposalParameters: Hashable, Sendable {
  /// The improvement of the method ``TargetMethod/percent``, in percent.
  public var percent = 1.0
  /// The share of the distance to the best unit that is closed in a year.
  public var share = 0.25
  /// The standard error of the survey behind the indicator.
  public var standardError: Double?

  /// The usual parameters.
  public init() {}
}

/// Candidate targets for a key indicator by every method that the data allow.
public struct TargetProposals: Sendable {
  /// What is known of the indicator.
  public let history: TargetHistory
  /// The candidates in the order of the methods.
  public let proposals: [TargetProposal]

  /// Makes the candidates.
  ///
  /// - Parameters:
  ///   - entry: The key indicator.
  ///   - figures: What its components give.
  ///   - parameters: What methods need beside the data.
  /// - Returns: `nil` when the catalogue does not know the indicator.
  public init?(_ entry: WorksheetEntry, figures: WorksheetFigures, parameters: ProposalParameters = .init()) {
    guard let history = TargetHistory(entry, model: figures.model, context: figures.context) else {
      return nil
    }
    self.history = history
    let maker = ProposalMaker(
      history: history, rules: figures.model.rules[figures.context.dataset], parameters: parameters,
      computed: figures.computed(entry.code)?.value)
    proposals = TargetMethod.allCases.flatMap { maker.proposals(by: $0) }
  }

  /// The candidate with a name; a method's name alone means its only candidate or its middle one.
  public func proposal(named name: String) -> TargetProposal? {
    let folded = name.lowercased()
    if let exact = proposals.first(where: { $0.name == folded }) { return exact }
    let ofMethod = proposals.filter { $0.method.rawValue == folded }
    return ofMethod.isEmpty ? nil : ofMethod[ofMethod.count / 2]
  }
}
