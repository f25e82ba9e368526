import Analysis

/// A histogram in SVG: bars below the marked value are hatched, those above full.
struct SVGHistogramPlot {
  private let chart: Chart
  private let paint: SVGPaint
  private let bins: HistogramBins
  private let axis: SVGAxis
  private let levels: AxisScale

  private static let height = 260.0
  private static let right = SVGChart.width - 24

  /// Prepares the bars; `nil` when there is nothing to draw.
  init?(chart: Chart, paint: SVGPaint) {
    let bins = HistogramBins(chart, atMost: 120)
    guard let first = bins.edges.first, let last = bins.edges.last, let most = bins.counts.max(), most > 0
    else {
      return nil
    }
    self.chart = chart
    self.paint = paint
    self.bins = bins
    axis = SVGAxis(covering: 0...most)
    levels = AxisScale(
      covering: min(first, chart.reference ?? first)...max(last, chart.reference ?? last), count: 10)
  }

  /// Draws the picture and its legend; answers the y below it.
  func draw(on canvas: inout SVGCanvas, top: Double) -> Double {
    let top = top + 14
    let bottom = top + Self.height
    axis.draw(on: &canvas, right: Self.right, top: top, height: Self.height)
    let below = paint.hatch(paint.colour(1), angle: 45, weight: 1.6, on: &canvas)
    for (index, count) in bins.counts.enumerated() {
      let y = axis.y(count, top: top, height: Self.height)
      let from = bins.edges[index]
      let to = bins.edges[index + 1]
      let cut = min(to, max(from, chart.reference ?? from))
      if cut > from { draw(from, cut, y, bottom, fill: below, colour: paint.colour(1), on: &canvas) }
      if to > cut { draw(cut, to, y, bottom, fill: paint.colour(0), colour: "#ffffff", on: &canvas) }
    }
    canvas.bottomLabels(zip(levels.ticks, levels.labels()).map { (x($0), $1) }, y: bottom)
    guard let reference = chart.reference else { return bottom + 30 }
    canvas.line(x(reference), top - 8, x(reference), bottom, width: 2.5)
    let isRight = x(reference) > (axis.left + Self.right) / 2
    canvas.text(
      chart.referenceText, x(reference) + (isRight ? -6 : 6), top - 2, anchor: isRight ? "end" : "start",
      isBold: true)
    let legend = [
      SVGLegendEntry(sign: .upright, text: chart.referenceText),
      SVGLegendEntry(sign: .box(fill: below, colour: paint.colour(1)), text: "di bawahnya"),
      SVGLegendEntry(sign: .box(fill: paint.colour(0), colour: paint.colour(0)), text: "di atasnya"),
    ]
    return canvas.legend(legend, left: axis.left, top: bottom + 38, width: Self.right - axis.left)
  }

  private func draw(
    _ from: Double, _ to: Double, _ y: Double, _ bottom: Double, fill: String, colour: String,
    on canvas: inout SVGCanvas
  ) {
    canvas.rectangle(x(from), y, x(to) - x(from), bottom - y, fill: fill, stroke: colour)
  }

  private func x(_ value: Double) -> Double { axis.left + levels.fraction(value) * (Self.right - axis.left) }
}

/// Points in SVG, with the line of equality on request.
struct SVGScatterPlot {
  private let chart: Chart
  private let paint: SVGPaint
  private let axis: SVGAxis
  private let levels: AxisScale
  private let diagonal: Bool

  private static let height = 320.0
  private static let right = SVGChart.width - 24

  /// Prepares the axes; `nil` when there is nothing to draw.
  init?(chart: Chart, paint: SVGPaint, diagonal: Bool) {
    guard let first = chart.positions.first, let last = chart.positions.last,
      let range = chart.valueRange(includingZero: false)
    else { return nil }
    self.chart = chart
    self.paint = paint
    self.diagonal = diagonal
    axis = SVGAxis(covering: range)
    levels = AxisScale(covering: first...last, count: 10)
  }

  /// Draws the picture and its legend; answers the y below it.
  func draw(on canvas: inout SVGCanvas, top: Double) -> Double {
    let top = top + 6
    axis.draw(on: &canvas, right: Self.right, top: top, height: Self.height)
    for tick in levels.ticks { canvas.line(x(tick), top, x(tick), top + Self.height, opacity: 0.18) }
    canvas.bottomLabels(zip(levels.ticks, levels.labels()).map { (x($0), $1) }, y: top + Self.height)
    let low = max(levels.low, axis.scale.low)
    let high = min(levels.high, axis.scale.high)
    if diagonal, high > low {
      canvas.line(x(low), y(low, top), x(high), y(high, top), width: 1.5, dash: "3 4")
    }
    if let reference = chart.reference {
      canvas.line(
        axis.left, y(reference, top), Self.right, y(reference, top), width: 1.5, dash: paint.dash(.target))
    }
    for (index, series) in chart.series.enumerated() {
      let number = chart.markIndex(of: index)
      for point in series.points {
        guard let value = point.y, value.isFinite, point.x.isFinite else { continue }
        canvas.mark(
          number, x(point.x), y(value, top), colour: paint.colour(number),
          isHollow: series.role == .projected, size: 5)
      }
    }
    return canvas.legend(
      legend, left: axis.left, top: top + Self.height + 38, width: Self.right - axis.left)
  }

  private func x(_ value: Double) -> Double { axis.left + levels.fraction(value) * (Self.right - axis.left) }

  private func y(_ value: Double, _ top: Double) -> Double { axis.y(value, top: top, height: Self.height) }

  private var legend: [SVGLegendEntry] {
    var entries = chart.series.indices.filter { !chart.series[$0].name.isEmpty }.map { index in
      let number = chart.markIndex(of: index)
      let isHollow = chart.series[index].role == .projected
      let sign = SVGLegendEntry.Sign.line(
        colour: paint.colour(number), dash: "0 30", mark: number, isHollow: isHollow)
      return SVGLegendEntry(sign: sign, text: chart.series[index].name)
    }
    if diagonal {
      let sign = SVGLegendEntry.Sign.line(colour: "currentColor", dash: "3 4", mark: nil, isHollow: false)
      entries.append(SVGLegendEntry(sign: sign, text: "garis sama nilai"))
    }
    if chart.reference != nil {
      let sign = SVGLegendEntry.Sign.line(
        colour: "currentColor", dash: paint.dash(.target), mark: nil, isHollow: false)
      entries.append(SVGLegendEntry(sign: sign, text: chart.referenceText))
    }
    return entries
  }
}
