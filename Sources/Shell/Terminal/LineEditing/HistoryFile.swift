import Analysis
import Glibc

/// The command lines of all sessions in one file, to which several shells add at once without losing a line.
///
/// Each line of the file is one ``HistoryRecord`` as JSON. Lines are only ever appended, under a lock and in one
/// write, so that a shell that is killed leaves the file whole. Damaged lines are skipped and stay.
final class HistoryFile {
  /// How many lines of earlier sessions are recalled.
  static let capacity = 5000
  /// How much of the end of a long file is looked at.
  private static let window = 8 << 20

  /// Where the file is.
  let path: String
  /// The name of this session in the file.
  let session: String
  private let sizeAtStart: Int
  private var hasComplained = false

  /// The history file at a path; it need not exist.
  init(path: String, session: String = HistoryRecord.newSession()) {
    self.path = path
    self.session = session
    var status = stat()
    sizeAtStart = stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// The history file that the environment asks for, nil when it asks for none.
  ///
  /// `TELAAH_RIWAYAT` names the file, empty for none; else it is `telaah/riwayat.jsonl` in `XDG_STATE_HOME` or
  /// in `~/.local/state`.
  convenience init?(environment: (String) -> String? = { name in getenv(name).map { String(cString: $0) } }) {
    if let path = environment("TELAAH_RIWAYAT") {
      guard !path.isEmpty else { return nil }
      self.init(path: path)
    } else if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      self.init(path: state + "/telaah/riwayat.jsonl")
    } else if let home = environment("HOME"), !home.isEmpty {
      self.init(path: home + "/.local/state/telaah/riwayat.jsonl")
    } else {
      return nil
    }
  }

  /// Whether a line belongs in the history: one that is blank or begins with a space does not.
  static func keeps(_ line: String) -> Bool {
    !line.hasPrefix(" ") && line.contains { !$0.isWhitespace }
  }

  /// The lines of earlier sessions, oldest first, without repetitions of the line before; at most ``capacity``.
  ///
  /// Lines that other shells have added since this session began are left out.
  func lines() -> [String] {
    var lines: [String] = []
    for record in records(upTo: sizeAtStart) where lines.last != record.text { lines.append(record.text) }
    return lines
  }

  /// The latest records of the file as it is now, oldest first, those of other sessions among them.
  func records() -> [HistoryRecord] {
    records(upTo: .max)
  }

  /// Adds a line with its exit status.
  ///
  /// - Returns: Why the history cannot be written, told only the first time.
  func append(_ line: String, status: Int) -> Problem? {
    guard Self.keeps(line) else { return nil }
    let record = HistoryRecord(time: Self.now(), session: session, status: status, text: line)
    guard let reason = write(record.json + "\n") else { return nil }
    defer { hasComplained = true }
    guard !hasComplained else { return nil }
    return Problem("riwayat tidak dapat disimpan di \(path): \(reason)", kind: .system)
  }

  private static func now() -> String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var text = [CChar](repeating: 0, count: 32)
    let length = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: text.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

extension HistoryFile {
  /// Appends text under the lock; gives the system's reason when it cannot.
  private func write(_ text: String) -> String? {
    var descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    if descriptor < 0 && errno == ENOENT {
      makeFolders()
      descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    }
    guard descriptor >= 0 else { return String(cString: strerror(errno)) }
    defer { close(descriptor) }
    lock(descriptor)
    let end = lseek(descriptor, 0, SEEK_END)
    var last: UInt8 = 0x0A
    if end > 0 { pread(descriptor, &last, 1, end - 1) }
    let bytes = Array((last == 0x0A ? text : "\n" + text).utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return String(cString: strerror(errno)) }
      written += count
    }
    return nil
  }

  /// Waits up to a second for other shells; appending in one write is safe without the lock on local disks.
  private func lock(_ descriptor: Int32) {
    for _ in 0..<100 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
      guard errno == EWOULDBLOCK || errno == EINTR else { return }
      usleep(10_000)
    }
  }

  private func makeFolders() {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += (folder.isEmpty && !path.hasPrefix("/") ? "" : "/") + part
      mkdir(folder, 0o700)
    }
  }

  private func records(upTo size: Int) -> [HistoryRecord] {
    let bytes = tail(upTo: size)
    var records: [HistoryRecord] = []
    var end = bytes.endIndex
    while end > 0 && records.count < Self.capacity {
      let start = bytes[..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      if let record = HistoryRecord(json: bytes[start..<end]), Self.keeps(record.text) {
        records.append(record)
      }
      end = start - 1
    }
    return records.reversed()
  }

  /// The end of the file before a size.
  private func tail(upTo size: Int) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    let end = min(size, Int(lseek(descriptor, 0, SEEK_END)))
    let start = max(0, end - Self.window)
    guard end > start else { return [] }
    var bytes = [UInt8](repeating: 0, count: end - start)
    var read = 0
    while read < bytes.count {
      let count = bytes.withUnsafeMutableBytes { bytes in
        pread(descriptor, bytes.baseAddress.map { $0 + read }, bytes.count - read, off_t(start + read))
      }
      guard count > 0 else { break }
      read += count
    }
    return Array(bytes.prefix(read))
  }
}
