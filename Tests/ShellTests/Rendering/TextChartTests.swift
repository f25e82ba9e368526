import Analysis
import Testing

@testable import Shell

@Suite struct TextChartTests {
  @Test(arguments: [60, 80, 120], [false, true]) func everyKind(width: Int, ascii: Bool) throws {
    let renderer = TextRenderer(width: width, ascii: ascii)
    var text = ""
    for sample in ChartSamples.all {
      let picture = renderer.text(of: Document([.chart(sample.chart)]))
      for line in picture.split(separator: "\n") {
        #expect(DisplayWidth.columns(of: line) <= width, "\(line)")
      }
      if ascii { #expect(picture.utf8.allSatisfy { $0 < 0x80 }) }
      text += picture + "\n"
    }
    try expectSnapshot(text, "charts-\(width)\(ascii ? "-ascii" : "").txt")
  }

  @Test func brailleOnRequest() throws {
    let text = TextRenderer(width: 80, braille: true).text(of: Document([.chart(ChartSamples.lines)]))
    #expect(text.unicodeScalars.contains { (0x2801...0x28FF).contains($0.value) })
    try expectSnapshot(text, "chart-braille-80.txt")
  }

  @Test(arguments: [60, 80, 120]) func everyYearIsLabelled(width: Int) {
    let text = TextRenderer(width: width).text(of: Document([.chart(ChartSamples.line)]))
    for year in 2021...2026 { #expect(text.contains(" \(year)")) }
    #expect(!text.contains("2.02"))
  }

  @Test(arguments: ChartSamples.all.map(\.name)) func nothingToDrawSaysSo(name: String) throws {
    var chart = try #require(ChartSamples.all.first { $0.name == name }?.chart)
    for index in chart.series.indices {
      for point in chart.series[index].points.indices {
        chart.series[index].points[point] = .init(x: chart.series[index].points[point].x, y: nil)
      }
    }
    #expect(TextRenderer().text(of: Document([.chart(chart)])).contains("tidak ada nilai"))
    chart.series = []
    #expect(TextRenderer().text(of: Document([.chart(chart)])).contains("tidak ada nilai"))
  }

  @Test(arguments: [24, 30, 40, 200], ChartSamples.all.map(\.name)) func oddWidths(width: Int, name: String)
    throws
  {
    let chart = try #require(ChartSamples.all.first { $0.name == name }?.chart)
    let text = TextRenderer(width: width).text(of: Document([.chart(chart)]))
    #expect(text.split(separator: "\n").count > 3)
  }

  @Test func attacksInLabelsDoNothing() {
    var chart = ChartSamples.bar
    chart.categories = ["\u{1B}[2J", "a\nb", "\u{202E}x", "漢字", "c"]
    chart.title = "\u{1B}]0;x\u{7}"
    let text = TextRenderer().text(of: Document([.chart(chart)]))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !Sanitizer.isHarmful($0) })
  }
}

@Suite struct ScaleTests {
  @Test(
    arguments: [
      (70.09...90.354, 5, 70.0, 95.0, 5.0), (0.0...104.9, 6, 0, 120, 20), (8.4...9.6, 6, 8.4, 9.6, 0.2),
      (5.0...5.0, 3, 4.5, 5.5, 0.5),
      (-12.25...4.5, 5, -15, 5, 5), (0.0...0.0, 3, -1, 1, 1),
    ] as [(ClosedRange<Double>, Int, Double, Double, Double)])
  func roundEnds(range: ClosedRange<Double>, count: Int, low: Double, high: Double, step: Double) {
    let scale = AxisScale(covering: range, count: count)
    #expect(scale.low <= range.lowerBound && scale.high >= range.upperBound)
    #expect((scale.low, scale.high, scale.step) == (low, high, step))
  }

  @Test func labels() {
    #expect(AxisScale(covering: 8.4...9.6, count: 5).labels() == ["8,0", "8,5", "9,0", "9,5", "10,0"])
    #expect(AxisScale(covering: 0...2_366_719_674, count: 4).labels() == ["0", "1 M", "2 M", "3 M"])
    #expect(AxisScale(covering: -10...10, count: 3).labels() == ["−10", "0", "10"])
  }
}
