/// Finds figures of efficiency that were made from absorption instead of results.
///
/// A published report averaged absorption rates, called the mean E and printed a score of 235 %.
public enum AbsorptionGuard {
  /// How far a rate printed with two decimals may lie from the exact one, in percentage points.
  private static let printing = 0.005 + 1e-9

  /// Why the achievements of items cannot be used: every one is its own absorption rate.
  ///
  /// Items without a ceiling say nothing. When all are at 100 % both full results and full spending are usual,
  /// and nothing is suspected.
  ///
  /// - Returns: An Indonesian sentence, or `nil` when the achievements stand on their own.
  public static func reason(_ items: [BudgetEfficiency.Item]) -> String? {
    var compared = 0
    var isFull = true
    for item in items {
      guard let ceiling = item.ceiling, let spending = item.spending, let achievement = item.achievement,
        ceiling > 0
      else { continue }
      guard (spending / ceiling * 100 - achievement).magnitude <= printing else { return nil }
      compared += 1
      if achievement != 100 { isFull = false }
    }
    guard compared > 0, !isFull else { return nil }
    return
      "semua capaian sama dengan serapan anggarannya, sehingga E hanya mengulang serapan dan tidak mengukur hasil"
  }

  /// Why a printed E cannot be one: it is a mean of the absorption rates.
  ///
  /// - Parameters:
  ///   - efficiency: The printed E in percent, with two decimals.
  ///   - absorptions: The absorption rates in percent.
  /// - Returns: An Indonesian sentence, or `nil` when E is no sum of the rates divided by a number from 1 to one
  ///   more than their count (the published case divided three rates by four).
  public static func reason(efficiency: Double, absorptions: [Double]) -> String? {
    guard !absorptions.isEmpty else { return nil }
    let sum = absorptions.reduce(0, +)
    guard sum != 0,
      (1...absorptions.count + 1).contains(where: { (sum / Double($0) - efficiency).magnitude <= printing })
    else { return nil }
    return "E \(NumberStyle.score.text(efficiency)) adalah rata-rata serapan anggaran, bukan efisiensi"
  }
}
