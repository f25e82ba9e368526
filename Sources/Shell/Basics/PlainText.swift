extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    var part = self[...]
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }

  /// The text without empty lines at its ends.
  var trimmedLines: String {
    var part = self[...]
    while part.first?.isNewline == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }

  /// The text with its first letter in upper case.
  var capitalizedSentence: String { prefix(1).uppercased() + dropFirst() }
}
