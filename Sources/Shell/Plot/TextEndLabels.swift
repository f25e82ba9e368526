import Analysis

/// The names and last values at the right end of lines, moved apart so that none covers another.
struct TextEndLabels {
  /// The columns the labels take; 0 when there are none.
  private(set) var width = 0
  /// Whether every series is named here, so that a legend need not repeat it.
  private(set) var namesEverySeries = true
  /// Whether the reference line is named here.
  private(set) var showsReference = false

  private var rows: [Int: StyledText] = [:]
  private let chart: Chart
  private let glyphs: PlotGlyphs

  /// Places the labels.
  init(chart: Chart, page: TextPage, axis: TextAxis) {
    self.chart = chart
    glyphs = page.plotGlyphs
    let room = max(14, page.width * 7 / 20)
    var wanted: [(row: Int, full: String, short: String, isReference: Bool, value: Double)] = []
    for index in chart.series.indices {
      guard let y = chart.lastPoint(of: index)?.y else { continue }
      let value = page.glyphs.shown(chart.style.text(y))
      let name = page.clean(chart.series[index].name)
      let full = sign(of: index) + " " + (name.isEmpty ? "" : name + " ") + value
      wanted.append((axis.row(y), full, sign(of: index) + " " + value, false, y))
    }
    if let reference = chart.reference {
      let text = "- - " + page.clean(chart.referenceText)
      wanted.append((axis.row(reference), text, "", true, reference))
    }
    wanted.sort { $0.value > $1.value }
    let allFit = wanted.allSatisfy { $0.isReference || DisplayWidth.columns(of: $0.full) <= room }
    for label in wanted {
      let fits = (allFit || label.isReference) && DisplayWidth.columns(of: label.full) <= room
      let text = fits ? label.full : label.short
      if !fits, !label.isReference { namesEverySeries = false }
      guard !text.isEmpty, let row = freeRow(near: label.row, of: axis.rows) else {
        if !label.isReference { namesEverySeries = false }
        continue
      }
      if label.isReference { showsReference = true }
      rows[row] = StyledText(text, label.isReference ? .yellow : [])
      width = max(width, DisplayWidth.columns(of: text))
    }
  }

  /// The label beside a row; empty when there is none.
  func text(ofRow row: Int) -> StyledText { rows[row] ?? StyledText("") }

  /// The sign that stands for a series: its mark, dotted or dashed.
  func sign(of index: Int) -> String {
    switch chart.series[index].role {
    case .target: "\(glyphs.dash) \(glyphs.dash)"
    case .projected: String(glyphs.mark(chart.markIndex(of: index), isHollow: true))
    case .measured, .baseline: String(glyphs.mark(chart.markIndex(of: index), isHollow: false))
    }
  }

  private func freeRow(near row: Int, of count: Int) -> Int? {
    for distance in 0..<count {
      for candidate in [row + distance, row - distance]
      where (0..<count).contains(candidate) && rows[candidate] == nil { return candidate }
    }
    return nil
  }
}
