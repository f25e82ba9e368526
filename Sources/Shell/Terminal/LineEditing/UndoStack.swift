/// The states of the line being typed, so that editing can be taken back step by step.
struct UndoStack {
  /// A line and the place of the cursor in Unicode scalars.
  struct State: Equatable {
    var text: String = ""
    var cursor: Int = 0
  }

  private var done: [State] = [State()]
  private var undone: [State] = []
  private var isTypingWord = false

  /// Notes how the line stands; letters typed one after the other become one step.
  mutating func record(_ state: State) {
    guard let last = done.last else { return done.append(state) }
    guard state.text != last.text else {
      if state.cursor != last.cursor { isTypingWord = false }
      return done[done.count - 1] = state
    }
    undone = []
    let typed = Self.typedScalar(from: last, to: state)
    let continuesWord = isTypingWord && typed.map { !$0.properties.isWhitespace } == true
    if continuesWord { done.removeLast() }
    done.append(state)
    isTypingWord = typed != nil
    if done.count > 500 { done.removeFirst(100) }
  }

  /// The state before the last step, or nil at the beginning.
  mutating func undo() -> State? {
    guard done.count > 1 else { return nil }
    undone.append(done.removeLast())
    isTypingWord = false
    return done.last
  }

  /// The state taken back last, or nil when nothing was.
  mutating func redo() -> State? {
    guard let state = undone.popLast() else { return nil }
    done.append(state)
    isTypingWord = false
    return state
  }

  private static func typedScalar(from old: State, to new: State) -> Unicode.Scalar? {
    let added = new.text.unicodeScalars.count - old.text.unicodeScalars.count
    guard added == 1, new.cursor == old.cursor + 1 else { return nil }
    return new.text.unicodeScalars.dropFirst(old.cursor).first
  }
}
