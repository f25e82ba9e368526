import Analysis

/// Lines over years in characters: a mark per series, its name and last value at the right end.
struct TextLinePlot {
  private let chart: Chart
  private let page: TextPage
  private let glyphs: PlotGlyphs
  private let axis: TextAxis
  private let labels: TextEndLabels
  private let plotWidth: Int
  private let positions: [Double]

  /// Prepares the axes; `nil` when there is nothing to draw.
  init?(chart: Chart, page: TextPage) {
    guard let range = chart.valueRange(includingZero: false) else { return nil }
    self.chart = chart
    self.page = page
    glyphs = page.plotGlyphs
    axis = TextAxis(covering: range, rows: page.pictureRows, page: page)
    labels = TextEndLabels(chart: chart, page: page, axis: axis)
    plotWidth = max(8, page.width - axis.labelWidth - 2 - (labels.width == 0 ? 0 : labels.width + 1))
    positions = chart.positions
  }

  /// The picture and its legend.
  func lines() -> [StyledText] {
    var canvas = TextCanvas(width: plotWidth, height: axis.rows)
    drawBands(on: &canvas)
    drawReference(on: &canvas)
    drawBreaks(on: &canvas)
    let isSolid = { (index: Int) in chart.series[index].role == .measured }
    for index in chart.series.indices.filter({ !isSolid($0) }) + chart.series.indices.filter(isSolid) {
      for run in chart.runs(of: index) { drawLine(run, series: index, on: &canvas) }
    }
    for index in chart.series.indices { drawMarks(of: index, on: &canvas) }
    var lines: [StyledText] = []
    if !chart.unit.isEmpty { lines.append(StyledText("(" + page.clean(chart.unit) + ")", .dim)) }
    for row in 0..<axis.rows {
      let right = labels.text(ofRow: row)
      let line = axis.left(ofRow: row, glyphs: glyphs) + canvas.line(row)
      lines.append(right.isEmpty ? line : line + StyledText(" ") + right)
    }
    lines += axis.bottom(
      width: plotWidth, ticks: positions.map { (column($0), page.clean(chart.label(at: $0))) },
      glyphs: glyphs)
    return lines + page.legend(legend)
  }

  private func column(_ x: Double) -> Int {
    guard let first = positions.first, let last = positions.last, last > first else { return plotWidth / 2 }
    return 2 + Int(((x - first) / (last - first) * Double(plotWidth - 5)).rounded())
  }

  private func drawBands(on canvas: inout TextCanvas) {
    for index in chart.series.indices {
      for run in chart.runs(of: index) where run.contains(where: { $0.low != nil }) {
        for (start, end) in zip(run, run.dropFirst()) {
          guard let y0 = start.y, let y1 = end.y else { continue }
          let from = column(start.x)
          let to = column(end.x)
          for step in 0...max(1, to - from) {
            let part = Double(step) / Double(max(1, to - from))
            let low = (start.low ?? y0) * (1 - part) + (end.low ?? y1) * part
            let high = (start.high ?? y0) * (1 - part) + (end.high ?? y1) * part
            shade(column: from + step, low: low, high: high, on: &canvas)
          }
        }
        if run.count == 1, let low = run[0].low, let high = run[0].high {
          for offset in -1...1 { shade(column: column(run[0].x) + offset, low: low, high: high, on: &canvas) }
        }
      }
    }
  }

  private func shade(column: Int, low: Double, high: Double, on canvas: inout TextCanvas) {
    let top = max(0, axis.row(max(low, high)))
    let bottom = min(axis.rows - 1, axis.row(min(low, high)))
    guard top <= bottom else { return }
    for row in top...bottom { canvas.set(column, row, glyphs.shade, .dim) }
  }

  private func drawReference(on canvas: inout TextCanvas) {
    guard let reference = chart.reference else { return }
    for column in stride(from: 0, to: plotWidth, by: 2) {
      canvas.set(column, axis.row(reference), glyphs.dash, .yellow)
    }
  }

  private func drawBreaks(on canvas: inout TextCanvas) {
    for year in chart.breaks {
      guard let next = positions.first(where: { $0 > year }) else { continue }
      let middle = (column(positions.last { $0 <= year } ?? year) + column(next)) / 2
      for row in 0..<axis.rows { canvas.set(middle, row, glyphs.rupture, .dim) }
    }
  }

  private func drawLine(_ run: [Chart.Point], series index: Int, on canvas: inout TextCanvas) {
    let role = chart.series[index].role
    let isSolid = role == .measured
    if isSolid, page.usesBraille {
      drawBraille(run, on: &canvas)
      return
    }
    for (start, end) in zip(run, run.dropFirst()) {
      guard let y0 = start.y, let y1 = end.y else { continue }
      let from = column(start.x)
      let to = column(end.x)
      guard to > from else { continue }
      var previous = axis.row(y0)
      for step in 1...(to - from) {
        let part = Double(step) / Double(to - from)
        let row = axis.row(y0 * (1 - part) + y1 * part)
        if isSolid {
          drawStep(column: from + step, from: previous, to: row, on: &canvas)
        } else if step.isMultiple(of: 2) {
          canvas.set(from + step, row, role == .target ? glyphs.dash : glyphs.dot)
        }
        previous = row
      }
    }
  }

  private func drawStep(column: Int, from: Int, to: Int, on canvas: inout TextCanvas) {
    guard from != to else { return canvas.set(column, to, glyphs.line[0]) }
    for row in min(from, to)...max(from, to) { canvas.set(column, row, glyphs.line[1]) }
    canvas.set(column, from, to < from ? glyphs.line[2] : glyphs.line[4])
    canvas.set(column, to, to < from ? glyphs.line[3] : glyphs.line[5])
  }

  private func drawBraille(_ run: [Chart.Point], on canvas: inout TextCanvas) {
    for (start, end) in zip(run, run.dropFirst()) {
      guard let y0 = start.y, let y1 = end.y else { continue }
      let from = Double(column(start.x)) * 2 + 1
      let to = Double(column(end.x)) * 2
      let steps = max(1, Int(to - from) * 4)
      for step in 0...steps {
        let part = Double(step) / Double(steps)
        let value = y0 * (1 - part) + y1 * part
        let dotRow = Int(((1 - axis.scale.fraction(value)) * Double(axis.rows - 1) * 4 + 1.5).rounded())
        BrailleDots.light(x: Int((from + (to - from) * part).rounded()), y: dotRow, on: &canvas)
      }
    }
  }

  private func drawMarks(of index: Int, on canvas: inout TextCanvas) {
    let role = chart.series[index].role
    guard role != .target else { return }
    let mark = glyphs.mark(chart.markIndex(of: index), isHollow: role == .projected)
    for point in chart.series[index].points {
      guard let y = point.y, y.isFinite else { continue }
      canvas.set(column(point.x), axis.row(y), mark, .bold)
    }
  }

  private var legend: [String] {
    var entries: [String] = []
    for (index, series) in chart.series.enumerated() {
      let isPlain = chart.series.count == 1 || labels.namesEverySeries
      if !isPlain || series.role == .projected {
        entries.append(labels.sign(of: index) + " " + page.clean(series.name))
      }
      if series.role == .projected, series.points.contains(where: { $0.low != nil }) {
        entries.append("\(glyphs.shade) rentang proyeksi")
      }
    }
    if chart.reference != nil, !labels.showsReference {
      entries.append("\(glyphs.dash) \(glyphs.dash) " + page.clean(chart.referenceText))
    }
    if !chart.breaks.isEmpty {
      let years = chart.breaks.map { chart.label(at: $0) }.joined(separator: ", ")
      entries.append("\(glyphs.rupture) deret terputus sesudah " + years)
    }
    var seen: Set<String> = []
    return entries.filter { seen.insert($0).inserted }
  }
}

/// Braille patterns as a canvas of two by four dots per character.
enum BrailleDots {
  /// Lights a dot, keeping those that are lit in the same character.
  static func light(x: Int, y: Int, on canvas: inout TextCanvas) {
    guard x >= 0, y >= 0 else { return }
    let bits: [[UInt32]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]
    let current = canvas.character(x / 2, y / 4).unicodeScalars.first?.value ?? 0
    let lit = (0x2800...0x28FF).contains(current) ? current : 0x2800
    guard let scalar = Unicode.Scalar(lit | bits[x % 2][y % 4]) else { return }
    canvas.set(x / 2, y / 4, Character(scalar))
  }
}
