import Analysis

/// Lines over years in SVG.
struct SVGLinePlot {
  private let chart: Chart
  private let paint: SVGPaint
  private let axis: SVGAxis
  private let positions: [Double]
  private let labels: [Label]
  private let right: Double

  private static let height = 280.0

  /// A name and last value at the right end.
  private struct Label {
    var text: String
    var value: Double
    var series: Int?
    var x: Double?
  }

  /// Prepares the axes; `nil` when there is nothing to draw.
  init?(chart: Chart, paint: SVGPaint) {
    guard let range = chart.valueRange(includingZero: false) else { return nil }
    self.chart = chart
    self.paint = paint
    axis = SVGAxis(covering: range)
    positions = chart.positions
    var labels: [Label] = chart.series.indices.compactMap { index in
      guard let point = chart.lastPoint(of: index), let y = point.y else { return nil }
      let name = DisplayWidth.truncated(Sanitizer.inline(chart.series[index].name), to: 26)
      return Label(
        text: (name.isEmpty ? "" : name + " ") + chart.style.text(y), value: y, series: index, x: point.x)
    }
    if let reference = chart.reference { labels.append(Label(text: chart.referenceText, value: reference)) }
    self.labels = labels.sorted { $0.value > $1.value }
    let widest = labels.reduce(0) { max($0, SVGCanvas.width(of: $1.text, size: 12)) }
    right = SVGChart.width - 34 - min(widest, 240)
  }

  /// Draws the picture and its legend; answers the y below it.
  func draw(on canvas: inout SVGCanvas, top: Double) -> Double {
    let top = top + 6
    axis.draw(on: &canvas, right: right, top: top, height: Self.height)
    drawBands(on: &canvas, top: top)
    if let reference = chart.reference {
      let y = axis.y(reference, top: top, height: Self.height)
      canvas.line(axis.left, y, right, y, width: 1.5, dash: paint.dash(.target))
    }
    for year in chart.breaks {
      guard let next = positions.first(where: { $0 > year }) else { continue }
      let middle = (x(positions.last { $0 <= year } ?? year) + x(next)) / 2
      canvas.line(middle, top, middle, top + Self.height, width: 1.2, dash: "2 3", opacity: 0.7)
    }
    for index in chart.series.indices { drawSeries(index, on: &canvas, top: top) }
    canvas.bottomLabels(positions.map { (x($0), chart.label(at: $0)) }, y: top + Self.height)
    drawLabels(on: &canvas, top: top)
    return canvas.legend(
      legend, left: axis.left, top: top + Self.height + 38, width: SVGChart.width - axis.left - 8)
  }

  private func x(_ position: Double) -> Double {
    let left = axis.left + 18
    guard let first = positions.first, let last = positions.last, last > first else {
      return (left + right) / 2
    }
    return left + (position - first) / (last - first) * (right - 18 - left)
  }

  private func drawBands(on canvas: inout SVGCanvas, top: Double) {
    for index in chart.series.indices {
      for run in chart.runs(of: index) where run.contains(where: { $0.low != nil }) {
        let upper = run.map { (x($0.x), axis.y($0.high ?? $0.y ?? 0, top: top, height: Self.height)) }
        let lower = run.map { (x($0.x), axis.y($0.low ?? $0.y ?? 0, top: top, height: Self.height)) }
        if run.count > 1 {
          canvas.polygon(
            (upper + lower.reversed()).map { (x: $0.0, y: $0.1) },
            fill: paint.colour(chart.markIndex(of: index)),
            opacity: 0.2)
        }
        for (index, point) in run.enumerated() where point.low != nil && point.low != point.y {
          whisker(x: upper[index].0, from: upper[index].1, to: lower[index].1, on: &canvas)
        }
      }
    }
  }

  private func whisker(x: Double, from: Double, to: Double, on canvas: inout SVGCanvas) {
    canvas.line(x, from, x, to, width: 1.2)
    canvas.line(x - 5, from, x + 5, from, width: 1.2)
    canvas.line(x - 5, to, x + 5, to, width: 1.2)
  }

  private func drawSeries(_ index: Int, on canvas: inout SVGCanvas, top: Double) {
    let series = chart.series[index]
    let number = chart.markIndex(of: index)
    let isTarget = series.role == .target
    let colour = isTarget ? "currentColor" : paint.colour(number)
    for run in chart.runs(of: index) {
      let points = run.map { (x: x($0.x), y: axis.y($0.y ?? 0, top: top, height: Self.height)) }
      canvas.polyline(points, colour: colour, width: isTarget ? 1.5 : 2.2, dash: paint.dash(series.role))
    }
    guard !isTarget else { return }
    for point in series.points {
      guard let y = point.y, y.isFinite, point.x.isFinite else { continue }
      canvas.mark(
        number, x(point.x), axis.y(y, top: top, height: Self.height), colour: colour,
        isHollow: series.role == .projected)
    }
  }

  /// Labels in order of value, at least 15 pixels apart, with a thin lead to the place that they name.
  private func drawLabels(on canvas: inout SVGCanvas, top: Double) {
    var places = labels.map { axis.y($0.value, top: top, height: Self.height) }
    for index in places.indices.dropFirst() { places[index] = max(places[index], places[index - 1] + 15) }
    var limit = top + Self.height + 6
    for index in places.indices.reversed() {
      places[index] = min(places[index], limit)
      limit = places[index] - 15
    }
    for (label, place) in zip(labels, places) {
      let y = axis.y(label.value, top: top, height: Self.height)
      let from = label.x.map { x($0) + 7 } ?? right
      canvas.line(from, y, right + 10, place, width: 0.8, opacity: 0.45)
      if let series = label.series, chart.series[series].role != .target {
        let number = chart.markIndex(of: series)
        canvas.mark(
          number, right + 16, place, colour: paint.colour(number),
          isHollow: chart.series[series].role == .projected,
          size: 3.5)
      } else {
        canvas.line(right + 10, place, right + 22, place, width: 1.5, dash: "5 3")
      }
      canvas.text(label.text, right + 25, place + 4)
    }
  }

  private var legend: [SVGLegendEntry] {
    var entries: [SVGLegendEntry] = []
    for (index, series) in chart.series.enumerated() where series.role != .measured {
      let number = chart.markIndex(of: index)
      let isTarget = series.role == .target
      entries.append(
        SVGLegendEntry(
          sign: .line(
            colour: isTarget ? "currentColor" : paint.colour(number), dash: paint.dash(series.role),
            mark: isTarget ? nil : number, isHollow: series.role == .projected),
          text: series.name))
      if series.role == .projected, series.points.contains(where: { $0.low != nil }) {
        entries.append(SVGLegendEntry(sign: .upright, text: "rentang proyeksi"))
      }
    }
    if !chart.breaks.isEmpty {
      let years = chart.breaks.map { chart.label(at: $0) }.joined(separator: ", ")
      let sign = SVGLegendEntry.Sign.line(colour: "currentColor", dash: "2 3", mark: nil, isHollow: false)
      entries.append(SVGLegendEntry(sign: sign, text: "deret terputus sesudah " + years))
    }
    return entries
  }
}
