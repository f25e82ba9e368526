import Analysis

/// The recorded form of a cell's output: plain text, 80 columns, no colour, the same on every machine.
enum OutputText {
  /// The lines of the answers of a cell, a blank line between them, and of what went wrong.
  static func lines(_ answers: [NotebookRun.Answer], _ problem: Problem?) -> [String] {
    var text = ""
    for answer in answers {
      let document = answer.output.documentWithWarnings
      guard !document.blocks.isEmpty else { continue }
      if !text.isEmpty { text += "\n" }
      PlainTextRenderer(width: NotebookRunner.width).render(document, to: &text)
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    if let problem {
      if !lines.isEmpty { lines.append("") }
      lines.append("galat: " + Sanitizer.inline(problem.message))
    }
    return lines
  }
}

extension Substring {
  /// The words of a text.
  var trimmedWords: [String] { split(separator: " ").map(String.init) }
}
