import TestSupport
import Testing

@Suite struct EditingTests {
  /// Locales in which a planner's machine may start the program.
  static let locales: [[String: String]] = [
    ["LANG": "C.UTF-8"], ["LC_ALL": "C"], ["LANG": ""], ["LANG": "id_ID.UTF-8"], ["LC_CTYPE": "POSIX"],
    ["LANG": "en_US.ISO-8859-1"],
  ]

  @Test(arguments: locales)
  func editsUTF8InEveryLocale(environment: [String: String]) throws {
    let session = try Session(environment: environment)
    #expect(session.type("abcxyz é—漢字z", expecting: "abcxyz é—漢字z"))
    #expect(session.type(Keys.left + Keys.left + "Ω", expecting: "abcxyz é—漢Ω字z"))
    #expect(session.type(Keys.backspace + Keys.backspace, expecting: "abcxyz é—字z"))
    #expect(session.type(Keys.left + Keys.delete + "–", expecting: "abcxyz é–字z"))
    #expect(session.terminal.screen.cursor.column == session.column(before: "字z"))
    session.run("")
    #expect(session.terminal.screen.text.contains("abcxyz"))
    #expect(session.terminal.isRunning)
  }

  @Test func movesAndDeletesByWords() throws {
    let session = try Session()
    #expect(session.type("satu dua tiga", expecting: "satu dua tiga"))
    #expect(session.type(Keys.wordLeft + Keys.wordLeft + "X", expecting: "satu Xdua tiga"))
    #expect(session.type(Keys.home + "Y", expecting: "Ysatu Xdua tiga"))
    #expect(session.type(Keys.end + "Z", expecting: "Ysatu Xdua tigaZ"))
    #expect(session.type("\u{17}", expecting: "Ysatu Xdua"))
    #expect(session.type("\u{1B}[1~" + Keys.delete, expecting: "satu Xdua"))
    let unknownKeys = "\u{1B}[15~\u{1B}[24;2~"
    #expect(session.type(Keys.wordRight + unknownKeys + "-", expecting: "satu- Xdua"))
    #expect(session.type("\u{15}", expecting: "Xdua"))
  }

  @Test func takesEditingBackAndAgain() throws {
    let session = try Session()
    #expect(session.type("hitung AKIP", expecting: "hitung AKIP"))
    #expect(session.type("\u{1F}", expecting: "hitung"))
    #expect(session.type("\u{1F}", expecting: ""))
    #expect(session.type("\u{1B}_\u{1B}_", expecting: "hitung AKIP"))
    #expect(session.type(Keys.home + "\u{0B}", expecting: ""))
    #expect(session.type("\u{1F}", expecting: "hitung AKIP"))
  }

  @Test func continuesALineThatEndsInABackslash() throws {
    let session = try Session()
    session.terminal.type("abc\\\r")
    #expect(session.terminal.wait(for: "… ›"))
    #expect(session.run("xyz"))
    #expect(session.terminal.screen.text.contains("abcxyz"))
  }

  @Test func endsAtControlDOnAnEmptyLineOnly() throws {
    let session = try Session()
    #expect(session.type("ab" + Keys.left + Keys.end4, expecting: "a"))
    #expect(session.type(Keys.end4 + Keys.end4 + "c", expecting: "ac"))
    #expect(session.type("\u{15}", expecting: ""))
    session.terminal.type(Keys.end4)
    #expect(session.terminal.waitForExit() == 0)
    #expect(session.terminal.isInUsualMode)
    #expect(String(decoding: session.terminal.output, as: UTF8.self).hasSuffix("\u{1B}[?2004l\r\n"))
  }

  @Test func quitsOnCommand() throws {
    let session = try Session()
    session.terminal.type("keluar\r")
    #expect(session.terminal.waitForExit() == 0)
    #expect(session.terminal.isInUsualMode)
  }

  @Test func wrapsALongLineInANarrowWindow() throws {
    let session = try Session(columns: 40)
    let text = "abcxyz " + String(repeating: "1234567890", count: 9) + "!"
    session.terminal.type(text)
    #expect(session.terminal.wait(5) { $0.text.replacing("\n", with: "").contains(text) })
    session.terminal.type(Keys.home + "Q")
    #expect(session.terminal.wait(5) { $0.text.replacing("\n", with: "").contains("Q" + text) })
    #expect(session.terminal.screen.cursor.row == 0 || session.line.contains("› Q"))
    session.terminal.type(Keys.interrupt)
    #expect(session.waitForPrompt())
  }

  @Test(arguments: ["dumb", "", "terminal-yang-tidak-ada", "vt100", "linux", "screen", "xterm-kitty"])
  func worksOnEveryKindOfTerminal(name: String) throws {
    let session = try Session(environment: ["LANG": "C.UTF-8", "TERM": name])
    #expect(session.type("abcxyé", expecting: "abcxyé"))
    #expect(session.type(Keys.backspace + "z", expecting: "abcxyz"))
    #expect(session.run(""))
    #expect(session.terminal.screen.text.contains("abcxyz"))
    if name.isEmpty || name == "dumb" {
      #expect(!session.terminal.output.contains(0x1B), "a plain terminal gets no escape sequences")
    }
    session.terminal.type(Keys.end4)
    #expect(session.terminal.waitForExit() == 0)
  }

  @Test func usesNoColourWhenAskedNotTo() throws {
    let session = try Session(environment: ["LANG": "C.UTF-8", "NO_COLOR": "1"])
    session.run("abcxyz")
    let text = String(decoding: session.terminal.output, as: UTF8.self)
    #expect(!text.contains(/\u{1B}\[[0-9;]*[1-9][0-9;]*m/))
  }
}
