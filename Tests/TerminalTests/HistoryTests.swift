import Glibc
import TestSupport
import Testing

@Suite struct HistoryTests {
  @Test func recallsEarlierLines() throws {
    let first = try Session()
    first.run("abcxyz 1")
    first.run("hitungx 漢字 —")
    first.run("abcxyz 2")
    #expect(first.type(Keys.up, expecting: "abcxyz 2"))
    #expect(first.type(Keys.up, expecting: "hitungx 漢字 —"))
    #expect(first.type(Keys.down + Keys.down, expecting: ""))
    #expect(first.type("abc" + Keys.up + Keys.up, expecting: "abcxyz 1"))
    #expect(first.type(Keys.down + Keys.down, expecting: "abc"))
    first.terminal.type("\u{15}" + Keys.end4)
    #expect(first.terminal.waitForExit() != nil)
    let second = try Session(history: first.history)
    #expect(second.type(Keys.up, expecting: "abcxyz 2"))
    #expect(second.type(Keys.up, expecting: "hitungx 漢字 —"))
  }

  @Test func searchesWhileTyping() throws {
    let session = try Session()
    for line in ["abcxyz satu", "abcxyz dua", "abcxyz satu lagi"] { session.run(line) }
    session.terminal.type("\u{12}satu")
    #expect(
      session.terminal.wait(5) {
        $0.currentLine.contains("“satu”") && $0.currentLine.hasSuffix("abcxyz satu lagi")
      })
    session.terminal.type("\u{12}")
    #expect(session.terminal.wait(5) { $0.currentLine.hasSuffix("abcxyz satu") })
    session.terminal.type("\u{7}")
    #expect(session.waitForPrompt())
    session.terminal.type("\u{12}dua" + Keys.end + "!")
    #expect(session.terminal.wait(5) { _ in session.typed == "abcxyz dua!" })
    session.terminal.type(Keys.interrupt)
    #expect(session.waitForPrompt())
    session.terminal.type("\u{12}tidak ada itu")
    #expect(session.terminal.wait(5) { $0.currentLine.contains("tidak ada “") })
    session.terminal.type(Keys.interrupt)
    #expect(session.waitForPrompt())
  }

  @Test func twoShellsAtOnceLoseNothing() throws {
    let first = try Session()
    let second = try Session(history: first.history)
    for number in 1...15 {
      first.terminal.type("abcxyz a\(number)\r")
      second.terminal.type("abcxyz b\(number)\r")
    }
    for session in [first, second] {
      #expect(session.terminal.wait(10) { $0.transcript.contains("15") && $0.currentLine.hasSuffix("›") })
      session.terminal.type(Keys.end4)
      #expect(session.terminal.waitForExit() != nil)
    }
    let lines = first.historyText.split(separator: "\n")
    #expect(lines.count == 30)
    for number in 1...15 {
      for shell in ["a", "b"] { #expect(lines.count { $0.contains("\"abcxyz \(shell)\(number)\"") } == 1) }
    }
  }

  @Test func aKilledShellLeavesItsHistory() throws {
    let session = try Session()
    session.run("abcxyz sebelum")
    session.terminal.type("setengah jalan")
    session.terminal.send(SIGKILL)
    #expect(session.terminal.waitForExit() == 137)
    let next = try Session(history: session.history)
    #expect(next.type(Keys.up, expecting: "abcxyz sebelum"))
  }

  @Test func keepsPrivateLinesOut() throws {
    let session = try Session()
    session.run(" abcxyz rahasia")
    session.run("abcxyz biasa")
    #expect(!session.historyText.contains("rahasia"))
    #expect(session.historyText.contains("biasa"))
    #expect(session.type(Keys.up + Keys.up + "!", expecting: "abcxyz biasa!"))
  }

  @Test func anUnwritableHistoryIsToldOnce() throws {
    let session = try Session(history: "/proc/tidak/ada/riwayat.jsonl")
    session.run("abcxyz 1")
    session.run("abcxyz 2")
    let complaints = session.terminal.screen.transcript.split(separator: "\n").filter {
      $0.contains("riwayat tidak dapat")
    }
    #expect(complaints.count == 1)
    #expect(session.type(Keys.up, expecting: "abcxyz 2"))
  }
}
