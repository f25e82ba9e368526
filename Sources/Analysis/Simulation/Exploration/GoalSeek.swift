/// Looks for the value of one input at which a function reaches a goal, inside bounds and, if asked, on steps.
///
/// Of several answers the one nearest to the current value is given. Where the function is linear the answer is
/// exact; elsewhere the range is scanned and the crossing found by bisection down to neighbouring numbers, which
/// also holds where caps and categories make the function jump. A rise and fall narrower than 1/512 of the range may
/// be missed when no step is given.
public struct GoalSeek: Sendable {
  /// What is wanted of the function's value.
  public enum Comparison: Hashable, Sendable {
    /// The goal itself.
    case equal
    /// The goal or more.
    case atLeast
    /// The goal or less.
    case atMost
  }

  /// What was found.
  public struct Outcome: Hashable, Sendable {
    /// Whether the goal is reached.
    public let isReached: Bool
    /// The input that reaches it, or the one that comes nearest.
    public let input: Double
    /// The function's value there.
    public let value: Double
    /// Whether the goal is not reached and the input that comes nearest is a bound.
    public let isAtBound: Bool
    /// How often the function was evaluated.
    public let evaluations: Int
  }

  /// The goal.
  public var goal: Double
  /// What is wanted of the function's value.
  public var comparison: Comparison
  /// The least and the greatest input.
  public var bounds: ClosedRange<Double>
  /// The distance between permitted inputs, counted from the lower bound; nothing when all are permitted.
  public var step: Double?
  /// The current input, near which answers are preferred.
  public var current: Double

  /// The most steps that are tried.
  public static let mostSteps = 1_000_000
  /// The parts into which a range is cut when looking for crossings.
  static let parts = 512

  /// Makes a search.
  ///
  /// - Throws: A problem when the goal or bounds are not finite, or the step is not positive or far too small.
  public init(
    goal: Double, comparison: Comparison = .equal, bounds: ClosedRange<Double>, step: Double? = nil,
    current: Double
  ) throws(Problem) {
    guard goal.isFinite else { throw Problem("nilai yang dicari bukan bilangan terhingga") }
    guard bounds.lowerBound.isFinite, bounds.upperBound.isFinite else {
      throw Problem("batas pencarian tidak terhingga", expected: "batas bawah dan batas atas")
    }
    if let step {
      guard step.isFinite, step > 0 else {
        throw Problem(
          "langkah \(NumberStyle.plain.text(step)) tidak dapat dipakai", expected: "bilangan lebih dari nol")
      }
      guard (bounds.upperBound - bounds.lowerBound) / step <= Double(Self.mostSteps) else {
        throw Problem(
          "langkah \(NumberStyle.plain.text(step)) terlalu kecil untuk rentang pencarian",
          expected: "paling banyak \(NumberStyle.count.text(Double(Self.mostSteps))) langkah")
      }
    }
    self.goal = goal
    self.comparison = comparison
    self.bounds = bounds
    self.step = step
    self.current =
      current.isFinite
      ? min(max(current, bounds.lowerBound), bounds.upperBound) : bounds.lowerBound
  }

  /// How far a value may lie from the goal and still count as reaching it: one part in 10¹², or 10⁻¹².
  var tolerance: Double { 1e-12 * max(1, abs(goal)) }

  /// Whether a value reaches the goal; a missing one does not.
  func isReached(by value: Double?) -> Bool {
    guard let value, !value.isNaN else { return false }
    switch comparison {
    case .equal: return abs(value - goal) <= tolerance
    case .atLeast: return value >= goal - tolerance
    case .atMost: return value <= goal + tolerance
    }
  }

  /// Searches.
  ///
  /// - Parameter function: The function; nothing where it has no value.
  /// - Returns: What was found, or nothing when the function has no value anywhere it was tried.
  /// - Complexity: At most one evaluation per step, or some 500 and 100 for each crossing tried.
  public func solve(_ function: @escaping (Double) -> Double?) -> Outcome? {
    var search = GoalSearch(self, function)
    return step == nil ? search.continuous() : search.stepwise()
  }
}
