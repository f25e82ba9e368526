/// The line that opens a fenced code block of Markdown.
struct CodeFence: Equatable {
  /// The character the fence is made of.
  var mark: Character
  /// How many of them.
  var length: Int
  /// What follows them, without outer spaces.
  var info: String

  /// Reads an opening line: at most three spaces, then three or more backticks or tildes.
  init?(_ line: String) {
    let spaces = line.prefix { $0 == " " }.count
    let rest = line.dropFirst(spaces)
    guard spaces <= 3, let mark = rest.first, mark == "`" || mark == "~" else { return nil }
    let length = rest.prefix { $0 == mark }.count
    let info = String(rest.dropFirst(length)).trimmed
    guard length >= 3, mark == "~" || !info.contains("`") else { return nil }
    self.mark = mark
    self.length = length
    self.info = info
  }

  /// The first word of the information: the language of the block.
  var language: String { info.split(separator: " ").first.map { $0.lowercased() } ?? "" }

  /// What the words of the information say as `kunci=nilai`.
  func value(of key: String) -> String? {
    info.split(separator: " ").first { $0.hasPrefix(key + "=") }.map { String($0.dropFirst(key.count + 1)) }
  }

  /// Whether a line closes the block.
  func isClosed(by line: String) -> Bool {
    let spaces = line.prefix { $0 == " " }.count
    let rest = line.dropFirst(spaces)
    let marks = rest.prefix { $0 == mark }
    return spaces <= 3 && marks.count >= length && rest.dropFirst(marks.count).allSatisfy(\.isWhitespace)
  }

  /// A fence of backticks longer than any run of them at the start of a line of the text.
  static func around(_ lines: [String]) -> String {
    let longest = lines.reduce(2) { longest, line in
      max(longest, line.drop { $0 == " " }.prefix { $0 == "`" }.count)
    }
    return String(repeating: "`", count: longest + 1)
  }
}
