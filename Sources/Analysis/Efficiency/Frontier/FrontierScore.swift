/// What one programme says of one unit.
public struct FrontierScore: Hashable, Sendable {
  /// A unit of the reference set and its weight.
  public struct Peer: Hashable, Sendable {
    /// The unit's index, from 0.
    public var unit: Int
    /// Its weight λ, above 0.
    public var weight: Double

    /// Makes a peer.
    public init(unit: Int, weight: Double) {
      self.unit = unit
      self.weight = weight
    }
  }

  /// θ, the factor on the inputs (input orientation), or φ, the factor on the outputs (output orientation).
  public var radial: Double
  /// θ or 1 ÷ φ: 1 on the frontier, below 1 inside; above 1 only for super-efficiency. `nil` when φ is 0.
  public var efficiency: Double?
  /// The peers with their weights, in the order of the units.
  public var peers: [Peer]
  /// For each input what could still be saved once the radial factor is applied, in the input's own unit.
  public var inputSlacks: [Double]
  /// For each output what could still be added once the radial factor is applied, in the output's own unit.
  public var outputSlacks: [Double]
  /// The inputs that the frontier would need: θ × input − slack.
  public var inputTargets: [Double]
  /// The outputs that the frontier would give: φ × output + slack.
  public var outputTargets: [Double]

  /// The sum of the weights: below 1, at 1 or above 1 tells the size of the peers' mixture.
  public var weightSum: Double { peers.reduce(0) { $0 + $1.weight } }

  /// Whether any slack is left.
  public var hasSlack: Bool { (inputSlacks + outputSlacks).contains { $0 > 0 } }

  /// Where the unit stands; of use for programmes in which the unit is in its own reference set.
  public var standing: FrontierStanding {
    guard radial == 1 else { return .inefficient }
    return hasSlack ? .weak : .strong
  }
}

/// Where a unit stands against the frontier.
public enum FrontierStanding: String, Hashable, Sendable, CaseIterable {
  /// On the frontier without slack (Pareto–Koopmans efficient).
  case strong = "efisien kuat"
  /// On the frontier, but some input could fall or some output rise with nothing else changed.
  case weak = "efisien lemah"
  /// Inside the frontier.
  case inefficient = "tidak efisien"
}

/// The outcome of one programme for one unit, by the status that the solver gave.
public enum FrontierSolution: Hashable, Sendable {
  /// The programme was solved to optimality.
  case solved(FrontierScore)
  /// The solver proved that the programme has no solution (possible only without the unit itself).
  case infeasible

  /// The score, if the programme has a solution.
  public var score: FrontierScore? {
    if case .solved(let score) = self { return score }
    return nil
  }

  /// The efficiency, if the programme has a solution.
  public var efficiency: Double? { score?.efficiency }

  /// What a table shows when there is no number.
  public static let infeasibleLabel = "tidak layak"
}
