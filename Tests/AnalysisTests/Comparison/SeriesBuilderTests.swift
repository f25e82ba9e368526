import Testing

@testable import Analysis

@Suite("Series of official values")
struct SeriesBuilderTests {
  private func series(
    _ data: SmallDataset, _ code: String = "A", year: Int = 2025, years: ClosedRange<Int>? = nil,
    joining: Bool = false, breaks: [SeriesBreak] = [], assuming: [Assumption] = []
  ) throws -> IndicatorSeries {
    let evaluator = try data.evaluator(year: year, assuming: assuming)
    var builder = SeriesBuilder(evaluator, years: years, joinsRenamed: joining, breaks: breaks)
    let number = try #require(evaluator.model.catalogue(of: evaluator.context).indicator(code))
    return try builder.series(number, of: evaluator.context)
  }

  @Test func gapsStayAndEndsAreTrimmed() throws {
    var data = SmallDataset()
    data.add("A", from: 2019, [nil, 1, nil, 3])
    data.add("B", from: 2018, [1, 1, 1, 1, 1, 1])
    let found = try series(data)
    #expect(found.entries.map(\.year) == [2020, 2021, 2022])
    #expect(found.entries.map(\.value.number) == [1, nil, 3])
    #expect(found.entries[1].value.reason.contains("belum ada datanya"))
    #expect(TrendAnalysis(found.yearly).segment.missingYears == [2021])
  }

  @Test func yearsAskedForAreKept() throws {
    var data = SmallDataset()
    data.add("A", from: 2020, [1, 2, 3])
    let found = try series(data, years: 2019...2021)
    #expect(found.entries.map(\.value.number) == [nil, 1, 2])
    #expect(throws: Problem.self) { try series(data, years: 1950...2021) }
  }

  @Test func anIndicatorWithoutValuesGivesNoZero() throws {
    var data = SmallDataset()
    data.fact("A", 2024, planned: 5)
    data.add("B", from: 2020, [1, 2])
    let found = try series(data)
    #expect(found.entries.allSatisfy { $0.value.isMissing && !$0.value.reason.isEmpty })
    #expect(TrendAnalysis(found.yearly).verdict.direction == .tooFewData)
  }

  @Test func settingsDeclareBreaks() throws {
    var data = SmallDataset()
    data.add("A", from: 2020, [1, 2, 3, 4, 5])
    data.settings = [
      .init(key: "jeda.a", value: "2022 instrumen baru|2019|2030"), .init(key: "jeda.B", value: "2023"),
    ]
    let found = try series(data)
    // Breaks with nothing before or behind them do not count.
    #expect(found.breaks == [SeriesBreak(year: 2022, reason: "instrumen baru")])
    #expect(TrendAnalysis(found.yearly).segment.years == [2022, 2023, 2024])
    #expect(found.lastBreak?.reason == "instrumen baru")
  }

  @Test func aSettingThatIsNoYearIsRefused() throws {
    var data = SmallDataset()
    data.add("A", from: 2020, [1, 2])
    data.settings = [.init(key: "jeda.A", value: "tahun lalu")]
    #expect(throws: Problem.self) { try series(data) }
  }

  @Test func breaksOfOneYearAreOne() throws {
    var data = SmallDataset()
    data.add("A", from: 2020, [1, 2, 3])
    data.settings = [.init(key: "jeda.A", value: "2022 instrumen")]
    let found = try series(
      data, breaks: [SeriesBreak(year: 2022, reason: "definisi"), SeriesBreak(year: 2022)])
    #expect(found.breaks == [SeriesBreak(year: 2022, reason: "instrumen; definisi")])
  }

  @Test func renamedIndicatorsJoinWithABreak() throws {
    var data = SmallDataset()
    data.indicators = [
      Indicator(code: "A", name: "Nilai A", measure: "nilai", aliases: ["Nilai  lama - A."]),
      Indicator(code: "LAMA", name: "nilai lama-A", measure: "nilai"),
    ]
    data.add("LAMA", from: 2020, [1, 2, 9])
    data.add("A", from: 2022, [3, 4])
    #expect(try series(data).entries.map(\.value.number) == [3, 4])
    let joined = try series(data, joining: true)
    #expect(joined.entries.map(\.value.number) == [1, 2, 3, 4])
    #expect(joined.entries.map(\.code) == ["LAMA", "LAMA", "A", "A"])
    #expect(joined.breaks.map(\.year) == [2022])
    // The other way round as well.
    #expect(try series(data, "LAMA", joining: true).entries.map(\.value.number) == [1, 2, 9, 4])
  }

  @Test func assumptionsAreSeenAndMarked() throws {
    var data = SmallDataset()
    data.add("A", from: 2023, [1, 2, 3])
    let assumption = Assumption(Reference("A"), .set, 7)
    let found = try series(data, assuming: [assumption])
    #expect(found.entries.map(\.value.number) == [1, 2, 7])
    #expect(found.entries.map(\.isAssumed) == [false, false, true])
    #expect(found.entries[2].origin == .given("asumsi"))
  }

  @Test func targetsOfLaterYearsPreferTheYearsOwn() throws {
    var data = SmallDataset()
    data.add("A", from: 2023, [1, 2, 3])
    data.fact("A", 2026, period: "renstra", planned: 8)
    data.fact("A", 2026, planned: 4)
    data.fact("A", 2029, period: "renstra", planned: 9)
    let found = try series(data)
    #expect(found.target(in: 2026)?.value == 4)
    #expect(found.target(in: 2029)?.period == "renstra")
    #expect(found.target(in: 2027) == nil)
  }

  @Test func theIndexStartsAfterABreakAndNeedsAPositiveStart() throws {
    var data = SmallDataset()
    data.add("A", from: 2021, [50, 10, nil, 15])
    data.add("B", from: 2021, [0, 10])
    let index = try #require(try series(data, breaks: [SeriesBreak(year: 2022)]).index)
    #expect(index.map(\.year) == [2022, 2023, 2024])
    #expect(index.map(\.value) == [100, nil, 150])
    #expect(try series(data, "B").index == nil)
  }
}
