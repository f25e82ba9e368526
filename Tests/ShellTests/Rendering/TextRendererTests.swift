import Analysis
import Testing

@testable import Shell

@Suite struct TextRendererTests {
  @Test(arguments: [40, 60, 80, 120]) func reportFitsTheWidth(width: Int) throws {
    let text = TextRenderer(width: width).text(of: RenderingSamples.report)
    let widest = text.split(separator: "\n").map { DisplayWidth.columns(of: $0) }.max() ?? 0
    #expect(widest <= width)
    try expectSnapshot(text, "report-\(width).txt")
  }

  @Test func asciiHoldsOnlyAscii() throws {
    let text = TextRenderer(width: 80, ascii: true).text(of: RenderingSamples.report)
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    try expectSnapshot(text, "report-80-ascii.txt")
  }

  @Test func colourOnlyAddsEscapes() {
    let plain = TextRenderer(width: 80).text(of: RenderingSamples.report)
    let coloured = TextRenderer(width: 80, colour: true).text(of: RenderingSamples.report)
    #expect(coloured.contains("\u{1B}[1m"))
    #expect(coloured.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == plain)
  }

  @Test(arguments: 24...130) func everyWidthIsKept(width: Int) {
    let text = TextRenderer(width: width).text(of: RenderingSamples.report)
    for line in text.split(separator: "\n") where !line.contains("hitung") {
      #expect(DisplayWidth.columns(of: line) <= width, "\(line)")
    }
  }

  @Test func boxLinesAreEquallyWide() {
    let lines = TextRenderer(width: 100).text(of: Document([.table(RenderingSamples.small)])).split(
      separator: "\n")
    #expect(Set(lines.map { DisplayWidth.columns(of: $0) }).count == 1)
  }

  @Test func missingReasonsAreListedOnce() {
    let text = TextRenderer(width: 100).text(of: Document([.table(RenderingSamples.achievement)]))
    #expect(text.components(of: "belum ada realisasi tahun 2025") == 1)
    #expect(text.contains("¹ belum ada realisasi tahun 2025"))
    #expect(text.contains("² target tidak dicantumkan di Renstra"))
    #expect(text.contains("–¹"))
  }

  @Test(arguments: [30, 80]) func attacksDoNothing(width: Int) {
    let text = TextRenderer(width: width).text(of: RenderingSamples.attackDocument)
    let harmful = text.unicodeScalars.filter { $0 != "\n" && Sanitizer.isHarmful($0) }
    #expect(harmful.isEmpty)
    #expect(TextRenderer(width: 80).text(of: Document(paragraph: "\u{1B}]0;x")) == "\\x1B]0;x\n")
  }

  @Test func emptyTableSaysSo() {
    let table = Table(caption: "Kosong", columns: [.init("A")])
    #expect(TextRenderer().text(of: Document([.table(table)])) == "Kosong\n(tidak ada baris)\n")
  }
}

extension String {
  /// How often a text occurs.
  func components(of part: String) -> Int { ranges(of: part).count }
}
