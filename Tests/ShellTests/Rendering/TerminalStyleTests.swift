import Testing

@testable import Shell

@Suite struct TerminalStyleTests {
  @Test(
    arguments: [
      (ColourChoice.auto, ["TERM": "xterm"], true, true), (.auto, ["TERM": "xterm"], false, false),
      (.auto, ["TERM": "dumb"], true, false), (.auto, [:], true, false),
      (.auto, ["TERM": "xterm", "NO_COLOR": "1"], true, false),
      (.auto, ["TERM": "xterm", "NO_COLOR": ""], true, true),
      (.ya, ["TERM": "dumb", "NO_COLOR": "1"], false, true), (.tidak, ["TERM": "xterm"], true, false),
    ] as [(ColourChoice, [String: String], Bool, Bool)])
  func colour(choice: ColourChoice, environment: [String: String], isTerminal: Bool, expected: Bool) {
    #expect(choice.isOn(environment: environment, isTerminal: isTerminal) == expected)
  }

  @Test(
    arguments: [
      (["TERM": "xterm"], false), (["TERM": "vt100"], true), (["LANG": "id_ID.ISO-8859-1"], true),
      (["LANG": "id_ID.ISO-8859-1", "LC_ALL": "C.UTF-8"], false), (["LC_ALL": "C"], false), ([:], false),
    ] as [([String: String], Bool)])
  func ascii(environment: [String: String], expected: Bool) {
    #expect(GlyphChoice.needsAscii(environment: environment) == expected)
  }

  @Test func emphasisOnlyWithColour() {
    let style: Ansi = [.bold, .red]
    #expect(style.applied(to: "x", colour: false) == "x")
    #expect(style.applied(to: "x", colour: true) == "\u{1B}[1;31mx\u{1B}[0m")
  }
}
