import Analysis

/// Ranges around a baseline in SVG, one row per input.
struct SVGTornadoPlot {
  private let chart: Chart
  private let paint: SVGPaint
  private let rows: [TornadoRow]
  private let field: SVGBarField
  private let baseline: Double

  /// Prepares the rows; `nil` when there is nothing to draw.
  init?(chart: Chart, paint: SVGPaint) {
    rows = TornadoRow.rows(of: chart)
    guard !rows.isEmpty, let range = chart.valueRange(includingZero: false) else { return nil }
    self.chart = chart
    self.paint = paint
    baseline = chart.reference ?? (range.lowerBound + range.upperBound) / 2
    field = SVGBarField(labels: rows.map(\.label), values: rows.map { Self.text($0, chart) }, range: range)
  }

  /// Draws the picture and its legend; answers the y below it.
  func draw(on canvas: inout SVGCanvas, top: Double) -> Double {
    let height = rows.reduce(0) { $0 + field.height(of: $1.label) }
    field.drawGrid(on: &canvas, top: top, height: height)
    let lower = paint.hatch(paint.colour(1), angle: 45, weight: 1.6, on: &canvas)
    var y = top
    for row in rows {
      let rowHeight = field.drawTexts(on: &canvas, label: row.label, value: Self.text(row, chart), y: y)
      let middle = min(row.high, max(row.low, baseline))
      let barTop = y + (rowHeight - 16) / 2
      canvas.rectangle(
        field.x(row.low), barTop, field.x(middle) - field.x(row.low), 16, fill: lower, stroke: paint.colour(1)
      )
      canvas.rectangle(
        field.x(middle), barTop, field.x(row.high) - field.x(middle), 16, fill: paint.colour(0),
        stroke: paint.colour(0))
      y += rowHeight
    }
    canvas.line(field.x(baseline), top - 3, field.x(baseline), y + 3, width: 2.5)
    var legend: [SVGLegendEntry] = []
    if chart.reference != nil { legend.append(SVGLegendEntry(sign: .upright, text: chart.referenceText)) }
    legend.append(SVGLegendEntry(sign: .box(fill: lower, colour: paint.colour(1)), text: "di bawah"))
    legend.append(SVGLegendEntry(sign: .box(fill: paint.colour(0), colour: paint.colour(0)), text: "di atas"))
    return canvas.legend(legend, left: 18, top: y + 38, width: SVGChart.width - 26)
  }

  private static func text(_ row: TornadoRow, _ chart: Chart) -> String {
    chart.style.text(row.low) + " … " + chart.style.text(row.high)
  }
}

/// Steps from a start to an end in SVG.
struct SVGWaterfallPlot {
  private let chart: Chart
  private let paint: SVGPaint
  private let steps: [WaterfallStep]
  private let field: SVGBarField

  /// Prepares the steps; `nil` when there is nothing to draw.
  init?(chart: Chart, paint: SVGPaint) {
    steps = WaterfallStep.steps(of: chart)
    guard !steps.isEmpty else { return nil }
    self.chart = chart
    self.paint = paint
    field = SVGBarField(
      labels: steps.map(\.label), values: steps.map { $0.text(chart.style) },
      range: WaterfallStep.range(of: steps))
  }

  /// Draws the picture and its legend; answers the y below it.
  func draw(on canvas: inout SVGCanvas, top: Double) -> Double {
    let height = steps.reduce(0) { $0 + field.height(of: $1.label) }
    field.drawGrid(on: &canvas, top: top, height: height)
    let gain = paint.hatch(paint.colour(2), angle: 45, weight: 1.6, on: &canvas)
    let loss = paint.hatch(paint.colour(1), angle: -45, weight: 3, on: &canvas)
    var y = top
    var previousEnd: Double?
    for step in steps {
      let rowHeight = field.drawTexts(on: &canvas, label: step.label, value: step.text(chart.style), y: y)
      let from = field.x(step.isLevel ? max(0, field.scale.low) : step.from)
      let to = field.x(step.to)
      let paintOfStep =
        step.isLevel ? (paint.colour(0), 0) : step.to >= step.from ? (gain, 2) : (loss, 1)
      if let previousEnd {
        canvas.line(previousEnd, y - rowHeight / 2, previousEnd, y + rowHeight / 2, opacity: 0.5)
      }
      canvas.rectangle(
        from, y + (rowHeight - 16) / 2, to - from, 16, fill: paintOfStep.0,
        stroke: paint.colour(paintOfStep.1))
      previousEnd = to
      y += rowHeight
    }
    if let reference = chart.reference {
      canvas.line(field.x(reference), top, field.x(reference), y, width: 2.5)
    }
    var legend = [
      SVGLegendEntry(sign: .box(fill: gain, colour: paint.colour(2)), text: "menambah"),
      SVGLegendEntry(sign: .box(fill: loss, colour: paint.colour(1)), text: "mengurangi"),
    ]
    if chart.reference != nil { legend.append(SVGLegendEntry(sign: .upright, text: chart.referenceText)) }
    y = canvas.legend(legend, left: 18, top: y + 38, width: SVGChart.width - 26)
    guard field.scale.low > 0 else { return y }
    canvas.text("sumbu mulai dari \(field.scale.label(field.scale.low)), bukan nol", 18, y + 2, opacity: 0.75)
    return y + 14
  }
}
