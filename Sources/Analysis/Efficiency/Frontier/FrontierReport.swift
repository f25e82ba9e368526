/// How a unit's output responds to its size.
public enum ReturnsToScale: String, Hashable, Sendable, CaseIterable {
  /// The unit works at the most productive size.
  case constant = "tetap"
  /// The unit is too small: growing pays.
  case increasing = "meningkat"
  /// The unit is too large: growing no longer pays in proportion.
  case decreasing = "menurun"
}

/// Everything the frontier says of one unit.
public struct FrontierUnitResult: Hashable, Sendable {
  /// The unit's index, from 0.
  public var unit: Int
  /// The unit's name.
  public var name: String
  /// Under constant returns to scale (CCR).
  public var constant: FrontierScore
  /// Under variable returns to scale (BCC).
  public var variable: FrontierScore
  /// The efficiency under non-increasing returns to scale.
  public var nonIncreasing: Double
  /// CCR efficiency ÷ BCC efficiency, at most 1.
  public var scaleEfficiency: Double
  /// How output responds to size, by the comparison with non-increasing returns.
  public var returnsToScale: ReturnsToScale
  /// Super-efficiency under constant returns; `nil` when it was not asked for.
  public var superConstant: FrontierSolution?
  /// Super-efficiency under variable returns; `nil` when it was not asked for.
  public var superVariable: FrontierSolution?
}

/// The frontier analysis of all units.
public struct FrontierReport: Hashable, Sendable {
  /// What was changed to reach the frontier.
  public var orientation: FrontierModel.Orientation
  /// The units, in their own order.
  public var units: [FrontierUnitResult]
  /// The least number of units by the rule of thumb max(m·s, 3(m + s)) (Cooper, Seiford and Tone).
  public var leastUnits: Int
  /// A sentence when there are too few units for the scores to tell them apart, otherwise `nil`.
  public var warning: String?
}
