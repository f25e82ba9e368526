/// Emphasis on a terminal, written as SGR escape sequences only where colour is on.
///
/// Meaning never hangs on it: whatever is coloured also carries a word or a sign.
struct Ansi: OptionSet, Hashable, Sendable {
  /// One bit per attribute.
  let rawValue: UInt8

  /// Heavier strokes: headings, header rows, totals.
  static let bold = Ansi(rawValue: 1)
  /// Fainter strokes: what may be skipped.
  static let dim = Ansi(rawValue: 2)
  /// Something wrong.
  static let red = Ansi(rawValue: 4)
  /// Something in order.
  static let green = Ansi(rawValue: 8)
  /// Something worth a look.
  static let yellow = Ansi(rawValue: 16)

  /// The text with this emphasis, or the bare text when colour is off.
  func applied(to text: String, colour: Bool) -> String {
    guard colour, !isEmpty, !text.isEmpty else { return text }
    return "\u{1B}[" + codes.joined(separator: ";") + "m" + text + "\u{1B}[0m"
  }

  private var codes: [String] {
    var codes: [String] = []
    if contains(.bold) { codes.append("1") }
    if contains(.dim) { codes.append("2") }
    if contains(.red) { codes.append("31") }
    if contains(.green) { codes.append("32") }
    if contains(.yellow) { codes.append("33") }
    return codes
  }
}
