import Analysis

/// What the drawing of a chart needs to know about its data, whatever the medium.
extension Chart {
  /// The positions on the horizontal axis in ascending order, each once.
  var positions: [Double] {
    Set(series.flatMap { $0.points.map(\.x) }.filter(\.isFinite)).sorted()
  }

  /// The label of a position: its category, a year without separators, or a number.
  func label(at x: Double) -> String {
    if let index = Int(exactly: x), categories.indices.contains(index) { return categories[index] }
    if let year = Int(exactly: x), (1000...9999).contains(year) { return String(year) }
    return style.text(x)
  }

  /// The range of everything drawn along the value axis; `nil` when there is no value at all.
  func valueRange(includingZero: Bool) -> ClosedRange<Double>? {
    var values = series.flatMap { $0.points.flatMap { [$0.y, $0.low, $0.high] } }.compactMap { $0 }.filter(
      \.isFinite)
    guard !values.isEmpty else { return nil }
    if let reference, reference.isFinite { values.append(reference) }
    if includingZero { values.append(0) }
    guard let low = values.min(), let high = values.max() else { return nil }
    return low...high
  }

  /// The measured series that a projection continues: the nearest one before it.
  func parent(of index: Int) -> Int? {
    guard series[index].role == .projected else { return nil }
    return series[..<index].lastIndex { $0.role == .measured }
  }

  /// The points of a series that a line joins, in runs: missing values and breaks end a run. A projection
  /// starts at the last value of the series that it continues.
  func runs(of index: Int) -> [[Point]] {
    var points = series[index].points.filter { $0.x.isFinite }
    if let parent = parent(of: index), let first = points.first,
      let last = series[parent].points.last(where: { $0.y?.isFinite ?? false }), last.x < first.x,
      let y = last.y
    {
      points.insert(Point(x: last.x, y: y, low: y, high: y), at: 0)
    }
    var runs: [[Point]] = [[]]
    for point in points {
      guard point.y?.isFinite ?? false else {
        runs.append([])
        continue
      }
      if let previous = runs[runs.count - 1].last,
        breaks.contains(where: { $0 >= previous.x && $0 < point.x })
      {
        runs.append([])
      }
      runs[runs.count - 1].append(point)
    }
    return runs.filter { !$0.isEmpty }
  }

  /// The last value of a series.
  func lastPoint(of index: Int) -> Point? { series[index].points.last { $0.y?.isFinite ?? false } }

  /// The number of a series among those of its kind of mark: measured and baseline series count on, a projection
  /// has its parent's number.
  func markIndex(of index: Int) -> Int {
    if let parent = parent(of: index) { return markIndex(of: parent) }
    return series[..<index].count { $0.role == .measured || $0.role == .baseline }
  }

  /// What the mark at `reference` says.
  var referenceText: String {
    guard let reference else { return "" }
    let name = referenceLabel.isEmpty ? "acuan" : referenceLabel
    let value = style.text(reference)
    return name.contains(value) ? name : name + " " + value
  }

  /// The value of a series at a category.
  func value(of index: Int, at category: Int) -> Point? {
    guard series.indices.contains(index) else { return nil }
    return series[index].points.first { $0.x == Double(category) && $0.y?.isFinite ?? false }
  }
}

/// A bar of a waterfall.
struct WaterfallStep: Hashable, Sendable {
  /// The category.
  var label: String
  /// Where the bar starts and ends.
  var from: Double
  var to: Double
  /// Whether it stands on zero: the start and the end.
  var isLevel: Bool

  /// The steps of a chart: the first value is the start, the following ones are changes, the last one is the end
  /// when it equals their sum and a change otherwise.
  static func steps(of chart: Chart) -> [WaterfallStep] {
    let points = chart.series.first?.points.filter { $0.y?.isFinite ?? false } ?? []
    var level = 0.0
    var steps: [WaterfallStep] = []
    for (index, point) in points.enumerated() {
      let value = point.y ?? 0
      let isEnd = index > 1 && index == points.count - 1 && abs(value - level) <= 1e-6 * max(1, abs(value))
      if index == 0 || isEnd {
        steps.append(WaterfallStep(label: chart.label(at: point.x), from: 0, to: value, isLevel: true))
        level = value
      } else {
        steps.append(
          WaterfallStep(label: chart.label(at: point.x), from: level, to: level + value, isLevel: false))
        level += value
      }
    }
    return steps
  }
}

/// The bars of a histogram, narrowed to a number of columns by joining neighbours.
struct HistogramBins: Hashable, Sendable {
  /// The left edges and, last, the right end.
  var edges: [Double] = []
  /// Counts or shares.
  var counts: [Double] = []

  /// Reads the first series of a chart; bins are taken to be equally wide.
  init(_ chart: Chart, atMost limit: Int) {
    let points = (chart.series.first?.points ?? []).filter { $0.x.isFinite && $0.y?.isFinite ?? false }
      .sorted { $0.x < $1.x }
    guard let first = points.first, let last = points.last else { return }
    let width = points.count > 1 ? (last.x - first.x) / Double(points.count - 1) : 1
    let joined = max(1, (points.count + limit - 1) / max(1, limit))
    for start in stride(from: 0, to: points.count, by: joined) {
      edges.append(points[start].x)
      counts.append(points[start..<min(points.count, start + joined)].reduce(0) { $0 + ($1.y ?? 0) })
    }
    edges.append(first.x + width * Double(joined * counts.count))
  }
}
