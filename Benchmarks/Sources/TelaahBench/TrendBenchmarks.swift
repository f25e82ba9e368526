import Analysis

/// Every measure of the trend of many series of five years: lines, tests, intervals, hindcasts, projections.
enum TrendBenchmarks {
  static let all: [Benchmark] = [(100_000, "100rb"), (1_000_000, "1jt"), (4_000_000, "4jt")].map {
    count, name in
    Benchmark("tren/\(name)", "every measure of \(count) series of five years", items: count) {
      let batch = try TrendBatch(years: [2021, 2022, 2023, 2024, 2025])
      let values = series(count)
      return {
        var rising = 0
        try batch.forEach(values) { _, row in
          if row[.kendallS] == 10, row[.slope] > 0 { rising += 1 }
        }
        keep(rising)
      }
    }
  }

  /// Values between 0 and 100 with two decimals; `Benchmarks/Peers/trend.py` makes the same ones.
  static func series(_ count: Int) -> [Double] {
    var state: UInt64 = 42
    return (0..<count * 5).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double((state >> 33) % 10_001) / 100
    }
  }
}
