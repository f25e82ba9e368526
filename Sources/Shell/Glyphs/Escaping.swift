/// Writes text into formats in which some characters mean something.
extension Sanitizer {
  /// Text inside HTML, SVG or XML, in content and in quoted attributes; line breaks stay.
  static func html(_ text: String) -> String {
    var output = ""
    for scalar in block(text).unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  /// Text inside a Markdown paragraph, list item or table cell, on one line.
  ///
  /// - Parameter atLineStart: Whether the text opens a block, where `#`, `-`, `+`, `>` and `1.` would count.
  static func markdown(_ text: String, atLineStart: Bool = false) -> String {
    let scalars = Array(inline(text).unicodeScalars)
    var output = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let before = index > 0 ? scalars[index - 1] : " "
      let after = index + 1 < scalars.count ? scalars[index + 1] : " "
      switch scalar {
      case "<": output.append(contentsOf: "&lt;".unicodeScalars)
      case ">": output.append(contentsOf: "&gt;".unicodeScalars)
      case "&" where isWord(after) || after == "#": output.append(contentsOf: "&amp;".unicodeScalars)
      case "\\", "`", "*", "[", "]", "|", "~", "$":
        output.append("\\")
        output.append(scalar)
      case "_" where !(isWord(before) && isWord(after)):
        output.append("\\")
        output.append(scalar)
      default: output.append(scalar)
      }
    }
    let escaped = String(output)
    return atLineStart ? guardingLineStart(escaped) : escaped
  }

  /// A code span of Markdown, with a fence long enough for the backticks inside; not for tables.
  static func markdownCode(_ text: String) -> String {
    let clean = inline(text)
    let fence = String(repeating: "`", count: longestRun(of: "`", in: clean) + 1)
    let pad = clean.hasPrefix("`") || clean.hasSuffix("`") ? " " : ""
    return fence + pad + clean + pad + fence
  }

  /// The fence of a Markdown code block that holds the text: at least three backticks, more when the text has some.
  static func markdownFence(for text: String) -> String {
    String(repeating: "`", count: max(3, longestRun(of: "`", in: text) + 1))
  }

  /// A text field of a CSV file (RFC 4180), quoted where needed.
  ///
  /// Text that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`, tab, carriage return at its start) gets
  /// a leading apostrophe; numbers are written elsewhere and stay numbers.
  static func csv(_ text: String) -> String {
    let startsFormula = text.unicodeScalars.first.map { "=+-@\t\r\n".unicodeScalars.contains($0) } ?? false
    let looksAhead = text.unicodeScalars.drop { $0 == " " || $0 == "\u{A0}" }.first
    let hidesFormula = looksAhead.map { "=+-@".unicodeScalars.contains($0) } ?? false
    let clean = (startsFormula || hidesFormula ? "'" : "") + block(text)
    guard
      clean.unicodeScalars.contains(where: { ",\";\n'".unicodeScalars.contains($0) }) || clean.hasPrefix(" ")
    else { return clean }
    var quoted = "\""
    for character in clean { quoted += character == "\"" ? "\"\"" : String(character) }
    return quoted + "\""
  }

  private static func guardingLineStart(_ text: String) -> String {
    let trimmed = String(text.drop { $0 == " " })
    guard let first = trimmed.first else { return trimmed }
    if "#-+=:%".contains(first) { return "\\" + trimmed }
    let digits = trimmed.prefix { $0.isASCII && $0.isNumber }
    let rest = trimmed.dropFirst(digits.count)
    if !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")",
      rest.dropFirst().first ?? " " == " "
    {
      return digits + "\\" + rest
    }
    return trimmed
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }

  private static func longestRun(of mark: Character, in text: String) -> Int {
    var longest = 0
    var current = 0
    for character in text {
      current = character == mark ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }
}
