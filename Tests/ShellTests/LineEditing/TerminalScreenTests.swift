import Testing

@testable import Shell

@Suite struct TerminalScreenTests {
  private static let installed: Set = ["xterm-256color", "xterm", "vt100", "linux", "dumb"]

  @Test(
    arguments: [
      ("xterm", "xterm", true), ("linux", "linux", true), ("xterm-kitty", "xterm-256color", true),
      ("alacritty", "xterm-256color", true), ("aneh", nil, false), ("dumb", nil, false), ("", nil, false),
      (nil, nil, false),
    ] as [(String?, String?, Bool)])
  func findsADescription(name: String?, description: String?, isCapable: Bool) {
    let screen = TerminalScreen(named: name) { Self.installed.contains($0) }
    #expect(screen.description == description)
    #expect(screen.isCapable == isCapable)
  }
}
