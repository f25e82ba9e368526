import Testing

@testable import Analysis

@Suite("Facts in columns")
struct FactTableTests {
  private func table(_ rows: [(unit: Int32, subject: Int32, year: Int16, planned: Double, actual: Double)])
    -> FactTable
  {
    var table = FactTable()
    for (index, row) in rows.enumerated() {
      table.append(
        .init(unit: row.unit, subject: row.subject, year: row.year), planned: row.planned, actual: row.actual,
        fileLine: Int32(index + 2))
    }
    table.buildIndex()
    return table
  }

  @Test func theFirstRowThatStatesAFactIsUsed() {
    let facts = table([(0, 1, 2025, .nan, 95.34), (0, 1, 2025, 98, 95.24), (0, 0, 2024, 1, 2)])
    let key = FactTable.Key(unit: 0, subject: 1, year: 2025)
    #expect(facts.entry(.actual, key) == FactTable.Entry(value: 95.34, row: 0))
    #expect(facts.entry(.planned, key) == FactTable.Entry(value: 98, row: 1))
    #expect(Array(facts.rows(key)) == [0, 1])
    #expect(facts.entry(.actual, .init(unit: 0, subject: 1, year: 2023)) == nil)
  }

  @Test func rowsOfASubjectComeByYear() {
    let facts = table([
      (0, 1, 2025, 1, 1), (1, 1, 2020, 1, 1), (0, 1, 2021, 1, 1), (0, 2, 2021, 1, 1), (0, 1, 2023, 1, 1),
    ])
    #expect(facts.rows(unit: 0, subject: 1).map { facts.years[Int($0)] } == [2021, 2023, 2025])
    #expect(facts.rows(unit: 2, subject: 1).isEmpty)
  }

  @Test func anEmptyTableAnswersNothing() {
    let facts = table([])
    #expect(facts.entry(.actual, .init(unit: 0, subject: 0, year: 2025)) == nil)
  }
}
