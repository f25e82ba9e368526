import Analysis

/// A histogram with upright bars and a line at the target.
struct TextHistogramPlot {
  private let chart: Chart
  private let page: TextPage
  private let glyphs: PlotGlyphs
  private let axis: TextAxis
  private let bins: HistogramBins
  private let levels: AxisScale
  private let plotWidth: Int

  /// Prepares the bars; `nil` when there is nothing to draw.
  init?(chart: Chart, page: TextPage) {
    let bins = HistogramBins(chart, atMost: page.width - 12)
    guard let first = bins.edges.first, let last = bins.edges.last, let most = bins.counts.max(), most > 0
    else {
      return nil
    }
    self.chart = chart
    self.page = page
    self.bins = bins
    glyphs = page.plotGlyphs
    axis = TextAxis(covering: 0...most, rows: page.pictureRows, page: page)
    let low = min(first, chart.reference ?? first)
    levels = AxisScale(covering: low...max(last, chart.reference ?? last), count: page.width / 12)
    plotWidth = max(10, page.width - axis.labelWidth - 2)
  }

  /// The picture and its legend.
  func lines() -> [StyledText] {
    var canvas = TextCanvas(width: plotWidth, height: axis.rows)
    for (index, count) in bins.counts.enumerated() {
      let from = column(bins.edges[index])
      let to = max(from + 1, column(bins.edges[index + 1]))
      guard count > 0 else { continue }
      let cells = Int((axis.scale.fraction(count) * Double(axis.rows - 1) + 0.5).rounded(.down))
      for column in from..<to {
        if cells == 0 { canvas.set(column, axis.rows - 1, glyphs.half) }
        for level in 0..<cells { canvas.set(column, axis.rows - 1 - level, fill(ofColumn: column)) }
      }
    }
    if let reference = chart.reference { drawReference(reference, on: &canvas) }
    var lines: [StyledText] = []
    if !chart.unit.isEmpty { lines.append(StyledText("(" + page.clean(chart.unit) + ")", .dim)) }
    for row in 0..<axis.rows { lines.append(axis.left(ofRow: row, glyphs: glyphs) + canvas.line(row)) }
    let ticks = levels.ticks.map {
      (column: min(plotWidth - 1, column($0)), label: page.glyphs.shown(levels.label($0)))
    }
    lines += axis.bottom(width: plotWidth, ticks: ticks, glyphs: glyphs)
    guard chart.reference != nil else { return lines }
    return lines
      + page.legend([
        "\(glyphs.target) " + page.clean(chart.referenceText), "\(glyphs.fills[1]) di bawahnya",
        "\(glyphs.fills[0]) di atasnya",
      ])
  }

  private func column(_ x: Double) -> Int { Int((levels.fraction(x) * Double(plotWidth)).rounded()) }

  /// Columns below the marked value are shaded, the others full.
  private func fill(ofColumn column: Int) -> Character {
    guard let reference = chart.reference else { return glyphs.fills[0] }
    return column < self.column(reference) ? glyphs.fills[1] : glyphs.fills[0]
  }

  private func drawReference(_ reference: Double, on canvas: inout TextCanvas) {
    let column = min(plotWidth - 1, column(reference))
    for row in 0..<axis.rows { canvas.set(column, row, glyphs.target, [.bold, .yellow]) }
  }
}
