import Testing

@testable import Analysis

@Suite("Forecasts and what came")
struct WorksheetEvaluationTests {
  @Test(arguments: [
    ("AKIP.PERENCANAAN", 24.70, 24.30, -0.4, false), ("IKM.SKCK", 98.09, 95.34, -2.75, false),
    ("IPP.F03", 4.99, 4.76, -0.23, false), ("AKIP", 78.64, 81.40, 2.76, true),
    ("IKPP", 8.60, 9.00, 0.4, true),
  ])
  func standBesideEachOther(
    code: String, expected: Double, actual: Double, difference: Double, isReached: Bool
  ) throws {
    let evaluation = WorksheetEvaluation(try WorksheetSample.figures(2025))
    let row = try #require(evaluation.rows.first { $0.code == code })
    #expect(row.expected == expected)
    #expect(row.actual.value == actual)
    #expect(row.difference == difference)
    #expect(row.isReached == isReached)
  }

  @Test func aServiceThatWasNotMeasuredSaysSo() throws {
    let evaluation = WorksheetEvaluation(try WorksheetSample.figures(2025))
    let row = try #require(evaluation.rows.first { $0.code == "IKM.PINDAH_KABUPATEN_KOTA" })
    #expect(row.actual.value == nil && row.isReached == nil)
    #expect(row.actual.reason.contains("2024"))
  }

  @Test func versionsThatAreAlikeHaveNoDifferences() throws {
    let first = try WorksheetSample.figures(2025)
    #expect(
      WorksheetDifference(from: first, to: try WorksheetSample.figures(2025, "perubahan")).changes.isEmpty)
    let other = WorksheetDifference(from: first, to: try WorksheetSample.figures(2026)).changes
    #expect(other.contains { $0.code == "AKIP" && $0.after == nil })
    #expect(other.contains { $0.code == "IKM.SKCK" && $0.field == "perkiraan" && $0.after == .number(95.46) })
  }
}
