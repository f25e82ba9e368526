import Analysis

/// Draws a chart with characters, legible without colour.
struct TextChart {
  /// The chart.
  let chart: Chart
  /// The page whose width and characters are used.
  let page: TextPage

  /// The title, the picture and its legend.
  func lines() -> [StyledText] {
    var lines: [StyledText] = []
    if !chart.title.isEmpty {
      lines += StyledText(page.clean(chart.title), .bold).wrapped(to: page.width)
    }
    guard let picture else { return lines + [StyledText("(tidak ada nilai untuk digambar)", .dim)] }
    return lines + picture
  }

  private var picture: [StyledText]? {
    switch chart.kind {
    case .line: TextLinePlot(chart: chart, page: page)?.lines()
    case .scatter(let diagonal):
      TextScatterPlot(chart: chart, page: page, diagonal: diagonal)?.lines()
    case .bar: TextBarPlot(chart: chart, page: page, isBullet: false)?.lines()
    case .bullet: TextBarPlot(chart: chart, page: page, isBullet: true)?.lines()
    case .tornado: TextTornadoPlot(chart: chart, page: page)?.lines()
    case .histogram: TextHistogramPlot(chart: chart, page: page)?.lines()
    case .waterfall: TextWaterfallPlot(chart: chart, page: page)?.lines()
    }
  }
}

extension TextPage {
  /// The characters that charts are drawn with.
  var plotGlyphs: PlotGlyphs { glyphs.isAscii ? .ascii : .unicode }

  /// Rows of a picture with an upright axis, by the width at hand.
  var pictureRows: Int { width < 70 ? 10 : width < 100 ? 12 : 16 }

  /// Legend entries beside each other, wrapped to the width.
  func legend(_ entries: [String]) -> [StyledText] {
    var lines: [String] = []
    for entry in entries {
      if let last = lines.last, DisplayWidth.columns(of: last) + 3 + DisplayWidth.columns(of: entry) <= width
      {
        lines[lines.count - 1] = last + "   " + entry
      } else {
        lines.append(entry)
      }
    }
    return lines.flatMap { line in
      DisplayWidth.columns(of: line) <= width
        ? [StyledText(line, .dim)] : StyledText(line, .dim).wrapped(to: width)
    }
  }
}

/// An upright axis with labelled ticks at the left of a canvas.
struct TextAxis {
  /// The scale.
  let scale: AxisScale
  /// The rows; ticks fall on whole rows.
  let rows: Int
  /// The columns of the labels, without the axis itself.
  let labelWidth: Int

  private let labels: [Int: String]

  /// Makes an axis of about so many rows.
  init(covering range: ClosedRange<Double>, rows wanted: Int, page: TextPage) {
    scale = AxisScale(covering: range, count: max(3, wanted / 3))
    let intervals = scale.ticks.count - 1
    rows = intervals * max(1, Int((Double(wanted - 1) / Double(intervals)).rounded())) + 1
    var labels: [Int: String] = [:]
    for tick in scale.ticks { labels[scale.row(tick, of: rows)] = page.glyphs.shown(scale.label(tick)) }
    self.labels = labels
    labelWidth = labels.values.reduce(0) { max($0, DisplayWidth.columns(of: $1)) }
  }

  /// The row of a value.
  func row(_ value: Double) -> Int { scale.row(value, of: rows) }

  /// What stands left of a row of the canvas.
  func left(ofRow row: Int, glyphs: PlotGlyphs) -> StyledText {
    let label = labels[row]
    let axis = label == nil ? glyphs.axis[0] : glyphs.axis[1]
    return StyledText(DisplayWidth.padded(label ?? "", to: labelWidth, toRight: true) + " ")
      + StyledText(String(axis), .dim)
  }

  /// The level axis under the canvas with ticks and labels at columns; labels that would touch are left out.
  func bottom(width: Int, ticks: [(column: Int, label: String)], glyphs: PlotGlyphs) -> [StyledText] {
    var line = [Character](repeating: glyphs.axis[3], count: width)
    var text = [Character](repeating: " ", count: width)
    var free = 0
    for (column, label) in ticks where line.indices.contains(column) {
      line[column] = glyphs.axis[4]
      let size = DisplayWidth.columns(of: label)
      let start = min(max(0, column - size / 2), max(0, width - size))
      guard start >= free, size == label.count, start + size <= width else { continue }
      text.replaceSubrange(start..<(start + size), with: Array(label))
      free = start + size + 1
    }
    let indent = String(repeating: " ", count: labelWidth + 1)
    return [
      StyledText(indent + String(glyphs.axis[2]) + String(line), .dim),
      StyledText(indent + " " + String(text)),
    ]
  }
}
