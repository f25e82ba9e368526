import Glibc
import TestSupport
import Testing

@Suite struct SignalTests {
  @Test func controlCLeavesTheLineAndStays() throws {
    let session = try Session()
    #expect(session.type("belum selesai", expecting: "belum selesai"))
    session.terminal.type(Keys.interrupt)
    #expect(session.waitForPrompt())
    #expect(session.terminal.screen.text.contains("belum selesai^C"))
    session.terminal.type(Keys.interrupt)
    #expect(session.waitForRows(3))
    session.terminal.type(Keys.interrupt)
    #expect(session.terminal.wait(for: "Ctrl-D"), "a second Ctrl-C on an empty line says how to quit")
    #expect(session.run("abcxyz"))
    #expect(!session.historyText.contains("belum selesai"))
  }

  @Test func manyInterruptsDoNoHarm() throws {
    let session = try Session()
    for _ in 0..<20 { session.terminal.type("ab" + Keys.interrupt) }
    session.terminal.settle()
    #expect(session.type("\u{15}abcxyz", expecting: "abcxyz"))
    #expect(session.terminal.isRunning)
  }

  @Test func anotherSizeRedrawsTheLine() throws {
    let session = try Session(columns: 100)
    let text = String(repeating: "abcdefghi ", count: 6) + "akhir"
    session.terminal.type(text)
    #expect(session.terminal.wait(for: "akhir"))
    session.terminal.resize(columns: 50, rows: 20)
    #expect(session.terminal.wait(5) { $0.text.replacing("\n", with: "").contains(text) })
    session.terminal.resize(columns: 120, rows: 30)
    #expect(session.terminal.wait(5) { $0.text.contains(text) })
    #expect(session.type("\u{15}abcxyz", expecting: "abcxyz"))
    #expect(session.run(""))
  }

  @Test func anotherSizeDuringSearchAndOnAnEmptyLine() throws {
    let session = try Session()
    for columns in [40, 200, 10, 80] { session.terminal.resize(columns: columns, rows: 24) }
    session.terminal.settle()
    #expect(session.type("abcxyz", expecting: "abcxyz"))
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func aTerminatingSignalRestoresTheTerminal(signal: Int32) throws {
    let session = try Session()
    #expect(session.type("abc", expecting: "abc"))
    #expect(!session.terminal.isInUsualMode)
    session.terminal.send(signal)
    #expect(session.terminal.waitForExit() == 128 + signal)
    #expect(session.terminal.isInUsualMode)
    #expect(String(decoding: session.terminal.output, as: UTF8.self).contains("\u{1B}[?2004l"))
  }

  @Test func goesOnAfterBeingStopped() throws {
    let session = try Session()
    #expect(session.type("abcx", expecting: "abcx"))
    session.terminal.send(SIGSTOP)
    usleep(50_000)
    session.terminal.send(SIGCONT)
    #expect(session.type("yz", expecting: "abcxyz"))
    #expect(session.run(""))
  }

  @Test func endsWhenTheTerminalGoesAway() throws {
    let session = try Session()
    session.terminal.hangUp()
    #expect(session.terminal.waitForExit() != nil)
  }
}
