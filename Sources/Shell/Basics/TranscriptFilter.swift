/// Picks what was typed out of a transcript of the prompt that is read line by line.
///
/// The first line that is not blank decides: a prompt or the greeting begins a transcript, anything else does not.
struct TranscriptFilter {
  /// Whether the text is a transcript; `nil` before the first line that is not blank.
  private(set) var decision: Bool?

  /// Whether the lines so far are those of a transcript.
  var isTranscript: Bool { decision == true }

  /// What a line asks to run: what follows the prompt in a transcript, else the line itself.
  mutating func typed(_ line: String) -> String? {
    let input = PastedBlock.afterPrompt(line[...]).map(String.init)
    if decision == nil, line.contains(where: { !$0.isWhitespace }) {
      decision = input != nil || (line.hasPrefix("Telaah ") && line.contains("Ketik bantuan"))
    }
    guard isTranscript else { return line }
    guard let input, input.contains(where: { !$0.isWhitespace }) else { return nil }
    return input
  }
}
