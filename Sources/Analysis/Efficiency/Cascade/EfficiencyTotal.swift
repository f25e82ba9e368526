/// The total of a table of efficiency by the reports' rule, and beside it weighted by budget.
public struct EfficiencyTotal: Hashable, Sendable {
  /// The mean of the achievements of the shown rows, and the summed budgets of the topmost rows.
  public var figures: EfficiencyFigures
  /// Achievement weighted by ceiling, over the lowest rows that have both.
  public var weighted: Measured
  /// How many rows have an achievement.
  public var measuredCount: Int
  /// The rows whose budgets are summed, by node.
  public var carriers: [Int]
  /// The nodes that carry a budget of which ceiling or spending is missing, so that it is not summed.
  public var leftOut: [Int]
  /// The nodes that weigh the weighted mean.
  public var weighers: [Int]

  /// Efficiency of the weighted achievement.
  public func weightedEfficiency(_ method: EfficiencyMethod) -> Measured {
    var copy = figures
    copy.achievement = weighted
    return copy.efficiency(method)
  }

  /// Sums up rows.
  ///
  /// - Parameters:
  ///   - rows: The rows, parents before their children.
  ///   - budgets: The budgets of the cascade.
  ///   - catalogue: The cascade.
  init(_ rows: [EfficiencyRow], budgets: CascadeBudgets, catalogue: Catalogue) {
    let candidates = budgets.carriers(among: Set(rows.map(\.node)))
    let complete = candidates.filter { budgets.entries[$0].isComplete }
    let used = complete.isEmpty ? candidates : complete
    carriers = used
    leftOut = complete.isEmpty ? [] : candidates.filter { !budgets.entries[$0].isComplete }
    figures = EfficiencyFigures(
      achievement: Measured.mean(rows.map(\.figures.achievement)),
      ceiling: Self.sum(used.map { budgets.entries[$0].ceiling }, of: "pagu"),
      spending: Self.sum(used.map { budgets.entries[$0].spending }, of: "realisasi anggaran"))
    measuredCount = rows.count { $0.figures.achievement.value != nil }
    let weighable = rows.filter { $0.figures.achievement.value != nil && ($0.figures.ceiling.value ?? 0) > 0 }
    let lowest = weighable.filter { row in
      !weighable.contains { $0.node != row.node && catalogue.isDescendant($0.node, of: row.node) }
    }
    weighers = lowest.map(\.node)
    weighted = Self.weightedMean(lowest)
  }

  private static func sum(_ values: [Measured], of name: String) -> Measured {
    guard !values.isEmpty else { return .missing("tidak ada \(name) dalam data") }
    var sum = 0.0
    for value in values {
      guard let number = value.value else { return value }
      sum += number
    }
    return sum.isFinite ? .value(sum) : .missing("jumlah \(name) di luar jangkauan hitungan")
  }

  private static func weightedMean(_ rows: [EfficiencyRow]) -> Measured {
    var weighted = 0.0
    var weight = 0.0
    for row in rows {
      guard let achievement = row.figures.achievement.value, let ceiling = row.figures.ceiling.value else {
        continue
      }
      weighted += achievement * ceiling
      weight += ceiling
    }
    guard weight > 0 else { return .missing("tidak ada simpul yang memiliki capaian dan pagu") }
    return Measured.value(weighted).map { $0 / weight }
  }
}
