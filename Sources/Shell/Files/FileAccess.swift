import Analysis

/// Which files may be read and written and whether programs may be started.
///
/// At the prompt everything is allowed that the system allows. While a notebook runs, only what lies below its
/// folder may be read, and nothing else happens unless the person running it has said so.
struct FileAccess: Sendable {
  /// Canonical folders and files that may be read; `nil` allows all.
  private(set) var readable: [String]?
  /// Canonical folders and files that may be written; `nil` allows all.
  private(set) var writable: [String]?
  /// Whether other programs may be started.
  private(set) var allowsPrograms: Bool
  /// Folders of data outside that may be read as long as they hold what the notebook says.
  private(set) var fingerprinted: [String: String] = [:]

  /// Everything is allowed.
  static let unrestricted = FileAccess(readable: nil, writable: nil, allowsPrograms: true)

  private init(readable: [String]?, writable: [String]?, allowsPrograms: Bool) {
    self.readable = readable
    self.writable = writable
    self.allowsPrograms = allowsPrograms
  }

  /// What a notebook in a folder may do: read below the folder.
  static func notebook(in folder: String) -> FileAccess {
    FileAccess(readable: FilePath.canonical(folder).map { [$0] } ?? [], writable: [], allowsPrograms: false)
  }

  /// The same, but never more than another access allows.
  func limited(by outer: FileAccess) -> FileAccess {
    guard outer.readable != nil || outer.writable != nil else { return self }
    var result = self
    if let allowed = outer.readable { result.readable = allowed }
    if let allowed = outer.writable { result.writable = allowed }
    result.allowsPrograms = allowsPrograms && outer.allowsPrograms
    return result
  }

  /// The same, but programs may be started only when another access allows it too.
  func withoutMorePrograms(than other: FileAccess) -> FileAccess {
    var result = self
    result.allowsPrograms = allowsPrograms && other.allowsPrograms
    return result
  }

  /// Allows what `izinkan=baca:PATH,tulis:PATH,program` says.
  ///
  /// - Parameters:
  ///   - text: The value of the option.
  ///   - folder: The folder that relative paths start from.
  /// - Throws: A usage problem for a word that is not understood.
  mutating func allow(_ text: String, from folder: String) throws(Problem) {
    for part in text.split(separator: ",").map({ String($0).trimmed }) {
      if part == "program" {
        allowsPrograms = true
      } else if part.hasPrefix("baca:") {
        allowReading(FilePath.join(folder, String(part.dropFirst(5))))
      } else if part.hasPrefix("tulis:") {
        allowWriting(FilePath.join(folder, String(part.dropFirst(6))))
      } else {
        throw Problem(
          "izin “\(part)” tidak dikenal", expected: "baca:PATH, tulis:PATH, atau program",
          suggestions: Suggestion.nearest(to: part, among: ["baca:", "tulis:", "program"]))
      }
    }
  }

  /// Allows reading a file or below a folder.
  mutating func allowReading(_ path: String) {
    if let whole = FilePath.canonical(path) { readable?.append(whole) }
  }

  /// Allows writing a file or below a folder.
  mutating func allowWriting(_ path: String) {
    if let whole = FilePath.canonical(path) { writable?.append(whole) }
  }

  /// Allows reading a dataset outside as long as its files have a fingerprint (see ``RecordedFile``): who wrote
  /// the notebook has seen these very bytes, so nothing new is given away.
  mutating func allowReading(_ path: String, withFingerprint fingerprint: String) {
    if let whole = FilePath.canonical(path) { fingerprinted[whole] = fingerprint }
  }

  /// Checks that a file may be read, with every link resolved.
  ///
  /// - Throws: A system problem that names the missing permission.
  func checkReading(_ path: String) throws(Problem) {
    guard let readable else { return }
    guard let whole = FilePath.canonical(path), readable.contains(where: { FilePath.isBelow($0, whole) })
    else {
      throw Self.refusal("buku catatan ini tidak boleh membaca \(path): di luar foldernya", "baca:\(path)")
    }
  }

  /// Checks that a dataset's folder and the files in it may be read.
  ///
  /// - Throws: A system problem that names the missing permission.
  func checkDataset(_ path: String) throws(Problem) {
    guard readable != nil else { return }
    if let whole = FilePath.canonical(path), let expected = fingerprinted[whole],
      (try? checkReading(path)) == nil
    {
      guard try DatasetFingerprint.of(whole) == expected else {
        throw Self.refusal(
          "data \(path) di luar folder buku catatan ini dan tidak lagi sama dengan yang tercatat",
          "baca:\(path)")
      }
      return
    }
    try checkReading(path)
    for file in DatasetFingerprint.files(in: path) { try checkReading(file) }
  }

  /// Checks that a file may be written.
  ///
  /// - Throws: A system problem that names the missing permission.
  func checkWriting(_ path: String) throws(Problem) {
    guard let writable else { return }
    guard let whole = FilePath.canonical(path), writable.contains(where: { FilePath.isBelow($0, whole) })
    else {
      throw Self.refusal("buku catatan ini tidak boleh menulis \(path)", "tulis:\(path)")
    }
  }

  /// Checks that a program may be started.
  ///
  /// - Throws: A system problem that names the missing permission.
  func checkProgram(_ name: String) throws(Problem) {
    guard !allowsPrograms else { return }
    throw Self.refusal("buku catatan ini tidak boleh menjalankan program \(name)", "program")
  }

  private static func refusal(_ message: String, _ permission: String) -> Problem {
    Problem(message, kind: .system, expected: "izin dari yang menjalankan: izinkan=\(permission)")
  }
}
