/// Reads a separated text into a ``TextTable``.
public struct TableReader {
  /// At most this many rows of one file are told one by one; the rest is counted.
  static let remarkLimit = 10_000

  var table: TextTable
  private var blankLines = 0
  private var untold = 0

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - expected: Names of columns that the caller will ask for; they help to find the header.
  ///   - dialect: How it was understood before, so that nothing is guessed again.
  /// - Throws: A ``Problem`` when the file cannot be read, is not text, or has no header.
  /// - Complexity: O(bytes).
  public static func read(
    _ path: String, expecting expected: Set<String> = [], dialect: Dialect? = nil
  ) throws(Problem) -> TextTable {
    try read(FileBytes.read(path), file: path, expecting: expected, dialect: dialect)
  }

  /// Reads bytes that are already in memory; see ``read(_:expecting:dialect:)``.
  public static func read(
    _ bytes: ByteBuffer, file: String, expecting expected: Set<String> = [], dialect: Dialect? = nil
  ) throws(Problem) -> TextTable {
    let text = try DecodedText(bytes, file: file, encoding: dialect?.encoding)
    guard text.buffer.bytes[text.start...].contains(where: { $0 > 32 }) else {
      throw Problem("berkas \(file) kosong", kind: .data, place: .file(file, line: 0, column: 0))
    }
    let found: (dialect: Dialect, layout: TableLayout, sample: SampleRows, start: Int)
    if let dialect {
      let start = dialect.hasSeparatorLine ? Dialect.separatorLine(text)?.end ?? text.start : text.start
      let sample = SampleRows(
        text.buffer, range: start..<min(text.buffer.count, start + Dialect.sampleSize),
        separator: dialect.separator, line: start == text.start ? 1 : 2)
      found = (dialect, try TableLayout(dialect, sample), sample, start)
    } else {
      found = try Dialect.detect(text, file: file, expected: expected)
    }
    var reader = TableReader(
      TextTable(
        file: file, dialect: found.dialect, names: found.layout.names, remarks: text.remarks,
        buffer: text.buffer))
    reader.tell(found.layout, found.sample, hasSeparatorLine: found.dialect.hasSeparatorLine)
    reader.scan(from: found.start, line: found.sample.rows.first?.line ?? 1)
    return reader.table
  }

  init(_ table: TextTable) { self.table = table }

  // MARK: Header

  mutating func tell(_ layout: TableLayout, _ sample: SampleRows, hasSeparatorLine: Bool) {
    if hasSeparatorLine {
      notice(1, "baris sep= menetapkan pemisah “\(Dialect.name(ofSeparator: table.dialect.separator))”")
    }
    for row in sample.rows[..<layout.header.lowerBound] where row.filled > 0 {
      notice(row.line, "baris judul di atas kepala kolom", text: Self.joined(row.cells))
    }
    if layout.header.count > 1 {
      let lines = layout.header.map { String(sample.rows[$0].line) }
      notice(
        sample.rows[layout.header.lowerBound].line,
        "kepala kolom terdiri atas baris \(lines.joined(separator: " dan "))")
    }
    if let row = layout.units.map({ sample.rows[$0] }) {
      notice(row.line, "baris satuan; angka tidak diubah menurut satuan itu", text: Self.joined(row.cells))
      table.units = row.cells
    }
    if let row = layout.numbers.map({ sample.rows[$0] }) {
      notice(row.line, "baris nomor kolom", text: Self.joined(row.cells))
    }
    table.headerLine = sample.rows[layout.header.lowerBound].line
    nameColumns(line: table.headerLine)
  }

  mutating func nameColumns(line: Int) {
    while table.names.count > 1, table.names.last == "" { table.names.removeLast() }
    var seen: [String: Int] = [:]
    for column in table.names.indices {
      if table.names[column].isEmpty {
        table.names[column] = "kolom \(column + 1)"
        notice(line, "kolom ke-\(column + 1) tidak bernama", column: table.names[column])
      }
      let folded = TableLayout.folded(table.names[column])
      if let first = seen[folded] {
        let name = table.names[column]
        table.names[column] = "\(name) (\(column + 1))"
        notice(line, "nama kolom “\(name)” sudah dipakai kolom ke-\(first + 1)", column: table.names[column])
      } else {
        seen[folded] = column
      }
    }
  }

  // MARK: Rows

  private mutating func scan(from start: Int, line: Int) {
    let buffer = table.buffer
    let width = table.width
    var scanner = RowScanner(
      buffer, range: start..<buffer.count, separator: table.dialect.separator, line: line)
    let expectedRows = (buffer.count - start) / max(8 * width, 16)
    var cells: [Cell] = []
    cells.reserveCapacity(expectedRows * width)
    table.lines.reserveCapacity(expectedRows)
    let firstData = table.dialect.firstDataRow
    var number = 0
    while true {
      let rowStart = scanner.position
      let rowLine = scanner.line
      guard let count = scanner.appendNext(to: &cells) else { break }
      number += 1
      let isLong = scanner.position - rowStart > Cell.greatestLength
      if number >= firstData, count == width, !isLong, isOrdinary(cells[cells.count - count]) {
        table.lines.append(Int32(truncatingIfNeeded: rowLine))
        continue
      }
      let row = Array(cells.suffix(count))
      cells.removeLast(count)
      if number >= firstData, isData(row, line: rowLine, from: rowStart, to: scanner.position) {
        cells.append(contentsOf: row.prefix(width))
        table.lines.append(Int32(truncatingIfNeeded: rowLine))
      }
    }
    table.cells = cells
    tellCounts()
    if let quoteLine = scanner.unclosedQuoteLine {
      notice(
        quoteLine,
        "tanda kutip yang dibuka pada baris \(quoteLine) tidak pernah ditutup; dibaca sebagai huruf")
    }
  }

  /// Says how many rows were not told one by one.
  mutating func tellCounts() {
    if blankLines > 0 { notice(0, "\(blankLines) baris kosong dilewati") }
    if untold > 0 { notice(0, "dan \(untold) baris lagi yang tidak dipakai, tidak disebut satu per satu") }
  }

  /// A quick look that lets nearly every row of data pass: its first cell holds something that does not begin
  /// like the label of a total or a footnote.
  func isOrdinary(_ first: Cell) -> Bool {
    guard first.length >= 3 else { return false }
    let bytes = table.buffer.bytes
    var head = 0
    for offset in first.start..<(first.start + 3) {
      if bytes[offset] <= 32 || bytes[offset] == UInt8(ascii: "*") { return false }
      head = head << 8 | Int(bytes[offset] | 0x20)
    }
    switch head {
    case 0x6A756D, 0x6A6D6C, 0x746F74, 0x677261, 0x737562, 0x726174:  // jum jml tot gra sub rat
      return false
    case 0x73756D, 0x636174, 0x6B6574, 0x6E6F74, 0x736F75, 0x646963:  // sum cat ket not sou dic
      return false
    default: return true
    }
  }

  /// Decides whether a row that does not plainly hold data does; says so when not.
  mutating func isData(_ row: [Cell], line: Int, from start: Int, to end: Int) -> Bool {
    let buffer = table.buffer
    let width = table.width
    guard let first = row.first(where: { !$0.isEmpty }).map({ $0.text(in: buffer) }), !first.isEmpty else {
      blankLines += 1
      return false
    }
    let filled = row.count { !$0.isEmpty }
    if CellLook.isFootnote(first), filled == 1 || row.count != width {
      notice(line, "catatan kaki, bukan data", text: excerpt(start, end))
    } else if row.count == width || row.count > width && row[width...].allSatisfy(\.isEmpty) {
      if end - start > Cell.greatestLength {
        reject(line, "baris terlalu panjang (lebih dari \(Cell.greatestLength) bita)", excerpt(start, end))
      } else if width > 1, CellLook.isTotal(first) {
        notice(line, "baris jumlah, tidak dibaca sebagai data", text: excerpt(start, end))
      } else {
        return true
      }
    } else {
      let more = row.count > width ? "lebih banyak" : "lebih sedikit"
      reject(line, "baris berisi \(row.count) sel, \(more) dari \(width) kolom", excerpt(start, end))
    }
    return false
  }

  // MARK: Remarks

  mutating func notice(_ line: Int, _ message: String, column: String = "", text: String = "") {
    table.remarks.append(
      LoadReport.Remark(
        kind: .notice, path: table.file, line: line, column: column, text: text, message: message))
  }

  private mutating func reject(_ line: Int, _ reason: String, _ text: String) {
    guard table.remarks.count < Self.remarkLimit else {
      untold += 1
      return
    }
    table.remarks.append(
      LoadReport.Remark(kind: .rejected, path: table.file, line: line, text: text, message: reason))
  }

  private func excerpt(_ start: Int, _ end: Int) -> String {
    let text = table.buffer.text(start..<min(end, start + 200)).trimmingEnd(\.isNewline)
    return end - start > 200 ? text + "…" : text
  }

  private static func joined(_ cells: [String]) -> String {
    cells.filter { !$0.isEmpty }.joined(separator: " | ")
  }
}
