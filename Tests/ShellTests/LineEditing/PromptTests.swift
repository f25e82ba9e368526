import Testing

@testable import Shell

@Suite struct PromptTests {
  @Test func endsInAVisibleCharacterOutsideEscapes() {
    let prompt = Prompt("plandaan 2025", isColoured: true)
    #expect(prompt.text == "plandaan 2025 › ")
    #expect(prompt.editorText.last == " ")
    let plain = prompt.editorText.split(separator: "\u{1}", omittingEmptySubsequences: false)
      .enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
    #expect(plain == prompt.text, "what is outside the fences is what is seen")
    #expect(!prompt.terminalText.contains("\u{1}"))
  }

  @Test func isPlainWithoutColour() {
    #expect(Prompt("").editorText == "› ")
    #expect(Prompt("x").continuation.editorText == "… › ")
  }

  @Test func namesFromDataCannotSteerTheTerminal() {
    #expect(!Prompt("a\u{1B}]0;x\u{7}\u{1}b").text.unicodeScalars.contains { $0.value < 0x20 })
  }
}
