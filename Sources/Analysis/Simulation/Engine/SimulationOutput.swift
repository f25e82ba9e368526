/// What is asked of one output of a simulation.
public struct SimulationOutput: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The target whose probability is asked for, if any.
  public var target: TrialTarget?
  /// The classes, such as predicates, whose probabilities are asked for.
  public var classes: [TrialClass]

  /// Makes a request.
  public init(name: String, target: TrialTarget? = nil, classes: [TrialClass] = []) {
    self.name = name
    self.target = target
    self.classes = classes
  }

  func validate() throws(Problem) {
    if let target, !target.value.isFinite {
      throw Problem("target \(name) bukan bilangan terhingga", expected: "sebuah bilangan")
    }
    for item in classes where item.lower.isNaN || item.upper.isNaN {
      throw Problem("batas kelas \(item.name) bukan bilangan", expected: "batas bawah dan batas atas")
    }
  }
}

/// A target to reach.
public struct TrialTarget: Hashable, Sendable {
  /// On which side of the target a value must lie; a value equal to the target reaches it.
  public enum Direction: Hashable, Sendable {
    /// At least the target.
    case atLeast
    /// At most the target.
    case atMost
  }

  /// The target.
  public var value: Double
  /// On which side a value must lie.
  public var direction: Direction

  /// Makes a target.
  public init(_ value: Double, _ direction: Direction = .atLeast) {
    self.value = value
    self.direction = direction
  }
}

/// A class of values: a closed interval after bounds that do not belong to it have moved to the next number.
public struct TrialClass: Hashable, Sendable {
  /// The name, such as a predicate.
  public let name: String
  /// The least value of the class.
  public let lower: Double
  /// The greatest value of the class.
  public let upper: Double

  /// Makes a class.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - lower: The lower bound, nothing for none.
  ///   - includesLower: Whether the lower bound belongs to the class.
  ///   - upper: The upper bound, nothing for none.
  ///   - includesUpper: Whether the upper bound belongs to the class.
  public init(
    name: String, lower: Double?, includesLower: Bool = true, upper: Double?, includesUpper: Bool = true
  ) {
    self.name = name
    self.lower = lower.map { includesLower ? $0 : $0.nextUp } ?? -.infinity
    self.upper = upper.map { includesUpper ? $0 : $0.nextDown } ?? .infinity
  }
}
