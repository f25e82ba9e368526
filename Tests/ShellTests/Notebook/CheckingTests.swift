import Analysis
import Testing

@testable import Shell

@Suite("Checking and updating notebooks")
struct CheckingTests {
  /// A folder with a saved notebook.
  private func saved() throws -> NotebookFolder {
    let folder = try NotebookFolder()
    _ = try folder.session(
      "muat data/uji", "catatan \"Teks  dengan   spasi\"", "capaian AKIP tahun=2023",
      "capaian AKIP IKM tahun=2024",
      "hitung IKM*2", "simpan buku.md")
    return folder
  }

  @Test func anUnchangedNotebookPasses() throws {
    let folder = try saved()
    let output = try folder.run("periksa-ulang buku.md")
    #expect(output.status == 0)
    #expect(output.result["sel"]?.number == 4)
    #expect(output.result["cocok"]?.number == 4)
    #expect(output.result["berubah"]?.elements.isEmpty == true)
  }

  @Test func aChangedFigureIsNamedWithTheCellsItMoved() throws {
    let folder = try saved()
    let before = try folder.read("buku.md")
    try folder.replace("data/uji/kinerja.csv", "80.25", by: "81.5")
    let output = try folder.run("periksa-ulang buku.md")
    #expect(output.status == 3)
    let figures = output.result["angka"]?.elements ?? []
    #expect(figures.count == 1)
    #expect(figures.first?["kode"]?.string == "AKIP")
    #expect(figures.first?["kolom"]?.string == "realisasi")
    #expect(figures.first?["sebelum"]?.number == 80.25)
    #expect(figures.first?["sesudah"]?.number == 81.5)
    #expect(figures.first?["sel"]?.elements.map(\.number) == [3])
    let changes = output.result["berubah"]?.elements ?? []
    #expect(changes.map { $0["sel"]?.number } == [3])
    #expect(changes.first?["sebab"]?.string == "data")
    let text = recordedText(output)
    #expect(text.contains("Kecamatan Sepaku 2024 AKIP realisasi: 80,25 → 81,5, dipakai sel 3"))
    #expect(try folder.read("buku.md") == before)
  }

  @Test func rowsThatNoOutputUsesAreNamedToo() throws {
    let folder = try saved()
    try folder.replace("buku.md", "capaian AKIP tahun=2023", by: "data")
    _ = try folder.run("perbarui buku.md")
    try folder.replace("data/uji/kinerja.csv", "2023,AKIP,70,74", by: "2023,AKIP,70,74.5")
    let output = try folder.run("periksa-ulang buku.md")
    #expect(output.status == 3)
    #expect(output.result["angka"]?.elements.isEmpty == true)
    let rows = output.result["baris_lain"]?.elements.compactMap(\.string) ?? []
    #expect(rows.count == 1)
    #expect(rows.first?.contains("uji/kinerja.csv:2 berubah: Kecamatan Sepaku 2023 AKIP") == true, "\(rows)")
    #expect(rows.first?.contains("realisasi 74,5") == true)
    _ = try folder.run("perbarui buku.md")
    try folder.replace("data/uji/kinerja.csv", "88.5\n", by: "88.5\nKecamatan Sepaku,2022,IKM,80,81\n")
    let added =
      try folder.run("periksa-ulang buku.md").result["baris_lain"]?.elements.compactMap(\.string) ?? []
    #expect(added.count == 1)
    #expect(added.first?.contains("uji/kinerja.csv:5 baru: Kecamatan Sepaku 2022 IKM") == true, "\(added)")
  }

  @Test func figuresBehindAnswersWithoutOriginsAreNamed() throws {
    let folder = try NotebookFolder()
    try folder.write(
      "data/uji/kinerja.csv",
      "unit,tahun,kode,target,realisasi\n"
        + (2021...2025).map { "Kecamatan Sepaku,\($0),AKIP,70,\($0 - 1950)\n" }.joined())
    _ = try folder.session("muat data/uji", "tren AKIP", "simpan buku.md")
    try folder.replace("data/uji/kinerja.csv", "2023,AKIP,70,73", by: "2023,AKIP,70,71")
    let output = try folder.run("periksa-ulang buku.md")
    let figures = output.result["angka"]?.elements ?? []
    #expect(figures.map { $0["sebelum"]?.number } == [73])
    #expect(figures.first?["sel"]?.elements.contains(.number(2)) == true)
  }

  @Test func addedAndRemovedRowsAreCounted() throws {
    let folder = try saved()
    try folder.replace("data/uji/kinerja.csv", "Kecamatan Sepaku,2024,IKM,90,88.5\n", by: "")
    let output = try folder.run("periksa-ulang buku.md")
    #expect(output.status == 3)
    #expect(recordedText(output).contains("3 baris menjadi 2"))
    let gone = output.result["angka"]?.elements.filter { $0["kode"]?.string == "IKM" } ?? []
    #expect(gone.map { $0["sesudah"] } == [.null, .null])
  }

  @Test func anEditedCommandIsTheNotebooksDoing() throws {
    let folder = try saved()
    try folder.replace("buku.md", "hitung IKM*2", by: "hitung IKM*3")
    let output = try folder.run("periksa-ulang buku.md")
    #expect(output.status == 3)
    let changes = output.result["berubah"]?.elements ?? []
    #expect(changes.map { $0["sel"]?.number } == [4])
    #expect(changes.first?["sebab"]?.string == "buku")
    #expect(output.result["angka"]?.elements.isEmpty == true)
  }

  @Test func anEarlierEditExplainsALaterCell() throws {
    let folder = try NotebookFolder()
    _ = try folder.session("muat data/uji", "pakai tahun=2023", "capaian AKIP", "simpan buku.md")
    try folder.replace("buku.md", "```telaah\npakai tahun={tahun}\n```\n", by: "")
    let output = try folder.run("periksa-ulang buku.md")
    #expect(output.status == 3)
    #expect(
      output.result["berubah"]?.elements.allSatisfy { $0["sebab"]?.string?.contains("buku") == true } == true)
  }

  @Test func anotherProgramIsSaid() throws {
    let folder = try saved()
    let text = try folder.read("buku.md")
    let old = text.split(separator: "telaah=\(Release.version)").joined(separator: "telaah=0.0.1")
    try folder.write("buku.md", old.split(separator: "= 177").joined(separator: "= 178"))
    let output = try folder.run("periksa-ulang buku.md")
    #expect(output.status == 3)
    #expect(output.result["berubah"]?.elements.first?["sebab"]?.string == "program")
  }

  @Test func aFailingCellIsADriftAndTheOthersAreCompared() throws {
    let folder = try saved()
    try folder.replace("buku.md", "hitung IKM*2", by: "hitung TIDAKADA")
    let output = try folder.run("periksa-ulang buku.md")
    #expect(output.status == 3)
    #expect(output.result["cocok"]?.number == 3)
  }

  @Test func updatingTouchesOnlyOutputsAndFingerprints() throws {
    let folder = try saved()
    try folder.replace("buku.md", "Teks  dengan", by: "  Teks\tdengan")
    let before = try folder.read("buku.md")
    try folder.replace("data/uji/kinerja.csv", "80.25", by: "81.5")
    #expect(try folder.run("perbarui buku.md").result["berubah"]?.number == 1)
    let after = try folder.read("buku.md")
    #expect(try folder.run("periksa-ulang buku.md").status == 0)
    func frame(_ text: String) throws -> [String] {
      let notebook = try NotebookReader.read(Array(text.utf8), path: "buku.md")
      let written =
        notebook.cells.compactMap { $0.recorded?.lines } + [
          notebook.header.dataLines, notebook.figures?.lines ?? 0..<0,
        ]
      return (0..<notebook.source.count).filter { line in !written.contains { $0.contains(line) } }.map {
        notebook.source[$0]
      }
    }
    #expect(try frame(before) == frame(after))
    #expect(before != after)
    try folder.replace("data/uji/kinerja.csv", "81.5", by: "80.25")
    _ = try folder.run("perbarui buku.md")
    #expect(try folder.read("buku.md") == before)
    #expect(try folder.run("perbarui buku.md").result["ditulis"] == .bool(false))
  }

  @Test(arguments: ["\n", "\r\n"]) func writtenByHandGetsItsOutputs(newline: String) throws {
    let folder = try NotebookFolder()
    let lines = [
      "---", "telaah: 1", "---", "", "# Judul", "", "```telaah", "muat data/uji", "capaian AKIP", "```", "",
      "```telaah", "data", "```",
    ]
    try folder.write("buku.md", lines.joined(separator: newline))
    #expect(try folder.run("periksa-ulang buku.md").status == 3)
    _ = try folder.run("perbarui buku.md")
    let text = try folder.read("buku.md")
    #expect(try folder.run("periksa-ulang buku.md").status == 0)
    #expect(text.utf8.count { $0 == 0x0D } == (newline == "\n" ? 0 : text.utf8.count { $0 == 0x0A }))
    let notebook = try NotebookReader.read(folder.path + "/buku.md")
    #expect(notebook.cells.allSatisfy { $0.recorded != nil })
    #expect(notebook.figures?.entries.isEmpty == false)
  }

  @Test func aFailingNotebookIsNotUpdated() throws {
    let folder = try saved()
    try folder.replace("buku.md", "hitung IKM*2", by: "hitung TIDAKADA")
    let before = try folder.read("buku.md")
    let problem = try folder.problem("perbarui buku.md")
    #expect(problem?.place.map { if case .file(_, let line, _) = $0 { line > 1 } else { false } } == true)
    #expect(try folder.read("buku.md") == before)
  }

  @Test(arguments: [
    (["nilai 1,50"], ["nilai   1,50"], 0), (["│ −3 │"], ["| -3 |"], 1), (["│ −3 │"], ["│  -3  │"], 0),
    (["nilai 1,5"], ["nilai 1,50"], 1), (["a", "b", "c"], ["a", "x y", "c"], 1),
    (["a", "b"], ["a", "b", "c"], 1),
    (["a", "b c", "d"], ["a", "d"], 1),
  ]) func comparesAsFigures(before: [String], after: [String], differences: Int) {
    #expect(OutputComparison(before, after).differences.count == differences)
  }
}
