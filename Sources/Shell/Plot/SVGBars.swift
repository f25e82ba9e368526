import Analysis

/// What all level bars in SVG share: labels at the left, a field with a scale, values at the right.
struct SVGBarField {
  /// The scale along the field, and the field's ends.
  let scale: AxisScale
  let left: Double
  let right: Double
  /// The height of a row.
  let rowHeight = 26.0

  private static let labelSize = 200.0

  /// Divides the picture's width.
  init(labels: [String], values: [String], range: ClosedRange<Double>) {
    let label = labels.reduce(0) { max($0, SVGCanvas.width(of: $1, size: 12)) }
    let value = values.reduce(0) { max($0, SVGCanvas.width(of: $1, size: 12)) }
    left = 18 + min(label, Self.labelSize)
    right = SVGChart.width - 18 - value
    scale = AxisScale(covering: range, count: 7)
  }

  /// The x of a value.
  func x(_ value: Double) -> Double { left + min(1, max(0, scale.fraction(value))) * (right - left) }

  /// Grid lines over so many rows, with their labels below.
  func drawGrid(on canvas: inout SVGCanvas, top: Double, height: Double, suffix: String = "") {
    for tick in scale.ticks {
      let isZero = tick == 0 || tick == scale.low
      canvas.line(x(tick), top, x(tick), top + height, opacity: isZero ? 0.8 : 0.18)
    }
    canvas.bottomLabels(zip(scale.ticks, scale.labels(suffix: suffix)).map { (x($0), $1) }, y: top + height)
  }

  /// A row's label in as many lines as it needs and its value at the right edge; answers the row's height.
  func drawTexts(on canvas: inout SVGCanvas, label: String, value: String, y: Double, indent: Double = 0)
    -> Double
  {
    let lines = SVGBarField.lines(label, width: left - 14 - indent)
    let height = max(rowHeight, Double(lines.count) * 14 + 8)
    for (index, line) in lines.enumerated() {
      let offset = (Double(index) - Double(lines.count - 1) / 2) * 14
      canvas.text(line, left - 8, y + height / 2 + 4 + offset, anchor: "end")
    }
    canvas.text(value, SVGChart.width - 8, y + height / 2 + 4, anchor: "end")
    return height
  }

  /// The height of a row with this label.
  func height(of label: String) -> Double {
    max(rowHeight, Double(SVGBarField.lines(label, width: left - 14).count) * 14 + 8)
  }

  private static func lines(_ label: String, width: Double) -> [String] {
    let clean = Sanitizer.inline(label)
    guard SVGCanvas.width(of: clean, size: 12) > width else { return [clean] }
    return DisplayWidth.wrapped(clean, to: max(8, Int(width / 6.4)))
  }
}

/// Level bars in SVG: one per category and series, targets as marks in the bar.
struct SVGBarPlot {
  private let chart: Chart
  private let paint: SVGPaint
  private let reading: BarReading
  private let field: SVGBarField
  private let values: [String]
  private let hasSeries: Bool
  /// The number of the first measured series, whose bars are plain.
  private let main: Int

  /// Prepares the bars; `nil` when there is nothing to draw.
  init?(chart: Chart, paint: SVGPaint, isBullet: Bool) {
    reading = BarReading(chart, isBullet: isBullet)
    guard !reading.bars.isEmpty else { return nil }
    self.chart = chart
    self.paint = paint
    main = reading.bars.first { $0.role == .measured }?.number ?? 0
    hasSeries = reading.bars.contains { !$0.series.isEmpty }
    values = reading.bars.map { bar in
      let target = isBullet ? bar.target.map { " / " + chart.style.text($0) } ?? "" : ""
      return chart.style.text(bar.value) + target
    }
    let labels = reading.bars.map { $0.series.isEmpty ? $0.category : $0.series }
    field = SVGBarField(labels: labels, values: values, range: reading.range)
  }

  /// Draws the picture and its legend; answers the y below it.
  func draw(on canvas: inout SVGCanvas, top: Double) -> Double {
    var rows: [(y: Double, height: Double)] = []
    var y = top
    for bar in reading.bars {
      if hasSeries, bar.startsCategory {
        y += 20
      }
      let height = field.height(of: hasSeries ? bar.series : bar.category)
      rows.append((y, height))
      y += height
    }
    field.drawGrid(on: &canvas, top: top, height: y - top, suffix: reading.isRelative ? "%" : "")
    for (index, bar) in reading.bars.enumerated() { draw(bar, index, row: rows[index], on: &canvas) }
    if let reference = chart.reference, !reading.isRelative {
      canvas.line(field.x(reference), top, field.x(reference), y, width: 1.8, dash: paint.dash(.target))
    }
    return canvas.legend(legend(on: &canvas), left: 18, top: y + 38, width: SVGChart.width - 26)
  }

  private func draw(
    _ bar: BarReading.Bar, _ index: Int, row: (y: Double, height: Double), on canvas: inout SVGCanvas
  ) {
    if hasSeries, bar.startsCategory { canvas.text(bar.category, 8, row.y - 5, isBold: true) }
    let label = hasSeries ? bar.series : bar.category
    _ = field.drawTexts(on: &canvas, label: label, value: values[index], y: row.y)
    let zero = field.x(0)
    let thickness = field.rowHeight - 10
    let barTop = row.y + (row.height - thickness) / 2
    let end = field.x(reading.length(of: bar))
    let fill = paint.fill(bar.number, bar.role, main: main, on: &canvas)
    canvas.rectangle(zero, barTop, end - zero, thickness, fill: fill, stroke: paint.colour(bar.number))
    if let mark = reading.mark(of: bar) {
      canvas.line(field.x(mark), row.y + 1, field.x(mark), row.y + row.height - 1, width: 3)
    }
  }

  private func legend(on canvas: inout SVGCanvas) -> [SVGLegendEntry] {
    var entries: [SVGLegendEntry] = []
    var seen: Set<Int> = []
    for bar in reading.bars where hasSeries && seen.insert(bar.number).inserted {
      let fill = paint.fill(bar.number, bar.role, main: main, on: &canvas)
      entries.append(
        SVGLegendEntry(sign: .box(fill: fill, colour: paint.colour(bar.number)), text: bar.series))
    }
    if reading.bars.contains(where: { $0.target != nil }) {
      let text =
        reading.isRelative ? "target (panjang batang: persen terhadap target masing-masing)" : "target"
      entries.append(SVGLegendEntry(sign: .upright, text: text))
    }
    if chart.reference != nil, !reading.isRelative {
      let sign = SVGLegendEntry.Sign.line(
        colour: "currentColor", dash: paint.dash(.target), mark: nil, isHollow: false)
      entries.append(SVGLegendEntry(sign: sign, text: chart.referenceText))
    }
    return entries
  }
}
