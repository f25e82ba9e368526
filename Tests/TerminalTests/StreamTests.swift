import TestSupport
import Testing

/// The program behind a pipe, run by a shell whose own output is a pseudo-terminal.
@Suite struct StreamTests {
  private func output(_ script: String) throws -> String {
    let history = try Session.newFolder() + "/riwayat.jsonl"
    let terminal = try Terminal(
      "/bin/sh", ["-c", script],
      environment: ["PATH": "/usr/bin:/bin", "TELAAH": Session.program, "TELAAH_RIWAYAT": history])
    #expect(terminal.waitForExit(10) == 0)
    #expect(Session.contents(of: history).isEmpty, "a script leaves the history alone")
    return terminal.screen.text
  }

  @Test func readsTheLastLineWithoutALineEnd() throws {
    let text = try output(#"printf '# satu\nabcxyz' | "$TELAAH"; echo "status $?""#)
    #expect(text.contains("abcxyz"))
    #expect(text.hasSuffix("status 1"))
  }

  @Test func anEmptyStreamIsNoError() throws {
    #expect(try output(#""$TELAAH" < /dev/null; echo "status $?""#) == "status 0")
  }

  @Test func tellsTheLineThatIsNotText() throws {
    let text = try output(#"printf '# satu\r\n# dua \377\n# tiga\n' | "$TELAAH"; echo "status $?""#)
    #expect(text.contains("baris 2 bukan teks UTF-8"))
    #expect(text.hasSuffix("status 1"))
  }

  @Test func showsNoPromptWhenOutputIsNoTerminal() throws {
    #expect(try output(#"printf 'keluar\n' | "$TELAAH" | cat; echo selesai"#) == "selesai")
  }
}
