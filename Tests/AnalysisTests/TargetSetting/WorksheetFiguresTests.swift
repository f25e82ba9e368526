import Testing

@testable import Analysis

@Suite("Targets that follow from components")
struct WorksheetFiguresTests {
  /// Exact values behind the printed ones.
  @Test(arguments: [
    (2025, "AKIP", 78.64), (2025, "IKM", 98.4), (2025, "IPP.F02", 3.24), (2025, "IPP", 3.6775),
    (2025, "IKPP", 8.5975),
    (2026, "IKM", 99.046), (2026, "IPP.F02", 3.85), (2026, "IPP", 4.1), (2026, "IKPP", 9.0523),
    (2026, "IKKK", 75.392),
  ])
  func areComputedByTheFormulasOfTheMeasurement(year: Int, code: String, value: Double) throws {
    let found = try #require(try WorksheetSample.figures(year).computed(code)?.value.value)
    #expect(abs(found - value) < 1e-9)
  }

  @Test func aServiceThatIsNotInTheWorksheetIsLeftOutOfTheMean() throws {
    var worksheet = try #require(try WorksheetSample.worksheet(2026))
    let place = try #require(worksheet.componentIndex("IKM.SKCK"))
    worksheet.entries[place.entry].components.remove(at: place.component)
    let figures = WorksheetFigures(
      worksheet, model: try WorksheetSample.model(), context: try WorksheetSample.context(2026))
    let mean = (99.046 * 10 - 95.46) / 9
    #expect(abs((figures.computed("IKM")?.value.value ?? 0) - mean) < 1e-9)
  }

  @Test func aPartOfASumWithoutForecastKeepsItsValueAndSaysSo() throws {
    let computed = try #require(try WorksheetSample.figures(2026).computed("IKKK"))
    #expect(Set(computed.held) == ["IKKK.PENUNJANG", "IKKK.PEMBERDAYAAN"])
    #expect(computed.heldValues["IKKK.PENUNJANG"] == 16.60)
  }

  @Test func withoutForecastsNothingIsDerived() throws {
    let figures = try WorksheetSample.figures(2026)
    #expect(figures.computed("RB")?.value.value == nil)
    let entry = try #require(figures.worksheet.entryIndex("RB")).advanced(by: 0)
    #expect(figures.target(of: figures.worksheet.entries[entry]) == 79.30)
  }

  @Test func resultsOfTheWorksheetsOwnYearAreNotRead() throws {
    // The results of 2025 are in the data and differ from the forecasts for 2025.
    let figures = try WorksheetSample.figures(2025)
    #expect(figures.computed("AKIP")?.value.value?.roundedHalfAway(places: 2) == 78.64)
  }

  @Test func theTreeFollowsTheFormulas() throws {
    let tree = try WorksheetSample.figures(2026).structure.tree(of: "IKPP")
    #expect(tree.first { $0.code == "IPP.F02.SDM" }?.parent == "IPP.F02")
    #expect(tree.first { $0.code == "IPP.F02.SDM" }?.depth == 3)
    #expect(tree.filter(\.isComputed).map(\.code) == ["IKM", "IPP", "IPP.F02"])
  }

  @Test func anEntryOutsideTheBoundsChangesNothing() throws {
    var worksheet = try #require(try WorksheetSample.worksheet(2026))
    let before = worksheet
    var edit = WorksheetEdit()
    edit.gain = .number(5)
    #expect(throws: Problem.self) {
      try worksheet.apply(
        edit, to: "IKM.KTP", model: try WorksheetSample.model(), context: try WorksheetSample.context(2026))
    }
    #expect(worksheet == before)
  }
}
