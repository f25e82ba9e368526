import Glibc

/// The keyboard of a terminal, watched together with the signals of the session.
struct TerminalInput {
  /// What arrived.
  enum Event: Equatable {
    case key(Key)
    /// A block pasted by a terminal that marks pastes, as it came.
    case paste(String)
    case signal(Int32)
    /// The terminal is gone.
    case end
  }

  /// How long the rest of a key's bytes may take, and of a pasted block's, in milliseconds.
  private static let keyPatience: Int32 = 60
  private static let pastePatience: Int32 = 5000
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  private var start = 0

  /// Whether something typed ahead or sent as a block is still waiting.
  var hasMore: Bool { start < bytes.count }

  /// Forgets what was typed ahead.
  mutating func discard() {
    bytes = []
    start = 0
  }

  /// Waits for a key, a pasted block or a signal.
  mutating func next() -> Event {
    var isFinal = false
    while true {
      if start < bytes.count {
        switch KeyDecoder.decode(bytes[start...], isFinal: isFinal) {
        case .key(.pasteStart, let length):
          start += length
          return pastedBlock()
        case .key(let key, let length):
          start += length
          return .key(key)
        case .ignored(let length):
          start += length
          isFinal = false
          continue
        case .incomplete: break
        }
      }
      switch wait(start < bytes.count ? Self.keyPatience : -1) {
      case .ready: isFinal = false
      case .late: isFinal = true
      case .signal(let signal): return .signal(signal)
      case .end: return .end
      }
    }
  }

  /// Collects bytes up to the mark that ends a pasted block, which may never come.
  private mutating func pastedBlock() -> Event {
    var searched = start
    while true {
      if let end = pasteEndIndex(from: searched) {
        defer { start = end + Self.pasteEnd.count }
        return .paste(String(decoding: bytes[start..<end], as: UTF8.self))
      }
      searched = max(0, bytes.count - start - Self.pasteEnd.count)
      switch wait(Self.pastePatience) {
      case .ready: searched += start
      case .signal(SIGINT): return .signal(SIGINT)
      case .signal: searched += start
      case .late, .end:
        defer { start = bytes.count }
        return .paste(String(decoding: bytes[start...], as: UTF8.self))
      }
    }
  }

  private func pasteEndIndex(from index: Int) -> Int? {
    var candidate = max(index, start)
    while let found = bytes[candidate...].firstIndex(of: 0x1B) {
      if bytes[found...].starts(with: Self.pasteEnd) { return found }
      candidate = found + 1
    }
    return nil
  }

  private enum Readiness {
    case ready, late, end
    case signal(Int32)
  }

  /// Waits for bytes, at most `patience` milliseconds (-1: for ever), and reads them.
  private mutating func wait(_ patience: Int32) -> Readiness {
    while true {
      if let signal = Interrupts.nextSignal() { return .signal(signal) }
      var watched = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: Interrupts.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&watched, 2, patience)
      if count == 0 { return .late }
      if count < 0 && errno != EINTR { return .end }
      guard count > 0, watched[0].revents != 0 else { continue }
      return fill()
    }
  }

  private mutating func fill() -> Readiness {
    bytes.removeSubrange(..<start)
    start = 0
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = read(STDIN_FILENO, &chunk, chunk.count)
    guard count > 0 else {
      return count < 0 && (errno == EINTR || errno == EAGAIN) ? .ready : .end
    }
    bytes.append(contentsOf: chunk[..<count])
    return .ready
  }
}
