import Glibc
import TestSupport
import Testing

@Suite struct CompletionTests {
  private static let tab = "\t"

  @Test func completesCommands() throws {
    let session = try Session()
    #expect(session.type("indi" + Self.tab + "x", expecting: "indikator x"))
    session.terminal.type("\u{15}" + Self.tab)
    #expect(session.terminal.wait(for: "bantuan"))
    #expect(session.waitForPrompt())
    #expect(session.terminal.screen.bells == 0)
    #expect(session.type("zzz" + Self.tab, expecting: "zzz"))
  }

  @Test func listsBelowTheLineAndKeepsIt() throws {
    let session = try Session()
    #expect(session.type("a x" + Keys.home + Keys.wordRight, expecting: "a x"))
    session.terminal.type("\u{15}u")
    session.terminal.type(Self.tab)
    #expect(session.terminal.wait(5) { $0.text.contains("ulang") && $0.text.contains("unit") })
    #expect(session.terminal.wait(5) { _ in session.typed == "u x" })
    #expect(session.type("n" + Self.tab, expecting: "unit x"))
  }

  @Test func completesPathsCodesOptionsAndUnits() throws {
    let session = try Session(columns: 120)
    let folder = try Session.newFolder()
    for name in ["plandaan lain", "data-é"] { mkdir(folder + "/" + name, 0o700) }
    #expect(session.type("muat \(folder)/da" + Self.tab, expecting: "muat \(folder)/data-é/"))
    session.terminal.type("\u{15}muat \(Self.data)/plan" + Self.tab + "\r")
    #expect(
      session.terminal.wait(10) { $0.currentLine.contains("plandaan") && $0.currentLine.hasSuffix("›") })
    #expect(session.type("lihat AKI" + Self.tab, expecting: "lihat AKIP"))
    #expect(session.type("\u{15}pakai tah" + Self.tab + "202" + Self.tab, expecting: "pakai tahun=202"))
    #expect(session.terminal.wait(for: "2024"))
    #expect(session.type("\u{15}pakai unit=plan" + Self.tab, expecting: "pakai unit=\"Kecamatan Plandaan\""))
  }

  @Test func listsMoreThanAScreenPageByPage() throws {
    let session = try Session(rows: 12)
    let folder = try Session.newFolder()
    for number in 100..<160 { mkdir(folder + "/unit-\(number)-" + String(repeating: "x", count: 40), 0o700) }
    session.terminal.type("muat \(folder)/" + Self.tab + Self.tab)
    #expect(session.terminal.wait(for: "lagi: spasi lanjut"))
    session.terminal.type(" ")
    #expect(session.terminal.wait(for: "unit-115"))
    session.terminal.type("q")
    #expect(session.terminal.wait(5) { _ in session.typed.hasSuffix("/unit-1") })
    #expect(!session.terminal.screen.text.contains("lagi: spasi"))
  }

  /// The example datasets of the project.
  private static var data: String {
    let file = #filePath
    return String(file.prefix(file.count - "Tests/TerminalTests/CompletionTests.swift".count))
      + "notebooks/data"
  }
}
