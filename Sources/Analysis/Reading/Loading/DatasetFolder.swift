import Glibc

/// The files of a dataset in a folder.
struct DatasetFolder: DatasetSource {
  /// The path as given, without a slash at its end.
  let path: String
  /// The file of each table that is there.
  private(set) var files: [String: String] = [:]

  /// Looks for `NAMA.csv` in any case.
  ///
  /// - Throws: A system problem when the path is not a folder or not there, a data problem when a required table
  ///   is missing; it says what the folder holds.
  init(_ path: String, log: inout LoadLog) throws(Problem) {
    self.path = path
    guard let names = FileBytes.names(inFolder: path) else {
      throw errno == ENOENT ? FileBytes.missing(path, "folder") : FileBytes.refusal(of: path, errno)
    }
    for name in names where name.lowercased().hasSuffix(".csv") {
      let stem = String(name.dropLast(4))
      guard let schema = TableSchema.named(stem) else {
        let near = Suggestion.nearest(to: stem, among: TableSchema.all.map(\.name), limit: 1).first
        log.notice(
          "\(path)/\(name)", line: 0,
          "berkas \(name) bukan tabel yang dikenal dan tidak dibaca"
            + (near.map { "; maksudnya \($0).csv?" } ?? ""))
        continue
      }
      if let other = files[schema.name] {
        let kept = name == "\(schema.name).csv" ? name : other
        log.notice(
          "\(path)/\(name)", line: 0, "\(other) dan \(name) bernama sama; yang dibaca \(kept)")
        files[schema.name] = kept
      } else {
        files[schema.name] = name
      }
    }
    for schema in [TableSchema.indicators, .performance] where files[schema.name] == nil {
      throw Self.missing(schema.name, in: path, names)
    }
  }

  func table(
    _ schema: TableSchema, dialect: Dialect?, log: inout LoadLog, shouldStop: () -> Bool
  ) throws(Problem) -> SourceTable? {
    guard let file = files[schema.name].map({ "\(path)/\($0)" }) else { return nil }
    if shouldStop() { throw DatasetLoader.interrupted(file) }
    try check(dialect, is: .text, schema.name)
    let bytes: ByteBuffer
    do throws(Problem) {
      bytes = try FileBytes.read(file)
    } catch {
      guard error.kind == .data, !schema.isRequired else { throw error }
      log.notice(file, line: 0, "berkas kosong; tabel \(schema.name) tidak dibaca")
      return nil
    }
    let fingerprint = BackgroundFingerprint(bytes)
    let text = try TableReader.read(bytes, file: file, expecting: Set(schema.columns), dialect: dialect)
    return SourceTable(text: text, fingerprint: fingerprint)
  }

  /// The last name of the path, also for `.` and `..`.
  var name: String {
    let last = FileBytes.split(path).name
    guard last == "." || last == ".." || last.isEmpty, let whole = realpath(path, nil) else { return last }
    defer { free(whole) }
    return FileBytes.split(String(cString: whole)).name
  }

  private static func missing(_ table: String, in folder: String, _ names: [String]) -> Problem {
    let shown =
      names.prefix(8).joined(separator: ", ") + (names.count > 8 ? ", dan \(names.count - 8) lagi" : "")
    let holds = names.isEmpty ? "folder itu kosong" : "isinya \(shown)"
    return Problem(
      "folder \(folder) tidak berisi \(table).csv; \(holds)", kind: .data,
      place: .file(folder, line: 0, column: 0), expected: "indikator.csv dan kinerja.csv",
      suggestions: Suggestion.nearest(to: "\(table).csv", among: names))
  }
}
