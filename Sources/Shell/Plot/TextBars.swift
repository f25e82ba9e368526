import Analysis

/// What all level bars in text share: labels at the left, a field of cells, values at the right.
struct TextBarField {
  /// The columns of the labels, of the field and of the values.
  let labelWidth: Int
  let width: Int
  let valueWidth: Int
  /// The scale along the field.
  let scale: AxisScale

  private let page: TextPage

  /// Divides the width at hand.
  init(labels: [String], values: [String], range: ClosedRange<Double>, page: TextPage) {
    self.page = page
    let widest = labels.reduce(0) { max($0, DisplayWidth.columns(of: $1)) }
    labelWidth = min(widest, max(8, page.width * 3 / 10))
    valueWidth = values.reduce(0) { max($0, DisplayWidth.columns(of: $1)) }
    width = max(10, page.width - labelWidth - valueWidth - 2)
    scale = AxisScale(covering: range, count: page.width < 60 ? 4 : 6)
  }

  /// The place of a value in eighths of a cell.
  func eighths(_ value: Double) -> Int {
    Int((min(1, max(0, scale.fraction(value))) * Double(width * 8)).rounded())
  }

  /// The cell that a value falls into.
  func cell(_ value: Double) -> Int { min(width - 1, eighths(value) / 8) }

  /// Draws a bar between two values with a fill; its end is drawn in eighths where the characters allow.
  func draw(from: Double, to: Double, fill: Character, on canvas: inout TextCanvas) {
    let glyphs = page.plotGlyphs
    let start = min(eighths(from), eighths(to))
    let end = max(eighths(from), eighths(to))
    let isFine = !glyphs.eighths.isEmpty && fill == glyphs.fills[0]
    let first = (start + 4) / 8
    let last = isFine ? end / 8 : (end + 4) / 8
    for column in first..<max(first, last) { canvas.set(column, 0, fill) }
    if isFine, end % 8 > 0, last >= first { canvas.set(last, 0, glyphs.eighths[end % 8 - 1]) }
    if from != to, last <= first, end % 8 == 0 || !isFine {
      canvas.set(min(first, width - 1), 0, isFine ? glyphs.eighths[0] : fill)
    }
  }

  /// Label, field and value on as many lines as the label needs.
  func lines(label: String, canvas: TextCanvas, value: String) -> [StyledText] {
    let labels = StyledText(label).wrapped(to: labelWidth)
    return labels.enumerated().map { index, label in
      let left = label.padded(to: labelWidth) + StyledText(" ")
      guard index == 0 else { return left }
      return left + canvas.line(0)
        + StyledText(" " + DisplayWidth.padded(value, to: valueWidth, toRight: true))
    }
  }

  /// An empty field.
  var canvas: TextCanvas { TextCanvas(width: width, height: 1) }

  /// The axis under the bars.
  func axis(suffix: String = "") -> [StyledText] {
    let glyphs = page.plotGlyphs
    var line = [Character](repeating: glyphs.axis[3], count: width)
    var text = [Character](repeating: " ", count: width)
    var free = 0
    for (tick, label) in zip(scale.ticks, scale.labels(suffix: suffix)) {
      let column = cell(tick)
      line[column] = glyphs.axis[4]
      let shown = Array(page.glyphs.shown(label))
      let start = min(max(0, column - shown.count / 2), max(0, width - shown.count))
      guard start >= free, start + shown.count <= width else { continue }
      text.replaceSubrange(start..<(start + shown.count), with: shown)
      free = start + shown.count + 1
    }
    let indent = String(repeating: " ", count: labelWidth + 1)
    return [StyledText(indent + String(line), .dim), StyledText(indent + String(text), .dim)]
  }
}

/// Level bars: one per category and series, targets as marks in the bar.
struct TextBarPlot {
  private struct Bar {
    var category: String
    var label: String
    var value: Double
    var text: String
    var role: Chart.Series.Role
    var target: Double?
    var startsCategory: Bool
  }

  private let chart: Chart
  private let page: TextPage
  private let field: TextBarField
  private var bars: [Bar] = []
  /// Whether each bar is measured against its own target, because the values differ too much for one axis.
  private let isRelative: Bool

  /// Prepares the bars; `nil` when there is nothing to draw.
  init?(chart: Chart, page: TextPage, isBullet: Bool) {
    let reading = BarReading(chart, isBullet: isBullet)
    guard !reading.bars.isEmpty else { return nil }
    self.chart = chart
    self.page = page
    isRelative = reading.isRelative
    for bar in reading.bars {
      let value = chart.style.text(bar.value)
      let target = isBullet ? bar.target.map { " / " + chart.style.text($0) } ?? "" : ""
      bars.append(
        Bar(
          category: page.clean(bar.category),
          label: page.clean(bar.series.isEmpty ? bar.category : "  " + bar.series),
          value: reading.length(of: bar), text: page.clean(value + target),
          role: bar.role, target: reading.mark(of: bar), startsCategory: bar.startsCategory))
    }
    field = TextBarField(
      labels: bars.map(\.label), values: bars.map(\.text), range: reading.range, page: page)
  }

  /// The picture and its legend.
  func lines() -> [StyledText] {
    let glyphs = page.plotGlyphs
    var lines: [StyledText] = []
    if !chart.unit.isEmpty { lines.append(StyledText("(" + page.clean(chart.unit) + ")", .dim)) }
    for bar in bars {
      if bar.category != bar.label, bar.startsCategory {
        lines += StyledText(bar.category).wrapped(to: page.width)
      }
      var canvas = field.canvas
      let fill: Character =
        switch bar.role {
        case .measured, .target: glyphs.fills[0]
        case .projected: glyphs.fills[1]
        case .baseline: glyphs.fills[2]
        }
      field.draw(from: 0, to: bar.value, fill: fill, on: &canvas)
      if field.scale.low < 0, canvas.character(field.cell(0), 0) == " " || bar.value <= 0 {
        canvas.set(field.cell(0), 0, glyphs.axis[0], .dim)
      }
      if let target = bar.target { canvas.set(field.cell(target), 0, glyphs.target, [.bold, .yellow]) }
      if let reference = chart.reference, !isRelative {
        canvas.set(field.cell(reference), 0, glyphs.rupture, .yellow)
      }
      lines += field.lines(label: bar.label, canvas: canvas, value: bar.text)
    }
    return lines + field.axis(suffix: isRelative ? "%" : "") + page.legend(legend)
  }

  private var legend: [String] {
    let glyphs = page.plotGlyphs
    var entries: [String] = []
    if bars.contains(where: { $0.target != nil }) { entries.append("\(glyphs.target) target") }
    if bars.contains(where: { $0.role == .projected }) { entries.append("\(glyphs.fills[1]) proyeksi") }
    if bars.contains(where: { $0.role == .baseline }) { entries.append("\(glyphs.fills[2]) dasar") }
    if chart.reference != nil, !isRelative {
      entries.append("\(glyphs.rupture) " + page.clean(chart.referenceText))
    }
    if isRelative { entries.append("panjang batang: persen terhadap target masing-masing") }
    return entries
  }
}

/// The bars of a bar or bullet chart, whatever the medium.
struct BarReading: Sendable {
  /// One bar.
  struct Bar: Sendable {
    /// The category; empty on the following bars of the same category.
    var category: String
    /// The series' name; empty when there is only one series.
    var series: String
    /// The number of the series among those drawn as bars.
    var number: Int
    var value: Double
    var target: Double?
    var role: Chart.Series.Role
    var startsCategory: Bool
  }

  /// The bars in reading order.
  private(set) var bars: [Bar] = []
  /// Whether lengths are percentages of each bar's own target.
  private(set) var isRelative = false
  /// What the axis must cover, zero included.
  private(set) var range: ClosedRange<Double> = 0...1

  /// Reads a chart.
  init(_ chart: Chart, isBullet: Bool) {
    let targets = chart.series.indices.filter { chart.series[$0].role == .target || (isBullet && $0 == 1) }
    let drawn = chart.series.indices.filter { !targets.contains($0) }
    for x in chart.positions {
      var starts = true
      for (number, index) in drawn.enumerated() {
        guard let point = chart.series[index].points.first(where: { $0.x == x }), let value = point.y,
          value.isFinite
        else { continue }
        let target = targets.lazy.compactMap { target in
          chart.series[target].points.first { $0.x == x }?.y
        }.first { $0.isFinite }
        bars.append(
          Bar(
            category: starts ? chart.label(at: x) : "",
            series: drawn.count > 1 ? chart.series[index].name : "",
            number: number, value: value, target: target, role: chart.series[index].role,
            startsCategory: starts))
        starts = false
      }
    }
    let sizes = bars.compactMap(\.target).map(abs)
    if isBullet, sizes.count == bars.count, let least = sizes.min(), let most = sizes.max(), least > 0,
      most > 4 * least
    {
      isRelative = true
    }
    var values: [Double] = bars.map { length(of: $0) } + bars.compactMap { mark(of: $0) } + [0]
    if let reference = chart.reference, !isRelative { values.append(reference) }
    if let low = values.min(), let high = values.max(), high > low { range = low...high }
  }

  /// A bar's length along the axis.
  func length(of bar: Bar) -> Double {
    guard isRelative, let target = bar.target else { return bar.value }
    return bar.value / target * 100
  }

  /// Where a bar's target stands along the axis.
  func mark(of bar: Bar) -> Double? { isRelative ? bar.target.map { _ in 100 } : bar.target }
}
