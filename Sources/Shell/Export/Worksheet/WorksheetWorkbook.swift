import Analysis

/// Writes a worksheet as a workbook whose forecasts and targets are live formulas.
struct WorksheetWorkbook {
  let chosen: ChosenWorksheet

  /// The name of the sheet.
  static let sheetName = "KKTP"
  /// The row of the headings, counted from 0.
  static let headerRow = 5

  private var worksheet: Worksheet { chosen.worksheet }
  private var figures: WorksheetFigures { chosen.figures }
  private var year: Int { worksheet.key.year }

  /// The workbook.
  var workbook: Workbook {
    let cells = WorksheetCells(chosen: chosen, firstRow: Self.headerRow + 1)
    var sheet = WorkbookSheet(name: Self.sheetName)
    sheet.append([.init(.text("KERTAS KERJA PENETAPAN TARGET (KKTP)"), .title)])
    sheet.append([.init(.text("Unit"), .group), .init(.text(worksheet.key.unit))])
    sheet.append([
      .init(.text("Tahun"), .group), .init(.number(Double(year), Self.yearStyle), alignment: .left),
    ])
    sheet.append([.init(.text("Versi"), .group), .init(.text(worksheet.key.version))])
    sheet.append([])
    sheet.append(WorksheetColumn.allCases.map { .init(.text($0.title(year)), .header) })
    for (index, entry) in worksheet.entries.enumerated() {
      sheet.append(row(of: entry, number: index + 1, cells))
      for node in figures.structure.tree(of: entry.code) {
        if let component = worksheet.component(node.code) { sheet.append(row(of: component, node, cells)) }
      }
    }
    sheet.columnWidths = [
      0: 6, 1: 50, 2: 10, 3: 10, 4: 10, 5: 60, 6: 62, 7: 10, 8: 10, 9: 11, 10: 34, 11: 34, 12: 28, 13: 11,
      14: 9, 15: 24,
    ]
    sheet.frozenRows = Self.headerRow + 1
    sheet.frozenColumns = 2
    sheet.isLandscape = true
    return Workbook(title: "\(chosen.title), \(worksheet.key.unit)", sheets: [sheet])
  }

  private static let yearStyle = NumberStyle(decimals: 0...0, groupsThousands: false)

  private func row(of entry: WorksheetEntry, number: Int, _ cells: WorksheetCells) -> [WorkbookSheet.Cell?] {
    var row = [WorkbookSheet.Cell?](repeating: .init(.blank, .group), count: WorksheetColumn.allCases.count)
    row.set(.number, .init(.number(Double(number), .count), .group))
    row.set(.indicator, .init(.text(figures.indicator(entry.code)?.title ?? entry.code), .group))
    row.set(.previousTarget, Self.input(entry.previousTarget))
    row.set(.previousActual, Self.input(entry.previousActual))
    row.set(.target, .init(cells.target(entry), entry.target == nil ? .total : .input))
    row.set(.programmes, .init(.text(entry.programmes), .input))
    row.set(.followUps, .init(.text(entry.followUps.joined(separator: "\n")), .input))
    row.set(.reasoning, .init(.text(entry.reasoning), .input))
    row.set(.code, .init(.text(entry.code), .group))
    row.set(.computed, .init(cells.computed(entry.code), .total))
    row.set(.difference, .init(cells.difference(entry), .total))
    if let choice = entry.choice {
      row.set(.method, .init(.text(([choice.method] + choice.rejected).joined(separator: "; ")), .body))
    }
    return row
  }

  private func row(
    of component: WorksheetComponent, _ node: WorksheetStructure.Node, _ cells: WorksheetCells
  ) -> [WorkbookSheet.Cell?] {
    var row = [WorkbookSheet.Cell?](repeating: .init(.blank), count: WorksheetColumn.allCases.count)
    let title = figures.indicator(component.code)?.title ?? component.code
    row.set(.component, .init(.text(title), node.isComputed ? .total : .body, indent: node.depth - 1))
    row.set(.previousValue, Self.input(component.previousValue))
    row.set(.gain, node.isComputed ? .init(.blank) : Self.input(component.gain))
    row.set(
      .forecast,
      .init(cells.forecast(component, isComputed: node.isComputed), node.isComputed ? .total : .input))
    row.set(.followUps, .init(.text(component.followUps.joined(separator: "\n")), .input))
    row.set(.reasoning, .init(.text(component.reasoning), .input))
    row.set(.code, .init(.text(component.code)))
    if node.isComputed { row.set(.computed, .init(cells.computed(component.code), .total)) }
    return row
  }

  private static func input(_ value: Double?) -> WorkbookSheet.Cell {
    .init(value.map { .number($0, WorksheetAnswer.style) } ?? .blank, .input)
  }
}

extension [WorkbookSheet.Cell?] {
  fileprivate mutating func set(_ column: WorksheetColumn, _ cell: WorkbookSheet.Cell) {
    self[column.rawValue] = cell
  }
}
