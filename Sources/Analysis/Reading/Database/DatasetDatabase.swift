/// A dataset in one SQLite database, a table per table, read in one transaction.
struct DatasetDatabase: DatasetSource {
  let path: String
  private let database: DatabaseReader
  private let names: TableNames
  private let fingerprint: BackgroundFingerprint

  var name: String { stem }

  /// Opens the database.
  ///
  /// - Parameter bytes: Those of the file, for the fingerprint.
  /// - Throws: A data problem when the file is damaged or lacks a required table, a system problem when another
  ///   program keeps it locked.
  init(_ path: String, _ bytes: ByteBuffer, log: inout LoadLog) throws(Problem) {
    self.path = path
    let pending = Self.pendingPages(path)
    fingerprint = BackgroundFingerprint(
      pending.map { ByteBuffer(Array(bytes.bytes) + Array($0.bytes)) } ?? bytes)
    try Self.checkSize(bytes.bytes, path)
    let keepsLog = bytes.bytes[18] == 2
    database = try DatabaseReader(path, snapshot: keepsLog && pending == nil ? bytes : nil)
    let tables = try database.tables()
    for table in tables where !table.isPlain {
      guard TableSchema.named(table.name) != nil else { continue }
      throw Problem(
        "\(table.name) dalam \(path) bukan tabel biasa tetapi pandangan atau tabel semu; tidak dijalankan",
        kind: .data,
        place: .file(path, line: 0, column: 0), expected: "tabel biasa")
    }
    names = try TableNames(tables.map(\.name), in: path, what: "tabel", log: &log)
  }

  func table(
    _ schema: TableSchema, dialect: Dialect?, log: inout LoadLog, shouldStop: () -> Bool
  ) throws(Problem) -> SourceTable? {
    guard let name = names[schema] else { return nil }
    try check(dialect, is: .database, schema.name)
    let file = "\(path)!\(name)"
    let content = try database.read(name, file: file, shouldStop: shouldStop)
    var text = TableReader.read(database: content.cells, file: file, names: content.names, dialect: dialect)
    if !content.hasRowNumbers {
      log.notice(file, line: 0, "tabel tanpa rowid kecil; baris dihitung dari 1 menurut urutannya")
    }
    text.settle(schema)
    return SourceTable(text: text, fingerprint: fingerprint)
  }

  /// Refuses a file that ends within a page: SQLite would take the missing bytes for zeros.
  private static func checkSize(_ bytes: UnsafeRawBufferPointer, _ path: String) throws(Problem) {
    let stated = bytes.count > 17 ? Int(bytes[16]) << 8 | Int(bytes[17]) : 0
    let page = stated == 1 ? 65_536 : stated
    guard page >= 512, bytes.count.isMultiple(of: page) else {
      throw Problem(
        "basis data \(path) terpotong atau rusak", kind: .data, place: .file(path, line: 0, column: 0),
        expected: "salinan yang utuh")
    }
  }

  /// The log of changes that are not yet in the file itself; `nil` when there are none.
  private static func pendingPages(_ path: String) -> ByteBuffer? {
    guard FileBytes.isPlainFile(path + "-wal") else { return nil }
    return try? FileBytes.read(path + "-wal")
  }
}
