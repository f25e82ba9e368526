import Testing

@testable import Analysis

@Suite("Printed efficiency beside the computed one")
struct PrintedEfficiencyTests {
  private func claim(_ statement: String, _ expression: String, _ printed: String) -> Claim {
    Claim(
      unit: 0, year: 2025, period: 0, statement: statement, expression: expression, printed: printed,
      source: "Tabel 1",
      sourceLine: "7", fileLine: 2)
  }

  private func printed(_ claims: Claim...) throws -> [PrintedEfficiency] {
    var evaluator = try CascadeSample.whole.evaluator(claims: claims)
    let table = EfficiencyTable(levels: EfficiencyTable.reportLevels, evaluator: &evaluator)
    return PrintedEfficiency.all(for: table, evaluator: &evaluator)
  }

  @Test(arguments: [
    ("serapan(P1)", "83,33%", PrintedEfficiency.Outcome.equal), ("serapan(P1)", "83%", .equal),
    ("serapan(P1)", "83,34%", .rounding), ("serapan(P1)", "91,10%", .different),
  ])
  func absorptionIsMatchedByItsFormula(expression: String, text: String, outcome: PrintedEfficiency.Outcome)
    throws
  {
    let found = try printed(claim("Serapan apa saja", expression, text))
    #expect(found.map(\.outcome) == [outcome])
    #expect(found.map(\.node) == [2])
  }

  @Test func namesVaryAsReportsPrintThem() throws {
    let found = try printed(
      claim("Tingkat efisiensi Program SIMPUL  p1", "100 - 83,33", "16,67%"),
      claim("Tingkat efisiensi simpul P2", "(50/100 - 1)*100", "-50,0%"))
    #expect(found.map(\.node) == [2, 4])
    #expect(found.map(\.outcome) == [.equal, .equal])
    #expect(found.map(\.kind) == [.efficiency(.difference), .efficiency(.relative)])
  }

  @Test func aCorrectCalculationFromOtherFiguresIsTold() throws {
    let found = try printed(claim("Tingkat efisiensi Simpul P1", "99 - 50", "49,00%"))
    #expect(found.map(\.outcome) == [.otherInputs])
    #expect(found.first?.difference.map { ($0 * 1e6).rounded() } == 32_333_333)
  }

  @Test func theTotalIsRecognisedByItsOwnMean() throws {
    let found = try printed(
      claim("Tingkat efisiensi", "88,00 - 90,00", "-2,00"), claim("Tingkat efisiensi", "12 - 3", "9"),
      claim("SiLPA", "1000-900", "100"))
    #expect(found.map(\.node) == [nil, nil])
    #expect(found.map(\.outcome) == [.equal, .equal])
  }

  @Test func claimsOfOtherYearsAndUnknownNodesAreLeftAlone() throws {
    var other = claim("Serapan apa saja", "serapan(P1)", "1%")
    other.year = 2024
    #expect(try printed(other, claim("Tingkat efisiensi Simpul yang lain", "1 - 2", "-1")).isEmpty)
  }
}
