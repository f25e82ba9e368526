import Analysis

extension WorkbookSheet {
  /// A sheet that shows one table with real numbers.
  ///
  /// - Parameters:
  ///   - table: The table; missing numbers become `–` with the reason below the table.
  ///   - name: The wanted name of the sheet.
  ///   - label: What stands before the caption, such as `Tabel 1`.
  init(table: Table, name: String, label: String = "") {
    self.init(name: name)
    let heading = [label, table.caption].filter { !$0.isEmpty }.joined(separator: ". ")
    if !heading.isEmpty {
      append([Cell(.text(heading), .title)])
      append([])
    }
    frozenRows = append(table.columns.map { Cell(.text($0.title), .header) }) + 1
    frozenColumns = table.columns.count > 6 ? 1 : 0
    isLandscape = table.columns.count > 6
    var reasons: [(reason: String, cells: [String])] = []
    for row in table.rows { add(row, of: table, &reasons) }
    columnWidths = Self.widths(of: table)
    if !table.footnotes.isEmpty || !reasons.isEmpty { append([]) }
    for note in table.footnotes { append([Cell(.text(note.plain), .note)]) }
    for (reason, cells) in reasons {
      let shown = cells.prefix(12).joined(separator: ", ") + (cells.count > 12 ? ", …" : "")
      append([Cell(.text("– pada \(shown): \(reason)"), .note)])
    }
  }

  private mutating func add(
    _ row: Table.Row, of table: Table, _ reasons: inout [(reason: String, cells: [String])]
  ) {
    let position = rowCount
    var cells: [Cell] = []
    var indent = row.depth
    for (column, cell) in row.cells.enumerated() {
      let alignment = table.columns.indices.contains(column) ? table.columns[column].alignment : .left
      switch cell {
      case .text(let text):
        cells.append(Cell(.text(text), Self.look(row.role), alignment: alignment, indent: indent))
        indent = 0
      case .figure(let figure):
        cells.append(Self.cell(figure, row.role, alignment))
        if figure.value == nil, !figure.reason.isEmpty {
          Self.note(figure.reason, CellReference(row: position, column: column).text, &reasons)
        }
      case .empty: cells.append(Cell(.blank, Self.look(row.role)))
      }
    }
    while cells.count < table.columns.count { cells.append(Cell(.blank, Self.look(row.role))) }
    append(cells)
  }

  private static func note(
    _ reason: String, _ cell: String, _ reasons: inout [(reason: String, cells: [String])]
  ) {
    if let index = reasons.firstIndex(where: { $0.reason == reason }) {
      reasons[index].cells.append(cell)
    } else {
      reasons.append((reason, [cell]))
    }
  }

  private static func cell(_ figure: Figure, _ role: Table.Row.Role, _ alignment: Table.Alignment) -> Cell {
    guard let value = figure.value else { return Cell(.text("–"), look(role), alignment: .right) }
    let side: Table.Alignment? = alignment == .left ? nil : alignment
    return Cell(.number(value, figure.style), look(role), alignment: side)
  }

  private static func look(_ role: Table.Row.Role) -> Look {
    switch role {
    case .body: .body
    case .total: .total
    case .group: .group
    }
  }

  /// Widths in characters: the longest cell, between 8 and 60; the heading may wrap between its words.
  private static func widths(of table: Table) -> [Int: Double] {
    var widths: [Int: Double] = [:]
    for (index, column) in table.columns.enumerated() {
      let words = column.title.split(separator: " ").map(\.count).max() ?? 0
      var width = max(words, min(column.title.count, 14))
      for row in table.rows where row.cells.indices.contains(index) {
        width = max(width, row.cells[index].plain.count + 2 * row.depth)
      }
      widths[index] = Double(min(max(width + 2, 8), 60))
    }
    return widths
  }
}
