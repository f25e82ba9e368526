import CLibEdit
import Glibc

/// What the terminal can do, its size, and writing to it between libedit's own drawing.
struct TerminalScreen {
  /// Whether the terminal obeys escape sequences.
  let isCapable: Bool
  /// The description under which libedit finds this terminal, nil for the plainest.
  let description: String?

  /// Terminals that obey what xterm obeys, for machines that have no description of them.
  private static let xtermLike = [
    "xterm", "alacritty", "foot", "kitty", "ghostty", "wezterm", "contour", "rio", "st-", "tmux", "screen",
    "konsole", "gnome", "vte", "iterm", "putty", "rxvt", "mlterm",
  ]

  /// Looks at the kind of terminal in `TERM`.
  ///
  /// - Parameters:
  ///   - name: The value of `TERM`.
  ///   - isKnown: Whether the system has a description of that name.
  init(named name: String?, isKnown: (String) -> Bool) {
    guard let name, !name.isEmpty, name != "dumb" else {
      (isCapable, description) = (false, nil)
      return
    }
    if isKnown(name) {
      (isCapable, description) = (name != "emacs" && name != "unknown", name)
    } else {
      let isXtermLike = Self.xtermLike.contains { name.hasPrefix($0) }
      description = isXtermLike ? ["xterm-256color", "xterm", "vt100"].first(where: isKnown) : nil
      isCapable = description != nil
    }
  }

  /// The columns and rows of the terminal; 80 by 24 when it does not say.
  var size: (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return (80, 24)
    }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Writes text at once.
  func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      guard let base = bytes.baseAddress else { return }
      base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { cle_write($0, bytes.count) }
    }
  }

  /// Asks the terminal to mark pasted blocks, or no longer.
  func markPastes(_ isOn: Bool) {
    if isCapable { write(isOn ? "\u{1B}[?2004h" : "\u{1B}[?2004l") }
  }

  /// Goes to the beginning of the drawn line and clears it.
  ///
  /// - Parameters:
  ///   - text: What is drawn up to the cursor, the prompt included.
  ///   - columns: The columns over which it is wrapped.
  func clear(drawn text: String, columns: Int) {
    guard isCapable else { return write("\r\n") }
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(-1) { $0 + 1 + DisplayWidth.columns(of: $1) / max(1, columns) }
    write((rows > 0 ? "\u{1B}[\(rows)A" : "") + "\r\u{1B}[J")
  }
}
