import Analysis

/// Repeatable random series (SplitMix64), with ties, gaps and constants.
struct SeriesGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number in 0..<bound.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// A standard normal number.
  mutating func normal() -> Double {
    NormalDistribution.quantile((Double(next() >> 11) + 0.5) * 0x1p-53)
  }

  /// Values like those of reports: two decimals, sometimes few levels, sometimes constant, sometimes steady.
  mutating func values(count: Int) -> [Double] {
    let kind = below(6)
    let step = Double(below(401) - 200) / 100
    let base = Double(below(10_001)) / 100
    return (0..<count).map { index in
      switch kind {
      case 0: return base
      case 1: return Double(below(3))
      case 2: return base + step * Double(index)
      case 3: return ((base + step * Double(index)) * 100 + normal() * 20).rounded() / 100
      case 4: return Double(below(5)) - 2
      default: return Double(below(10_001)) / 100
      }
    }
  }
}
