/// How many of the sorted pairwise slopes an exact interval leaves out at either end, and the level it then
/// has.
struct SlopeIntervalRank: Hashable, Sendable {
  /// Slopes left out at either end.
  let skipped: Int
  /// The probability with which the interval holds the slope, whatever the distribution of the errors.
  let confidence: Double

  /// The longest series for which the distribution is worked out.
  static let largestCount = 100

  /// The narrowest interval for n values whose level is at least the given one.
  ///
  /// Sen (1968): the interval from slope k + 1 to slope N − k of N holds the true slope unless |S| ≥ N − 2k.
  /// - Returns: Nothing when even the widest interval has a lower level, or for more than 100 values.
  /// - Complexity: O(n³).
  static func narrowest(count: Int, confidence: Double) -> SlopeIntervalRank? {
    levels(count: count).last { $0.confidence >= confidence }
  }

  /// The interval from the least to the greatest slope.
  static func widest(count: Int) -> SlopeIntervalRank? {
    levels(count: count).first
  }

  /// All intervals for n values without ties, widest first.
  private static func levels(count: Int) -> [SlopeIntervalRank] {
    guard count >= 2, count <= largestCount else { return [] }
    let pairs = count * (count - 1) / 2
    if count <= KendallNull.largestCount, let null = KendallNull(groups: Array(repeating: 1, count: count)) {
      let total = Double(null.total)
      return (0..<(pairs + 1) / 2).map { skipped in
        let outside = 2 * null.count(atLeast: pairs - 2 * skipped)
        return SlopeIntervalRank(skipped: skipped, confidence: Double(null.total - outside) / total)
      }
    }
    var outside = 0.0
    return inversionProbabilities(count).prefix((pairs + 1) / 2).enumerated().map { skipped, probability in
      outside += 2 * probability
      return SlopeIntervalRank(skipped: skipped, confidence: 1 - outside)
    }
  }

  /// The probabilities of 0, 1, … inversions in a random ordering of n different values.
  private static func inversionProbabilities(_ count: Int) -> [Double] {
    var probabilities = [1.0]
    for size in stride(from: 2, through: count, by: 1) {
      var next = [Double](repeating: 0, count: probabilities.count + size - 1)
      for (inversions, probability) in probabilities.enumerated() {
        for more in 0..<size { next[inversions + more] += probability / Double(size) }
      }
      probabilities = next
    }
    return probabilities
  }
}
