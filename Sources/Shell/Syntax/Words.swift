import Analysis

/// One word of a command line, with its place.
struct Word: Hashable, Sendable {
  /// The word as typed, with its quotes.
  var raw: String
  /// The word without quotes.
  var text: String
  /// Its place in the line, in Unicode scalars.
  var range: Range<Int>
}

/// Splits a command line into words: at spaces outside quotes and brackets; `#` starts a comment.
enum Words {
  /// The words of a line.
  ///
  /// - Throws: A usage problem with a caret at an opening quote or bracket that is never closed.
  static func split(_ line: String) throws(Problem) -> [Word] {
    let scalars = Array(line.unicodeScalars)
    var words: [Word] = []
    var position = 0
    while position < scalars.count {
      if scalars[position].properties.isWhitespace {
        position += 1
      } else if scalars[position] == "#" {
        break
      } else {
        let end = try endOfWord(in: scalars, from: position, line: line)
        words.append(word(scalars, position..<end))
        position = end
      }
    }
    return words
  }

  /// The text of a line from a place on, without its comment and outer spaces.
  static func rest(of line: String, from start: Int) throws(Problem) -> Word? {
    let words = try split(line)
    guard let first = words.first(where: { $0.range.lowerBound >= start }), let last = words.last else {
      return nil
    }
    return word(Array(line.unicodeScalars), first.range.lowerBound..<last.range.upperBound)
  }

  /// A word written so that splitting gives it back.
  static func quoted(_ text: String) -> String {
    let needsQuotes = text.isEmpty || text.unicodeScalars.contains { $0.properties.isWhitespace || $0 == "#" }
    guard needsQuotes, !text.contains("\"") else { return text }
    if let equals = text.firstIndex(of: "="),
      text[..<equals].allSatisfy({ $0.isLetter || $0 == "-" || $0 == "_" })
    {
      return text[...equals] + "\"" + text[text.index(after: equals)...] + "\""
    }
    return "\"" + text + "\""
  }

  private static func endOfWord(in scalars: [Unicode.Scalar], from start: Int, line: String) throws(Problem)
    -> Int
  {
    var open: [(scalar: Unicode.Scalar, at: Int)] = []
    var position = start
    while position < scalars.count {
      let scalar = scalars[position]
      if open.last?.scalar == "\"" {
        if scalar == "\"" { open.removeLast() }
      } else if scalar == "\"" || scalar == "(" || scalar == "[" {
        open.append((scalar, position))
      } else if scalar == ")" || scalar == "]" {
        if open.last?.scalar == (scalar == ")" ? "(" : "[") { open.removeLast() }
      } else if open.isEmpty, scalar.properties.isWhitespace || scalar == "#" {
        break
      }
      position += 1
    }
    if let unclosed = open.last {
      let what = unclosed.scalar == "\"" ? "tanda kutip" : "kurung “\(unclosed.scalar)”"
      throw Problem(
        "\(what) tidak ditutup", place: .text(line, range: unclosed.at..<(unclosed.at + 1)),
        expected: "penutupnya di akhir kata")
    }
    return position
  }

  private static func word(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Word {
    var raw = String.UnicodeScalarView()
    var text = String.UnicodeScalarView()
    for scalar in scalars[range] {
      raw.append(scalar)
      if scalar != "\"" { text.append(scalar) }
    }
    return Word(raw: String(raw), text: String(text), range: range)
  }
}
