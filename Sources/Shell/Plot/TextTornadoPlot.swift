import Analysis

/// Ranges around a baseline, one row per input, with the ends' values.
struct TextTornadoPlot {
  private let chart: Chart
  private let page: TextPage
  private let field: TextBarField
  private let rows: [TornadoRow]
  private let baseline: Double

  /// Prepares the rows; `nil` when there is nothing to draw.
  init?(chart: Chart, page: TextPage) {
    rows = TornadoRow.rows(of: chart)
    guard !rows.isEmpty, let range = chart.valueRange(includingZero: false) else { return nil }
    self.chart = chart
    self.page = page
    baseline = chart.reference ?? (range.lowerBound + range.upperBound) / 2
    field = TextBarField(
      labels: rows.map { page.clean($0.label) }, values: rows.map { Self.text($0, chart, page) },
      range: range, page: page)
  }

  /// The picture and its legend.
  func lines() -> [StyledText] {
    let glyphs = page.plotGlyphs
    var lines: [StyledText] = []
    if !chart.unit.isEmpty { lines.append(StyledText("(" + page.clean(chart.unit) + ")", .dim)) }
    for row in rows {
      var canvas = field.canvas
      field.draw(from: row.low, to: min(row.high, max(row.low, baseline)), fill: glyphs.fills[1], on: &canvas)
      field.draw(
        from: max(row.low, min(row.high, baseline)), to: row.high, fill: glyphs.fills[0], on: &canvas)
      canvas.set(field.cell(baseline), 0, glyphs.target, .bold)
      lines += field.lines(
        label: page.clean(row.label), canvas: canvas, value: Self.text(row, chart, page))
    }
    lines += field.axis()
    var legend = ["\(glyphs.fills[1]) di bawah", "\(glyphs.fills[0]) di atas"]
    if chart.reference != nil {
      legend.insert("\(glyphs.target) " + page.clean(chart.referenceText), at: 0)
    }
    return lines + page.legend(legend)
  }

  private static func text(_ row: TornadoRow, _ chart: Chart, _ page: TextPage) -> String {
    page.clean(chart.style.text(row.low) + " … " + chart.style.text(row.high))
  }
}

/// One input of a tornado chart.
struct TornadoRow: Hashable, Sendable {
  /// The input.
  var label: String
  /// The result's range; `low` ≤ `high`.
  var low: Double
  var high: Double

  /// The rows of a chart in its order; inputs without a range are left out.
  static func rows(of chart: Chart) -> [TornadoRow] {
    (chart.series.first?.points ?? []).compactMap { point in
      guard let low = point.low, let high = point.high, low.isFinite, high.isFinite else { return nil }
      return TornadoRow(label: chart.label(at: point.x), low: min(low, high), high: max(low, high))
    }
  }
}

/// Steps from a start to an end as floating bars.
struct TextWaterfallPlot {
  private let chart: Chart
  private let page: TextPage
  private let field: TextBarField
  private let steps: [WaterfallStep]

  /// Prepares the steps; `nil` when there is nothing to draw.
  init?(chart: Chart, page: TextPage) {
    steps = WaterfallStep.steps(of: chart)
    guard !steps.isEmpty else { return nil }
    self.chart = chart
    self.page = page
    field = TextBarField(
      labels: steps.map { page.clean($0.label) },
      values: steps.map { page.clean($0.text(chart.style)) }, range: WaterfallStep.range(of: steps),
      page: page)
  }

  /// The picture and its legend.
  func lines() -> [StyledText] {
    let glyphs = page.plotGlyphs
    var lines: [StyledText] = []
    if !chart.unit.isEmpty { lines.append(StyledText("(" + page.clean(chart.unit) + ")", .dim)) }
    for step in steps {
      var canvas = field.canvas
      let from = step.isLevel ? field.scale.low : step.from
      let fill = step.isLevel ? glyphs.fills[0] : step.to >= step.from ? glyphs.fills[1] : glyphs.fills[2]
      field.draw(from: from, to: step.to, fill: fill, on: &canvas)
      if let reference = chart.reference { canvas.set(field.cell(reference), 0, glyphs.target, .yellow) }
      lines += field.lines(
        label: page.clean(step.label), canvas: canvas, value: page.clean(step.text(chart.style)))
    }
    var legend = ["\(glyphs.fills[1]) menambah", "\(glyphs.fills[2]) mengurangi"]
    if chart.reference != nil { legend.append("\(glyphs.target) " + page.clean(chart.referenceText)) }
    if field.scale.low > 0 {
      legend.append("sumbu mulai dari \(field.scale.label(field.scale.low)), bukan nol")
    }
    return lines + field.axis() + page.legend(legend)
  }
}

extension WaterfallStep {
  /// The level or, with its sign, the change.
  func text(_ style: NumberStyle) -> String {
    isLevel ? style.text(to) : style.signed.text(to - from)
  }

  /// What the axis covers: from zero, unless every step stays far above it; then the cut is said on the axis.
  static func range(of steps: [WaterfallStep]) -> ClosedRange<Double> {
    let values = steps.flatMap { $0.isLevel ? [$0.to] : [$0.from, $0.to] }
    guard let low = values.min(), let high = values.max() else { return 0...1 }
    if low > 0, high - low < high * 0.3 {
      let margin = max(high - low, high * 0.01) * 0.3
      return (low - margin)...high
    }
    return min(0, low)...max(0, high)
  }
}
