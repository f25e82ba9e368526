import Analysis
import Testing

@testable import Shell

@Suite("The journal of a session")
struct JournalTests {
  /// Writes a journal as a shell would that is killed afterwards.
  private func kill(in folder: String, _ body: (SessionJournal) throws -> Void) throws {
    let journal = try SessionJournal(in: folder)
    try body(journal)
  }

  private func type(_ line: String, status: Int = 0, in journal: SessionJournal) throws {
    try journal.append(line, status: SessionJournal.begun)
    try journal.append(line, status: status)
  }

  @Test func aKilledSessionIsFoundAndALivingOneIsNot() throws {
    let folder = try NotebookFolder().path + "/jurnal"
    let living = try SessionJournal(in: folder)
    try type("muat data/uji", in: living)
    #expect(SessionJournal.abandoned(in: folder).isEmpty)
    try kill(in: folder) { journal in
      try type("muat data/uji", in: journal)
      try type("capaian TIDAKADA", status: 1, in: journal)
      try type("bantuan", in: journal)
      try type("capaian \"é\" # \\", in: journal)
      try journal.append("acak AKIP", status: SessionJournal.begun)
    }
    let found = try #require(SessionJournal.abandoned(in: folder).first)
    #expect(
      found.lines.map(\.text) == [
        "muat data/uji", "capaian TIDAKADA", "bantuan", "capaian \"é\" # \\", "acak AKIP",
      ])
    #expect(found.lines.map(\.status) == [0, 1, 0, 0, nil])
    #expect(found.lines.filter(\.isWorthRestoring).map(\.text) == ["muat data/uji", "capaian \"é\" # \\"])
    living.remove()
  }

  @Test func savedSessionsAreNotOffered() throws {
    let folder = try NotebookFolder().path + "/jurnal"
    try kill(in: folder) { journal in
      try type("muat data/uji", in: journal)
      try journal.markSaved("buku.md")
      try type("simpan buku.md", in: journal)
      try type("bantuan", in: journal)
    }
    #expect(SessionJournal.abandoned(in: folder).isEmpty)
    try kill(in: folder) { journal in
      try type("muat data/uji", in: journal)
      try journal.markSaved("buku.md")
      try type("capaian", in: journal)
    }
    #expect(SessionJournal.abandoned(in: folder).first?.lines.count == 2)
  }

  @Test func damagedLinesAreSkipped() throws {
    let folder = try NotebookFolder()
    try folder.write(
      "jurnal-1.jsonl", "{\"teks\":\"data\",\"status\":0}\n{\"teks\":\n\u{0}\n{\"teks\":\"capaian\",\"sta")
    #expect(SessionJournal.abandoned(in: folder.path).first?.lines.map(\.text) == ["data"])
  }

  @Test(
    arguments: [
      (["TELAAH_JURNAL": "/a"], "/a"), (["TELAAH_JURNAL": "", "HOME": "/h"], nil),
      (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/telaah"), (["HOME": "/h"], "/h/.local/state/telaah"),
      ([:], nil),
    ] as [([String: String], String?)])
  func theEnvironmentSaysWhere(environment: [String: String], folder: String?) {
    #expect(SessionJournal.folder { environment[$0] } == folder)
  }
}
