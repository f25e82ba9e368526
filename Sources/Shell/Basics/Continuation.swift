/// The joining of lines that end in `\`.
enum Continuation {
  /// The line without its final `\`, or nil when it does not continue on the next line.
  static func head(of line: some StringProtocol) -> String? {
    let backslashes = line.utf8.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
    return backslashes % 2 == 1 ? String(line.dropLast()) : nil
  }

  /// Joins the lines of a block that continue each other.
  static func joined(_ lines: [String]) -> [String] {
    var whole: [String] = []
    var begun = ""
    var isOpen = false
    for line in lines {
      if let head = head(of: line) {
        begun += head
        isOpen = true
      } else {
        whole.append(begun + line)
        begun = ""
        isOpen = false
      }
    }
    if isOpen { whole.append(begun) }
    return whole
  }
}
