import Analysis
import Testing

@testable import Shell

@Suite("Drafts as files")
struct DraftFileTests {
  private func draft(_ value: Double, id: String = "a", extra: Bool = false) -> Draft {
    var parts: [DraftPart] = [
      .heading("Bagian satu", level: 2),
      .generated(
        GeneratedBlock(id, command: "capaian AKIP", [.paragraph("Capaian \(Figure(value, .percent)).")])),
      .placeholder("alasan"),
    ]
    if extra { parts.append(.generated(GeneratedBlock("b", [.paragraph("Tambahan \(Figure(7, .score)).")]))) }
    return Draft(title: "Naskah", parts: parts)
  }

  @Test func writesMarksAroundWhatIsGeneratedOnly() {
    let text = DraftFile(draft(92.81)).text
    #expect(text.contains("<!-- telaah:mulai id=a sidik="))
    #expect(text.contains("perintah=\"capaian AKIP\" -->\nCapaian 92,81%.\n<!-- telaah:akhir -->"))
    #expect(text.contains("## Bagian satu\n"))
    #expect(
      !text.split(separator: "\n").drop { !$0.hasPrefix("<!-- telaah:mulai") }.prefix(3).contains {
        $0.contains("alasan")
      })
  }

  @Test func theSameDraftChangesNothing() throws {
    let file = DraftFile(draft(92.81))
    let result = try file.merged(into: file.text, name: "x.md")
    #expect(result.text == file.text)
    #expect(result.changed.isEmpty && result.edited.isEmpty && result.stale.isEmpty)
  }

  @Test func whatThePlannerWroteSurvivesAndChangedFiguresAreMarked() throws {
    let old = DraftFile(draft(92.81)).text.replacing(
      "> *\\[isi: alasan\\]*", with: "Alasan: pegawai berkurang 3 orang."
    )
    .replacing("## Bagian satu", with: "## Judul saya")
    let result = try DraftFile(draft(95)).merged(into: old, name: "x.md")
    #expect(result.changed == ["a"])
    #expect(
      result.text.contains("Alasan: pegawai berkurang 3 orang.") && result.text.contains("## Judul saya"))
    #expect(result.text.contains("Angka berubah sejak naskah sebelumnya:** 92,81 → 95,00"))
    #expect(result.text.contains("Capaian 95,00%.") && !result.text.contains("Capaian 92,81%."))
    #expect(!result.text.contains("isi: alasan"))
    let again = try DraftFile(draft(95)).merged(into: result.text, name: "x.md")
    #expect(again.changed.isEmpty && !again.text.contains("Angka berubah"))
  }

  @Test func editsInsideABlockAreKeptBelowIt() throws {
    let old = DraftFile(draft(92.81)).text.replacing(
      "Capaian 92,81%.", with: "Capaian hanya 92,81% karena pemadaman.")
    let result = try DraftFile(draft(95)).merged(into: old, name: "x.md")
    #expect(result.edited == ["a"])
    #expect(result.text.contains("Capaian hanya 92,81% karena pemadaman."))
    #expect(result.text.contains("<!-- telaah:akhir -->\n\n" + DraftRemark.editedHeading))
  }

  @Test func newBlocksComeBehindTheirNeighbourAndOldOnesStay() throws {
    let old = DraftFile(draft(92.81)).text
    let more = try DraftFile(draft(92.81, extra: true)).merged(into: old, name: "x.md")
    #expect(more.text.contains("Tambahan 7,00."))
    let less = try DraftFile(draft(92.81)).merged(into: more.text, name: "x.md")
    #expect(less.stale == ["b"] && less.text == more.text)
  }

  @Test(arguments: [
    "<!-- telaah:mulai id=a sidik=1 -->\nteks", "<!-- telaah:mulai sidik=1 -->\nteks\n<!-- telaah:akhir -->",
    "<!-- telaah:mulai id=a -->\n<!-- telaah:mulai id=b -->\n<!-- telaah:akhir -->",
    "<!-- telaah:mulai id=a -->\n<!-- telaah:akhir -->\n<!-- telaah:mulai id=a -->\n<!-- telaah:akhir -->",
  ])
  func damagedMarksAreRefused(text: String) {
    #expect(throws: Problem.self) { try DraftFile(draft(1)).merged(into: text, name: "x.md") }
  }

  @Test func aCommandCannotEndTheMark() {
    var hostile = draft(1)
    hostile.parts = [
      .generated(GeneratedBlock("a", command: "catatan \"x --> <script>\"", [.paragraph("x")]))
    ]
    let mark = DraftFile(hostile).text.split(separator: "\n").first { $0.hasPrefix(DraftMark.start) } ?? ""
    #expect(mark.hasSuffix("-->") && mark.dropLast(3).contains("-->") == false)
  }

  @Test func savingTwiceGivesTheSameFile() throws {
    let folder = try NotebookFolder()
    var session = try SampleSession.loaded("plandaan")
    let path = Words.quoted(folder.path + "/naskah.md")
    _ = try session.execute("naskah strategi simpan=\(path)")
    let first = try folder.read("naskah.md")
    let again = try session.execute("naskah strategi simpan=\(path)")
    #expect(try folder.read("naskah.md") == first)
    #expect(again.result["berubah"]?.elements.isEmpty == true)
  }

  @Test(arguments: [
    ("Rp 2.366.719.674, atau 81,40%", ["2.366.719.674", "81,40"]), ("turun −0,5 poin.", ["−0,5"]),
    ("2021–2025", ["2021", "2025"]),
    ("tanpa angka", []),
  ])
  func numbersAreFoundAsWritten(text: String, numbers: [String]) {
    #expect(NumberTokens.of(text) == numbers)
  }
}
