import CLibEdit
import Glibc

extension LineEditor {
  /// Completes what stands before the cursor, or lists what it may become.
  func complete() -> Int32 {
    let state = editLine.state
    let completions = completer(state.text, state.cursor)
    let range = completions.range.clamped(to: 0..<state.text.unicodeScalars.count)
    let scalars = state.text.unicodeScalars
    let typed = String(String.UnicodeScalarView(scalars.dropFirst(range.lowerBound).prefix(range.count)))
    switch completions.action(for: typed) {
    case .none: return CC_NORM
    case .insert(let text):
      editLine.moveCursor(to: range.upperBound)
      editLine.deleteBeforeCursor(range.count)
      editLine.insert(withoutRepeatedSuffix(text, before: scalars.dropFirst(range.upperBound).first))
    case .list:
      followUp = .list(completions, cursor: state.cursor)
      editLine.moveCursor(to: .max)
    }
    return CC_REFRESH
  }

  /// Shows the candidates below the line, page by page when there are many, and draws the line anew.
  func list(_ completions: Completions, cursor: Int) {
    let size = screen.size
    let lines = completions.lines(width: size.columns)
    let page = max(1, min(40, size.rows - 2))
    screen.write("\r\n")
    var shown = 0
    while shown < lines.count {
      let next = lines.dropFirst(shown).prefix(lines.count - shown <= page + 1 ? page + 1 : page)
      screen.write(next.map { $0 + "\r\n" }.joined())
      shown += next.count
      if shown < lines.count && !wantsMore(remaining: lines.count - shown) { break }
    }
    editLine.moveCursor(to: cursor)
    _ = cle_refresh(editLine.pointer)
  }

  /// Asks whether to go on; space, Enter, Tab and the arrow down do.
  private func wantsMore(remaining: Int) -> Bool {
    let question = "-- \(remaining) lagi: spasi lanjut, q cukup --"
    screen.write(question)
    defer { screen.write("\r" + String(repeating: " ", count: question.count) + "\r") }
    while true {
      switch input.next() {
      case .key(.character(" ")), .key(.character("\r")), .key(.character("\n")), .key(.character("\t")),
        .key(.command(.down)):
        return true
      case .signal(SIGWINCH): resize()
      case .signal(SIGINT):
        interrupt()
        return false
      case .signal(let signal): answer(signal)
      default: return false
      }
    }
  }

  /// The text without a final space that already stands after the cursor.
  private func withoutRepeatedSuffix(_ text: String, before next: Unicode.Scalar?) -> String {
    guard let last = text.unicodeScalars.last, last == next, " =/".unicodeScalars.contains(last) else {
      return text
    }
    return String(text.unicodeScalars.dropLast())
  }
}
