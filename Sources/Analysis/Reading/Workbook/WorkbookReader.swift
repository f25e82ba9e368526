/// Reads an XLSX workbook into typed cells, within limits.
package struct WorkbookReader {
  /// What is read at most.
  package struct Limits: Hashable, Sendable {
    /// The limits of the package.
    package var archive = ZipArchiveReader.Limits.office
    /// The greatest number of cells in the workbook.
    package var cells = 20_000_000

    /// Limits that suit a small computer.
    package static let office = Limits()

    /// The usual limits.
    package init() {}
  }

  /// How much is read at most.
  package var limits: Limits
  /// Whether the sheet of a name is read; the others are only listed.
  var wants: (String) -> Bool = { _ in true }

  /// Makes a reader.
  package init(limits: Limits = .office) { self.limits = limits }

  /// Reads the workbook at a path.
  ///
  /// - Throws: A `Problem` naming the sheet and cell (`Lembar1!B7`) that cannot be read, or why the file cannot.
  package func read(_ path: String) throws(Problem) -> WorkbookContent {
    try read(ZipArchiveReader(path: path, limits: limits.archive))
  }

  /// Reads a workbook that is in memory.
  package func read(_ bytes: [UInt8], name: String) throws(Problem) -> WorkbookContent {
    try read(ZipArchiveReader(bytes, name: name, limits: limits.archive))
  }

  /// Reads a workbook whose package has been read.
  package func read(_ archive: ZipArchiveReader) throws(Problem) -> WorkbookContent {
    let root = try PackageRelations(of: "", in: archive)
    let main = root.target(ofKind: "officeDocument") ?? "xl/workbook.xml"
    guard let index = archive[main], main.contains("workbook") || root.target(ofKind: "officeDocument") == nil
    else {
      throw Problem("\(archive.name) bukan buku kerja Excel", kind: .data, expected: "berkas .xlsx")
    }
    let outline = try WorkbookOutline(index, part: main)
    let relations = try PackageRelations(of: main, in: archive)
    let strings = try Self.strings(relations, archive)
    let styles = try Self.styles(relations, archive)
    var budget = limits.cells
    var content = WorkbookContent(sheets: [], countsFrom1904: outline.countsFrom1904)
    for entry in outline.sheets {
      guard let part = relations.target(id: entry.relation), let bytes = archive[part] else {
        throw Problem("lembar \(entry.name) tidak ada di dalam \(archive.name)", kind: .data)
      }
      guard relations.kind(id: entry.relation) == "worksheet" else { continue }
      guard wants(entry.name) else {
        content.sheets.append(WorkbookContent.Sheet(name: entry.name, isHidden: entry.isHidden))
        continue
      }
      var reader = try WorkbookSheetReader(
        bytes, part: part, name: entry.name, strings: strings, styles: styles, budget: budget)
      var sheet = try reader.read()
      sheet.isHidden = entry.isHidden
      budget = reader.budget
      content.sheets.append(sheet)
    }
    guard !content.sheets.isEmpty else {
      throw Problem("\(archive.name) tidak berisi lembar kerja", kind: .data)
    }
    return content
  }

  private static func strings(
    _ relations: PackageRelations, _ archive: ZipArchiveReader
  ) throws(Problem) -> [String] {
    guard let part = relations.target(ofKind: "sharedStrings"), let bytes = archive[part] else { return [] }
    var scanner = try XMLScanner(bytes, part: part)
    var strings: [String] = []
    while true {
      switch try scanner.next() {
      case .finished: return strings
      case .start where scanner.name == "si": strings.append(try WorkbookText.read(&scanner))
      default: break
      }
    }
  }

  private static func styles(
    _ relations: PackageRelations, _ archive: ZipArchiveReader
  ) throws(Problem) -> WorkbookCellStyles {
    guard let part = relations.target(ofKind: "styles"), let bytes = archive[part] else {
      return WorkbookCellStyles()
    }
    return try WorkbookCellStyles(bytes, part: part)
  }
}

/// The text of a string item: its runs without phonetic readings, with coded letters decoded.
package enum WorkbookText {
  /// Reads the item that the scanner has just entered.
  package static func read(_ scanner: inout XMLScanner) throws(Problem) -> String {
    let level = scanner.depth
    var text = ""
    while scanner.depth >= level {
      switch try scanner.next() {
      case .start where scanner.name == "rPh": try scanner.skipElement()
      case .start where scanner.name == "t": text += try scanner.innerText()
      case .finished: return decoded(text)
      default: break
      }
    }
    return decoded(text)
  }

  /// Text with `_x0041_` turned into the letter it stands for.
  package static func decoded(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var output: [UInt16] = []
    let units = Array(text.utf16)
    var index = 0
    while index < units.count {
      if units[index] == 0x5F, index + 6 < units.count, units[index + 1] == 0x78, units[index + 6] == 0x5F,
        let value = UInt16(String(decoding: units[(index + 2)..<(index + 6)], as: UTF16.self), radix: 16)
      {
        output.append(value)
        index += 7
      } else {
        output.append(units[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF16.self)
  }
}
