/// Reads the cells of one worksheet part.
struct WorkbookSheetReader {
  /// How many more cells may be read.
  private(set) var budget: Int

  private var scanner: XMLScanner
  private let name: String
  private let strings: [String]
  private let styles: WorkbookCellStyles
  private var sheet: WorkbookContent.Sheet
  private var row = -1
  private var column = -1

  /// Makes a reader over a part.
  init(
    _ bytes: [UInt8], part: String, name: String, strings: [String], styles: WorkbookCellStyles, budget: Int
  ) throws(Problem) {
    scanner = try XMLScanner(bytes, part: part)
    self.name = name
    self.strings = strings
    self.styles = styles
    self.budget = budget
    sheet = WorkbookContent.Sheet(name: name, isHidden: false)
  }

  /// Reads to the end.
  mutating func read() throws(Problem) -> WorkbookContent.Sheet {
    while true {
      switch try scanner.next() {
      case .finished:
        sheet.rows.removeAll { $0.cells.isEmpty }
        return sheet
      case .start:
        switch scanner.name {
        case "row": try startRow()
        case "c": try readCell()
        case "mergeCell":
          if let range = scanner.attribute("ref").flatMap({ CellRange($0) }) { sheet.merges.append(range) }
        default: break
        }
      case .end, .text: break
      }
    }
  }

  private mutating func startRow() throws(Problem) {
    let stated = scanner.attribute("r").flatMap { Int($0) }
    row = stated.map { $0 - 1 } ?? row + 1
    column = -1
    guard (0..<CellReference.sheetRows).contains(row), row > (sheet.rows.last?.index ?? -1) else {
      throw scanner.fault("nomor baris \(row + 1) di lembar \(name) tidak urut atau di luar lembar")
    }
    let isHidden = ["1", "true"].contains(scanner.attribute("hidden") ?? "")
    sheet.rows.append(WorkbookContent.Row(index: row, cells: [], isHidden: isHidden))
  }

  private mutating func readCell() throws(Problem) {
    let place: CellReference
    if let text = scanner.attribute("r") {
      guard let reference = CellReference(text), reference.row == row, reference.column > column else {
        throw scanner.fault("sel \(text) di lembar \(name) tidak pada tempatnya")
      }
      place = reference
    } else {
      place = CellReference(row: row, column: column + 1)
    }
    column = place.column
    let kind = scanner.attribute("t") ?? "n"
    let style = scanner.attribute("s").flatMap { Int($0) } ?? 0
    var raw: String?
    var formula: String?
    let level = scanner.depth
    reading: while scanner.depth >= level {
      switch try scanner.next() {
      case .start where scanner.name == "v": raw = try scanner.innerText()
      case .start where scanner.name == "f": formula = try scanner.innerText()
      case .start where scanner.name == "is": raw = try WorkbookText.read(&scanner)
      case .finished: break reading
      default: break
      }
    }
    let value = try self.value(raw, kind: kind, style: style, at: place)
    guard value != .empty || formula != nil, !sheet.rows.isEmpty else { return }
    budget -= 1
    guard budget >= 0 else {
      throw Problem(
        "buku kerja terlalu besar: batas jumlah sel terlewati di \(name)!\(place.text)", kind: .data)
    }
    sheet.rows[sheet.rows.count - 1].cells.append(
      WorkbookContent.Cell(
        column: place.column, value: value, formula: formula, isPercent: styles.percents.contains(style)))
  }

  private func value(
    _ raw: String?, kind: String, style: Int, at place: CellReference
  ) throws(Problem) -> WorkbookContent.Value {
    guard let raw else { return .empty }
    let cell = "\(name)!\(place.text)"
    switch kind {
    case "s":
      guard let index = Int(raw), strings.indices.contains(index) else {
        throw Problem("sel \(cell) menunjuk teks yang tidak ada di berkas", kind: .data)
      }
      return .text(strings[index])
    case "str": return .text(WorkbookText.decoded(raw))
    case "inlineStr", "d": return .text(raw)
    case "b": return .boolean(raw == "1" || raw == "true")
    case "e": return .error(raw)
    case "n":
      let hasBlanks = raw.utf8.contains { $0 <= 32 }
      let digits = hasBlanks ? raw.split(whereSeparator: \.isWhitespace).joined() : raw
      guard !digits.isEmpty else { return .empty }
      guard let number = Double(digits), number.isFinite else {
        throw Problem("sel \(cell) berisi \"\(raw)\" sebagai angka", kind: .data, expected: "angka")
      }
      return .number(number, isDate: styles.dates.contains(style))
    default: throw Problem("sel \(cell) berjenis \(kind), yang tidak dikenal", kind: .data)
    }
  }
}
