/// What a goal seek found.
public struct GoalResult: Hashable, Sendable {
  /// One figure that was varied.
  public struct Input: Hashable, Sendable {
    /// Which figure.
    public var figure: FigureKey
    /// Its value under the assumptions that stand.
    public var from: Double
    /// Its value where the goal is reached, or comes nearest.
    public var to: Double
    /// Whether it stops at a bound of the catalogue.
    public var isAtBound: Bool
  }

  /// A place at the end of the range that was searched.
  public struct End: Hashable, Sendable {
    /// The single input, or the common gain.
    public var input: Double
    /// What the subject of the goal is there.
    public var value: Value
  }

  /// Whether the goal is reached.
  public var isReached: Bool
  /// Whether it was reached before anything was varied, by the official values.
  public var wasReached: Bool
  /// The inputs with their values.
  public var inputs: [Input]
  /// The common gain; `nil` for a single input.
  public var gain: Double?
  /// What the subject of the goal is there.
  public var value: Value
  /// What the subject is before, by the official values.
  public var before: Value
  /// The lower end of the range.
  public var low: End
  /// The upper end of the range.
  public var high: End
  /// Figures without a bound in the catalogue, for which a range was made up.
  public var unbounded: [FigureKey]

  /// Whether the formulas reach the goal although nothing is varied, while the rounded official values do not.
  public var isReachedByRounding: Bool { isReached && !wasReached && inputs.allSatisfy { $0.from == $0.to } }
}
