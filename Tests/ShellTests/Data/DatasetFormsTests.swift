import Analysis
import Testing

@testable import Shell

/// The same dataset as a folder, a workbook and a database is the same, fact by fact.
@Suite struct DatasetFormsTests {
  static let cases = ["plandaan", "jombang", "ngoro"].flatMap { name in [(name, true), (name, false)] }

  private func loaded(_ name: String, _ isTyped: Bool, as file: String) throws -> (
    folder: Dataset, file: Dataset
  ) {
    let folder = SampleSession.path(name)
    let tables = try DatasetFile(folder: folder, isTyped: isTyped)
    let dataset = try DatasetFile.use(file) { path in
      if file.hasSuffix(".xlsx") {
        try AtomicFile(path: path).write(tables.workbook())
      } else {
        try tables.writeDatabase(path)
      }
      return try DatasetLoader.load(path)
    }
    return (try DatasetLoader.load(folder), dataset)
  }

  @Test("a workbook holds what the folder holds", arguments: cases)
  func workbook(_ name: String, _ isTyped: Bool) throws {
    let (folder, workbook) = try loaded(name, isTyped, as: "data.xlsx")
    expectSame(folder, workbook, offset: 0)
    #expect(workbook.name == "data")
    #expect(
      workbook.report.files.allSatisfy { $0.dialect.hasPrefix("bentuk=xlsx kepala=1") && $0.form == .sheet })
    #expect(Set(workbook.report.files.map(\.fingerprint)).count == 1)
  }

  @Test("a database holds what the folder holds", arguments: cases)
  func database(_ name: String, _ isTyped: Bool) throws {
    let (folder, database) = try loaded(name, isTyped, as: "basis.db")
    expectSame(folder, database, offset: -1)
    #expect(database.name == "basis")
    #expect(
      database.report.files.allSatisfy { $0.dialect.hasPrefix("bentuk=sqlite") && $0.form == .database })
  }

  /// - Parameter offset: The row of the file less the line of the CSV file.
  private func expectSame(_ left: Dataset, _ right: Dataset, offset: Int) {
    #expect(left.units == right.units)
    #expect(left.periods == right.periods)
    #expect(left.sources == right.sources)
    expectSame(left.performance, right.performance, offset)
    expectSame(left.budgets, right.budgets, offset)
    #expect(left.contents == right.contents)
    #expect(left.catalogue.indicators.map { moved($0, offset) } == right.catalogue.indicators)
    #expect(left.catalogue.nodes.map { moved($0, offset) } == right.catalogue.nodes)
    #expect(left.settings.map { [$0.key, $0.value] } == right.settings.map { [$0.key, $0.value] })
    #expect(
      left.claims.map { [$0.statement, $0.expression, $0.printed] }
        == right.claims.map { [$0.statement, $0.expression, $0.printed] })
    #expect(left.resources.map(\.needed) == right.resources.map(\.needed))
    #expect(left.worksheets.map(\.forecast) == right.worksheets.map(\.forecast))
    #expect(left.report.conflicts.map(Self.text) == right.report.conflicts.map(Self.text))
    #expect(right.report.remarks.allSatisfy { $0.kind == .notice }, "\(right.report.remarks)")
    #expect(left.report.files.map(\.rows) == right.report.files.map(\.rows))
  }

  private func expectSame(_ left: FactTable, _ right: FactTable, _ offset: Int) {
    #expect(left.count > 0 && left.count == right.count)
    #expect((0..<left.count).map { left.key(ofRow: $0) } == (0..<right.count).map { right.key(ofRow: $0) })
    #expect(left.planned.map(\.bitPattern) == right.planned.map(\.bitPattern))
    #expect(left.actual.map(\.bitPattern) == right.actual.map(\.bitPattern))
    #expect(left.sourceLines == right.sourceLines)
    #expect(left.fileLines.map { Int($0) + offset } == right.fileLines.map { Int($0) })
  }

  private func moved(_ indicator: Indicator, _ offset: Int) -> Indicator {
    var copy = indicator
    copy.fileLine += offset
    return copy
  }

  private func moved(_ node: Node, _ offset: Int) -> Node {
    var copy = node
    copy.fileLine += offset
    return copy
  }

  private static func text(_ conflict: LoadReport.Conflict) -> String {
    let statements = conflict.statements.map { "\($0.value) \($0.source.source) \($0.source.sourceLine)" }
    return
      "\(conflict.unit) \(conflict.year) \(conflict.period) \(conflict.code) \(conflict.column) \(statements)"
  }
}
