/// The exact distributions of S for all tie patterns of n values, looked up without counting again.
///
/// A tie pattern is a bit mask over the sorted values: bit i is set when value i equals value i + 1.
struct KendallTable: Sendable {
  /// The number of values.
  let count: Int
  private let width: Int
  /// Orderings with S at least s, for every mask and s = 0 … pairs + 1.
  private let upper: [Double]
  private let totals: [Double]
  private let greatest: [Int]

  /// The tables for 0 … 10 values.
  static let all: [KendallTable] = (0...KendallNull.largestCount).map(KendallTable.init)

  private init(count: Int) {
    self.count = count
    let pairs = count * (count - 1) / 2
    width = pairs + 2
    var upper: [Double] = []
    var totals: [Double] = []
    var greatest: [Int] = []
    for mask in 0..<(1 << max(count - 1, 0)) {
      let null = KendallNull(groups: KendallTable.groups(mask: mask, count: count))
      for s in 0..<width { upper.append(Double(null?.count(atLeast: s) ?? 0)) }
      totals.append(Double(null?.total ?? 1))
      greatest.append(null?.greatest ?? 0)
    }
    self.upper = upper
    self.totals = totals
    self.greatest = greatest
  }

  /// The sizes of the groups of equal values that a mask describes.
  static func groups(mask: Int, count: Int) -> [Int] {
    guard count > 0 else { return [] }
    var sizes = [1]
    for index in 0..<(count - 1) {
      if mask >> index & 1 == 1 { sizes[sizes.count - 1] += 1 } else { sizes.append(1) }
    }
    return sizes
  }

  /// P(|S| ≥ |s|).
  func twoSided(_ s: Int, mask: Int) -> Double {
    s == 0 ? 1 : 2 * upper[mask * width + abs(s)] / totals[mask]
  }

  /// P(S ≥ s).
  func increasing(_ s: Int, mask: Int) -> Double {
    if s >= 0 { return upper[mask * width + s] / totals[mask] }
    return (totals[mask] - upper[mask * width - s + 1]) / totals[mask]
  }

  /// The smallest two-sided p that these ties allow.
  func floor(mask: Int) -> Double {
    twoSided(greatest[mask], mask: mask)
  }
}
