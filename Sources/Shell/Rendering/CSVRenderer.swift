import Analysis

/// Writes the tables of a document as CSV for programs to read.
///
/// RFC 4180: comma between fields, CR LF after records, quotes where needed. Numbers are written in full precision
/// with a decimal point and no grouping, whatever their style on paper; missing figures are empty and their
/// reasons stand in a last column `sebab_kosong`, which only tables with missing figures have. In a tree a first
/// column `tingkat` gives the depth. Tables follow each other after an empty line, each under a record `# caption`.
/// Text that a spreadsheet would run as a formula starts with an apostrophe.
struct CSVRenderer: DocumentRenderer {
  /// Writes the tables; other blocks are left out.
  func render(_ document: Document, to output: inout some TextOutputStream) {
    var isFirst = true
    for case .table(let table) in document.blocks {
      if !isFirst { output.write("\r\n") }
      isFirst = false
      if !table.caption.isEmpty {
        output.write(Sanitizer.csv("# " + Sanitizer.inline(table.caption)) + "\r\n")
      }
      write(table, to: &output)
    }
  }

  private func write(_ table: Table, to output: inout some TextOutputStream) {
    let isTree = table.rows.contains { $0.depth > 0 }
    let hasGaps = table.rows.contains { $0.cells.contains { Self.reason(of: $0) != nil } }
    var header = table.columns.map { Sanitizer.csv(Sanitizer.inline($0.title)) }
    if isTree { header.insert("tingkat", at: 0) }
    if hasGaps { header.append("sebab_kosong") }
    output.write(header.joined(separator: ",") + "\r\n")
    for row in table.rows {
      var fields = table.columns.indices.map { $0 < row.cells.count ? Self.field(row.cells[$0]) : "" }
      if isTree { fields.insert(String(row.depth), at: 0) }
      if hasGaps { fields.append(Sanitizer.csv(Self.reasons(of: row, table))) }
      output.write(fields.joined(separator: ",") + "\r\n")
    }
  }

  private static func field(_ cell: Table.Cell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): Sanitizer.csv(text)
    case .figure(let figure): figure.value.map { JSONValue.number($0).text } ?? ""
    }
  }

  private static func reason(of cell: Table.Cell) -> String? {
    guard case .figure(let figure) = cell, figure.value == nil else { return nil }
    return figure.reason.isEmpty ? "tidak diketahui" : figure.reason
  }

  private static func reasons(of row: Table.Row, _ table: Table) -> String {
    zip(table.columns, row.cells).compactMap { column, cell in
      reason(of: cell).map { column.title + ": " + $0 }
    }.joined(separator: "; ")
  }
}
