import Analysis
import Testing

@testable import Shell

@Suite struct SVGChartTests {
  @Test(arguments: ChartSamples.all.map(\.name)) func everyKind(name: String) throws {
    let chart = try #require(ChartSamples.all.first { $0.name == name }?.chart)
    let svg = SVGChart(chart: chart).text
    #expect(svg.contains("role=\"img\"") && svg.contains("<title") && svg.contains("<desc"))
    #expect(!svg.contains("<script") && !svg.contains("NaN") && !svg.contains("inf"))
    try expectSnapshot(svg, "chart-\(name).svg")
  }

  @Test func attacksInLabelsDoNothing() {
    for attack in RenderingSamples.attacks {
      let chart = Chart(
        title: attack, kind: .bar, categories: [attack], series: [.init(attack, [.init(x: 0, y: 1)])],
        unit: attack,
        reference: 2, referenceLabel: attack)
      let svg = SVGChart(chart: chart).text
      #expect(!svg.contains("<script") && !svg.contains("<img"))
      #expect(svg.unicodeScalars.allSatisfy { $0 == "\n" || !Sanitizer.isHarmful($0) })
    }
  }

  @Test func missingValuesBreakTheLine() {
    let svg = SVGChart(chart: ChartSamples.gaps).text
    #expect(svg.components(of: "<polyline") == 1)
    #expect(svg.contains("2022: tidak ada"))
  }

  @Test(
    arguments: [(1.0, "1"), (1.5, "1.5"), (-0.25, "-0.25"), (2.004, "2"), (0.05, "0.05"), (.nan, "0")]
      as [(Double, String)])
  func coordinates(value: Double, expected: String) {
    #expect(SVGCanvas.number(value) == expected)
  }

  @Test func nothingToDrawSaysSo() {
    let chart = Chart(title: "Kosong", kind: .line, series: [.init("x", [.init(x: 2025, y: nil)])])
    #expect(SVGChart(chart: chart).text.contains("tidak ada nilai"))
  }
}
