import Analysis

/// Draws a chart as SVG: self-contained, text kept as text, told apart by marks, dashes and hatching as well as colour.
struct SVGChart {
  /// The chart.
  let chart: Chart
  /// A name unique on the page; letters, digits and hyphens.
  var id = "gambar"
  /// Whether the title is drawn; a page that has a caption needs none.
  var showsTitle = true
  /// Whether it is a file of its own: then it has a white ground and black text instead of the page's colours.
  var isStandalone = true

  /// The picture's width in pixels; it scales with the page.
  static let width = 720.0

  /// The SVG element.
  var text: String {
    var canvas = SVGCanvas()
    var y = 8.0
    if showsTitle {
      for line in DisplayWidth.wrapped(Sanitizer.inline(chart.title), to: 84) {
        canvas.text(line, 8, y + 16, size: 15, isBold: true)
        y += 21
      }
      y += 3
    }
    if !chart.unit.isEmpty {
      canvas.text("(" + chart.unit + ")", 8, y + 12, opacity: 0.75)
      y += 18
    }
    y = draw(on: &canvas, top: y + 4)
    return wrapped(canvas, height: y + 4)
  }

  private func draw(on canvas: inout SVGCanvas, top: Double) -> Double {
    let paint = SVGPaint(id: id)
    let bottom: Double? =
      switch chart.kind {
      case .line: SVGLinePlot(chart: chart, paint: paint)?.draw(on: &canvas, top: top)
      case .bar: SVGBarPlot(chart: chart, paint: paint, isBullet: false)?.draw(on: &canvas, top: top)
      case .bullet: SVGBarPlot(chart: chart, paint: paint, isBullet: true)?.draw(on: &canvas, top: top)
      case .tornado: SVGTornadoPlot(chart: chart, paint: paint)?.draw(on: &canvas, top: top)
      case .waterfall: SVGWaterfallPlot(chart: chart, paint: paint)?.draw(on: &canvas, top: top)
      case .histogram: SVGHistogramPlot(chart: chart, paint: paint)?.draw(on: &canvas, top: top)
      case .scatter(let diagonal):
        SVGScatterPlot(chart: chart, paint: paint, diagonal: diagonal)?.draw(on: &canvas, top: top)
      }
    if let bottom { return bottom }
    canvas.text("(tidak ada nilai untuk digambar)", 8, top + 16, opacity: 0.75)
    return top + 26
  }

  private func wrapped(_ canvas: SVGCanvas, height: Double) -> String {
    let width = SVGCanvas.number(Self.width)
    let height = SVGCanvas.number(height)
    var output = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" role=\"img\" "
    output += "aria-labelledby=\"\(id)-judul \(id)-uraian\" font-family=\"Helvetica, Arial, sans-serif\" "
    output += isStandalone ? "width=\"\(width)\" height=\"\(height)\" color=\"#1a1a1a\" " : ""
    output += "fill=\"currentColor\">\n"
    output += "<title id=\"\(id)-judul\">\(Sanitizer.html(Sanitizer.inline(chart.title)))</title>\n"
    output += "<desc id=\"\(id)-uraian\">\(Sanitizer.html(Sanitizer.inline(description)))</desc>\n"
    if !canvas.definitions.isEmpty { output += "<defs>\n\(canvas.definitions)</defs>\n" }
    if isStandalone { output += "<rect width=\"\(width)\" height=\"\(height)\" fill=\"#ffffff\"/>\n" }
    return output + canvas.body + "</svg>\n"
  }

  /// The summary, or the values themselves where no summary was given.
  private var description: String {
    guard chart.summary.isEmpty else { return chart.summary }
    return chart.series.map { series in
      let values = series.points.prefix(40).map { point in
        chart.label(at: point.x) + ": " + (point.y.map { chart.style.text($0) } ?? "tidak ada")
      }
      return (series.name.isEmpty ? "" : series.name + " – ") + values.joined(separator: "; ")
    }.joined(separator: ". ")
  }
}

/// An upright axis with level grid lines in SVG.
struct SVGAxis {
  /// The scale.
  let scale: AxisScale
  /// The space that the labels need at the left.
  let left: Double

  private let labels: [String]

  /// Makes an axis.
  init(covering range: ClosedRange<Double>, count: Int = 7) {
    scale = AxisScale(covering: range, count: count)
    labels = scale.labels()
    left = 18 + labels.reduce(0) { max($0, SVGCanvas.width(of: $1, size: 12)) }
  }

  /// The y of a value in a field.
  func y(_ value: Double, top: Double, height: Double) -> Double {
    top + (1 - scale.fraction(value)) * height
  }

  /// Draws grid lines and labels.
  func draw(on canvas: inout SVGCanvas, right: Double, top: Double, height: Double) {
    for (tick, label) in zip(scale.ticks, labels) {
      let y = self.y(tick, top: top, height: height)
      let isEnd = tick == scale.low
      canvas.line(left, y, right, y, opacity: isEnd ? 0.8 : 0.18)
      canvas.text(label, left - 6, y + 4, anchor: "end")
    }
  }
}

extension SVGCanvas {
  /// Labels under a level axis; those that would touch the one before are left out.
  mutating func bottomLabels(_ ticks: [(x: Double, label: String)], y: Double) {
    var free = -Double.infinity
    for (x, label) in ticks {
      let half = SVGCanvas.width(of: label, size: 12) / 2
      guard x - half > free else { continue }
      line(x, y, x, y + 5, opacity: 0.8)
      text(label, x, y + 18, anchor: "middle")
      free = x + half + 6
    }
  }
}
