/// The cells of a sheet as a grid, with what is odd about them.
struct SheetGrid {
  /// How many columns a table may span.
  private static let columnLimit = 1024
  /// How many cells, empty ones included, a grid may have.
  private static let cellLimit = 100_000_000

  /// The cells.
  let cells: CellGrid
  /// The column of the sheet, counted from 0, in which the grid begins.
  let firstColumn: Int
  /// Hidden sheets, hidden rows and percentages.
  private(set) var remarks: [LoadReport.Remark] = []

  /// Takes the cells of a sheet.
  ///
  /// The columns are those used in its first hundred rows, where the header is.
  ///
  /// - Parameters:
  ///   - content: The workbook, for its calendar.
  ///   - file: The sheet's name, for remarks.
  /// - Returns: `nil` when the sheet is empty.
  /// - Throws: A data problem when the sheet is too wide.
  init?(_ sheet: WorkbookContent.Sheet, of content: WorkbookContent, file: String) throws(Problem) {
    let head = sheet.rows.prefix(100)
    guard let first = head.compactMap({ $0.cells.first?.column }).min(),
      let last = head.compactMap({ $0.cells.last?.column }).max()
    else { return nil }
    let width = min(last - first + 1, Self.columnLimit)
    guard sheet.rows.count * width <= Self.cellLimit else {
      throw Problem("lembar terlalu besar", kind: .data, place: .file(file, line: 0, column: 0))
    }
    firstColumn = first
    var builder = CellGridBuilder(width: width)
    var percents = Sightings()
    var strays = Sightings()
    for row in sheet.rows {
      builder.startRow(Int32(row.index + 1))
      for cell in row.cells {
        guard (first..<(first + width)).contains(cell.column) else {
          strays.add(row.index + 1)
          continue
        }
        if cell.isPercent, case .number = cell.value { percents.add(row.index + 1) }
        builder.skip(to: cell.column - first)
        Self.add(cell, to: &builder, content)
      }
    }
    cells = builder.finish()
    note(sheet, percents, strays, file)
  }

  /// How often something was seen, and where first.
  private struct Sightings {
    var count = 0
    var line = 0

    mutating func add(_ line: Int) {
      if count == 0 { self.line = line }
      count += 1
    }
  }

  private static func add(
    _ cell: WorkbookContent.Cell, to builder: inout CellGridBuilder, _ content: WorkbookContent
  ) {
    switch cell.value {
    case .text(let text): builder.addText(text.utf8)
    case .error(let text): builder.addText(text.utf8)
    case .boolean(let value): builder.addText((value ? "benar" : "salah").utf8)
    case .number(let value, isDate: true):
      builder.addRefused(dateText(value, content), reason: "sel berisi tanggal, bukan angka")
    case .number(let value, isDate: false):
      builder.addNumber(TypedNumber.text(cell.isPercent ? TypedNumber.percentage(value) : value))
    case .empty:
      if let formula = cell.formula {
        builder.addRefused(
          "=" + formula, reason: "rumus tanpa hasil tersimpan; buka dan simpan sekali dengan Excel")
      } else {
        builder.addText(EmptyCollection())
      }
    }
  }

  /// `2024-01-31`, or the number itself when it is no date.
  private static func dateText(_ value: Double, _ content: WorkbookContent) -> String {
    guard let date = content.date(value) else { return TypedNumber.text(value) }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date.year)-\(two(date.month))-\(two(date.day))"
  }

  private mutating func note(
    _ sheet: WorkbookContent.Sheet, _ percents: Sightings, _ strays: Sightings, _ file: String
  ) {
    func notice(_ line: Int, _ message: String) {
      remarks.append(LoadReport.Remark(kind: .notice, path: file, line: line, message: message))
    }
    if sheet.isHidden { notice(0, "lembar tersembunyi ikut dibaca") }
    let hidden = sheet.rows.filter(\.isHidden)
    if let first = hidden.first {
      let shown = hidden.prefix(5).map { String($0.index + 1) }.joined(separator: ", ")
      let more = hidden.count > 5 ? ", …" : ""
      notice(first.index + 1, "\(hidden.count) baris tersembunyi ikut dibaca (baris \(shown)\(more))")
    }
    if percents.count > 0 {
      notice(
        percents.line,
        "\(percents.count) sel berformat persen dibaca seperti tercetak: 75% dibaca 75, bukan 0,75")
    }
    if strays.count > 0 {
      notice(strays.line, "\(strays.count) sel di luar kolom-kolom tabel tidak dibaca")
    }
  }
}

extension TextTable {
  /// Lets the value of cells joined downwards stand for each of their rows, except in columns of numbers, where
  /// it would be counted several times.
  ///
  /// - Complexity: O(merges · log rows + filled cells).
  mutating func fillMerged(_ merges: [CellRange], _ schema: TableSchema) {
    let numbers = Set(schema.numbers.compactMap { column($0) })
    for range in merges where range.last.row > range.first.row {
      let column = range.first.column - firstColumn
      guard (0..<width).contains(column), let first = position(ofLine: range.first.row + 1), first < count,
        Int(lines[first]) <= range.last.row + 1
      else { continue }
      let isNumber = numbers.contains(column)
      remarks.append(
        LoadReport.Remark(
          kind: .notice, path: file, line: Int(lines[first]), column: names[column],
          text: text(first, column),
          message: "sel gabung \(range.text): "
            + (isNumber
              ? "angkanya hanya dipakai pada baris pertamanya" : "isinya berlaku untuk semua barisnya")))
      guard !isNumber, Int(lines[first]) == range.first.row + 1 else { continue }
      var row = first + 1
      while row < count, Int(lines[row]) <= range.last.row + 1 {
        if cell(row, column).isEmpty { cells[row * width + column] = cell(first, column) }
        row += 1
      }
    }
  }

  /// The first row on or below a line.
  private func position(ofLine line: Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Int(lines[middle]) < line { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
