import Analysis
import Glibc

/// The lines typed in a session, kept on disk as they are typed, so that a shell that is killed loses nothing.
///
/// Every session has its own file of ``HistoryRecord`` lines, locked as long as the session lives and removed
/// when it ends. A line is written before it runs, and again with its status. Identity matters: the open file.
final class SessionJournal: Sendable {
  /// The file.
  let path: String
  private let descriptor: Int32
  private let session: String

  /// The status of a line that has begun to run.
  static let begun = -1
  private static let prefix = "jurnal-"
  private static let suffix = ".jsonl"
  fileprivate static let folderMark = "# folder: "
  fileprivate static let savedMark = "# disimpan: "

  /// The folder of the journals, `nil` when none are kept.
  ///
  /// `TELAAH_JURNAL` names it, empty for none; else it is `telaah` in `XDG_STATE_HOME` or in `~/.local/state`.
  static func folder(
    environment: (String) -> String? = { name in getenv(name).map { String(cString: $0) } }
  ) -> String? {
    if let folder = environment("TELAAH_JURNAL") { return folder.isEmpty ? nil : folder }
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") { return state + "/telaah" }
    guard let home = environment("HOME"), !home.isEmpty else { return nil }
    return home + "/.local/state/telaah"
  }

  /// Begins a journal in a folder.
  ///
  /// - Throws: A system problem when the file cannot be made.
  init(in folder: String) throws(Problem) {
    session = HistoryRecord.newSession()
    var made = ""
    for part in folder.split(separator: "/") {
      made += (made.isEmpty && !folder.hasPrefix("/") ? "" : "/") + part
      mkdir(made, 0o700)
    }
    var number = 1
    var path = folder + "/" + Self.prefix + session + Self.suffix
    var descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    while descriptor < 0, errno == EEXIST, number < 100 {
      number += 1
      path = folder + "/" + Self.prefix + session + "-\(number)" + Self.suffix
      descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    }
    self.path = path
    self.descriptor = descriptor
    guard descriptor >= 0 else {
      throw Problem(
        "jurnal sesi tidak dapat dibuat di \(folder): \(String(cString: strerror(errno)))", kind: .system)
    }
    flock(descriptor, LOCK_EX | LOCK_NB)
    if let current = FilePath.canonical(".") { try append(Self.folderMark + current, status: 0) }
  }

  deinit { close(descriptor) }

  /// Writes a line with its status, safe on the disk before it returns.
  ///
  /// - Throws: A system problem when the disk refuses.
  func append(_ line: String, status: Int) throws(Problem) {
    let record = HistoryRecord(time: "", session: session, status: status, text: line)
    let bytes = Array((record.json + "\n").utf8)
    let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    guard written == bytes.count, fsync(descriptor) == 0 else {
      throw Problem("jurnal sesi tidak dapat ditulis: \(String(cString: strerror(errno)))", kind: .system)
    }
  }

  /// Remembers that the following lines were typed in another folder.
  func changeFolder(_ folder: String) throws(Problem) { try append(Self.folderMark + folder, status: 0) }

  /// Remembers that everything so far was saved.
  func markSaved(_ path: String) throws(Problem) { try append(Self.savedMark + path, status: 0) }

  /// Removes the file when the session has ended.
  func remove() { unlink(path) }

  // MARK: - Sessions that were killed

  /// The journals in a folder whose sessions have ended without removing them, the oldest first.
  ///
  /// Journals with nothing unsaved are removed on the way.
  static func abandoned(in folder: String) -> [AbandonedSession] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var paths: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(prefix), name.hasSuffix(suffix) { paths.append(folder + "/" + name) }
    }
    return paths.sorted().compactMap { path in
      guard !isAlive(path), let session = AbandonedSession(path) else { return nil }
      guard !session.unsavedLines.isEmpty else {
        unlink(path)
        return nil
      }
      return session
    }
  }

  private static func isAlive(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return true }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) != 0
  }
}

/// A session whose shell was killed.
struct AbandonedSession: Sendable {
  /// A line that was typed in it.
  struct Line: Hashable, Sendable {
    /// What was typed.
    var text: String
    /// Its exit status; `nil` when the shell was killed while it ran.
    var status: Int?
    /// The folder it was typed in.
    var folder: String
  }

  /// The journal.
  let path: String
  /// The lines in order.
  private(set) var lines: [Line] = []
  private var savedCount = 0

  /// Reads a journal; damaged lines are skipped.
  init?(_ path: String) {
    self.path = path
    guard let bytes = try? AtomicFile.read(path, limit: 64 << 20) else { return nil }
    var folder = ""
    for piece in bytes.split(separator: 0x0A) {
      guard let record = HistoryRecord(json: piece) else { continue }
      if record.text.hasPrefix(SessionJournal.folderMark) {
        folder = String(record.text.dropFirst(SessionJournal.folderMark.count))
      } else if record.text.hasPrefix(SessionJournal.savedMark) {
        savedCount = lines.count
      } else if record.status == SessionJournal.begun {
        lines.append(Line(text: record.text, status: nil, folder: folder))
      } else if let open = lines.lastIndex(where: { $0.status == nil && $0.text == record.text }) {
        lines[open].status = record.status
      } else {
        lines.append(Line(text: record.text, status: record.status, folder: folder))
      }
    }
  }

  /// The lines typed after the session was saved last that did something.
  var unsavedLines: ArraySlice<Line> {
    let rest = lines.dropFirst(savedCount)
    return rest.contains(where: \.isWorthRestoring) ? rest : []
  }

  /// Forgets the session.
  func remove() { unlink(path) }
}

extension AbandonedSession.Line {
  /// Whether running the line again brings something back.
  var isWorthRestoring: Bool {
    guard status == 0, let words = try? Words.split(text),
      let match = try? CommandRegistry.match(words, in: text)
    else { return false }
    switch match.type.declaration.effect {
    case .looksUp: return false
    case .answers, .changes: return true
    case .controls:
      return [UndoCommand.self, RedoCommand.self, ReplayCommand.self].contains { $0 == match.type }
    }
  }
}
