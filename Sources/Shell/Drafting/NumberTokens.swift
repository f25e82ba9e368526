/// The numbers in a text as they are written: `81,40`, `2.366.719.674`, `−0,5`.
enum NumberTokens {
  /// The numbers in order of appearance; a minus sign (− or a hyphen that opens a word) belongs to its number.
  static func of(_ text: String) -> [String] {
    var tokens: [String] = []
    var current = ""
    var previous: Character = " "
    for character in text {
      if character.isASCII, character.isNumber {
        if current.isEmpty, previous == "−" { current = "−" }
        current.append(character)
      } else if character == "," || character == ".", !current.isEmpty {
        current.append(character)
      } else {
        close(&current, &tokens)
      }
      previous = character
    }
    close(&current, &tokens)
    return tokens
  }

  private static func close(_ current: inout String, _ tokens: inout [String]) {
    while let last = current.last, last == "," || last == "." { current.removeLast() }
    if !current.isEmpty { tokens.append(current) }
    current = ""
  }
}
