import Testing

@testable import Analysis

@Suite("Staff and facilities against achievements")
struct ResourceAvailabilityTests {
  private func row(
    _ category: String, code: String = "", _ needed: Double?, _ available: Double?, kind: String = "SDM"
  ) -> ResourceRow {
    ResourceRow(
      unit: 0, year: 2025, kind: kind, category: category, code: code, needed: needed, available: available,
      source: "Tabel 2", sourceLine: "", fileLine: 1)
  }

  private func table(_ rows: ResourceRow...) throws -> ResourceAvailability? {
    var evaluator = try CascadeSample.whole.evaluator(resources: rows)
    return ResourceAvailability("sdm", evaluator: &evaluator)
  }

  @Test func sharedStaffCountOnce() throws {
    let table = try #require(
      try table(row("total", 51, 16), row("Simpul S1", 19, 5), row("Simpul S2", 42, 11)))
    #expect(table.weighted.value?.roundedHalfAway(places: 4) == 31.3725)
    #expect(table.shared?.needed == 10)
    #expect(table.shared?.available == 0)
    let efficiencies = table.mainGroup?.rows.compactMap(\.efficiency.value) ?? []
    #expect(efficiencies.map { $0.roundedHalfAway(places: 4) } == [83.6842, 53.8095])
  }

  @Test func levelsAreNeverAddedToEachOther() throws {
    let table = try #require(
      try table(
        row("a", code: "I_S1", 18, 5), row("b", code: "I_S2", 22, 8), row("c", code: "I_P1", 18, 5),
        row("d", code: "I_P2", 7, 2)))
    #expect(table.groups.map(\.level) == [.objective, .programme])
    #expect(table.total?.needed == 40)
    #expect(table.weighted == .value(32.5))
    #expect(table.mainGroup?.unweighted.value?.roundedHalfAway(places: 4) == 32.0707)
  }

  @Test func aNeedPrintedTwiceCountsOnce() throws {
    let table = try #require(try table(row("a", code: "I_S1", 18, 5), row("a lagi", code: "I_S1", 18, 5)))
    #expect(table.total?.needed == 18)
    #expect(table.repeatedCount == 1)
  }

  @Test func nothingNeededAndMissingFiguresSayWhy() throws {
    let table = try #require(try table(row("a", code: "I_S1", 0, 1), row("b", code: "I_S2", nil, nil)))
    for row in table.mainGroup?.rows ?? [] {
      #expect(row.efficiency.value == nil)
      #expect(!row.efficiency.reason.isEmpty)
    }
    #expect(table.mainGroup?.rows.count == 2)
    #expect(try self.table(row("a", 1, 1, kind: "sarana"))?.kind == nil)
  }

  @Test func itemsThatDoNotSumToTheTotalAreTold() throws {
    let table = try #require(try table(row("Kursi", 80, 80), row("Meja", 5, 2), row("TOTAL", 85, 80)))
    #expect(table.total?.available == 80)
    #expect(table.itemsDiffer?.available == 82)
  }
}
