import Glibc

/// The files of a dataset in a folder.
struct DatasetFolder {
  /// The path as given, without a slash at its end.
  let path: String
  /// The file of each table that is there.
  private(set) var files: [String: String] = [:]

  /// Looks for `NAMA.csv` in any case.
  ///
  /// - Throws: A system problem when the path is not a folder or not there, a data problem when a required table
  ///   is missing; it says what the folder holds.
  init(_ path: String, log: inout LoadLog) throws(Problem) {
    var trimmed = path
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    self.path = trimmed
    guard let names = FileBytes.names(inFolder: trimmed) else { throw Self.refusal(trimmed, errno) }
    for name in names where name.lowercased().hasSuffix(".csv") {
      let stem = String(name.dropLast(4))
      guard let schema = TableSchema.named(stem) else {
        let near = Suggestion.nearest(to: stem, among: TableSchema.all.map(\.name), limit: 1).first
        log.notice(
          "\(trimmed)/\(name)", line: 0,
          "berkas \(name) bukan tabel yang dikenal dan tidak dibaca"
            + (near.map { "; maksudnya \($0).csv?" } ?? ""))
        continue
      }
      if let other = files[schema.name] {
        let kept = name == "\(schema.name).csv" ? name : other
        log.notice(
          "\(trimmed)/\(name)", line: 0, "\(other) dan \(name) bernama sama; yang dibaca \(kept)")
        files[schema.name] = kept
      } else {
        files[schema.name] = name
      }
    }
    for schema in [TableSchema.indicators, .performance] where files[schema.name] == nil {
      throw Self.missing(schema.name, in: trimmed, names)
    }
  }

  /// The path of a table's file.
  func file(_ schema: TableSchema) -> String? { files[schema.name].map { "\(path)/\($0)" } }

  /// The last name of the path, also for `.` and `..`.
  var name: String {
    let last = FileBytes.split(path).name
    guard last == "." || last == ".." || last.isEmpty, let whole = realpath(path, nil) else { return last }
    defer { free(whole) }
    return FileBytes.split(String(cString: whole)).name
  }

  private static func refusal(_ path: String, _ code: Int32) -> Problem {
    if code == ENOENT { return FileBytes.missing(path, "folder") }
    guard code == ENOTDIR, access(path, F_OK) == 0 else { return FileBytes.refusal(of: path, code) }
    let folder = FileBytes.split(path).folder
    return Problem(
      "\(path) adalah berkas, bukan folder data", kind: .system, place: .file(path, line: 0, column: 0),
      expected: "folder yang berisi indikator.csv dan kinerja.csv", suggestions: [folder])
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
