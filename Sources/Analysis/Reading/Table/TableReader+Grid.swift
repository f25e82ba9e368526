extension TableReader {
  /// Reads a sheet: title rows, headers, units, totals and footnotes are found by the rules for separated texts.
  ///
  /// - Parameters:
  ///   - grid: The cells; row numbers are those of the sheet.
  ///   - file: Its name, for remarks.
  ///   - firstColumn: The column of the sheet in which the grid begins.
  ///   - expected: Names of columns that the caller will ask for.
  ///   - recorded: How it was understood before.
  /// - Throws: A data problem when nothing looks like a header.
  static func read(
    sheet grid: CellGrid, file: String, firstColumn: Int, expecting expected: Set<String>,
    dialect recorded: Dialect?
  ) throws(Problem) -> TextTable {
    let sample = SampleRows(grid)
    var dialect = recorded ?? Dialect()
    dialect.form = .sheet
    let layout: TableLayout
    if let recorded {
      layout = try TableLayout(recorded, sample)
    } else {
      guard let found = TableLayout(sample, expected: expected) else {
        throw Problem(
          "\(file) tidak punya baris kepala kolom", kind: .data, place: .file(file, line: 1, column: 0),
          expected: "satu baris nama kolom di atas data")
      }
      layout = found
      dialect.take(layout)
    }
    var reader = TableReader(
      TextTable(file: file, dialect: dialect, names: layout.names, remarks: [], buffer: grid.buffer))
    reader.table.firstColumn = firstColumn
    reader.tell(layout, sample, hasSeparatorLine: false)
    reader.take(grid, from: dialect.firstDataRow)
    return reader.table
  }

  /// Reads a database table, whose columns have names already.
  static func read(
    database grid: CellGrid, file: String, names: [String], dialect recorded: Dialect?
  ) -> TextTable {
    var dialect = recorded ?? Dialect()
    dialect.form = .database
    var reader = TableReader(
      TextTable(file: file, dialect: dialect, names: names, remarks: [], buffer: grid.buffer))
    reader.table.headerLine = 0
    reader.nameColumns(line: 0)
    reader.take(grid, from: Int.min)
    return reader.table
  }

  /// Takes the rows that hold data.
  private mutating func take(_ grid: CellGrid, from firstData: Int) {
    let width = table.width
    var strays = 0
    var firstStray: Int?
    table.refusals = grid.refusals
    table.cells.reserveCapacity(grid.lines.count * width)
    for (index, line) in grid.lines.enumerated() where line >= firstData {
      let whole = grid.row(index)
      let row = whole.prefix(width)
      let beyond = whole.dropFirst(width).count { !$0.isEmpty }
      if beyond > 0 {
        strays += beyond
        firstStray = firstStray ?? Int(line)
      }
      guard let first = row.first, let start = row.first(where: { !$0.isEmpty })?.start,
        let end = row.last(where: { !$0.isEmpty })?.end
      else {
        if beyond == 0 { _ = isData([], line: Int(line), from: 0, to: 0) }
        continue
      }
      let isShort = end - start <= Cell.greatestLength
      if isShort && isOrdinary(first) || isData(Array(row), line: Int(line), from: start, to: end) {
        table.cells.append(contentsOf: row)
        table.lines.append(line)
      }
    }
    if let firstStray {
      notice(firstStray, "\(strays) sel di kanan kolom terakhir tabel tidak dibaca")
    }
    tellCounts()
  }
}
