/// Text pasted into the prompt, made fit to be shown and run line by line.
enum PastedBlock {
  /// The text to insert: line ends made uniform, tabs made spaces, control characters and the final line end left
  /// out; of a transcript of the prompt only what was typed.
  static func cleaned(_ pasted: String) -> String {
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in pasted.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\r", "\n": scalars.append("\n")
      case "\t", "\u{A0}": scalars.append(" ")
      case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value): break
      default: scalars.append(scalar)
      }
      previous = scalar
    }
    while scalars.last == "\n" { scalars.removeLast() }
    let lines = String(scalars).split(separator: "\n", omittingEmptySubsequences: false)
    return inputs(of: lines).joined(separator: "\n")
  }

  /// The typed lines of a transcript, or all lines when none begins with a prompt.
  private static func inputs(of lines: [Substring]) -> [Substring] {
    let typed = lines.compactMap(afterPrompt)
    return typed.isEmpty ? lines : typed.filter { $0.contains { !$0.isWhitespace } }
  }

  /// What follows the prompt on a line that begins with one, nil on any other line.
  static func afterPrompt(_ line: Substring) -> Substring? {
    guard let marker = line.unicodeScalars.prefix(60).firstIndex(of: "\u{203A}") else { return nil }
    let context = line[..<marker]
    guard context.isEmpty || context.last == " " else { return nil }
    guard !context.contains(where: { "\"'|│=#".contains($0) }) else { return nil }
    let rest = line[line.index(after: marker)...]
    guard let first = rest.first else { return rest }
    return first == " " ? rest.dropFirst() : nil
  }
}
