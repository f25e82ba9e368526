import Synchronization

/// The line on a terminal that says how far long work has come; it is gone when the answer is written.
final class ProgressLine: Sendable {
  private struct State {
    var start = ContinuousClock.now
    var latest = ContinuousClock.now
    var isShown = false
  }

  private let state = Mutex(State())
  private let isOn: Bool
  /// Work that ends sooner shows nothing.
  private static let patience = Duration.milliseconds(500)
  private static let pause = Duration.milliseconds(100)
  private static let cells = 20

  /// Makes a line.
  ///
  /// - Parameter isOn: Whether standard error is a terminal that takes escape sequences.
  init(isOn: Bool) { self.isOn = isOn }

  /// Begins to measure the time of a command.
  func begin() {
    state.withLock { $0 = State() }
  }

  /// Shows the part done, 0 to 1, if the work has taken a while.
  func show(_ part: Double, _ what: String) {
    guard isOn else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      guard now - state.start > Self.patience, !state.isShown || now - state.latest > Self.pause else {
        return
      }
      state.latest = now
      state.isShown = true
      Self.write("\r" + Self.line(part, what + " — Ctrl-C menghentikan", columns: 79) + "\u{1B}[K")
    }
  }

  /// A bar, the percentage and as much of the text as fits in a number of columns.
  static func line(_ part: Double, _ text: String, columns: Int) -> String {
    let share = part.isFinite ? min(max(part, 0), 1) : 0
    let filled = Int((share * Double(cells)).rounded(.down))
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: cells - filled)
    let percent = String(Int((share * 100).rounded(.down)))
    let start = "\(bar) \(String(repeating: " ", count: 3 - percent.count))\(percent)% "
    return start + text.prefix(max(0, columns - cells - 6))
  }

  /// Takes the line away.
  func end() {
    state.withLock { state in
      if state.isShown { Self.write("\r\u{1B}[K") }
      state.isShown = false
    }
  }

  private static func write(_ text: String) {
    var stream = StandardStream.errors
    stream.write(text)
    stream.flush()
  }
}
