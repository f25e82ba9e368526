/// Where the parts of a table lie in a file: titles, header rows, units, column numbers.
///
/// All positions count the rows of the sample from 0, empty lines included.
struct TableLayout {
  /// First and last header row.
  var header: ClosedRange<Int>
  /// The row of units.
  var units: Int?
  /// The row that numbers the columns.
  var numbers: Int?
  /// The names of the columns.
  var names: [String] = []

  /// Finds the header among the first rows.
  ///
  /// The header is the first row as wide as the table in which at least half of the cells are filled and none is
  /// a number; years count as names. A row with two or more of the expected names is the header wherever it
  /// stands.
  ///
  /// - Parameter expected: Names that the reader of the table asks for, in lower case.
  /// - Returns: `nil` when no row can be a header.
  init?(_ sample: SampleRows, expected: Set<String>) {
    let rows = sample.rows
    let candidates = rows.indices.filter { rows[$0].cells.count == sample.width }
    // Folding a cell is dear and most cells are data, so a cell too long to be a name is passed over.
    let longest = (expected.map(\.utf8.count).max() ?? 0) + 4
    let known = rows.map { row in
      row.cells.count { $0.utf8.count <= longest && expected.contains(TableLayout.folded($0)) }
    }
    let byName = candidates.filter { known[$0] >= 2 }.max { (known[$0], -$0) < (known[$1], -$1) }
    let half = max(min(2, sample.width), sample.width / 2)
    let byFilling = candidates.first { Self.isHeaderLike(rows[$0]) && rows[$0].filled >= half }
    let bySome = candidates.first { Self.isHeaderLike(rows[$0]) && rows[$0].filled >= min(2, sample.width) }
    guard let first = byName ?? byFilling ?? bySome else { return nil }
    header = first...first
    if first + 1 < rows.count, Self.isSecondHeader(rows[first + 1], under: rows[first]) {
      header = first...(first + 1)
    } else if byName != nil, first > 0, Self.isSecondHeader(rows[first], under: rows[first - 1]) {
      header = (first - 1)...first
    }
    names = Self.names(header.map { rows[$0].cells }, width: sample.width)
    findUnitsAndNumbers(rows, width: sample.width)
  }

  /// The layout that a dialect line records.
  init(_ dialect: Dialect, _ sample: SampleRows) throws(Problem) {
    header = (dialect.headerRows.lowerBound - 1)...(dialect.headerRows.upperBound - 1)
    units = dialect.unitRow.map { $0 - 1 }
    numbers = dialect.numberRow.map { $0 - 1 }
    let last = max(header.upperBound, units ?? 0, numbers ?? 0)
    guard last < sample.rows.count else {
      throw Problem("baris ke-\(last + 1) yang tercatat sebagai bagian kepala tabel tidak ada", kind: .data)
    }
    let width = sample.rows[header.upperBound].cells.count
    names = Self.names(header.map { sample.rows[$0].cells }, width: width)
  }

  /// A name in lower case with single blanks and underscores alike, for comparison.
  static func folded(_ name: String) -> String {
    name.lowercased().split { $0 == " " || $0 == "_" || $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
      .joined(separator: "_")
  }

  private static func isHeaderLike(_ row: SampleRows.Row) -> Bool {
    row.filled > 0 && !row.cells.contains { CellLook.isNumber($0) } && !CellLook.isTotal(row.firstText)
      && row.cells.contains { !$0.isEmpty && !CellLook.isYear($0) }
  }

  /// A second header row fills gaps that merged cells leave in the first one and leaves cells open below names
  /// of the first that stand alone.
  private static func isSecondHeader(_ row: SampleRows.Row, under first: SampleRows.Row) -> Bool {
    guard row.cells.count == first.cells.count, row.filled > 0,
      !row.cells.contains(where: { CellLook.isNumber($0) })
    else { return false }
    let pairs = zip(first.cells, row.cells)
    let fillsGap = pairs.contains { $0.isEmpty && !$1.isEmpty }
    let leavesOpen = pairs.contains { !$0.isEmpty && $1.isEmpty }
    let isComplete = pairs.allSatisfy { !$0.isEmpty || !$1.isEmpty }
    return fillsGap && isComplete && leavesOpen && !row.cells.allSatisfy { $0.isEmpty || CellLook.isUnit($0) }
  }

  /// Joins header rows: a merged name stands for the columns to its right up to the next name.
  private static func names(_ rows: [[String]], width: Int) -> [String] {
    var filled = rows
    for index in filled.indices.dropLast() {
      var carried = ""
      for column in 0..<min(width, filled[index].count) {
        let below = filled[(index + 1)...].contains { column < $0.count && !$0[column].isEmpty }
        if filled[index][column].isEmpty, below {
          filled[index][column] = carried
        } else {
          carried = filled[index][column]
        }
      }
    }
    return (0..<width).map { column in
      filled.compactMap { column < $0.count && !$0[column].isEmpty ? oneLine($0[column]) : nil }
        .joined(separator: " / ")
    }
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private mutating func findUnitsAndNumbers(_ rows: [SampleRows.Row], width: Int) {
    var next = header.upperBound + 1
    for _ in 0..<2 where next < rows.count && rows[next].cells.count == width {
      let cells = rows[next].cells.enumerated().filter { !$0.element.isEmpty }
      guard !cells.isEmpty else { return }
      let isNumbered =
        width >= 3 && cells.count == width
        && cells.allSatisfy { CellLook.columnNumber($0.element) == $0.offset + 1 }
      if isNumbered, numbers == nil {
        numbers = next
      } else if units == nil, width >= 2, cells.allSatisfy({ CellLook.isUnit($0.element) }) {
        units = next
      } else {
        return
      }
      next += 1
    }
  }
}
