/// The first rows of a file as text, to find out how it is laid out.
struct SampleRows {
  /// One row.
  struct Row {
    /// The cells without blanks at both ends; none for an empty line.
    var cells: [String]
    /// The line of the file, from 1.
    var line: Int

    /// How many cells hold something.
    var filled: Int { cells.count { !$0.isEmpty } }
    /// The first cell that holds something.
    var firstText: String { cells.first { !$0.isEmpty } ?? "" }
  }

  /// The rows, at most as many as asked for.
  private(set) var rows: [Row] = []
  /// The number of cells that most rows with several cells have; 1 when no row has several.
  let width: Int
  /// The share of non-empty rows with that number of cells.
  let consistency: Double

  private init(rows: [Row], width: Int, consistency: Double) {
    self.rows = rows
    self.width = width
    self.consistency = consistency
  }

  /// Cuts the first rows with a separator.
  ///
  /// - Parameters:
  ///   - range: The sample; a row cut off at its end is left out of the count.
  ///   - kept: How many rows are kept as text.
  init(_ buffer: ByteBuffer, range: Range<Int>, separator: UInt8, line: Int, kept: Int = 60) {
    var scanner = RowScanner(buffer, range: range, separator: separator, line: line)
    var cells: [Cell] = []
    var tally: [Int: Int] = [:]
    var counted = 0
    var rowLine = scanner.line
    while scanner.next(into: &cells) {
      if rows.count < kept {
        rows.append(Row(cells: cells.map { $0.text(in: buffer) }, line: rowLine))
      }
      rowLine = scanner.line
      let isCutOff = scanner.position >= range.upperBound && range.upperBound < buffer.count
      if cells.isEmpty || isCutOff && counted > 0 { continue }
      counted += 1
      tally[cells.count, default: 0] += 1
    }
    let best = tally.filter { $0.key > 1 }.max { ($0.value, $0.key) < ($1.value, $1.key) }
    width = best?.key ?? 1
    consistency = counted == 0 ? 0 : Double(tally[width] ?? 0) / Double(counted)
  }
}

extension SampleRows {
  /// Takes the first rows of a sheet; rows that the sheet leaves out count as empty ones, so that row numbers of
  /// the sample are those of the sheet.
  init(_ grid: CellGrid, kept: Int = 60) {
    var rows: [Row] = []
    let last = Int(grid.lines.first ?? 0) + kept
    for (index, line) in grid.lines.enumerated() where line < last {
      while rows.count < line - 1 { rows.append(Row(cells: [], line: rows.count + 1)) }
      rows.append(Row(cells: grid.row(index).map { $0.text(in: grid.buffer) }, line: Int(line)))
    }
    self.init(rows: rows, width: grid.width, consistency: 1)
  }
}

/// What single cells look like.
enum CellLook {
  /// A plain year, which may be a column's name.
  static func isYear(_ text: String) -> Bool {
    guard text.utf8.count == 4, let number = Int(text) else { return false }
    return 1900...2100 ~= number
  }

  /// A cell that is a number in either notation, with or without currency and percent; years are not.
  static func isNumber(_ text: String) -> Bool {
    guard !isYear(text) else { return false }
    return DecimalSign.allCases.contains { sign in
      if case .value = NumberNotation(sign).read(text) { true } else { false }
    }
  }

  private static let totals: Set<String> = [
    "jumlah", "total", "jumlah total", "total jumlah", "jumlah keseluruhan", "total keseluruhan",
    "grand total",
    "sub total", "subtotal", "jumlah seluruhnya", "jml", "sub jumlah", "rata-rata", "jumlah/total",
    "total/jumlah",
  ]

  /// The label of a row of totals.
  static func isTotal(_ text: String) -> Bool {
    let folded = text.lowercased().drop { $0 == "*" }
    let trimmed = String(folded).trimmingEnd { $0 == ":" || $0 == "." || $0 == " " || $0 == "*" }
    return totals.contains(trimmed)
  }

  /// The beginning of a footnote.
  static func isFootnote(_ text: String) -> Bool {
    let folded = text.lowercased()
    let marks = ["sumber", "catatan", "keterangan", "ket", "note", "source", "sumber data", "dicetak"]
    if folded.hasPrefix("*") { return true }
    return marks.contains { mark in
      guard folded.hasPrefix(mark) else { return false }
      let rest = folded.dropFirst(mark.count).drop { $0 == " " || $0 == "." }
      return rest.first == ":"
    }
  }

  private static let units: Set<String> = [
    "%", "rp", "rp.", "rupiah", "persen", "rp juta", "juta rp", "juta rupiah", "ribu rupiah", "rp ribu",
    "rp miliar",
    "miliar rupiah", "nilai", "indeks", "dokumen", "orang", "unit", "laporan", "satuan", "poin", "kegiatan",
    "desa",
    "paket", "buah", "tahun", "angka",
  ]

  /// A unit of measure under a header: `(Rp juta)`, `%`.
  static func isUnit(_ text: String) -> Bool {
    if text.hasPrefix("("), text.hasSuffix(")") {
      return !text.utf8.contains { 48...57 ~= $0 }
    }
    return units.contains(text.lowercased())
  }

  /// The number of a column, as many printed tables have them under the header: `3`, `(3)`.
  static func columnNumber(_ text: String) -> Int? {
    let inner = text.hasPrefix("(") && text.hasSuffix(")") ? String(text.dropFirst().dropLast()) : text
    guard inner.utf8.count <= 3, inner.utf8.allSatisfy({ 48...57 ~= $0 }) else { return nil }
    return Int(inner)
  }
}

extension String {
  /// The text without the characters at its end for which the test holds.
  func trimmingEnd(_ test: (Character) -> Bool) -> String {
    var rest = Substring(self)
    while let last = rest.last, test(last) { rest.removeLast() }
    return String(rest)
  }
}
