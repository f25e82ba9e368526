import Analysis

/// The lines of a text with their line ends, so that writing them back gives the same bytes.
struct TextLines: Sendable {
  /// One line.
  struct Line: Hashable, Sendable {
    /// The text without its line end.
    var text: String
    /// The line end: empty only at the end of the text.
    var ending: String
  }

  /// The lines in order.
  var lines: [Line]

  /// The line end that most of the text uses.
  let newline: String

  /// Splits bytes at LF; a CR before it belongs to the line end.
  ///
  /// - Throws: A data problem with the line of the first byte that is not UTF-8.
  init(_ bytes: [UInt8], file: String) throws(Problem) {
    var lines: [Line] = []
    for piece in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let isLast = piece.endIndex == bytes.endIndex
      if isLast, piece.isEmpty { break }
      let hasReturn = !isLast && piece.last == 0x0D
      guard let text = String(validating: hasReturn ? piece.dropLast() : piece, as: UTF8.self) else {
        throw Problem(
          "baris \(lines.count + 1) bukan teks UTF-8", kind: .data,
          place: .file(file, line: lines.count + 1, column: 0), expected: "berkas teks UTF-8")
      }
      lines.append(Line(text: text, ending: isLast ? "" : hasReturn ? "\r\n" : "\n"))
    }
    self.lines = lines
    let returns = lines.count { $0.ending == "\r\n" }
    newline = returns * 2 > lines.count ? "\r\n" : "\n"
  }

  /// The text of a line; the byte order mark of the first line is left out.
  subscript(index: Int) -> String {
    let text = lines[index].text
    return index == 0 && text.unicodeScalars.first == "\u{FEFF}"
      ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// How many lines there are.
  var count: Int { lines.count }

  /// The bytes that the lines were split from.
  var bytes: [UInt8] {
    var result: [UInt8] = []
    for line in lines {
      result.append(contentsOf: line.text.utf8)
      result.append(contentsOf: line.ending.utf8)
    }
    return result
  }
}
