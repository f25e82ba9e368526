import Glibc
import TestSupport
import Testing

/// Sessions that are cut off, and the prompt after commands.
@Suite struct RestoreTests {
  private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
  private static let data = root + "/notebooks/data/ngoro"

  private func session(journal: String) throws -> Session {
    try Session(environment: ["LANG": "C.UTF-8", "TELAAH_JURNAL": journal])
  }

  @Test(arguments: [SIGKILL, SIGTERM, SIGHUP]) func aKilledShellLosesNothing(signal: Int32) throws {
    let journal = try Session.newFolder()
    let first = try session(journal: journal)
    #expect(!first.terminal.screen.text.contains("belum disimpan"))
    first.run("muat \(Self.data)")
    first.run("hitung AKIP*2")
    first.run("hitung AKIP*3")
    first.run("batal")
    first.run("capaian TIDAKADA")
    first.terminal.send(signal)
    #expect(first.terminal.waitForExit() != nil)

    let second = try session(journal: journal)
    #expect(second.terminal.screen.text.contains("belum disimpan (4 perintah)"))
    second.run("pulihkan")
    #expect(second.terminal.screen.transcript.contains("4 perintah dipulihkan"))
    #expect(second.line.hasPrefix("ngoro 2024"))
    second.run("simpan \(journal)/buku.md")
    let notebook = Session.contents(of: journal + "/buku.md")
    #expect(notebook.contains("hitung AKIP*2") && !notebook.contains("hitung AKIP*3"))
    second.terminal.send(SIGKILL)
    #expect(second.terminal.waitForExit() != nil)
    #expect(!(try session(journal: journal)).terminal.screen.text.contains("belum disimpan"))
  }

  @Test func leavingOnPurposeKeepsNoJournal() throws {
    let journal = try Session.newFolder()
    let first = try session(journal: journal)
    first.run("muat \(Self.data)")
    let second = try session(journal: journal)
    #expect(!second.terminal.screen.text.contains("belum disimpan"), "the first session is alive")
    for session in [first, second] {
      session.terminal.type("keluar\r")
      #expect(session.terminal.waitForExit() == 0)
    }
    #expect(!(try session(journal: journal)).terminal.screen.text.contains("belum disimpan"))
  }

  @Test func aJournalThatCannotBeWrittenIsToldOnceAndStopsNothing() throws {
    let session = try session(journal: "/proc/tidak/ada")
    #expect(session.terminal.screen.text.contains("jurnal sesi tidak dapat dibuat"))
    session.run("muat \(Self.data)")
    #expect(session.line.hasPrefix("ngoro 2024"))
  }

  @Test func thePromptFollowsCommands() throws {
    let terminal = try Terminal(
      Session.program, ["--lalu", "-c", "muat \(Self.data)"],
      environment: [
        "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LANG": "C.UTF-8", "TELAAH_RIWAYAT": "",
      ])
    #expect(terminal.wait(10) { $0.currentLine.hasPrefix("ngoro 2024 ›") })
    terminal.type("hitung AKIP*2\r")
    #expect(terminal.wait(for: "160,3"))
    terminal.type("keluar\r")
    #expect(terminal.waitForExit() == 0)
  }
}
