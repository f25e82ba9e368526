import Analysis
import Testing

@testable import Shell

@Suite struct DocxTests {
  private func part(_ name: String, of report: DocxReport) throws -> String {
    let archive = try ZipArchiveReader(DocxWriter(report: report).bytes(), name: "uji.docx")
    return String(decoding: try #require(archive[name]), as: UTF8.self)
  }

  private func body(_ blocks: [Block], title: String = "") throws -> String {
    try part("word/document.xml", of: DocxReport(title: title, document: Document(blocks)))
  }

  /// The text of a part, a line per paragraph.
  private func text(_ xml: String) throws -> String {
    var scanner = try XMLScanner(Array(xml.utf8), part: "uji")
    var text = ""
    while true {
      switch try scanner.next() {
      case .finished: return text
      case .start where scanner.name == "t": text += try scanner.innerText()
      case .start where scanner.name == "br": text += "⏎"
      case .end where scanner.name == "p": text += "\n"
      default: break
      }
    }
  }

  private var sample: Document {
    var table = Table(
      caption: "Capaian", columns: [Table.Column("Indikator"), .number("Nilai")], footnotes: ["Sumber: LKjIP"]
    )
    table.append(["Akuntabilitas"], role: .group)
    table.append(["AKIP", .number(105.29, .percent)], depth: 1)
    table.append(["IKM", .number(nil, reason: "belum dinilai")])
    let chart = Chart(
      title: "Tren", summary: "Naik", kind: .line, series: [Chart.Series("AKIP", [.init(x: 2025, y: 81.6)])])
    return Document([
      .heading("Bab satu", level: 1), .paragraph("Nilai \(Figure(81.6)) baik."), .table(table),
      .heading("Bagian", level: 2), .chart(chart), .note("Hati-hati.", tone: .warning),
      .list(["satu", "dua"]),
      .placeholder("sebabnya"), .verbatim("a  b\n ^"),
    ])
  }

  @Test func everyBlockIsThereInReadingOrder() throws {
    let xml = try part(
      "word/document.xml", of: DocxReport(title: "Laporan", subtitle: "2025", document: sample))
    #expect(
      try text(xml) == """
        Laporan
        2025
        Daftar Isi
        Bab satu
        Bagian

        Bab satu
        Nilai 81,60 baik.
        Tabel\u{A0}1. Capaian
        Indikator
        Nilai
        Akuntabilitas
        AKIP
        105,29%
        IKM
        –1)
        1) belum dinilai
        Sumber: LKjIP
        Bagian
        Gambar\u{A0}1. Tren (angka grafik)
        Tahun
        AKIP
        2025
        81,6

        Perhatian: Hati-hati.
        satu
        dua
        [Isi: sebabnya]
        a  b⏎ ^

        """)
    #expect(xml.contains("<w:tblHeader/>"))
    #expect(xml.contains(" SEQ Tabel \\* ARABIC "))
    #expect(xml.contains("<w:highlight w:val=\"yellow\"/>"))
  }

  @Test(arguments: AttackStrings.all)
  func hostileTextStaysText(_ attack: String) throws {
    var table = Table(caption: attack, columns: [Table.Column(attack)], footnotes: [Prose(attack)])
    table.append([.text(attack)])
    let prose = Prose([.text(attack), .strong(attack), .code(attack)])
    let xml = try body(
      [
        .heading(Prose(attack), level: 1), .paragraph(prose), .table(table), .note(prose), .list([prose]),
        .placeholder(attack), .verbatim(attack),
      ], title: attack)
    let shown = try text(xml)
    #expect(shown.split(separator: "\n")[0] == attack)
    #expect(shown.contains("[Isi: \(attack)]"))
    #expect(!xml.contains("<script"))
  }

  @Test(arguments: AttackStrings.replaced)
  func forbiddenCharactersBecomeVisible(_ attack: String, _ kept: String) throws {
    let shown = try text(body([.paragraph(Prose(attack))]))
    #expect(shown == kept.split(separator: "\n").joined(separator: "⏎") + "\n")
  }

  @Test func sameReportGivesSameBytes() throws {
    let report = DocxReport(
      title: "Laporan", document: sample, manifest: "{}", drawing: { _ in "<svg/>" },
      rasterizing: { _ in [1, 2] })
    #expect(try DocxWriter(report: report).bytes() == DocxWriter(report: report).bytes())
  }

  @Test func chartsStandAsSVGWithAFallback() throws {
    let report = DocxReport(
      title: "", document: sample, drawing: { "<svg><title>\($0.title)</title></svg>" },
      rasterizing: { _ in [0x89, 0x50, 0x4E, 0x47] })
    let archive = try ZipArchiveReader(DocxWriter(report: report).bytes(), name: "uji.docx")
    #expect(archive["word/media/telaah1.svg"] == Array("<svg><title>Tren</title></svg>".utf8))
    #expect(archive["word/media/telaah1.png"] == [0x89, 0x50, 0x4E, 0x47])
    let relations = try PackageRelations(of: "word/document.xml", in: archive)
    let xml = String(decoding: try #require(archive["word/document.xml"]), as: UTF8.self)
    for id in ["rIdTelaahSvg1", "rIdTelaahPng1"] {
      #expect(xml.contains("r:embed=\"\(id)\""))
      #expect(relations.target(id: id).flatMap { archive[$0] } != nil)
    }
    #expect(xml.contains("descr=\"Naik\""))
    let types = String(decoding: try #require(archive["[Content_Types].xml"]), as: UTF8.self)
    #expect(types.contains("Extension=\"svg\""))
  }

  @Test func wideTablesLieOnASidewaysPage() throws {
    let wide = Table(
      caption: "Lebar", columns: (0..<12).map { Table.Column("Keterangannya\($0)") },
      rows: [Table.Row((0..<12).map { .text("penjelasannya\($0)") })])
    let narrow = Table(caption: "Sempit", columns: [Table.Column("A")], rows: [Table.Row(["b"])])
    let xml = try body([.paragraph("x"), .table(wide), .table(narrow)])
    #expect(xml.split(separator: "<w:sectPr>").count - 1 == 3)
    #expect(xml.split(separator: "w:orient=\"landscape\"").count - 1 == 1)
    #expect(try body([.table(narrow)]).split(separator: "<w:sectPr>").count - 1 == 1)
  }

  @Test(arguments: ["{}", "{\"a\":\"<é> & ]]> \\u001b\"}", "[1,\n2]"])
  func manifestsComeBack(_ manifest: String) throws {
    let docx = try DocxWriter(report: DocxReport(title: "", document: sample, manifest: manifest)).bytes()
    #expect(try ReportManifest.read(ZipArchiveReader(docx, name: "uji.docx")) == manifest)
    let xlsx = try WorkbookWriter(workbook: Workbook(document: sample, title: "", manifest: manifest)).bytes()
    #expect(try ReportManifest.read(ZipArchiveReader(xlsx, name: "uji.xlsx")) == manifest)
    let none = try DocxWriter(report: DocxReport(title: "", document: sample)).bytes()
    #expect(try ReportManifest.read(ZipArchiveReader(none, name: "uji.docx")) == nil)
  }

  @Test func everyPartIsWellFormedAndDeclared() throws {
    let report = DocxReport(title: "L", document: sample, manifest: "{}")
    let archive = try ZipArchiveReader(DocxWriter(report: report).bytes(), name: "uji.docx")
    let types = String(decoding: try #require(archive["[Content_Types].xml"]), as: UTF8.self)
    for name in archive.order {
      var scanner = try XMLScanner(try #require(archive[name]), part: name)
      while try scanner.next() != .finished {}
    }
    for name in archive.order where name.hasPrefix("word/") && !name.hasSuffix(".rels") {
      #expect(types.contains("PartName=\"/\(name)\""))
    }
    #expect(archive.order.first == "[Content_Types].xml")
  }
}
