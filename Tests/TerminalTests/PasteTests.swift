import TestSupport
import Testing

@Suite struct PasteTests {
  @Test func aBlockRunsLineByLineAfterEnter() throws {
    let session = try Session()
    session.terminal.type(Keys.pasted("# catatan satu\n# catatan dua\r\n\tabcxyz\n"))
    #expect(session.terminal.wait(for: "abcxyz"))
    session.terminal.settle()
    #expect(!session.historyText.contains("abcxyz"), "nothing runs before Enter")
    session.run("")
    session.terminal.settle()
    let text = session.terminal.screen.text
    #expect(text.split(separator: "\n").contains { $0.contains("› # catatan dua") })
    #expect(session.waitForPrompt())
  }

  @Test func oneLineWaitsForEnter() throws {
    let session = try Session()
    #expect(session.type(Keys.pasted("abcxyz\n"), expecting: "abcxyz"))
    #expect(session.type("!", expecting: "abcxyz!"))
  }

  @Test func aTranscriptRunsOnlyWhatWasTyped() throws {
    let session = try Session()
    let transcript = """
      plandaan 2025 › # satu
      │ tabel │ 99,88 │

      plandaan 2025 › abcxyz
      galat: ini keluaran
      ›\u{20}
      """
    session.terminal.type(Keys.pasted(transcript))
    #expect(session.terminal.wait(for: "abcxyz"))
    session.terminal.settle()
    #expect(!session.terminal.screen.text.contains("99,88"))
    #expect(!session.terminal.screen.text.contains("ini keluaran"))
  }

  @Test func fifteenThousandCharactersSurvive() throws {
    let session = try Session()
    let text = "abcxyz " + (0..<1700).map { "é\($0 + 1000)—漢" }.joined(separator: " ")
    #expect(text.unicodeScalars.count > 13_000)
    session.terminal.type(Keys.pasted(text))
    #expect(session.terminal.wait(20) { $0.currentLine.contains("2699") })
    session.terminal.type("\r")
    #expect(session.terminal.wait(20) { _ in session.historyText.contains(text) })
    #expect(session.waitForPrompt())
  }

  @Test func fifteenThousandTypedCharactersSurviveToo() throws {
    let session = try Session()
    let text = "abcxyz " + String(repeating: "0123456789 abcd ", count: 940) + "."
    session.terminal.type(text + "\r")
    #expect(session.terminal.wait(30) { _ in session.historyText.contains(text) })
    #expect(session.waitForPrompt())
  }

  @Test func anInterruptedPasteLeavesAnEmptyLine() throws {
    let session = try Session()
    session.terminal.type("\u{1B}[200~setengah")
    session.terminal.settle()
    session.terminal.send(2)
    session.terminal.settle()
    #expect(session.type("abcxyz", expecting: "abcxyz"))
  }
}
