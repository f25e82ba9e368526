import Analysis

/// One `kunci: nilai` of the front matter with the indented lines below it.
///
/// The front matter is the small part of YAML that notebooks use: keys, texts with or without quotes, one level
/// of nested keys, and lists of texts.
struct FrontMatterEntry {
  /// The key.
  var key: String
  /// The value on the line of the key, without quotes and comment.
  var value: String
  /// The lines of the file it takes, from 0.
  var lines: Range<Int>
  private let source: TextLines
  private let file: String

  /// Reads an entry that takes some lines.
  ///
  /// - Throws: A problem with file and line when the first line is not `kunci: nilai`.
  init(_ source: TextLines, _ lines: Range<Int>, file: String) throws(Problem) {
    let text = source[lines.lowerBound]
    guard let colon = text.firstIndex(of: ":"), !text.trimmed.hasPrefix("-") else {
      throw Problem(
        "baris “\(text.trimmed)” dalam kepala tidak dimengerti", kind: .data,
        place: .file(file, line: lines.lowerBound + 1, column: 0), expected: "kunci: nilai")
    }
    key = Self.unquoted(String(text[..<colon]).trimmed)
    value = Self.scalar(String(text[text.index(after: colon)...]))
    self.source = source
    self.lines = lines
    self.file = file
  }

  /// The nested entries.
  func children() throws(Problem) -> [FrontMatterEntry] {
    var result: [FrontMatterEntry] = []
    var position = lines.lowerBound + 1
    var indent: Int?
    while position < lines.upperBound {
      let line = source[position]
      let depth = line.prefix { $0 == " " }.count
      var next = position + 1
      if !line.isBlankOrComment {
        let level = indent ?? depth
        indent = level
        while next < lines.upperBound, source[next].prefix(while: { $0 == " " }).count > level { next += 1 }
        result.append(try FrontMatterEntry(source, position..<next, file: file))
      }
      position = next
    }
    return result
  }

  /// The texts of a list with their lines, from 1.
  func items() -> [(text: String, line: Int)] {
    lines.dropFirst().compactMap { index in
      let text = source[index].trimmed
      guard text.hasPrefix("- ") else { return nil }
      return (Self.scalar(String(text.dropFirst(2))), index + 1)
    }
  }

  /// A problem at the entry.
  func problem(_ message: String) -> Problem {
    Problem(message, kind: .data, place: .file(file, line: lines.lowerBound + 1, column: 0))
  }

  /// A scalar without outer spaces, quotes and comment.
  static func scalar(_ text: String) -> String {
    let trimmed = text.trimmed
    if let quote = trimmed.first, quote == "\"" || quote == "'" {
      let body = trimmed.dropFirst()
      if let end = body.firstIndex(of: quote) { return String(body[..<end]) }
    }
    var previous: Character = " "
    var result = ""
    for character in trimmed {
      if character == "#", previous.isWhitespace { break }
      result.append(character)
      previous = character
    }
    return result.trimmed
  }

  private static func unquoted(_ text: String) -> String { scalar(text) }

  /// A text written so that ``scalar(_:)`` and other readers of YAML give it back.
  static func written(_ text: String) -> String {
    let special =
      text.isEmpty || text != text.trimmed || text.contains(": ") || text.contains(" #")
      || text.hasSuffix(":") || "\"'[]{}>|*&!%#`@,?-".contains(text.first ?? " ")
    guard special else { return text }
    return text.contains("\"") ? "'\(text.filter { $0 != "'" })'" : "\"\(text)\""
  }
}

extension String {
  /// Whether the line holds nothing but spaces or a comment.
  var isBlankOrComment: Bool {
    let rest = drop(while: \.isWhitespace)
    return rest.isEmpty || rest.first == "#"
  }
}
