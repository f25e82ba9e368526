import CSQLite

/// Reads tables of an SQLite file; the file cannot make it do anything else.
///
/// Opened for reading only, in one transaction, with extensions, triggers, views and trusted schemas switched
/// off, and an authorizer that allows nothing but reading columns. A class because the handle is owned.
final class DatabaseReader {
  /// A table in the file.
  struct Entry {
    var name: String
    /// Whether it holds rows itself: no view and no virtual table.
    var isPlain: Bool
  }

  /// The rows of a table.
  struct Content {
    var names: [String]
    var cells: CellGrid
    /// Whether the lines of the cells are row numbers of the database.
    var hasRowNumbers: Bool
  }

  private let path: String
  private var handle: OpaquePointer?

  /// Opens a file.
  ///
  /// - Parameter snapshot: The bytes of the file when they hold everything: a file that keeps a log of changes
  ///   is then read from memory, because reading it in place would leave two files beside it.
  /// - Throws: A data problem when it is damaged, a system problem when it is locked or not readable.
  init(_ path: String, snapshot: ByteBuffer? = nil) throws(Problem) {
    self.path = path
    // A path that begins with a sign of its own (`:memory:`, `file:`) is a plain file here.
    let plain = path.hasPrefix("/") ? path : "./" + path
    let mode = snapshot == nil ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY
    let status = sqlite3_open_v2(
      snapshot == nil ? plain : ":memory:", &handle, mode | SQLITE_OPEN_NOMUTEX, nil)
    guard status == SQLITE_OK, let handle else { throw problem(status) }
    if let snapshot { try take(snapshot, into: handle) }
    sqlite3_busy_timeout(handle, 2_000)
    let protection = telaah_sqlite_protect(handle)
    guard protection == SQLITE_OK else { throw problem(protection) }
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
    for command in [
      "PRAGMA query_only = ON", "PRAGMA cell_size_check = ON", "PRAGMA ignore_check_constraints = ON",
      "BEGIN",
    ] {
      let result = sqlite3_exec(handle, command, nil, nil, nil)
      guard result == SQLITE_OK else { throw problem(result) }
    }
    sqlite3_set_authorizer(
      handle,
      { _, action, name, _, _, _ in
        switch action {
        case SQLITE_SELECT, SQLITE_READ: return SQLITE_OK
        case SQLITE_PRAGMA:
          let isCheck = name.map { ["table_xinfo", "quick_check"].contains(String(cString: $0)) } ?? false
          return isCheck ? SQLITE_OK : SQLITE_DENY
        default: return SQLITE_DENY
        }
      }, nil)
  }

  deinit { sqlite3_close_v2(handle) }

  /// Copies the bytes of a file with a log of changes, marked as one without: memory has no log.
  private func take(_ snapshot: ByteBuffer, into handle: OpaquePointer) throws(Problem) {
    let size = snapshot.count
    guard let copy = sqlite3_malloc64(sqlite3_uint64(size)), let base = snapshot.bytes.baseAddress else {
      throw problem(SQLITE_NOMEM)
    }
    copy.copyMemory(from: base, byteCount: size)
    let bytes = copy.assumingMemoryBound(to: UInt8.self)
    bytes[18] = 1
    bytes[19] = 1
    let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE) | UInt32(SQLITE_DESERIALIZE_READONLY)
    let length = sqlite3_int64(size)
    let status = sqlite3_deserialize(handle, "main", bytes, length, length, flags)
    guard status == SQLITE_OK else { throw problem(status) }
  }

  /// The tables and views, in the order of their names.
  func tables() throws(Problem) -> [Entry] {
    var result: [Entry] = []
    try rows("SELECT name, type, sql FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name") {
      row in
      let name = Self.text(row, 0)
      guard !name.hasPrefix("sqlite_") else { return true }
      let isVirtual =
        Self.text(row, 2).uppercased().split(whereSeparator: \.isWhitespace).prefix(2) == [
          "CREATE", "VIRTUAL",
        ]
      result.append(Entry(name: name, isPlain: Self.text(row, 1) == "table" && !isVirtual))
      return true
    }
    return result
  }

  /// Reads a table in the order of its row numbers.
  ///
  /// - Parameters:
  ///   - file: The table's name, for problems.
  ///   - shouldStop: Asked now and then; `true` ends the work.
  /// - Throws: A problem when the file is damaged, changes or is locked, or of kind `.interrupted`.
  /// - Complexity: O(bytes of the table).
  func read(_ table: String, file: String, shouldStop: () -> Bool) throws(Problem) -> Content {
    let quoted =
      "\"" + table.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    try checkSoundness(quoted)
    let hasRowNumbers = try hasSmallRowNumbers(quoted)
    let query =
      hasRowNumbers ? "SELECT _rowid_, * FROM \(quoted) ORDER BY _rowid_" : "SELECT NULL, * FROM \(quoted)"
    var names: [String] = []
    var builder: CellGridBuilder?
    var line: Int32 = 0
    var wasStopped = false
    try rows(query) { row in
      if line & 0x3FFF == 0, shouldStop() {
        wasStopped = true
        return false
      }
      line += 1
      let width = Int(sqlite3_column_count(row)) - 1
      if builder == nil { builder = CellGridBuilder(width: width) }
      builder?.startRow(hasRowNumbers ? sqlite3_column_int(row, 0) : line)
      for column in 0..<width { Self.take(row, Int32(column + 1), &builder) }
      return true
    } header: { row in
      names = (1..<max(sqlite3_column_count(row), 1)).map { String(cString: sqlite3_column_name(row, $0)) }
    }
    if wasStopped { throw DatasetLoader.interrupted(file) }
    let cells =
      builder?.finish()
      ?? CellGrid(width: names.count, cells: [], lines: [], buffer: ByteBuffer([]), refusals: [:])
    return Content(names: names, cells: cells, hasRowNumbers: hasRowNumbers)
  }

  /// Refuses a table with computed columns, whose expressions would be run, and one whose pages are damaged.
  private func checkSoundness(_ quoted: String) throws(Problem) {
    var isComputed = false
    try rows("PRAGMA table_xinfo(\(quoted))") { row in
      isComputed = isComputed || sqlite3_column_int(row, 6) > 1
      return true
    }
    if isComputed { throw problem(SQLITE_AUTH) }
    var isSound = false
    try rows("PRAGMA quick_check(\(quoted))") { row in
      isSound = Self.text(row, 0) == "ok"
      return isSound
    }
    if !isSound { throw problem(SQLITE_CORRUPT) }
  }

  /// Whether the table has row numbers and all of them count from 1 within 32 bits.
  private func hasSmallRowNumbers(_ quoted: String) throws(Problem) -> Bool {
    var statement: OpaquePointer?
    let query = "SELECT _rowid_ FROM \(quoted) WHERE _rowid_ < 1 OR _rowid_ > 2147483647 LIMIT 1"
    guard sqlite3_prepare_v2(handle, query, -1, &statement, nil) == SQLITE_OK else { return false }
    defer { sqlite3_finalize(statement) }
    let status = sqlite3_step(statement)
    guard status == SQLITE_DONE || status == SQLITE_ROW else { throw problem(status) }
    return status == SQLITE_DONE
  }

  /// Adds one cell by its storage class.
  private static func take(_ row: OpaquePointer, _ column: Int32, _ builder: inout CellGridBuilder?) {
    switch sqlite3_column_type(row, column) {
    case SQLITE_INTEGER: builder?.addNumber(String(sqlite3_column_int64(row, column)))
    case SQLITE_FLOAT:
      let value = sqlite3_column_double(row, column)
      if value.isFinite {
        builder?.addNumber(TypedNumber.text(value))
      } else {
        builder?.addRefused("\(value)", reason: "bilangan tak hingga")
      }
    case SQLITE_TEXT:
      let bytes = bytes(row, column)
      if UTF8Census(bytes).invalid > 0 {
        builder?.addRefused(String(decoding: bytes, as: UTF8.self), reason: "teks bukan UTF-8 yang sahih")
      } else {
        builder?.addText(bytes)
      }
    case SQLITE_BLOB: builder?.addRefused("(isi biner)", reason: "isi biner, bukan teks atau angka")
    default: builder?.addText(EmptyCollection())
    }
  }

  private static func bytes(_ row: OpaquePointer, _ column: Int32) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: sqlite3_column_text(row, column), count: Int(sqlite3_column_bytes(row, column)))
  }

  private static func text(_ row: OpaquePointer, _ column: Int32) -> String {
    String(decoding: bytes(row, column), as: UTF8.self)
  }

  /// Runs a query of our own; `body` returns `false` to end it.
  private func rows(
    _ query: String, _ body: (OpaquePointer) -> Bool, header: (OpaquePointer) -> Void = { _ in }
  ) throws(Problem) {
    var statement: OpaquePointer?
    let status = sqlite3_prepare_v2(handle, query, -1, &statement, nil)
    guard status == SQLITE_OK, let statement else { throw problem(status) }
    defer { sqlite3_finalize(statement) }
    header(statement)
    while true {
      let status = sqlite3_step(statement)
      switch status {
      case SQLITE_ROW: if !body(statement) { return }
      case SQLITE_DONE: return
      default: throw problem(status)
      }
    }
  }

  /// Puts a refusal of the database into words.
  private func problem(_ status: Int32) -> Problem {
    let place = Problem.Place.file(path, line: 0, column: 0)
    switch status & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL:
      return Problem(
        "\(path) sedang dipakai program lain", kind: .system, place: place,
        expected: "basis data yang tidak sedang ditulisi")
    case SQLITE_NOTADB:
      return Problem("\(path) bukan basis data SQLite atau dikunci dengan sandi", kind: .data, place: place)
    case SQLITE_CORRUPT:
      return Problem("basis data \(path) rusak", kind: .data, place: place, expected: "salinan yang utuh")
    case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_IOERR:
      return Problem(
        "basis data \(path) tidak dapat dibaca", kind: .system, place: place, expected: "izin baca")
    case SQLITE_AUTH:
      return Problem(
        "basis data \(path) memakai ungkapan di dalam tabelnya, yang tidak dijalankan", kind: .data,
        place: place,
        expected: "tabel biasa tanpa kolom hitungan")
    default:
      let reason = handle.map { String(cString: sqlite3_errmsg($0)) } ?? ""
      return Problem("basis data \(path) tidak dapat dibaca: \(reason)", kind: .data, place: place)
    }
  }
}
