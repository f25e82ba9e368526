/// What was achieved and what it cost: the figures of one node or of a total, with everything derived from them.
///
/// Achievement and absorption are in percent, money in rupiah.
public struct EfficiencyFigures: Hashable, Sendable {
  /// Achievement in percent, not capped.
  public var achievement: Measured
  /// Ceiling (pagu).
  public var ceiling: Measured
  /// Spending (realisasi anggaran).
  public var spending: Measured

  /// Makes figures.
  public init(achievement: Measured, ceiling: Measured, spending: Measured) {
    self.achievement = achievement
    self.ceiling = ceiling
    self.spending = spending
  }

  /// Absorption (serapan) in percent; missing when a figure is missing or the ceiling is not above 0.
  public var absorption: Measured {
    Measured.combine(ceiling, spending) { Efficiency.absorption(spending: $1, ceiling: $0) }
  }

  /// What the budget leaves (SiLPA); negative when more was spent than the ceiling.
  public var remainder: Measured {
    Measured.combine(ceiling, spending) { Efficiency.remainder(spending: $1, ceiling: $0) }
  }

  /// Spending per percentage point of achievement, in rupiah.
  public var costPerPoint: Measured {
    Measured.combine(spending, achievement) { Efficiency.costPerPoint(spending: $0, achievement: .value($1)) }
  }

  /// The efficiency by a method that needs no other figures.
  ///
  /// - Returns: Missing with the reason; always missing for `pmk`, `sumberdaya` and `dea`, which are not made of
  ///   one node's figures alone.
  public func efficiency(_ method: EfficiencyMethod) -> Measured {
    switch method {
    case .difference: Efficiency.difference(achievement: achievement, absorption: absorption)
    case .relative: Efficiency.relative(achievement: achievement, absorption: absorption)
    case .ratio: Efficiency.ratio(achievement: achievement, absorption: absorption)
    case .cost: costPerPoint
    case .budget, .resources, .frontier: .missing("metode \(method.rawValue) tidak dihitung per simpul")
    }
  }

  /// What subtracting achievement and absorption gives after both were rounded to two decimals, as reports do.
  ///
  /// - Returns: `nil` unless its last digit differs from that of the difference in full precision.
  public var differenceOfRounded: (achievement: Double, absorption: Double, difference: Double)? {
    guard let achievement = achievement.value, let absorption = absorption.value else { return nil }
    let left = achievement.roundedHalfAway(places: 2)
    let right = absorption.roundedHalfAway(places: 2)
    let difference = (left - right).roundedHalfAway(places: 2)
    guard difference != (achievement - absorption).roundedHalfAway(places: 2) else { return nil }
    return (left, right, difference)
  }
}
