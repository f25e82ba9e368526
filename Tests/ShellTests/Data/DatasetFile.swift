import Analysis
import CSQLite
import Glibc
import Testing

@testable import Shell

/// Tables to be written as a workbook or a database in a folder that is removed afterwards.
struct DatasetFile {
  /// A value as a spreadsheet or database holds it.
  enum Value: Hashable {
    case text(String)
    case number(Double)
  }

  /// The rows of each table, the header first, in the order of the tables.
  var tables: [(name: String, rows: [[Value]])] = []

  /// The tables of a folder of CSV files.
  ///
  /// - Parameter isTyped: Whether numbers become numbers; otherwise every cell is text.
  init(folder: String, isTyped: Bool) throws {
    for name in ["kktp", "kinerja", "anggaran", "aturan", "indikator", "simpul", "klaim", "sumberdaya"] {
      let path = "\(folder)/\(name).csv"
      guard access(path, R_OK) == 0 else { continue }
      let table = try TableReader.read(path)
      try #require(table.remarks.isEmpty)
      var rows = [table.names.map { Value.text($0) }]
      for row in 0..<table.count {
        rows.append(
          (0..<table.width).map { column in
            let text = table.text(row, column)
            guard isTyped, let number = Double(text), table.names[column] != "tercetak" else {
              return .text(text)
            }
            return .number(number)
          })
      }
      tables.append((name, rows))
    }
  }

  init(_ tables: [(name: String, rows: [[Value]])]) { self.tables = tables }

  /// The workbook's bytes.
  func workbook() throws -> [UInt8] {
    let sheets = tables.map { table in
      var sheet = WorkbookSheet(name: table.name)
      for row in table.rows {
        sheet.append(
          row.map { value in
            switch value {
            case .text(let text): text.isEmpty ? nil : .init(.text(text))
            case .number(let number): .init(.number(number, .plain))
            }
          })
      }
      return sheet
    }
    return try WorkbookWriter(workbook: Workbook(sheets: sheets)).bytes()
  }

  /// Writes a database.
  func writeDatabase(_ path: String) throws {
    var statements = ["BEGIN"]
    for table in tables {
      let header = table.rows.first ?? []
      let columns = header.map { Self.literal($0) }.joined(separator: ", ")
      statements.append("CREATE TABLE \(table.name) (\(columns))")
      for row in table.rows.dropFirst() {
        statements.append(
          "INSERT INTO \(table.name) VALUES (\(row.map(Self.literal).joined(separator: ", ")))")
      }
    }
    try Self.run(statements + ["COMMIT"], on: path)
  }

  private static func literal(_ value: Value) -> String {
    switch value {
    case .text(let text):
      text.isEmpty
        ? "NULL"
        : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    case .number(let number): number == number.rounded() ? String(Int(number)) : "\(number)"
    }
  }

  /// Runs statements on a database file, which is made when it is not there.
  static func run(_ statements: [String], on path: String) throws {
    var handle: OpaquePointer?
    defer { sqlite3_close_v2(handle) }
    try #require(sqlite3_open(path, &handle) == SQLITE_OK)
    for statement in statements {
      let status = sqlite3_exec(handle, statement, nil, nil, nil)
      try #require(status == SQLITE_OK, "\(statement): \(String(cString: sqlite3_errmsg(handle)))")
    }
  }

  /// Runs the body with the path of a file in a new folder; everything in it is removed afterwards.
  static func use<Result>(_ name: String, _ body: (String) throws -> Result) throws -> Result {
    var template = Array("/tmp/telaah-uji-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer {
      for ending in ["", "-wal", "-shm", "-journal"] { unlink("\(folder)/\(name)\(ending)") }
      rmdir(folder)
    }
    return try body("\(folder)/\(name)")
  }

  /// Writes bytes and loads them.
  static func load(
    _ bytes: [UInt8], name: String = "data.xlsx", options: DatasetLoader.Options = DatasetLoader.Options()
  ) throws -> Dataset {
    try use(name) { path in
      try AtomicFile(path: path).write(bytes)
      return try DatasetLoader.load(path, options: options)
    }
  }
}
