/// The answer to `--warna`: whether output may carry colour.
enum ColourChoice: String, CaseIterable, Sendable {
  /// Colour on a terminal that can show it.
  case auto
  /// Always.
  case ya
  /// Never.
  case tidak

  /// Decides from the choice, the environment and where the output goes; nothing else is looked at.
  ///
  /// `NO_COLOR` (set and not empty), `TERM=dumb` and a missing `TERM` turn colour off unless it was asked for.
  func isOn(environment: [String: String], isTerminal: Bool) -> Bool {
    switch self {
    case .ya: return true
    case .tidak: return false
    case .auto:
      guard isTerminal, environment["NO_COLOR", default: ""].isEmpty else { return false }
      let terminal = environment["TERM", default: ""]
      return !terminal.isEmpty && terminal != "dumb"
    }
  }
}

/// Which characters a terminal can be trusted to show.
enum GlyphChoice {
  /// Whether pictures and boxes must be drawn in plain ASCII: on terminals older than Unicode, and when the
  /// locale names another character set than UTF-8. A missing or `C` locale says nothing and keeps Unicode.
  static func needsAscii(environment: [String: String]) -> Bool {
    let terminal = environment["TERM", default: ""]
    if ["vt52", "vt100", "vt102", "vt220", "ansi", "cons25"].contains(terminal) { return true }
    let locale =
      ["LC_ALL", "LC_CTYPE", "LANG"].lazy
      .map { environment[$0, default: ""] }.first { !$0.isEmpty } ?? ""
    guard let mark = locale.firstIndex(of: ".") else { return false }
    let charset = locale[locale.index(after: mark)...].prefix { $0 != "@" }.lowercased()
    return charset != "utf-8" && charset != "utf8"
  }
}
