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
