import Analysis
import Testing

@testable import Shell

@Suite("Exported reports")
struct ReportTests {
  private static let notebook = """
    ---
    telaah: 1
    judul: Laporan Uji
    parameter:
      tahun: 2024
    ---

    # Laporan Uji

    Teks biasa.

    ```telaah
    muat data/uji
    capaian tahun={tahun}
    ```

    """

  private func folder() throws -> NotebookFolder {
    let folder = try NotebookFolder()
    try folder.write("uji.md", Self.notebook)
    return folder
  }

  @Test(arguments: ["html", "docx", "xlsx", "ipynb", "md", "txt"]) func areWrittenByTheirEnding(
    ending: String
  ) throws {
    let folder = try folder()
    try folder.run("putar uji.md keluaran=laporan.\(ending)")
    #expect(folder.has("laporan.\(ending)"))
  }

  @Test(arguments: ["html", "docx", "xlsx"]) func verifyAgainstTheDataTheyCameFrom(ending: String) throws {
    let folder = try folder()
    try folder.run("putar uji.md keluaran=laporan.\(ending)")
    let clean = try folder.run("verifikasi laporan.\(ending)")
    #expect(clean.status == 0)
    #expect((clean.result["diperiksa"]?.number ?? 0) > 5)
    try folder.replace("data/uji/kinerja.csv", "80.25", by: "81.25")
    let drifted = try folder.run("verifikasi laporan.\(ending)")
    #expect(drifted.status == 3)
    let places = drifted.result["berbeda"]?.elements.compactMap { $0["tempat"]?.string } ?? []
    #expect(places.contains { $0.contains("AKIP, realisasi") })
    #expect(drifted.result["diubah"]?.elements.isEmpty == true)
  }

  @Test func aFigureChangedByHandInATableIsFound() throws {
    let folder = try folder()
    try folder.run("putar uji.md keluaran=laporan.html")
    try folder.replace("laporan.html", ">80,25<", by: ">88,25<")
    let found = try folder.run("verifikasi laporan.html")
    #expect(found.status == 3)
    let changes = found.result["diubah"]?.elements ?? []
    #expect(changes.count == 1)
    #expect(changes.first?["tercatat"]?.string == "80,25" && changes.first?["ditemukan"]?.string == "88,25")
    #expect(found.result["berbeda"]?.elements.isEmpty == true)
  }

  @Test func aFigureChangedByHandInASentenceIsFound() throws {
    let folder = try folder()
    try folder.run("putar uji.md keluaran=laporan.html")
    let page = try folder.read("laporan.html")
    let sentence = try #require(
      VisibleReport(html: page).paragraphs.first { $0.contains("rata-rata capaian") })
    let figure = try #require(NumberTokens.of(sentence).last)
    try folder.replace("laporan.html", "rata-rata capaian <span", by: "rata-rata capaian 1<span")
    let found = try folder.run("verifikasi laporan.html")
    #expect(found.result["diubah"]?.elements.first?["tercatat"]?.string == figure)
  }

  @Test func aFigureChangedInWordIsFound() throws {
    let folder = try folder()
    try folder.run("putar uji.md keluaran=laporan.docx")
    let archive = try ZipArchiveReader(path: folder.path + "/laporan.docx")
    var writer = ZipArchiveWriter()
    for part in archive.order {
      let bytes = archive[part] ?? []
      let text = String(decoding: bytes, as: UTF8.self)
      if part == "word/document.xml" {
        writer.add(part, text.replacing("80,25", with: "90,25"))
      } else {
        writer.add(part, bytes)
      }
    }
    try AtomicFile(path: folder.path + "/diubah.docx").write(try writer.bytes())
    let found = try folder.run("verifikasi diubah.docx")
    #expect(found.status == 3)
    #expect(found.result["diubah"]?.elements.contains { $0["ditemukan"]?.string == "90,25" } == true)
  }

  @Test func aReportWithoutAManifestSaysSo() throws {
    let folder = try folder()
    try folder.write("polos.html", "<p>80,25</p>")
    #expect(try folder.problem("verifikasi polos.html")?.message.contains("manifes") == true)
    try folder.write("palsu.html", "<template id=\"telaah-manifes\">{\"telaah\":1,</template>")
    #expect(try folder.problem("verifikasi palsu.html")?.message.contains("JSON") == true)
    try folder.write("baru.html", "<template id=\"telaah-manifes\">{\"telaah\":9,\"angka\":{}}</template>")
    #expect(try folder.problem("verifikasi baru.html")?.message.contains("lebih baru") == true)
  }

  @Test func aForgedManifestCannotReachOutsideItsFolder() throws {
    let folder = try folder()
    let manifest = """
      {"telaah":1,"judul":"x","program":"0","buku":{"nama":"x.md","sha256":"","folder":""},"parameter":[],"data":[],
      "sel":[["muat /etc"]],"angka":{"tabel":[],"kalimat":[]}}
      """
    try folder.write("jahat.html", "<template id=\"telaah-manifes\">\(Sanitizer.html(manifest))</template>")
    #expect(try folder.problem("verifikasi jahat.html")?.expected?.contains("izinkan") == true)
  }

  @Test(arguments: ["pdf", "odt"]) func otherProgramsNeedPermission(ending: String) throws {
    let folder = try folder()
    let problem = try folder.problem("putar uji.md keluaran=laporan.\(ending)")
    #expect(problem?.expected?.contains("izinkan=program") == true)
    #expect(!folder.has("laporan.\(ending)"))
  }

  @Test func theManifestNamesItsSourcesAndNoMachine() throws {
    let folder = try folder()
    try folder.run("putar uji.md keluaran=laporan.html parameter=tahun=2023")
    let page = try folder.read("laporan.html")
    let manifest = try #require(VisibleReport(html: page).manifest)
    let record = try ReportRecord(reading: manifest, name: "laporan.html")
    #expect(record.parameters == [.init(name: "tahun", value: "2023")])
    #expect(record.cells == [["muat data/uji", "capaian tahun=2023"]])
    #expect(record.data.contains { $0.path == "data/uji/kinerja.csv" && $0.fingerprint.count == 64 })
    #expect(record.notebook == "uji.md" && record.program == Release.version)
    #expect(!page.contains(folder.path))
    #expect(!page.lowercased().contains("<script") && !page.contains("src=") && !page.contains("url("))
  }

  @Test func theFiguresSurviveTheManifest() throws {
    var session = try SampleSession.loaded("plandaan")
    let figures = ReportFigures(try session.execute("naskah lengkap").document)
    let json = try JSONReader.read(Array(figures.json.text.utf8), name: "uji")
    #expect(ReportFigures(json) == figures)
    #expect(figures.count > 200)
  }

  @Test func attackStringsAreHarmlessInEveryForm() throws {
    let folder = try NotebookFolder()
    let attack =
      "<script>alert(1)</script> =cmd|'/c calc'!A1 `x` --> \u{1B}]0;judul\u{07} \u{202E}exe [a](javascript:x)"
    try folder.write(
      "data/uji/indikator.csv",
      "kode,nama,satuan,arah\nAKIP,\"\(attack)\",nilai,naik\nIKM,\"=1+1\",nilai,naik\n")
    try folder.write(
      "uji.md", Self.notebook.replacing("Teks biasa.", with: "Teks <img src=x onerror=alert(1)> biasa."))
    for ending in ["html", "docx", "xlsx", "ipynb", "txt"] {
      try folder.run("putar uji.md keluaran=l.\(ending)")
    }
    let page = try folder.read("l.html")
    #expect(!page.contains("<script>") && !page.contains("<img") && page.contains("&lt;script&gt;"))
    for name in ["l.html", "l.ipynb", "l.txt"] {
      let text = try folder.read(name)
      #expect(
        !text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E || $0.value == 0x07 },
        "\(name)")
    }
    let sheet = try WorkbookReader().read(folder.path + "/l.xlsx")
    #expect(sheet.sheets.allSatisfy { !$0.name.isEmpty })
    #expect(try folder.run("verifikasi l.html").status == 0)
    #expect(try folder.run("verifikasi l.docx").status == 0)
  }
}
