/// How many terminal columns text takes, as `wcwidth` counts them on a terminal that knows emoji.
///
/// Combining marks and format characters take no column, East Asian wide characters and emoji take two, every
/// other character one. Control characters count one; they never reach a terminal (see ``Sanitizer``).
enum DisplayWidth {
  /// The columns a text takes.
  ///
  /// - Complexity: O(length).
  static func columns(of text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + columns(of: $1) }
  }

  /// The columns one character takes: those of its widest scalar, two when it asks for emoji presentation.
  static func columns(of character: Character) -> Int {
    if character.isASCII { return 1 }
    var widest = 0
    var previousIsRegional = false
    for scalar in character.unicodeScalars {
      if scalar.value == 0xFE0F { return 2 }
      let isRegional = (0x1F1E6...0x1F1FF).contains(scalar.value)
      if isRegional && previousIsRegional { return 2 }
      previousIsRegional = isRegional
      widest = max(widest, columns(of: scalar))
    }
    return widest
  }

  /// The columns one scalar takes by itself: 0, 1 or 2.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    if (0x1160...0x11FF).contains(value) { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return WideScalars.contains(value) ? 2 : 1
    }
  }

  /// The text cut to a number of columns, ending in a mark when something was cut.
  static func truncated(_ text: String, to width: Int, mark: String = "…") -> String {
    guard columns(of: text) > width else { return text }
    let room = width - columns(of: mark)
    guard room > 0 else { return String(prefix(of: text, columns: width)) }
    var cut = prefix(of: text, columns: room)
    while cut.last == " " { cut.removeLast() }
    return cut + mark
  }

  /// The longest beginning of a text that fits a number of columns.
  static func prefix(of text: some StringProtocol, columns width: Int) -> Substring {
    var used = 0
    var end = text.startIndex
    for index in text.indices {
      used += columns(of: text[index])
      if used > width { break }
      end = text.index(after: index)
    }
    return Substring(text[..<end])
  }

  /// The text filled with spaces to a number of columns; longer text is returned as it is.
  static func padded(_ text: String, to width: Int, toRight: Bool = false) -> String {
    let fill = String(repeating: " ", count: max(0, width - columns(of: text)))
    return toRight ? fill + text : text + fill
  }

  /// The text in lines of at most `width` columns, broken between words.
  ///
  /// - Complexity: O(length).
  static func wrapped(_ text: String, to width: Int) -> [String] {
    StyledText(text).wrapped(to: width).map(\.plain)
  }
}
