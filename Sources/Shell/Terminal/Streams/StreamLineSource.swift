import Analysis
import Glibc

/// Reads lines from a file descriptor that is not a terminal, fast and without losing anything.
///
/// Lines may end in LF or CRLF; the last needs no line end; a byte order mark at the start is skipped. A line that
/// is not valid UTF-8 is reported with its number instead of being repaired.
final class StreamLineSource: LineSource {
  private let descriptor: Int32
  private let name: String
  private let chunk: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private var physicalLine = 0

  /// The number, from 1, of the line where the latest event began.
  private(set) var lineNumber = 0

  /// Reads a descriptor, a number of bytes at a time, that problems call by a name.
  init(descriptor: Int32 = STDIN_FILENO, name: String = "masukan standar", chunk: Int = 65536) {
    self.descriptor = descriptor
    self.chunk = chunk
    self.name = name
  }

  func nextLine(prompt: Prompt) -> LineEvent {
    var begun = ""
    lineNumber = physicalLine + 1
    while true {
      switch nextPhysicalLine() {
      case .line(let line):
        guard let head = Continuation.head(of: line) else { return .line(begun + line) }
        begun += head
      case .endOfInput where !begun.isEmpty: return .line(begun)
      case let other: return other
      }
    }
  }

  private func nextPhysicalLine() -> LineEvent {
    var scanned = start
    while true {
      if let end = lineEnd(from: scanned) {
        defer { start = end + 1 }
        return event(for: start..<end)
      }
      scanned = buffer.count
      if isAtEnd {
        guard start < buffer.count else { return .endOfInput }
        defer { start = buffer.count }
        return event(for: start..<buffer.count)
      }
      scanned -= start
      if let event = fill() { return event }
    }
  }

  private func lineEnd(from index: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard index < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + index, 0x0A, bytes.count - index)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Reads more bytes; gives an event when the system refuses.
  private func fill() -> LineEvent? {
    buffer.removeSubrange(..<start)
    start = 0
    let count = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: chunk))
    let got = buffer.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { read(descriptor, $0 + count, chunk) } ?? 0
    }
    let reason = errno
    buffer.removeLast(chunk - max(0, got))
    if got > 0 { return nil }
    if got < 0 && reason == EINTR { return Interrupts.isRequested ? .interrupted : nil }
    isAtEnd = true
    guard got < 0 else { return nil }
    lineNumber = physicalLine + 1
    return .unreadable(
      Problem("\(name) tidak dapat dibaca: \(String(cString: strerror(reason)))", kind: .system))
  }

  private func event(for range: Range<Int>) -> LineEvent {
    physicalLine += 1
    var bytes = buffer[range]
    if bytes.last == 0x0D { bytes.removeLast() }
    if physicalLine == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if let line = String(validating: bytes, as: UTF8.self) { return .line(line) }
    let column = String(decoding: bytes, as: UTF8.self).prefix { $0 != "\u{FFFD}" }.unicodeScalars.count + 1
    return .unreadable(
      Problem(
        "baris \(physicalLine) bukan teks UTF-8", kind: .data,
        place: .file(name, line: physicalLine, column: column), expected: "teks UTF-8"))
  }
}
