import Analysis
import Testing

@testable import Shell

@Suite("Parameters and runs over lists")
struct ReplayingTests {
  private func folder(_ cells: String..., parameters: String = "  tahun: 2024") throws -> NotebookFolder {
    let folder = try NotebookFolder()
    let blocks = cells.map { "```telaah\n\($0)\n```\n" }.joined(separator: "\n")
    try folder.write("buku.md", "---\ntelaah: 1\nparameter:\n\(parameters)\n---\n\n\(blocks)")
    return folder
  }

  @Test func valuesCanBeReplaced() throws {
    let folder = try folder("muat data/uji", "capaian AKIP tahun={tahun}")
    #expect(recordedText(try folder.run("putar buku.md")).contains("107,00"))
    #expect(recordedText(try folder.run("putar buku.md parameter=tahun=2023")).contains("105,71"))
  }

  @Test func valuesWithSpacesStayOneWord() throws {
    let folder = try folder("muat data/uji", "pakai unit={unit}", parameters: "  unit: Kecamatan Sepaku")
    #expect(try folder.run("putar buku.md").problems.isEmpty)
  }

  @Test(arguments: [
    ("parameter=tahum=2024", "tidak mempunyai parameter", "tahun"),
    ("parameter=tahun=dua", "tidak dapat dipakai", ""),
    ("parameter=tahun", "tidak memberi nilai", ""), ("izinkan=semua", "tidak dikenal", ""),
    ("keluaran=a.pptx", "bentuk keluaran", ""),
  ]) func refusesWhatDoesNotFit(option: String, message: String, suggestion: String) throws {
    let folder = try folder("muat data/uji", "capaian AKIP tahun={tahun}")
    let problem = try #require(try folder.problem("putar buku.md \(option)"))
    #expect(problem.message.contains(message), "\(problem.message)")
    #expect(suggestion.isEmpty || problem.suggestions.contains(suggestion))
  }

  @Test(arguments: [("capaian tahun={tahum}", "tahun"), ("capaian tahun={tahun", "")])
  func refusesNamesThatAreNotDeclared(command: String, suggestion: String) throws {
    let folder = try folder("muat data/uji", command)
    let problem = try #require(try folder.problem("putar buku.md"))
    guard case .file(let path, let line, _)? = problem.place else { return #expect(Bool(false), "no place") }
    #expect(path.hasSuffix("buku.md") && line == 12)
    #expect(suggestion.isEmpty || problem.suggestions == [suggestion])
  }

  @Test func stopsAtTheFirstErrorAndKeepsWhatRan() throws {
    let folder = try folder("muat data/uji", "capaian TIDAKADA", "hitung AKIP*2")
    var session = try folder.session()
    let output = try session.execute("putar buku.md")
    #expect(output.status == 1)
    #expect(output.problems.count == 1)
    #expect(session.lastRun?.cells.count == 2)
    #expect(session.state.context != nil)
    let further = try folder.run("putar buku.md lanjut=ya")
    #expect(further.status == 1)
    #expect(recordedText(further).contains("160,5"))
  }

  @Test func aListGivesOneOutputPerValueAndASummary() throws {
    let folder = try folder("muat data/uji", "capaian IKM tahun={tahun}", "hitung IKM/(tahun()*0+1)")
    let output = try folder.run("putar buku.md parameter=tahun=2023..2024 keluaran=hasil.md lanjut=ya")
    #expect(folder.has("hasil-2023.md") && folder.has("hasil-2024.md"))
    #expect(output.result["putaran"]?.elements.map { $0["nilai"]?.string } == ["2023", "2024"])
    let units = try folder.run("putar buku.md parameter=tahun=2024,2023 lanjut=ya")
    #expect(recordedText(units).contains("Ringkasan putaran"))
  }

  @Test func semuaMeansTheUnitsOfTheData() throws {
    let folder = try folder(
      "muat data/uji", "pakai unit={unit}", "capaian AKIP", parameters: "  unit: Sepaku")
    let output = try folder.run("putar buku.md parameter=unit=semua")
    #expect(output.problems.isEmpty)
    let failed = try folder.run("putar buku.md parameter=unit=Sepaku,Lain")
    #expect(failed.status == 1)
    #expect(failed.result["putaran"]?.elements.map { $0["berhasil"] } == [.bool(true), .bool(false)])
  }

  @Test func recordedReadingsAreFollowed() throws {
    let folder = try NotebookFolder()
    try folder.write(
      "data/uji/kinerja.csv", "unit;tahun;kode;target;realisasi\nKecamatan Sepaku;2024;AKIP;1.250;1.300\n")
    _ = try folder.session("muat data/uji desimal=koma", "capaian AKIP", "simpan buku.md")
    try folder.replace("buku.md", "muat data/uji desimal=koma", by: "muat data/uji")
    #expect(try folder.run("putar buku.md").problems.isEmpty)
  }

  @Test func aTranscriptRunsOnlyWhatWasTyped() throws {
    let folder = try NotebookFolder()
    try folder.write(
      "salinan.txt",
      """
      Telaah 0.1.0. Ketik bantuan untuk daftar perintah, keluar untuk selesai.
      telaah › muat data/uji
      Data uji dimuat
      sepaku 2024 › hitung AKIP*2
      keluar
      sepaku 2024 ›
      """)
    let output = try folder.run("putar salinan.txt")
    #expect(output.problems.isEmpty)
    #expect(output.result["sel"]?.elements.count == 2)
    try folder.write("bukan.txt", "muat data/uji\n")
    #expect(try folder.problem("putar bukan.txt")?.message.contains("bukan buku catatan") == true)
  }
}
