/// Target-setting worksheets (KKTP): their sums, the formulas over their rows, the year before and the
/// agreement.
struct WorksheetAudit: AuditCheck {
  let title = "kertas kerja target"

  func run(_ desk: inout AuditDesk) throws(Problem) {
    let rows = desk.dataset.worksheets
    var sheets: [WorksheetKey: [Int]] = [:]
    for (index, row) in rows.enumerated() where desk.scope.contains(unit: row.unit, year: row.year) {
      try desk.step(index, of: rows.count, title)
      sheets[WorksheetKey(unit: row.unit, year: row.year, version: row.version), default: []].append(index)
    }
    for members in sheets.values.sorted(by: { $0[0] < $1[0] }) {
      try desk.checkInterruption()
      let sheet = members.map { rows[$0] }
      for row in sheet {
        guard let indicator = desk.catalogue.indicator(row.code), desk.scope.contains(.indicator(indicator))
        else { continue }
        WorksheetRowCheck(row: row, indicator: indicator).run(&desk)
      }
      WorksheetFormulas(sheet: sheet).run(&desk)
    }
  }
}

/// What makes up one worksheet.
private struct WorksheetKey: Hashable {
  var unit: Int32
  var year: Int
  var version: String
}

extension AuditDesk {
  /// A finding about a row of a worksheet.
  func finding(_ severity: AuditSeverity, _ statement: String, about row: WorksheetRow) -> AuditFinding {
    var finding = AuditFinding(
      .worksheet, severity, statement,
      in: Context(dataset: audit.dataset, unit: row.unit, year: row.year), at: place(of: row))
    finding.code = row.code
    return finding
  }

  /// Where a row of a worksheet stands.
  func place(of row: WorksheetRow) -> SourceRow {
    SourceRow(
      dataset: dataset.name, table: "kktp", fileLine: row.fileLine,
      source: "KKTP \(row.year)\(row.version.isEmpty ? "" : " \(row.version)")", sourceLine: row.sourceLine)
  }
}
