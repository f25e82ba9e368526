import Analysis

/// A table as a real Word table: the heading row repeats on every page, numbers stand right.
struct DocxTable {
  /// The table.
  let table: Table
  /// The styles.
  let styles: DocxStyleSheet
  /// The width to fill in twentieths of a point.
  let width: Int

  /// The table and the remarks below it.
  var xml: String {
    guard !table.columns.isEmpty else { return remarks([]) }
    var reasons = MissingReasons()
    let columns = DocxColumns(table, width: width)
    var rows = [header(columns)]
    for row in table.rows { rows.append(self.row(row, columns, &reasons)) }
    if table.rows.isEmpty {
      rows.append(self.row(Table.Row(["(tidak ada baris)"], role: .group), columns, &reasons))
    }
    let grid = columns.widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
    return "<w:tbl><w:tblPr><w:tblStyle w:val=\"\(styles[.tableGrid])\"/>"
      + "<w:tblW w:w=\"\(columns.widths.reduce(0, +))\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\(columns.margins)"
      + "<w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\""
      + " w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>\(grid)</w:tblGrid>" + rows.joined()
      + "</w:tbl>"
      + remarks(reasons.reasons)
  }

  private func header(_ columns: DocxColumns) -> String {
    let cells = table.columns.enumerated().map { index, column in
      let text = DocxText.run(column.title, "<w:b/><w:bCs/>" + columns.size)
      let paragraph = DocxText.paragraph(
        text, style: styles[.tableText], "<w:keepNext/><w:jc w:val=\"center\"/>")
      return cell(paragraph, width: columns.widths[index], fill: "D9E2F0", vertical: "center")
    }
    return "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>\(cells.joined())</w:tr>"
  }

  private func row(_ row: Table.Row, _ columns: DocxColumns, _ reasons: inout MissingReasons) -> String {
    let isAlone = row.cells.dropFirst().allSatisfy { $0 == .empty }
    let spans = row.role == .group && isAlone && table.columns.count > 1
    let treeColumn = table.columns.firstIndex { $0.alignment == .left } ?? 0
    var cells = ""
    for index in spans ? 0..<1 : table.columns.indices {
      let content = row.cells.indices.contains(index) ? row.cells[index] : .empty
      let indent = index == treeColumn ? row.depth : 0
      let paragraph = self.paragraph(
        content, mark: reasons.number(of: content), alignment: spans ? .left : table.columns[index].alignment,
        indent: indent, role: row.role, columns)
      let fill: String? =
        switch row.role {
        case .body: nil
        case .total: "F2F2F2"
        case .group: "EAEFF7"
        }
      let width = spans ? columns.widths.reduce(0, +) : columns.widths[index]
      cells += cell(
        paragraph, width: width, span: spans ? table.columns.count : 1, fill: fill,
        isTotal: row.role == .total)
    }
    return "<w:tr><w:trPr><w:cantSplit/></w:trPr>\(cells)</w:tr>"
  }

  private func paragraph(
    _ content: Table.Cell, mark: Int?, alignment: Table.Alignment, indent: Int, role: Table.Row.Role,
    _ columns: DocxColumns
  ) -> String {
    let properties = (role == .body ? "" : "<w:b/><w:bCs/>") + columns.size
    var text = DocxText.run(content.plain, properties)
    if let mark { text += DocxText.run("\(mark))", properties + "<w:vertAlign w:val=\"superscript\"/>") }
    var layout = role == .group ? "<w:keepNext/>" : ""
    if indent > 0 { layout += "<w:ind w:left=\"\(min(indent, 8) * 200)\"/>" }
    let side: String? =
      switch alignment {
      case .left: nil
      case .right, .decimal: "right"
      case .center: "center"
      }
    if let side { layout += "<w:jc w:val=\"\(side)\"/>" }
    return DocxText.paragraph(text, style: styles[.tableText], layout)
  }

  private func cell(
    _ paragraph: String, width: Int, span: Int = 1, fill: String? = nil, vertical: String? = nil,
    isTotal: Bool = false
  ) -> String {
    var properties = "<w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>"
    if span > 1 { properties += "<w:gridSpan w:val=\"\(span)\"/>" }
    if isTotal {
      properties +=
        "<w:tcBorders><w:top w:val=\"single\" w:sz=\"12\" w:space=\"0\" w:color=\"404040\"/></w:tcBorders>"
    }
    if let fill { properties += "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\(fill)\"/>" }
    if let vertical { properties += "<w:vAlign w:val=\"\(vertical)\"/>" }
    return "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraph)</w:tc>"
  }

  /// The reasons of missing numbers and the footnotes; at least an empty line, so that tables never run together.
  private func remarks(_ reasons: [String]) -> String {
    var lines = reasons.enumerated().map { index, reason in
      DocxText.run("\(index + 1))", "<w:vertAlign w:val=\"superscript\"/>") + DocxText.run(" " + reason)
    }
    lines += table.footnotes.map { DocxText.runs($0) }
    if lines.isEmpty { lines = [""] }
    return lines.enumerated().map { index, line in
      let isLast = index == lines.count - 1
      return DocxText.paragraph(
        line, style: styles[.tableNote], isLast ? "<w:spacing w:before=\"40\" w:after=\"200\"/>" : "")
    }.joined()
  }
}
