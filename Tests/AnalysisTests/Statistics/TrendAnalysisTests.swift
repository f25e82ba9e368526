import Analysis
import Testing

@Suite("Trend analysis")
struct TrendAnalysisTests {
  private func analysis(
    _ values: [Double?], from first: Int = 2021, breaks: [Int] = [], bounds: ValueBounds = .none
  ) throws -> TrendAnalysis {
    TrendAnalysis(
      try YearlySeries(
        years: values.indices.map { first + $0 }, values: values, breaks: breaks, bounds: bounds))
  }

  @Test func plandaanAKIPRises() throws {
    let akip = try analysis([70.09, 70.17, 74.09, 78.44, 81.4], bounds: ValueBounds(least: 0, greatest: 100))
    #expect(akip.verdict.direction == .rising)
    #expect(akip.verdict.reason == "nilai p eksak 0,0167 tidak lebih dari 0,10")
    #expect(akip.isSignificant() && !akip.isSignificant(level: 0.01))
    let extremes = akip.growth?.extremes(higherIsBetter: false)
    #expect(extremes?.best.year == 2021 && extremes?.worst.year == 2025)
  }

  @Test(arguments: [
    (1, [TrendScope.Statement.value]),
    (2, [.value, .change]),
    (3, [.value, .change, .slope, .interval80, .targetProbability]),
    (4, TrendScope.Statement.allCases.filter { ![.dampedSmoothing, .rankInterval95].contains($0) }),
    (5, TrendScope.Statement.allCases),
  ])
  func scopeGrowsWithTheNumberOfYears(count: Int, permitted: [TrendScope.Statement]) {
    let scope = TrendScope(count: count)
    #expect(scope.permitted == permitted)
    #expect(scope.refused.allSatisfy { scope.reason(against: $0)?.isEmpty == false })
    #expect(scope.permitted.allSatisfy { scope.reason(against: $0) == nil })
  }

  @Test func threeYearsGetNoTestAndOnlyTheNarrowInterval() throws {
    let short = try analysis([70.37, 74.56, 74.91], from: 2022)
    #expect(short.verdict.direction == .tooFewData)
    #expect(short.mannKendall.reason == "dengan tiga titik nilai p eksak tidak pernah di bawah 1/3")
    #expect(short.linear.value?.interval80.value != nil)
    #expect(short.linear.value?.interval95.reason?.contains("1 derajat bebas") == true)
    #expect(short.theilSen.value?.interval80.reason?.contains("66,7") == true)
    let point = try #require(try short.projection(years: 1).value?.points.first)
    #expect(point.interval80.value != nil && point.interval95.value == nil)
    #expect(try short.projection(.holt, years: 1).value == nil)
    #expect(try short.projection(.theilSen, years: 1).value?.points.first?.interval80.value == nil)
    #expect(try short.projection(years: 1).value?.hindcast.value == nil)
  }

  @Test func oneAndTwoYearsGetNoTrend() throws {
    let one = try analysis([70])
    #expect(one.growth?.last.value == 70 && one.growth?.changes.isEmpty == true)
    #expect(one.growth?.totalChange.value == nil && one.linear.value == nil && one.theilSen.value == nil)
    let two = try analysis([70, 77])
    #expect(two.growth?.totalPercent.value == 10)
    #expect(two.linear.reason == "dua titik selalu membentuk garis")
    #expect(try two.projection(years: 3).reason == "dua titik selalu membentuk garis")
    #expect(try two.projection(.naive, years: 1).value?.points.first?.interval80.value == nil)
    let none = try analysis([nil, nil])
    #expect(none.growth == nil && none.verdict.direction == .tooFewData)
    #expect(try none.projection(years: 1).reason == "tidak ada nilai yang terukur")
  }

  @Test func aConstantSeriesHasNoCertainty() throws {
    let constant = try analysis([100, 100, 100, 100, 100])
    #expect(constant.verdict.direction == .constant && constant.segment.isConstant)
    #expect(constant.linear.value?.rSquared.reason?.contains("konstan") == true)
    #expect(constant.theilSen.value?.interval95.reason?.contains("konstan") == true)
    let point = try #require(try constant.projection(years: 1).value?.points.first)
    #expect(point.value == 100 && point.interval95.value == nil && point.standardError.value == nil)
    #expect(try constant.probability(ofReaching: 99, in: 2026).value == nil)
  }

  @Test func pointsOnALineHaveNoError() throws {
    let line = try analysis([70.1, 70.2, 70.3, 70.4, 70.5])
    #expect(line.verdict.direction == .rising)
    #expect(line.linear.value?.rSquared.value == 1)
    #expect(line.linear.value?.p.reason?.contains("galatnya nol") == true)
    #expect(line.linear.value?.interval95.value == nil)
    #expect(try line.projection(years: 1).value?.points.first?.interval80.value == nil)
  }

  @Test func onlyTheYearsSinceABreakCount() throws {
    let broken = try analysis([3.1, 3.3, 3.2, 9.1, 9.4, 9.9], from: 2020, breaks: [2023])
    #expect(broken.segment.years == [2023, 2024, 2025])
    #expect(broken.segment.breakYear == 2023 && broken.segment.yearsBeforeBreak == [2020, 2021, 2022])
    #expect(broken.verdict.direction == .tooFewData)
    #expect(broken.growth?.lowest.value == 9.1)
    #expect(try analysis([1, 2, 3], breaks: [2021, 2030]).segment.breakYear == nil)
  }

  @Test func missingYearsKeepTheirDistance() throws {
    let gap = TrendAnalysis(
      try YearlySeries(
        years: [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025],
        values: [70.2, 71.9, nil, 70.8, 75.5, .nan, nil, 79.25]))
    #expect(gap.segment.missingYears == [2020, 2023, 2024])
    let line = try #require(gap.linear.value)
    TrendReference.expect(line.slope, 1.27, "slope")
    TrendReference.expect(line.intercept, 69.72, "intercept")
    TrendReference.expect(line.p.value, 0.029380322397410882, "p")
    TrendReference.expect(line.slopeError.value, 0.32336769576855856, "slope error")
    TrendReference.expect(gap.theilSen.value?.slope, 1.2714285714285714, "Theil–Sen")
    TrendReference.expect(gap.theilSen.value?.intercept, 68.08571428571429, "Theil–Sen intercept")
    #expect(gap.growth?.changes.last?.perYear == 1.25)
    let straight = try analysis([2, nil, nil, 5, 6, nil, 8])
    for method in ProjectionMethod.allCases
    where method != .naive && method != .holt && method != .undampedHolt {
      #expect(try straight.projection(method, years: 2).value?.points.last?.value == 10, "\(method)")
    }
    #expect(
      try abs((straight.projection(.undampedHolt, years: 2).value?.points.last?.value ?? 0) - 10) < 1e-12)
  }

  @Test func aboveTenValuesTheNormalApproximationDecides() throws {
    let long = try analysis([3.1, 2.9, 3.4, 3.4, 3.0, 3.9, 4.2, 3.9, 4.4, 4.1, 4.6, 4.5], from: 2010)
    let test = try #require(long.mannKendall.value)
    #expect(test.s == 48 && test.exactP.value == nil && !test.isExact)
    TrendReference.expect(test.variance, 632.0 / 3, "variance")
    TrendReference.expect(test.z, 3.2381722458311084, "z")
    TrendReference.expect(test.p, 0.00120298156089312936, "p")
    TrendReference.expect(test.tauB.value, 0.7385489458759964, "τ-b")
    TrendReference.expect(long.theilSen.value?.interval95.value?.confidence, 0.9552631014176153, "level")
    TrendReference.expect(long.theilSen.value?.interval95.value?.low, 0.1, "low")
    TrendReference.expect(long.theilSen.value?.interval95.value?.high, 0.2, "high")
    #expect(long.verdict.direction == .rising)
  }

  @Test func projectionsStayInsideTheBoundsAndSaySo() throws {
    let ikm = try analysis([92.54, 94.22, 97.78, 98.3, 99.03], bounds: ValueBounds(least: 0, greatest: 100))
    let clipped = try #require(try ikm.projection(years: 2).value)
    #expect(clipped.isAnythingClipped)
    #expect(
      clipped.points.allSatisfy {
        $0.value == 100 && $0.isClipped && $0.unclipped > 101 && $0.isOutsideBounds
      })
    #expect(
      clipped.points.allSatisfy {
        $0.interval95.value?.high == 100 && $0.interval95.value?.isHighClipped == true
      })
    #expect(clipped.points.allSatisfy { $0.interval95.value?.isLowClipped == false })
    let raw = try #require(try ikm.projection(years: 2, handling: .none).value)
    #expect(raw.points.allSatisfy { $0.value > 101 && !$0.isClipped && $0.isOutsideBounds })
    let logit = try #require(try ikm.projection(years: 5, handling: .logit).value)
    #expect(logit.points.allSatisfy { $0.value < 100 && $0.value > 99.4 && !$0.isClipped })
    #expect(clipped.hindcast.value?.count == 2)
    TrendReference.expect(clipped.hindcast.value?.naiveError, 0.625, "naive error")
    #expect(try ikm.probability(ofReaching: 100.5, in: 2026).value == 0)
    #expect(try ikm.probability(ofReaching: 100, in: 2026, higherIsBetter: false).value == 1)
  }

  @Test func logitNeedsBothBoundsAndValuesInside() throws {
    let open = try analysis([1, 2, 3, 4, 6], bounds: ValueBounds(least: 0))
    #expect(try open.projection(years: 1, handling: .logit).reason?.contains("batas") == true)
    let touching = try analysis([1, 2, 3, 4, 5], bounds: ValueBounds(least: 0, greatest: 5))
    #expect(try touching.projection(years: 1, handling: .logit).reason?.contains("batas") == true)
  }

  @Test(arguments: BoundsHandling.allCases, ProjectionMethod.allCases)
  func probabilityAgreesWithTheInterval(handling: BoundsHandling, method: ProjectionMethod) throws {
    let series = try analysis(
      [70.09, 70.17, 74.09, 78.44, 81.4], bounds: ValueBounds(least: 0, greatest: 100))
    for ahead in 1...3 {
      let point = try #require(
        try series.projection(method, years: 3, handling: handling).value?.points[ahead - 1])
      guard let interval = point.interval95.value, !interval.isHighClipped, !interval.isLowClipped else {
        continue
      }
      for (end, expected) in [(interval.low, 0.975), (interval.high, 0.025), (point.value, 0.5)] {
        let higher = try series.probability(
          ofReaching: end, in: point.year, method: method, handling: handling)
        let lower = try series.probability(
          ofReaching: end, in: point.year, higherIsBetter: false, method: method, handling: handling)
        TrendReference.expect(higher.value, expected, "reaching \(end)")
        TrendReference.expect(lower.value, 1 - expected, "staying under \(end)")
      }
    }
  }

  @Test func growthIsRefusedWhereItHasNoMeaning() throws {
    let growth = try #require(try analysis([-1, 0, 2, 4]).growth)
    #expect(growth.compound.reason?.contains("lebih dari nol") == true)
    #expect(growth.changes[0].percent.value == nil && growth.changes[1].percent.value == nil)
    #expect(growth.changes[2].percent.value == 100)
    #expect(growth.logLinear.value == nil && growth.totalChange.value == 5)
  }

  @Test func badRequestsAreProblems() throws {
    let series = try analysis([1, 2, 4, 3, 5])
    #expect(throws: Problem.self) { try series.projection(years: 0) }
    #expect(throws: Problem.self) { try series.projection(years: 6) }
    #expect(throws: Problem.self) { try series.probability(ofReaching: 3, in: 2025) }
    #expect(throws: Problem.self) { try series.probability(ofReaching: .nan, in: 2026) }
    #expect(throws: Problem.self) { try YearlySeries(years: [2021, 2021], values: [1, 2]) }
    #expect(throws: Problem.self) { try YearlySeries(years: [2021], values: [1, 2]) }
  }
}
