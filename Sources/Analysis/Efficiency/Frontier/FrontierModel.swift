/// Which programme of data envelopment analysis is solved.
public struct FrontierModel: Hashable, Sendable {
  /// What is assumed about the size of a unit.
  public enum Scale: String, Hashable, Sendable, CaseIterable {
    /// Constant returns to scale (Charnes, Cooper and Rhodes 1978): weights without a sum.
    case constant = "CCR"
    /// Variable returns to scale (Banker, Charnes and Cooper 1984): weights that sum to 1.
    case variable = "BCC"
    /// Non-increasing returns to scale: weights that sum to at most 1.
    case nonIncreasing = "NIRS"
  }

  /// What is changed to reach the frontier.
  public enum Orientation: String, Hashable, Sendable, CaseIterable {
    /// Inputs are contracted and outputs kept.
    case input = "masukan"
    /// Outputs are expanded and inputs kept.
    case output = "keluaran"
  }

  /// The assumption about size.
  public var scale: Scale
  /// What is changed.
  public var orientation: Orientation
  /// Whether the unit is left out of its own reference set (super-efficiency, Andersen and Petersen 1993).
  public var excludesSelf: Bool

  /// Makes a model.
  public init(_ scale: Scale, _ orientation: Orientation = .input, excludesSelf: Bool = false) {
    self.scale = scale
    self.orientation = orientation
    self.excludesSelf = excludesSelf
  }
}
