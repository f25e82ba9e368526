/// A figure that is supposed to be different: set, shifted or scaled.
public struct Assumption: Hashable, Sendable {
  /// What is done to the figure.
  public enum Operation: String, Hashable, Sendable {
    /// The figure becomes the amount.
    case set = "="
    /// The amount is added.
    case add = "+="
    /// The amount is taken away.
    case subtract = "-="
    /// The figure is multiplied by the amount.
    case multiply = "*="
    /// The figure is divided by the amount.
    case divide = "/="
  }

  /// Which figure or, with a pattern, which figures.
  public var reference: Reference
  /// What is done.
  public var operation: Operation
  /// By how much.
  public var amount: Double

  /// Makes an assumption.
  public init(_ reference: Reference, _ operation: Operation = .set, _ amount: Double) {
    self.reference = reference
    self.operation = operation
    self.amount = amount
  }
}
