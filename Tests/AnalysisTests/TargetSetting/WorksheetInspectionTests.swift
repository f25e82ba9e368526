import Testing

@testable import Analysis

@Suite("Checks of a worksheet")
struct WorksheetInspectionTests {
  private func finding(
    _ check: WorksheetCheck, _ code: String, _ figures: WorksheetFigures, earlier: [WorksheetFigures] = []
  ) throws -> WorksheetFinding {
    let findings = WorksheetInspection(figures, earlier: earlier).findings
    return try #require(findings.first { $0.check == check && $0.code == code })
  }

  private func figures(_ code: String, target: Double) throws -> WorksheetFigures {
    var worksheet = try #require(try WorksheetSample.worksheet(2026))
    let index = try #require(worksheet.entryIndex(code))
    worksheet.entries[index].target = target
    return WorksheetFigures(
      worksheet, model: try WorksheetSample.model(), context: try WorksheetSample.context(2026))
  }

  @Test func everyCheckRunsForEveryIndicator() throws {
    let figures = try WorksheetSample.figures(2026)
    let findings = WorksheetInspection(figures).findings
    for entry in figures.worksheet.entries {
      let checks = Set(findings.filter { $0.code == entry.code }.map(\.check))
      #expect(checks.union([.copy]) == Set(WorksheetCheck.allCases))
    }
    #expect(findings.count { $0.check == .copy } == 1)
  }

  @Test func aMeanOfAspectsIsAnotherAggregation() throws {
    let found = try finding(.aggregation, "IKKK", try WorksheetSample.figures(2026))
    #expect(found.outcome == .fail)
    #expect(abs((found.figure ?? 0) - 75.4) < 1e-9)
    for part in ["75,40", "jumlah(IKKK.*)", "56,244", "69,61"] {
      #expect(found.text.contains(part), "\(part)")
    }
    #expect(try finding(.aggregation, "IKPP", try WorksheetSample.figures(2026)).outcome == .pass)
  }

  @Test func aRevisionThatChangesNothingIsHeldAgainstTheRevisedAgreement() throws {
    let found = try finding(
      .copy, "", try WorksheetSample.figures(2025, "perubahan"), earlier: [try WorksheetSample.figures(2025)])
    #expect(found.outcome == .fail)
    for part in ["sama persis", "IKPP 8,58", "8,60", "IKKK 75,00", "RB 75,65"] {
      #expect(found.text.contains(part), "\(part)")
    }
    #expect(try finding(.copy, "", try WorksheetSample.figures(2025)).outcome == .pass)
  }

  @Test(arguments: [
    (WorksheetCheck.belowResult, "IKPP", 8.9, WorksheetFinding.Outcome.fail),
    (.belowResult, "IKPP", 9.1, .pass),
    (.overReach, "IKPP", 9.95, .fail), (.overReach, "IKPP", 9.3, .warn), (.beyondScale, "IKPP", 10.5, .fail),
    (.beyondScale, "IKPP", 9.1, .pass), (.components, "IKPP", 9.2, .fail), (.components, "IKPP", 9.05, .pass),
    (.midTermPath, "IKKK", 70, .warn), (.midTermPath, "IKKK", 72, .pass), (.midTermPath, "RB", 79.3, .warn),
    (.predicateEdge, "IKPP", 9.01, .warn), (.predicateEdge, "IKPP", 9.2, .pass), (.budget, "RB", 79.3, .warn),
    (.components, "RB", 79.3, .warn),
  ])
  func comeOutByTheNumbers(
    check: WorksheetCheck, code: String, target: Double, outcome: WorksheetFinding.Outcome
  ) throws {
    let found = try finding(check, code, try figures(code, target: target))
    #expect(found.outcome == outcome, "\(found.text)")
    #expect(!found.text.isEmpty)
  }

  @Test func anArithmeticSlipInAComponentIsNamed() throws {
    var worksheet = try #require(try WorksheetSample.worksheet(2026))
    let place = try #require(worksheet.componentIndex("IKM.SKCK"))
    worksheet.entries[place.entry].components[place.component].forecast = 96.46
    let figures = WorksheetFigures(
      worksheet, model: try WorksheetSample.model(), context: try WorksheetSample.context(2026))
    let found = try finding(.components, "IKPP", figures)
    #expect(found.outcome == .fail)
    #expect(found.text.contains("IKM.SKCK") && found.text.contains("95,46") && found.text.contains("96,46"))
  }

  @Test func changedServicesAreSeen() throws {
    let found = try finding(.instrument, "IKPP", try WorksheetSample.figures(2026))
    #expect(found.outcome == .warn)
    #expect(found.text.contains("+IKM.PEREKAMAN_KTP_EL") && found.text.contains("−IKM.PINDAH_KABUPATEN_KOTA"))
  }
}
