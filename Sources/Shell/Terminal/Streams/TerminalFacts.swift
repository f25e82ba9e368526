import Glibc

/// What is known about the terminal, read once at the start.
struct TerminalFacts {
  /// Whether lines are typed by a person.
  var inputIsTerminal: Bool
  /// Whether answers go to a terminal.
  var outputIsTerminal: Bool
  /// Whether messages go to a terminal.
  var errorsAreTerminal: Bool
  /// The environment variables that matter here.
  var environment: [String: String]

  /// The variables that decide about colour, glyphs and width.
  private static let names = ["TERM", "NO_COLOR", "COLUMNS", "LC_ALL", "LC_CTYPE", "LANG"]

  /// The facts of this process.
  static func current() -> TerminalFacts {
    var environment: [String: String] = [:]
    for name in names {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return TerminalFacts(
      inputIsTerminal: isatty(STDIN_FILENO) == 1, outputIsTerminal: isatty(STDOUT_FILENO) == 1,
      errorsAreTerminal: isatty(STDERR_FILENO) == 1, environment: environment)
  }

  /// The width of the terminal now; 80 when the output does not go to one.
  var width: Int {
    var size = winsize()
    if outputIsTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return min(max(Int(size.ws_col), 40), 400)
    }
    return 80
  }
}
