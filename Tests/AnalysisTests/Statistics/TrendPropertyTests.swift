import Analysis
import Testing

/// A direction word is never wrong, checked against plain restatements of the definitions.
@Suite("Trend properties")
struct TrendPropertyTests {
  /// All distinguishable or not: every ordering of the values, one by one.
  private static func orderings(_ values: [Double]) -> [[Double]] {
    guard let first = values.first else { return [[]] }
    return orderings(Array(values.dropFirst())).flatMap { rest in
      (0...rest.count).map { place in Array(rest[..<place]) + [first] + Array(rest[place...]) }
    }
  }

  private static func kendall(_ values: [Double]) -> Int {
    var s = 0
    for later in values.indices {
      for earlier in 0..<later {
        s += values[later] > values[earlier] ? 1 : (values[later] < values[earlier] ? -1 : 0)
      }
    }
    return s
  }

  private static func medianSlope(_ years: [Int], _ values: [Double]) -> Double? {
    var slopes: [Double] = []
    for later in values.indices {
      for earlier in 0..<later {
        slopes.append((values[later] - values[earlier]) / Double(years[later] - years[earlier]))
      }
    }
    slopes.sort()
    guard !slopes.isEmpty else { return nil }
    return (slopes[(slopes.count - 1) / 2] + slopes[slopes.count / 2]) / 2
  }

  @Test(
    arguments: [
      [0, 1, 2, 3, 4], [1, 1, 2, 3, 4], [2, 2, 1, 1, 3], [5, 5, 5, 5], [1, 2, 2, 3, 3, 3],
      [1, 1, 1, 1, 1, 2],
      [4, 1, 3, 1, 2, 4, 4],
    ] as [[Double]])
  func exactDistributionIsThatOfAllOrderings(values: [Double]) throws {
    let groups = Dictionary(grouping: values) { $0 }.sorted { $0.key < $1.key }.map(\.value.count)
    let null = try #require(KendallNull(groups: groups))
    let all = TrendPropertyTests.orderings(values).map(TrendPropertyTests.kendall)
    for s in -22...22 {
      let two = Double(all.count { abs($0) >= abs(s) }) / Double(all.count)
      #expect(abs(null.twoSided(s) - two) < 1e-14)
      #expect(abs(null.increasing(s) - Double(all.count { $0 >= s }) / Double(all.count)) < 1e-14)
      #expect(abs(null.decreasing(s) - Double(all.count { $0 <= s }) / Double(all.count)) < 1e-14)
    }
  }

  @Test(arguments: 1...8)
  func directionNeverContradictsTheValues(length: Int) throws {
    var generator = SeriesGenerator(seed: UInt64(length) * 7_919)
    var named = 0
    for _ in 0..<600 {
      let all = generator.values(count: length).map { generator.below(8) == 0 ? nil : Optional($0) }
      let years = (0..<length).map { 2018 + $0 }
      let analysis = TrendAnalysis(try YearlySeries(years: years, values: all))
      let measured = zip(years, all).filter { $0.1 != nil }
      check(analysis, measured.map(\.0), measured.compactMap(\.1), &named)
      let reversed = TrendAnalysis(try YearlySeries(years: years, values: all.reversed()))
      let upsideDown = TrendAnalysis(try YearlySeries(years: years, values: all.map { $0.map { -$0 } }))
      #expect(upsideDown.verdict.direction == opposite(analysis.verdict.direction))
      #expect(reversed.verdict.direction == opposite(analysis.verdict.direction))
    }
    #expect(length < 4 ? named == 0 : named > 20)
  }

  private func opposite(_ direction: TrendVerdict.Direction) -> TrendVerdict.Direction {
    switch direction {
    case .rising: .falling
    case .falling: .rising
    default: direction
    }
  }

  private func check(_ analysis: TrendAnalysis, _ years: [Int], _ values: [Double], _ named: inout Int) {
    let isConstant = Set(values).count == 1
    let slope = TrendPropertyTests.medianSlope(years, values) ?? 0
    let s = TrendPropertyTests.kendall(values)
    let groups = Dictionary(grouping: values) { $0 }.sorted { $0.key < $1.key }.map(\.value.count)
    let p = KendallNull(groups: groups)?.twoSided(s) ?? 1
    switch analysis.verdict.direction {
    case .tooFewData:
      #expect(values.count < 3 || (values.count == 3 && !isConstant))
    case .constant:
      #expect(values.count >= 3 && isConstant)
      #expect(analysis.mannKendall.value == nil && analysis.linear.value?.p.value == nil)
      #expect(analysis.linear.value?.rSquared.value == nil && analysis.linear.value?.interval80.value == nil)
    case .rising:
      named += 1
      #expect(slope > 0 && s > 0 && p <= 0.1 && values.count >= 4, "\(values)")
    case .falling:
      named += 1
      #expect(slope < 0 && s < 0 && p <= 0.1 && values.count >= 4, "\(values)")
    case .unclear:
      #expect(values.count >= 4 && !isConstant && (p > 0.1 || abs(slope) < 1e-12), "\(values)")
    }
    if analysis.isSignificant() { #expect(p <= 0.05 && values.count >= 5) }
  }

  @Test(arguments: 4...6)
  func intervalsHoldTheNextValueAsOftenAsTheyClaim(count: Int) throws {
    var generator = SeriesGenerator(seed: 20_260 + UInt64(count))
    let trials = 3_000
    var values: [Double] = []
    var following: [Double] = []
    for _ in 0..<trials {
      for year in 0..<count { values.append(80 + Double(year) + generator.normal()) }
      following.append(80 + Double(count) + generator.normal())
    }
    let batch = try TrendBatch(years: Array(0..<count), horizon: 1)
    for (method, narrow, wide) in [
      (ProjectionMethod.ols, 0.77...0.83, 0.935...0.965), (.theilSen, 0.78...0.90, 0.945...0.99),
      (.holt, 0.78...0.92, 0.945...0.99), (.undampedHolt, 0.78...0.92, 0.945...0.99),
    ] {
      let ends = try batch.columns(
        [
          .projection(method, .low80, 1), .projection(method, .high80, 1), .projection(method, .low95, 1),
          .projection(method, .high95, 1),
        ], of: values)
      let held80 = (0..<trials).count { ends[0][$0] <= following[$0] && following[$0] <= ends[1][$0] }
      let held95 = (0..<trials).count { ends[2][$0] <= following[$0] && following[$0] <= ends[3][$0] }
      #expect(narrow.contains(Double(held80) / Double(trials)), "\(method) \(held80)")
      #expect(wide.contains(Double(held95) / Double(trials)), "\(method) \(held95)")
    }
  }
}
