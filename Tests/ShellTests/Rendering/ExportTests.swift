import Analysis
import Testing

@testable import Shell

@Suite struct MarkdownRendererTests {
  @Test func report() throws {
    var document = RenderingSamples.report
    document.append(.chart(ChartSamples.line))
    try expectSnapshot(MarkdownRenderer().text(of: document), "report.md")
  }

  @Test func attacksDoNothing() throws {
    let text = MarkdownRenderer().text(of: RenderingSamples.attackDocument)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !Sanitizer.isHarmful($0) })
    try expectSnapshot(text, "attacks.md")
  }

  @Test func tableRowsKeepTheirColumns() {
    let table = Table(columns: [.init("A|B"), .number("N")], rows: [.init(["x|y\nz", .number(-1.5)])])
    let lines = MarkdownRenderer(numbersCaptions: false).text(of: Document([.table(table)])).split(
      separator: "\n")
    #expect(lines == ["| A\\|B   |     N |", "| ------ | -----:|", "| x\\|y z | −1,50 |"])
    #expect(lines.allSatisfy { $0.replacing("\\|", with: "").count(where: { $0 == "|" }) == 3 })
  }

  @Test func codeHoldsItsFence() {
    let text = MarkdownRenderer().text(of: Document([.verbatim("```\nx")]))
    #expect(text == "````text\n```\nx\n````\n")
  }
}

@Suite struct CSVRendererTests {
  @Test func report() throws {
    try expectSnapshot(CSVRenderer().text(of: RenderingSamples.report), "report.csv")
  }

  @Test func numbersStayNumbersAndFormulasBecomeText() {
    let table = Table(
      columns: [.init("a"), .number("b")],
      rows: [
        .init(["=1+1", .number(-12.345678901234567, .count)]), .init(["-5", .number(1e6, .rupiah)]),
        .init(["x", .number(nil, reason: "hilang, \"dua\"")]),
      ])
    #expect(
      CSVRenderer().text(of: Document([.table(table)])) == """
        a,b,sebab_kosong\r
        "'=1+1",-12.345678901234567,\r
        "'-5",1000000,\r
        x,,"b: hilang, ""dua\"""\r

        """)
  }
}

@Suite struct HTMLPageTests {
  static let page: HTMLPage = {
    var writer = HTMLWriter()
    writer.write(commands: "muat ../data/plandaan\ncapaian")
    writer.write(RenderingSamples.report)
    writer.write(Document([.heading("Gambar", level: 1)]))
    for sample in ChartSamples.all { writer.write(.chart(sample.chart)) }
    return HTMLPage(
      title: "Strategi Kecamatan Plandaan 2026", subtitle: "Kecamatan Plandaan · tahun 2025", content: writer,
      manifest: [
        ("catatan", "sha256:3f0c0000000000000000000000000000000000000000000000000000000000ab"),
        ("program", "1.0"),
      ])
  }()

  @Test func pageStandsAlone() throws {
    let text = Self.page.text
    for forbidden in ["<script", "http-equiv", "@import", "src=", "url(http", "href=\"http"] {
      #expect(!text.contains(forbidden))
    }
    #expect(text.contains("<html lang=\"id\">") && text.contains("prefers-color-scheme: dark"))
    #expect(text.contains("Tabel 3") && text.contains("Gambar 14. "))
    try expectSnapshot(text, "page.html")
  }

  @Test func namesAreUnique() {
    let names = Self.page.text.matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) }
    #expect(Set(names).count == names.count)
  }

  @Test func originIsATooltip() {
    var writer = HTMLWriter()
    writer.write(Document([.table(RenderingSamples.achievement)]))
    #expect(writer.body.contains("title=\"plandaan/kinerja baris 12 (Tabel 3.1, baris 4)\">88,00</td>"))
  }

  @Test func attacksDoNothing() {
    var document = RenderingSamples.attackDocument
    for attack in RenderingSamples.attacks {
      document.append(
        .paragraph("\(Figure(1, .score, origin: .given(attack))) \(Figure(nil, .score, reason: attack))"))
      document.append(.chart(Chart(title: attack, summary: attack, kind: .line, series: [.init(attack, [])])))
    }
    var writer = HTMLWriter()
    writer.write(document)
    let page = HTMLPage(title: RenderingSamples.attacks[2], content: writer, manifest: [("<b>", "<i>")]).text
    #expect(
      !page.contains("<script") && !page.contains("<img") && !page.contains("<i>") && !page.contains("<b>"))
    #expect(page.unicodeScalars.allSatisfy { $0 == "\n" || !Sanitizer.isHarmful($0) })
  }
}
