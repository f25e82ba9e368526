import Testing

@testable import Shell

@Suite struct UndoStackTests {
  private func typing(_ text: String, into stack: inout UndoStack) {
    for length in 1...text.count { stack.record(.init(text: String(text.prefix(length)), cursor: length)) }
  }

  @Test func takesBackWordsNotLetters() {
    var stack = UndoStack()
    typing("satu dua", into: &stack)
    #expect(stack.undo()?.text == "satu")
    #expect(stack.undo()?.text == "")
    #expect(stack.undo() == nil)
    #expect(stack.redo()?.text == "satu")
    #expect(stack.redo()?.text == "satu dua")
    #expect(stack.redo() == nil)
  }

  @Test func aNewStepForgetsWhatWasTakenBack() {
    var stack = UndoStack()
    typing("satu dua", into: &stack)
    _ = stack.undo()
    stack.record(.init(text: "sat", cursor: 3))
    #expect(stack.redo() == nil)
    #expect(stack.undo()?.text == "satu")
  }
}
