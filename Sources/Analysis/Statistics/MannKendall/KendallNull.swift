/// The distribution of Kendall's S when every ordering of the values, ties included, is equally likely.
///
/// Orderings are not listed: the number of distinguishable orderings of a multiset with a given number of
/// inversions is a coefficient of the Gaussian multinomial (MacMahon 1916), built up one value at a time.
public struct KendallNull: Hashable, Sendable {
  /// The largest number of values for which the exact distribution is used.
  public static let largestCount = 10

  /// How often each value occurs, for the distinct values in ascending order.
  public let groups: [Int]
  /// The number of distinguishable orderings.
  public let total: Int
  /// The greatest possible S: the number of pairs that are not tied.
  public let greatest: Int
  /// The number of orderings with 0, 1, … inversions; S = greatest − 2 × inversions.
  public let countsByInversions: [Int]

  /// Makes the distribution for values that occur as often as the groups say.
  ///
  /// - Returns: Nothing when a group is empty or the groups hold more than ten values.
  /// - Complexity: O(n³) for n values.
  public init?(groups: [Int]) {
    guard groups.allSatisfy({ $0 > 0 }), groups.reduce(0, +) <= KendallNull.largestCount else { return nil }
    var counts = [1]
    var placed = 0
    for size in groups {
      for member in stride(from: 1, through: size, by: 1) {
        counts = KendallNull.widened(counts, by: placed + member, over: member)
      }
      placed += size
    }
    self.groups = groups
    countsByInversions = counts
    total = counts.reduce(0, +)
    greatest = counts.count - 1
  }

  /// Multiplies a polynomial by (1 − qᵐ) ⁄ (1 − qᵏ); the product is a polynomial again once a group is
  /// complete, and at every step before, because it is then a Gaussian binomial as well.
  private static func widened(_ counts: [Int], by m: Int, over k: Int) -> [Int] {
    let degree = counts.count - 1 + m - k
    var result = [Int](repeating: 0, count: degree + 1)
    for power in 0...degree {
      var value = power < counts.count ? counts[power] : 0
      if power >= m, power - m < counts.count { value -= counts[power - m] }
      if power >= k { value += result[power - k] }
      result[power] = value
    }
    return result
  }

  /// The number of orderings with S at least s.
  public func count(atLeast s: Int) -> Int {
    var sum = 0
    for (inversions, count) in countsByInversions.enumerated() where greatest - 2 * inversions >= s {
      sum += count
    }
    return sum
  }

  /// P(|S| ≥ |s|).
  public func twoSided(_ s: Int) -> Double {
    s == 0 ? 1 : Double(2 * count(atLeast: abs(s))) / Double(total)
  }

  /// P(S ≥ s), small for a rise.
  public func increasing(_ s: Int) -> Double {
    Double(count(atLeast: s)) / Double(total)
  }

  /// P(S ≤ s), small for a fall.
  public func decreasing(_ s: Int) -> Double {
    increasing(-s)
  }
}
