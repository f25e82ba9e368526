/// Makes text from data files and notebooks harmless before it is written anywhere.
///
/// Control characters (C0, C1, DEL), bidirectional overrides and other invisible characters that could steer a
/// terminal or disguise text are replaced by a visible escape such as `\x1B` or `\u202E`.
enum Sanitizer {
  /// Text for one line: line breaks and tabs become spaces.
  static func inline(_ text: String) -> String {
    clean(text, keepsNewlines: false)
  }

  /// Text that may hold several lines: line breaks stay, tabs become spaces.
  static func block(_ text: String) -> String {
    clean(text, keepsNewlines: true)
  }

  /// Whether text is free of everything that would be replaced, line breaks and tabs included.
  static func isClean(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { !isHarmful($0) }
  }

  /// Whether a scalar steers instead of showing.
  static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F: true
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    case 0xFFFE, 0xFFFF, 0xE0000...0xE007F: true
    default: false
    }
  }

  private static func clean(_ text: String, keepsNewlines: Bool) -> String {
    if isClean(text) { return text }
    var output = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch scalar {
      case "\n" where previous == "\r": continue
      case "\n", "\r", "\u{2028}", "\u{2029}", "\u{85}": output.append(keepsNewlines ? "\n" : " ")
      case "\t": output.append(" ")
      case _ where isHarmful(scalar): output.append(contentsOf: escape(scalar).unicodeScalars)
      default: output.append(scalar)
      }
    }
    return String(output)
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    if scalar.value < 0x100 {
      return "\\x" + String(repeating: "0", count: max(0, 2 - digits.count)) + digits
    }
    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
