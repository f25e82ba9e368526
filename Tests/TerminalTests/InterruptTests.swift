import Glibc
import TestSupport
import Testing

@Suite struct InterruptTests {
  /// Ctrl-C ends a simulation that would take hours within a moment, and the session goes on.
  @Test func controlCStopsLongWork() throws {
    let session = try Session()
    session.terminal.type("muat \"\(Self.data)\"\r")
    #expect(session.terminal.wait(20) { $0.currentLine.contains("plandaan 2025 ›") })
    session.terminal.type("acak RB RB.SASARAN~seragam(70;80) n=2000000000 benih=1 inti=1\r")
    #expect(session.terminal.wait(for: "Ctrl-C menghentikan", seconds: 60))
    session.terminal.type(Keys.interrupt)
    #expect(session.terminal.wait(for: "dihentikan", seconds: 3))
    #expect(session.waitForPrompt())
    #expect(session.run("simulasi RB.SASARAN=76"))
    #expect(session.terminal.wait { $0.currentLine.hasSuffix("plandaan 2025 +1 asumsi ›") })
  }

  private static var data: String {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/") + "/notebooks/data/plandaan"
  }
}
