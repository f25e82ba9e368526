/// Asks questions at the prompt between two commands.
///
/// Only the loop that owns the source runs commands, one after another, so that the source is never used by
/// two.
final class PromptQuestion: @unchecked Sendable {
  private let source: any LineSource
  private let isColoured: Bool

  init(_ source: any LineSource, isColoured: Bool) {
    self.source = source
    self.isColoured = isColoured
  }

  /// The line that answers a question; `nil` when the user broke off.
  func answer(_ question: String) -> String? {
    switch source.nextLine(prompt: Prompt(question, isColoured: isColoured)) {
    case .line(let line): line
    case .interrupted, .endOfInput, .unreadable: nil
    }
  }
}
