/// The Mann–Kendall test: would unordered years look this ordered by chance?
public struct MannKendallTest: Hashable, Sendable {
  /// Rising pairs minus falling pairs.
  public let s: Int
  /// The number of pairs.
  public let pairs: Int
  /// The variance of S, corrected for ties.
  public let variance: Double
  /// The normal approximation with continuity correction.
  public let z: Double
  /// The two-sided p of the normal approximation.
  public let normalP: Double
  /// P(|S| ≥ |s|) over all orderings of these values, for at most ten of them.
  public let exactP: Finding<Double>
  /// P(S ≥ s), small for a rise.
  public let increasingP: Finding<Double>
  /// P(S ≤ s), small for a fall.
  public let decreasingP: Finding<Double>
  /// The smallest two-sided p that this many values with these ties can give.
  public let smallestP: Finding<Double>
  /// Kendall's τ without correction for ties.
  public let tauA: Double
  /// Kendall's τ corrected for ties.
  public let tauB: Finding<Double>

  /// The p that decides: the exact one, or the normal one above ten values.
  public var p: Double { exactP.value ?? normalP }

  /// Whether p is the exact one.
  public var isExact: Bool { exactP.value != nil }

  init?(_ row: TrendRow, _ scope: TrendScope) {
    guard scope.permits(.probabilityOfChance) else { return nil }
    let tooMany = "di atas \(KendallNull.largestCount) nilai dipakai hampiran normal"
    s = Int(row[.kendallS])
    pairs = scope.count * (scope.count - 1) / 2
    variance = row[.kendallVariance]
    z = row[.kendallZ]
    normalP = row[.kendallNormalP]
    exactP = scope.finding(.probabilityOfChance, row.known(.kendallExactP), otherwise: tooMany)
    increasingP = scope.finding(.probabilityOfChance, row.known(.kendallIncreasingP), otherwise: tooMany)
    decreasingP = scope.finding(.probabilityOfChance, row.known(.kendallDecreasingP), otherwise: tooMany)
    smallestP = scope.finding(.probabilityOfChance, row.known(.kendallSmallestP), otherwise: tooMany)
    tauA = row[.tauA]
    tauB = scope.finding(.probabilityOfChance, row.known(.tauB), otherwise: "semua nilai sama")
  }
}
