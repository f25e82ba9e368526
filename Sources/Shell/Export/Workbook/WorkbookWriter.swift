import Analysis
import CXLSXWriter
import Glibc

/// Writes a workbook as XLSX through libxlsxwriter; the same workbook always gives the same bytes.
struct WorkbookWriter {
  /// The longest text a cell can hold, in UTF-16 units.
  static let textLimit = 32_767
  /// The longest formula.
  static let formulaLimit = 8_192

  /// The workbook to write.
  let workbook: Workbook

  /// Writes the workbook to a path; the file is replaced in one step.
  ///
  /// - Throws: A `Problem` that names the sheet and cell that cannot be written, or the system's refusal.
  func write(to path: String) throws(Problem) {
    let bytes = try bytes()
    try AtomicFile(path: path).write(bytes)
  }

  /// The bytes of the workbook.
  ///
  /// - Throws: A `Problem` that names the sheet and cell that cannot be written.
  func bytes() throws(Problem) -> [UInt8] {
    let sheets = try prepared()
    let draft = try drafted(sheets)
    var archive = ZipArchiveWriter()
    for name in draft.order {
      guard let part = draft[name] else { continue }
      archive.add(name, name == "docProps/app.xml" ? Self.signed(part) : part)
    }
    for (index, sheet) in sheets.enumerated() {
      let name = "xl/worksheets/sheet\(index + 1).xml"
      guard let part = draft[name] else { continue }
      archive.add(name, WorkbookPrecision(values: Self.numbers(of: sheet)).applied(to: part))
    }
    return try archive.bytes()
  }

  /// The properties with this program as the maker instead of the one that libxlsxwriter names.
  private static func signed(_ properties: [UInt8]) -> [UInt8] {
    let text = String(decoding: properties, as: UTF8.self)
    return Array(text.split(separator: "Microsoft Excel").joined(separator: "Telaah").utf8)
  }

  /// The sheets with their final names, the manifest's last.
  private func prepared() throws(Problem) -> [WorkbookSheet] {
    var names = SheetNames(reserved: [Workbook.manifestSheet])
    var sheets = workbook.sheets.isEmpty ? [WorkbookSheet(name: "Lembar1")] : workbook.sheets
    var renamed: [String: String] = [:]
    for index in sheets.indices {
      let wanted = sheets[index].name
      sheets[index].name = names.name(for: wanted)
      if renamed[wanted] == nil { renamed[wanted] = sheets[index].name }
    }
    for index in sheets.indices { sheets[index].retarget(renamed) }
    if sheets.allSatisfy(\.isHidden) { sheets[0].isHidden = false }
    if let manifest = workbook.manifest { sheets.append(Self.manifestSheet(manifest)) }
    for sheet in sheets { try Self.check(sheet) }
    return sheets
  }

  /// The manifest in pieces that a cell can hold, one below the other.
  private static func manifestSheet(_ manifest: String) -> WorkbookSheet {
    var sheet = WorkbookSheet(name: Workbook.manifestSheet)
    sheet.isHidden = true
    var piece = ""
    var units = 0
    for character in Sanitizer.block(manifest) {
      let size = character.utf16.count
      if units + size > 8_000 {
        sheet.append([.init(.text(piece), .note)])
        piece = ""
        units = 0
      }
      piece.append(character)
      units += size
    }
    sheet.append([.init(.text(piece), .note)])
    return sheet
  }

  private static func check(_ sheet: WorkbookSheet) throws(Problem) {
    for (place, cell) in sheet.cells {
      let name = "\(sheet.name)!\(place.text)"
      guard (0..<CellReference.sheetRows).contains(place.row),
        (0..<CellReference.sheetColumns).contains(place.column)
      else { throw Problem("sel \(name) di luar lembar kerja", kind: .data) }
      switch cell.content {
      case .text(let text), .textFormula(_, let text), .link(let text, _):
        guard stored(text).utf16.count <= textLimit else {
          throw Problem(
            "teks di sel \(name) terlalu panjang: \(text.utf16.count) huruf, batasnya \(textLimit)",
            kind: .data)
        }
      case .number, .formula, .blank: break
      }
      switch cell.content {
      case .formula(let formula, _, _), .textFormula(let formula, _):
        guard !formula.isEmpty, formula.utf16.count <= formulaLimit else {
          throw Problem("rumus di sel \(name) kosong atau terlalu panjang", kind: .data)
        }
      case .text, .number, .link, .blank: break
      }
    }
  }

  /// Text as it is stored: `_x0041_` would be read as a coded letter, so its underscore is coded itself.
  static func stored(_ text: String) -> String {
    let clean = Sanitizer.block(text)
    guard clean.contains("_x") else { return clean }
    var output = ""
    var rest = Substring(clean)
    while let mark = rest.range(ofPiece: "_x") {
      output += rest[..<mark.lowerBound]
      let digits = rest[mark.upperBound...].prefix(4)
      let isCode =
        digits.count == 4 && digits.allSatisfy(\.isHexDigit)
        && rest[digits.endIndex...].first == "_"
      output += isCode ? "_x005F_x" : "_x"
      rest = rest[mark.upperBound...]
    }
    return output + rest
  }

  private static func numbers(of sheet: WorkbookSheet) -> [CellReference: Double] {
    sheet.cells.compactMapValues { cell in
      switch cell.content {
      case .number(let value, _), .formula(_, let value, _): value.isFinite ? value : nil
      case .text, .textFormula, .link, .blank: nil
      }
    }
  }

  /// What libxlsxwriter makes of the sheets.
  private func drafted(_ sheets: [WorkbookSheet]) throws(Problem) -> ZipArchiveReader {
    var folder = Array("/tmp/telaah-XXXXXX".utf8CString)
    if let base = getenv("TMPDIR") { folder = Array((String(cString: base) + "/telaah-XXXXXX").utf8CString) }
    let failure = Problem(
      "buku kerja tidak dapat dibuat: folder sementara tidak dapat ditulisi", kind: .system)
    guard mkdtemp(&folder) != nil else { throw failure }
    let path = String(decoding: folder.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let file = path + "/buku.xlsx"
    defer {
      unlink(file)
      rmdir(path)
    }
    guard let book = workbook_new(file) else { throw failure }
    setProperties(of: book)
    var formats = WorkbookFormats(of: book)
    for sheet in sheets {
      guard let page = workbook_add_worksheet(book, sheet.name) else {
        lxw_workbook_free(book)
        throw Problem("lembar \(sheet.name) tidak dapat dibuat", kind: .data)
      }
      WorkbookSheetWriter(sheet: sheet, page: page).write(with: &formats)
    }
    guard workbook_close(book) == LXW_NO_ERROR else { throw failure }
    return try ZipArchiveReader(path: file)
  }

  private func setProperties(of book: UnsafeMutablePointer<lxw_workbook>) {
    Sanitizer.block(workbook.title).withCString { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      properties.created = 946_684_800
      _ = workbook_set_properties(book, &properties)
    }
  }
}

extension WorkbookSheet {
  /// Points links at the final names of the sheets.
  fileprivate mutating func retarget(_ names: [String: String]) {
    for (place, cell) in cells {
      guard case .link(let text, let wanted) = cell.content, let name = names[wanted] else { continue }
      self[place.row, place.column]?.content = .link(text, sheet: name)
    }
  }
}

extension Substring {
  /// The first place where a piece of text stands.
  fileprivate func range(ofPiece piece: String) -> Range<Substring.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(piece) { return start..<index(start, offsetBy: piece.count) }
      start = index(after: start)
    }
    return nil
  }
}
