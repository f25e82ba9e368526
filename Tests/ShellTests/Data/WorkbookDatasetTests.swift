import Analysis
import Testing

@testable import Shell

@Suite struct WorkbookDatasetTests {
  private func load(_ book: RawWorkbook, _ options: DatasetLoader.Options = .init()) throws -> Dataset {
    try DatasetFile.load(book.bytes(), options: options)
  }

  private func places(_ dataset: Dataset, _ kind: LoadReport.Remark.Kind) -> [String] {
    dataset.report.remarks.filter { $0.kind == kind }.map { "\(dataset.report.place(of: $0)): \($0.message)" }
  }

  @Test("numbers are numbers whatever their texts look like")
  func numbers() throws {
    let dataset = try load(
      RawWorkbook(facts: [
        ["Kec. A", "#2024", "AKIP", "#1.25", "#1250"], ["Kec. A", "#2025", "AKIP", "#1E-7", "#0.1"],
      ]))
    #expect(dataset.performance.planned == [1.25, 1e-7])
    #expect(dataset.performance.actual == [1250, 0.1])
    #expect(dataset.report.remarks.isEmpty)
  }

  @Test("numbers stored as text follow the notation of their column")
  func textNumbers() throws {
    let rows = [["Kec. A", "#2024", "AKIP", "1.250", "#1"], ["Kec. A", "2025", "AKIP", "74,5", "82,91%"]]
    let dataset = try load(RawWorkbook(facts: rows))
    #expect(dataset.performance.planned == [1250, 74.5])
    #expect(dataset.performance.actual == [1, 82.91])
    let problem = #expect(throws: Problem.self) { try load(RawWorkbook(facts: [rows[0]])) }
    #expect(problem?.message == "angka “1.250” pada kolom target dapat berarti 1.250 atau 1,25")
    let asked = try load(RawWorkbook(facts: [rows[0]]), .init(decimal: .point))
    #expect(asked.performance.planned == [1.25])
    #expect(asked.report.files.last?.dialect == "bentuk=xlsx kepala=1 desimal=titik:target")
  }

  @Test("a recorded reading is followed, one of another form refused")
  func recorded() throws {
    let book = RawWorkbook(facts: [["Kec. A", "#2024", "AKIP", "1.250", "#1"]])
    let line = "bentuk=xlsx kepala=1 desimal=koma:target"
    let dataset = try load(book, .init(dialects: ["kinerja": line]))
    #expect(dataset.performance.planned == [1250])
    #expect(dataset.report.files.last?.dialect == line)
    #expect(throws: Problem.self) { try load(book, .init(dialects: ["kinerja": "pemisah=; kepala=1"])) }
  }

  @Test("what is no number is missing, with its cell and the reason")
  func refusals() throws {
    let dataset = try load(
      RawWorkbook(
        facts: [
          ["Kec. A", "#2024", "AKIP", "d:45323", "=D2*2"], ["Kec. A", "#2025", "AKIP", "tiga", "#DIV"],
          ["Kec. A", "d:45323", "AKIP", "#1", "#2"],
        ].map { $0.map { $0 == "#DIV" ? "N/A" : $0 } }))
    #expect(dataset.performance.count == 2)
    #expect(dataset.performance.planned.allSatisfy(\.isNaN) && dataset.performance.actual.allSatisfy(\.isNaN))
    #expect(
      places(dataset, .unreadable) == [
        "kinerja!D2: sel berisi tanggal, bukan angka",
        "kinerja!E2: rumus tanpa hasil tersimpan; buka dan simpan sekali dengan Excel",
        "kinerja!D3: bukan angka",
      ])
    #expect(places(dataset, .rejected) == ["kinerja!B4: “2024-02-01” bukan tahun (empat angka, 1900–2100)"])
    #expect(
      places(dataset, .notice).contains("kinerja!B4: sel berisi tanggal, bukan angka; dibaca sebagai teks"))
  }

  @Test("dates of workbooks that count from 1904")
  func calendar1904() throws {
    var book = RawWorkbook(facts: [["Kec. A", "#2024", "AKIP", "d:43861", "#1"]])
    book.properties = "<workbookPr date1904=\"1\"/>"
    #expect(try load(book).report.remarks.contains { $0.kind == .unreadable && $0.text == "2024-02-01" })
  }

  @Test("a percentage is what the sheet shows, exactly")
  func percentages() throws {
    let dataset = try load(RawWorkbook(facts: [["Kec. A", "#2024", "AKIP", "p:0.9988", "q:99.88"]]))
    #expect(dataset.performance.planned == [99.88])
    #expect(dataset.performance.actual == [99.88])
    #expect(places(dataset, .notice).count { $0.hasPrefix("kinerja!2: 1 sel berformat persen") } == 1)
  }

  @Test("titles, joined and two-row headers, totals, footnotes and hidden rows")
  func layout() throws {
    let dataset = try load(
      RawWorkbook(
        performance: [
          ["", "LAPORAN KINERJA"], [], ["", "unit", "tahun", "kode", "Capaian", ""],
          ["", "", "", "", "target", "realisasi"], ["", "Kec. A", "#2024", "AKIP", "#80", "#78.5"],
          ["", "", "", "IKM", "#3.5", ""], ["", "", "#2025", "AKIP", "#81", ""],
          ["", "JUMLAH", "", "", "#164.5", "#78.5"],
          ["", "Sumber: SAKIP"],
        ], hidden: [6], merges: ["B1:F1", "E3:F3", "B3:B4", "B5:B7", "C5:C6"]))
    let facts = dataset.performance
    #expect(facts.years == [2024, 2024, 2025])
    #expect(facts.planned == [80, 3.5, 81])
    #expect(facts.fileLines == [5, 6, 7])
    #expect(dataset.units.texts == ["Kec. A"])
    #expect(dataset.report.files.last?.dialect == "bentuk=xlsx kepala=3-4")
    let notices = places(dataset, .notice)
    for expected in [
      "kinerja!1: baris judul", "kinerja!3: kepala kolom terdiri atas baris 3 dan 4",
      "kinerja!8: baris jumlah",
      "kinerja!9: catatan kaki", "kinerja!6: 1 baris tersembunyi ikut dibaca", "kinerja!B5: sel gabung B5:B7",
      "kinerja!C5: sel gabung C5:C6",
    ] { #expect(notices.contains { $0.hasPrefix(expected) }, "\(expected) in \(notices)") }
  }

  @Test("a number in joined cells counts once")
  func mergedNumber() throws {
    let dataset = try load(
      RawWorkbook(
        performance: [
          ["unit", "tahun", "kode", "target", "realisasi"], ["Kec. A", "#2024", "AKIP", "#80", "#1"],
          ["Kec. A", "#2024", "IKM", "", "#2"],
        ], merges: ["D2:D3"]))
    #expect(dataset.performance.planned[0] == 80 && dataset.performance.planned[1].isNaN)
    #expect(
      places(dataset, .notice).contains(
        "kinerja!D2: sel gabung D2:D3: angkanya hanya dipakai pada baris pertamanya"))
  }

  @Test("a missing sheet, an unknown one and a missing column are named")
  func sheets() throws {
    var book = RawWorkbook(facts: [["Kec. A", "#2024", "AKIP", "#1", "#2"]])
    book.sheets.append(("Anggran", "<row r=\"1\"><c r=\"A1\"><v>rusak</v></c></row>", ""))
    #expect(
      places(try load(book), .notice) == [
        "data.xlsx!Anggran: lembar Anggran bukan tabel yang dikenal dan tidak dibaca; maksudnya anggaran?"
      ])
    book.sheets.remove(at: 1)
    let missing = #expect(throws: Problem.self) { try load(book) }
    #expect(missing?.message.hasSuffix("tidak berisi lembar kinerja; isinya indikator, Anggran") == true)
    let column = #expect(throws: Problem.self) {
      try load(
        RawWorkbook(performance: [
          ["unit", "tahun", "kode", "terget", "realisasi"], ["A", "#2024", "AKIP", "#1", "#1"],
        ]))
    }
    #expect(column?.message == "tabel kinerja tidak punya kolom “target”; yang terdekat “terget”")
  }

  @Test("hostile and wrong packages are refused in words")
  func hostile() throws {
    func refusal(_ book: RawWorkbook, _ name: String = "data.xlsx") throws -> String {
      let problem = #expect(throws: Problem.self) { try DatasetFile.load(book.bytes(), name: name) }
      return problem?.message ?? ""
    }
    var book = RawWorkbook(facts: [])
    book.sheets[1].data = "<row r=\"1\"><c r=\"A1\"></row>"
    #expect(try refusal(book).contains("rusak pada baris 1"))
    book.sheets[1].data = "<!DOCTYPE x [<!ENTITY a \"b\">]><row/>"
    #expect(try refusal(book).contains("DOCTYPE"))
    book.sheets[1].data = String(repeating: "<a>", count: 300)
    #expect(try refusal(book).contains("bertingkat"))
    var ods = ZipArchiveWriter()
    ods.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    let odsBytes = try ods.bytes()
    let problem = #expect(throws: Problem.self) { try DatasetFile.load(odsBytes, name: "data.ods") }
    #expect(problem?.message.hasSuffix("(.ods); simpan sebagai .xlsx") == true)
  }

  @Test("an archive that says it unpacks to more than memory should hold")
  func bomb() throws {
    var bytes = try RawWorkbook(facts: []).bytes()
    // The uncompressed size stands 24 bytes behind the signature of an entry in the central directory.
    for start in bytes.indices.dropLast(28) where bytes[start...].starts(with: [0x50, 0x4B, 1, 2]) {
      bytes.replaceSubrange((start + 24)..<(start + 28), with: [0xFF, 0xFF, 0xFF, 0x7F])
    }
    let problem = #expect(throws: Problem.self) { try DatasetFile.load(bytes) }
    #expect(problem?.message.contains("ditolak: isinya lebih dari") == true)
  }

  @Test(
    "the content decides, not the name",
    arguments: [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "data.xls", "simpan sebagai .xlsx"),
      (Array("%PDF-1.7".utf8), "data.xlsx", "dokumen PDF"),
      (Array("kode;nama\n".utf8), "data.xlsx", "isinya bukan buku kerja"),
      (Array("kode;nama\n".utf8), "data.sqlite", "isinya bukan basis data"),
      (Array("PK\u{3}\u{4}rusak".utf8), "data.xlsx", "rusak"),
    ] as [([UInt8], String, String)])
  func content(_ bytes: [UInt8], _ name: String, _ message: String) {
    let problem = #expect(throws: Problem.self) { try DatasetFile.load(bytes, name: name) }
    #expect(problem?.message.contains(message) == true, "\(problem?.message ?? "")")
  }

  @Test("a workbook under another name loads all the same")
  func otherName() throws {
    let book = RawWorkbook(facts: [["Kec. A", "#2024", "AKIP", "#1", "#2"]])
    #expect(try DatasetFile.load(book.bytes(), name: "data.bin").performance.planned == [1])
  }
}
