import Analysis

/// What came of asking for the next line.
enum LineEvent: Equatable {
  /// A line without its line end; lines continued with `\` are joined.
  case line(String)
  /// The user pressed Ctrl-C instead of finishing the line.
  case interrupted
  /// A line that cannot be used, with the reason; later lines can still be read.
  case unreadable(Problem)
  /// Nothing more will come.
  case endOfInput
}

/// Where command lines come from: a terminal with editing, or a stream.
protocol LineSource: AnyObject {
  /// Waits for the next line. A stream shows no prompt.
  func nextLine(prompt: Prompt) -> LineEvent

  /// Forgets the lines of a pasted block that have not run yet, because one before them failed.
  ///
  /// - Returns: How many lines were forgotten.
  func discardPendingLines() -> Int
}

extension LineSource {
  func discardPendingLines() -> Int { 0 }
}

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
