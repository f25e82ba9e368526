import Analysis

/// Points in characters, with the line of equality on request.
struct TextScatterPlot {
  private let chart: Chart
  private let page: TextPage
  private let glyphs: PlotGlyphs
  private let axis: TextAxis
  private let levels: AxisScale
  private let plotWidth: Int
  private let diagonal: Bool

  /// Prepares the axes; `nil` when there is nothing to draw.
  init?(chart: Chart, page: TextPage, diagonal: Bool) {
    guard let first = chart.positions.first, let last = chart.positions.last,
      let range = chart.valueRange(includingZero: false)
    else { return nil }
    self.chart = chart
    self.page = page
    self.diagonal = diagonal
    glyphs = page.plotGlyphs
    axis = TextAxis(covering: range, rows: page.pictureRows, page: page)
    levels = AxisScale(covering: first...last, count: page.width / 12)
    plotWidth = max(10, page.width - axis.labelWidth - 2)
  }

  /// The picture and its legend.
  func lines() -> [StyledText] {
    var canvas = TextCanvas(width: plotWidth, height: axis.rows)
    if diagonal {
      for column in stride(from: 0, to: plotWidth, by: 2) {
        let value = levels.low + Double(column) / Double(plotWidth - 1) * (levels.high - levels.low)
        if (axis.scale.low...axis.scale.high).contains(value) {
          canvas.set(column, axis.row(value), glyphs.dot, .dim)
        }
      }
    }
    if let reference = chart.reference {
      for column in stride(from: 0, to: plotWidth, by: 2) {
        canvas.set(column, axis.row(reference), glyphs.dash, .yellow)
      }
    }
    for (index, series) in chart.series.enumerated() {
      let mark = glyphs.mark(chart.markIndex(of: index), isHollow: series.role == .projected)
      for point in series.points {
        guard let y = point.y, y.isFinite, point.x.isFinite else { continue }
        canvas.set(column(point.x), axis.row(y), mark, .bold)
      }
    }
    var lines: [StyledText] = []
    if !chart.unit.isEmpty { lines.append(StyledText("(" + page.clean(chart.unit) + ")", .dim)) }
    for row in 0..<axis.rows { lines.append(axis.left(ofRow: row, glyphs: glyphs) + canvas.line(row)) }
    let ticks = levels.ticks.map { (column: column($0), label: page.glyphs.shown(levels.label($0))) }
    lines += axis.bottom(width: plotWidth, ticks: ticks, glyphs: glyphs)
    return lines + page.legend(legend)
  }

  private func column(_ x: Double) -> Int { Int((levels.fraction(x) * Double(plotWidth - 1)).rounded()) }

  private var legend: [String] {
    var entries = chart.series.indices.filter { !chart.series[$0].name.isEmpty }.map { index in
      let mark = glyphs.mark(chart.markIndex(of: index), isHollow: chart.series[index].role == .projected)
      return "\(mark) " + page.clean(chart.series[index].name)
    }
    if diagonal { entries.append("\(glyphs.dot)\(glyphs.dot)\(glyphs.dot) garis sama nilai") }
    if chart.reference != nil {
      entries.append("\(glyphs.dash) \(glyphs.dash) " + page.clean(chart.referenceText))
    }
    return entries
  }
}
