/// Something about a node's figures that a reader of its efficiency must know.
public enum EfficiencyFlag: String, Hashable, Sendable, CaseIterable {
  /// Money was spent and the achievement is 0 or below.
  case spentWithoutResult = "belanja tanpa hasil"
  /// Money was spent and nothing measures the result in that year and period.
  case spentUnmeasured = "belanja tanpa ukuran hasil"
  /// There is a result, a ceiling, and no spending.
  case resultWithoutSpending = "hasil tanpa belanja"
  /// There is a result and no budget figure at all.
  case resultWithoutBudget = "hasil tanpa anggaran"
  /// Every measured output below reaches its target while this outcome misses its own.
  case outputWithoutOutcome = "keluaran 100% tetapi hasil di bawah target"
  /// More was spent than the ceiling.
  case overspent = "serapan di atas 100%"
  /// A correction is larger than the spending.
  case negativeSpending = "realisasi anggaran negatif"
  /// The ceiling is 0.
  case zeroCeiling = "pagu 0"
  /// Rows of the dataset state the budget differently; the first is used.
  case conflicting = "angka anggaran bertentangan"

  /// The flags of a node that its own figures give.
  static func own(_ figures: EfficiencyFigures) -> [EfficiencyFlag] {
    var flags: [EfficiencyFlag] = []
    let achievement = figures.achievement.value
    if let spending = figures.spending.value {
      if spending > 0, let achievement, achievement <= 0 { flags.append(.spentWithoutResult) }
      if spending > 0, achievement == nil { flags.append(.spentUnmeasured) }
      if spending == 0, let achievement, achievement > 0 { flags.append(.resultWithoutSpending) }
      if spending < 0 { flags.append(.negativeSpending) }
    } else if figures.ceiling.value == nil, let achievement, achievement > 0 {
      flags.append(.resultWithoutBudget)
    }
    if figures.ceiling.value == 0 { flags.append(.zeroCeiling) }
    if let ceiling = figures.ceiling.value, let spending = figures.spending.value, spending > ceiling {
      flags.append(.overspent)
    }
    return flags
  }
}
