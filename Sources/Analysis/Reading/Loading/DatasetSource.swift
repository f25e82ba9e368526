/// Where the tables of a dataset lie: a folder, a workbook or a database.
protocol DatasetSource {
  /// The path as given, without a slash at its end.
  var path: String { get }
  /// The dataset's name when none is given.
  var name: String { get }

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - dialect: How it was understood before.
  ///   - log: Takes what is told about the table as a whole.
  ///   - shouldStop: Asked now and then; `true` ends the work.
  /// - Returns: `nil` when the source has no such table or an optional one is empty.
  /// - Throws: A ``Problem`` when the table cannot be read, or of kind `.interrupted`.
  func table(
    _ schema: TableSchema, dialect: Dialect?, log: inout LoadLog, shouldStop: () -> Bool
  ) throws(Problem) -> SourceTable?
}

/// A table as its source gives it.
struct SourceTable {
  var text: TextTable
  /// Of the file that holds it.
  var fingerprint: BackgroundFingerprint
}

/// Opens what a path leads to, by content and not by name.
enum DatasetSources {
  /// - Throws: A ``Problem`` that says what the path leads to instead, or which required table is missing.
  static func open(_ path: String, log: inout LoadLog) throws(Problem) -> any DatasetSource {
    var trimmed = path
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    guard FileBytes.isPlainFile(trimmed) else { return try DatasetFolder(trimmed, log: &log) }
    let bytes = try FileBytes.read(trimmed)
    switch FileKind(bytes.bytes) {
    case .archive: return try DatasetWorkbook(trimmed, bytes, log: &log)
    case .database: return try DatasetDatabase(trimmed, bytes, log: &log)
    case let kind: throw refusal(trimmed, kind)
    }
  }

  private static func refusal(_ path: String, _ kind: FileKind) -> Problem {
    let ending = FileBytes.split(path).name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let expected = "folder berkas CSV, buku kerja .xlsx, atau basis data .sqlite"
    let place = Problem.Place.file(path, line: 0, column: 0)
    switch kind {
    case .oldOffice:
      return Problem(
        "\(path) buku kerja Excel lama (.xls) atau dikunci dengan sandi; simpan sebagai .xlsx tanpa sandi",
        kind: .data, place: place, expected: expected)
    case .pdf, .richText:
      return Problem(
        "\(path) adalah \(kind.name ?? "dokumen"), bukan data", kind: .data, place: place, expected: expected)
    default:
      if ["xlsx", "xlsm"].contains(ending) {
        return Problem(
          "\(path) bernama .\(ending), tetapi isinya bukan buku kerja", kind: .data, place: place,
          expected: expected)
      }
      if ["sqlite", "sqlite3", "db"].contains(ending) {
        return Problem(
          "\(path) bernama .\(ending), tetapi isinya bukan basis data SQLite atau dikunci dengan sandi",
          kind: .data,
          place: place, expected: expected)
      }
      return Problem(
        "\(path) adalah berkas, bukan folder data", kind: .system, place: place,
        expected:
          "folder yang berisi indikator.csv dan kinerja.csv, buku kerja .xlsx, atau basis data .sqlite",
        suggestions: [FileBytes.split(path).folder])
    }
  }
}

/// The tables that one file holds, found among all the names in it.
struct TableNames {
  /// The name in the file of each table that is there.
  private(set) var names: [String: String] = [:]

  /// - Parameters:
  ///   - all: The names in the file.
  ///   - path: The file.
  ///   - what: What the names are: `lembar` or `tabel`.
  /// - Throws: A data problem when a required table is missing; it says what the file holds.
  init(_ all: [String], in path: String, what: String, log: inout LoadLog) throws(Problem) {
    for name in all {
      guard let schema = TableSchema.named(name.split(whereSeparator: \.isWhitespace).joined(separator: " "))
      else {
        let near = Suggestion.nearest(to: name, among: TableSchema.all.map(\.name), limit: 1).first
        log.notice(
          "\(path)!\(name)", line: 0,
          "\(what) \(name) bukan tabel yang dikenal dan tidak dibaca"
            + (near.map { "; maksudnya \($0)?" } ?? ""))
        continue
      }
      if let other = names[schema.name] {
        log.notice("\(path)!\(name)", line: 0, "\(other) dan \(name) bernama sama; yang dibaca \(other)")
      } else {
        names[schema.name] = name
      }
    }
    for schema in [TableSchema.indicators, .performance] where names[schema.name] == nil {
      let shown = all.prefix(8).joined(separator: ", ") + (all.count > 8 ? ", dan \(all.count - 8) lagi" : "")
      let holds = all.isEmpty ? "berkas itu kosong" : "isinya \(shown)"
      throw Problem(
        "\(path) tidak berisi \(what) \(schema.name); \(holds)", kind: .data,
        place: .file(path, line: 0, column: 0), expected: "\(what) indikator dan kinerja",
        suggestions: Suggestion.nearest(to: schema.name, among: all))
    }
  }

  /// The name in the file of a table.
  subscript(schema: TableSchema) -> String? { names[schema.name] }
}

extension DatasetSource {
  /// The last name of the path without its ending.
  var stem: String {
    let last = FileBytes.split(path).name
    guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return last }
    return String(last[..<dot])
  }

  /// Checks that a recorded dialect was made for the same form of file.
  func check(_ dialect: Dialect?, is form: Dialect.Form, _ table: String) throws(Problem) {
    guard let dialect, dialect.form != form else { return }
    throw Problem(
      "cara baca yang tercatat untuk \(table) berbentuk \(dialect.form.rawValue), datanya \(form.rawValue)",
      kind: .data,
      place: .file(path, line: 0, column: 0), expected: "bentuk=\(form.rawValue)")
  }
}
