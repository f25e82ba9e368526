/// What is shown before the line being typed: the context and the marker `›`.
struct Prompt: Equatable {
  /// What ends every prompt; a pasted transcript is recognised by it.
  static let marker = "›"

  /// What is shown before the marker, such as `plandaan 2025`; may be empty.
  var context: String
  /// Whether the terminal takes colour.
  var isColoured: Bool

  /// The prompt for a context such as `plandaan 2025`.
  init(_ context: String = "", isColoured: Bool = false) {
    self.context = Sanitizer.inline(context)
    self.isColoured = isColoured
  }

  /// The prompt for the lines after one that ends in `\`.
  var continuation: Prompt { Prompt("…", isColoured: isColoured) }

  /// The prompt as plain text, ending in a space.
  var text: String { (context.isEmpty ? "" : context + " ") + Self.marker + " " }

  /// The prompt with its escape sequences enclosed in U+0001, as libedit wants them.
  ///
  /// The last thing is a space outside all sequences: libedit loses a sequence at the very end.
  var editorText: String { styled(fence: "\u{1}") }

  /// The prompt as written to the terminal by the program itself.
  var terminalText: String { styled(fence: "") }

  private func styled(fence: String) -> String {
    guard isColoured else { return text }
    let strong = "\(fence)\u{1B}[1;36m\(fence)"
    let usual = "\(fence)\u{1B}[0m\(fence)"
    return (context.isEmpty ? "" : context + " ") + strong + Self.marker + usual + " "
  }
}
