/// A dataset in one workbook, a sheet per table.
struct DatasetWorkbook: DatasetSource {
  let path: String
  private let content: WorkbookContent
  private let names: TableNames
  private let fingerprint: BackgroundFingerprint

  var name: String { stem }

  /// Reads the sheets that hold tables.
  ///
  /// - Throws: A data problem when the file is no workbook, is damaged or locked, or lacks a required sheet.
  init(_ path: String, _ bytes: ByteBuffer, log: inout LoadLog) throws(Problem) {
    self.path = path
    fingerprint = BackgroundFingerprint(bytes)
    do throws(Problem) {
      let archive = try ZipArchiveReader(bytes, name: path)
      try Self.refuseOtherPackages(archive)
      var reader = WorkbookReader()
      reader.wants = { TableSchema.named($0.trimmingBlanks) != nil }
      content = try reader.read(archive)
    } catch {
      throw error.located(at: .file(path, line: 0, column: 0))
    }
    names = try TableNames(content.sheets.map(\.name), in: path, what: "lembar", log: &log)
  }

  func table(
    _ schema: TableSchema, dialect: Dialect?, log: inout LoadLog, shouldStop: () -> Bool
  ) throws(Problem) -> SourceTable? {
    guard let name = names[schema], let sheet = content.sheet(named: name) else { return nil }
    let file = "\(path)!\(name)"
    if shouldStop() { throw DatasetLoader.interrupted(file) }
    try check(dialect, is: .sheet, schema.name)
    guard let grid = try SheetGrid(sheet, of: content, file: file) else {
      guard schema.isRequired else {
        log.notice(file, line: 0, "lembar kosong; tabel \(schema.name) tidak dibaca")
        return nil
      }
      throw Problem("lembar \(name) kosong", kind: .data, place: .file(file, line: 0, column: 0))
    }
    var text = try TableReader.read(
      sheet: grid.cells, file: file, firstColumn: grid.firstColumn, expecting: Set(schema.columns),
      dialect: dialect)
    text.remarks += grid.remarks
    text.fillMerged(sheet.merges, schema)
    text.settle(schema)
    return SourceTable(text: text, fingerprint: fingerprint)
  }

  /// Names what other packages are.
  private static func refuseOtherPackages(_ archive: ZipArchiveReader) throws(Problem) {
    let kind = archive["mimetype"].map { String(decoding: $0, as: UTF8.self) } ?? ""
    let what: String
    if kind.contains("opendocument.spreadsheet") {
      what = "lembar sebar OpenDocument (.ods); simpan sebagai .xlsx"
    } else if kind.contains("opendocument") {
      what = "dokumen OpenDocument, bukan buku kerja"
    } else if archive["word/document.xml"] != nil {
      what = "dokumen Word, bukan buku kerja"
    } else if archive["xl/workbook.bin"] != nil {
      what = "buku kerja biner (.xlsb); simpan sebagai .xlsx"
    } else {
      return
    }
    throw Problem("\(archive.name) adalah \(what)", kind: .data, expected: "buku kerja .xlsx")
  }
}

extension String {
  /// The text without blanks at both ends.
  var trimmingBlanks: String { trimmingEnd(\.isWhitespace).drop(while: \.isWhitespace).description }
}
