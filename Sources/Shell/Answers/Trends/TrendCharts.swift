import Analysis

/// Pictures of series: one with its projection, several beside each other, indices.
struct TrendCharts {
  let items: [TrendItem]

  /// The most lines in one picture.
  private static let largestCount = 6

  /// A line with its projection, the band around it and the target.
  func single(_ item: TrendItem) -> Chart {
    var lines = [measured(item, named: item.series.code)]
    if let projection = item.projection?.value { lines.append(projected(projection)) }
    let target = item.settings.target.map { ($0, "target") } ?? storedTarget(item)
    return Chart(
      title: "Tren \(item.title), \(item.span)", summary: item.narrative.sentence.plain, kind: .line,
      series: lines,
      unit: item.series.measure, reference: target?.0, referenceLabel: target?.1 ?? "",
      breaks: breaks([item]),
      style: chartStyle(item))
  }

  /// One picture per code with the units as lines; for a single unit one picture per code.
  var multiples: [Chart] {
    let codes = items.map(\.series.code).uniqued
    return codes.map { code in
      let group = items.filter { $0.series.code == code }
      guard group.count > 1, let first = group.first else { return single(group[0]) }
      let shown = group.prefix(Self.largestCount)
      return Chart(
        title: "Tren \(code)"
          + (shown.count < group.count ? " (\(shown.count) dari \(group.count) unit)" : ""),
        summary: shown.map(\.narrative.sentence.plain).joined(separator: " "), kind: .line,
        series: shown.map { measured($0, named: $0.series.unit) }, unit: first.series.measure,
        breaks: breaks(Array(shown)), style: chartStyle(first))
    }
  }

  /// All series with their first values as 100.
  var index: Chart {
    let isOneUnit = Set(items.map(\.series.unit)).count == 1
    let lines = items.prefix(Self.largestCount).compactMap { item -> Chart.Series? in
      guard let index = item.series.index else { return nil }
      let points = index.map { Chart.Point(x: Double($0.year), y: $0.value) }
      return Chart.Series(isOneUnit ? item.series.code : item.title, points)
    }
    return Chart(
      title: "Indeks, nilai pertama = 100", kind: .line, series: lines, unit: "indeks", reference: 100,
      referenceLabel: "nilai pertama", style: .score)
  }

  private func chartStyle(_ item: TrendItem) -> NumberStyle {
    item.style == .count ? item.style.with(decimals: 0...1) : item.style.with(decimals: 2...2)
  }

  private func measured(_ item: TrendItem, named name: String) -> Chart.Series {
    Chart.Series(name, item.series.entries.map { Chart.Point(x: Double($0.year), y: $0.value.number) })
  }

  private func projected(_ projection: Projection) -> Chart.Series {
    let has95 = projection.points.allSatisfy { $0.interval95.value != nil }
    let points = projection.points.map { point in
      let interval = has95 ? point.interval95.value : point.interval80.value
      return Chart.Point(x: Double(point.year), y: point.value, low: interval?.low, high: interval?.high)
    }
    let band = points.contains { $0.low != nil } ? ", selang \(has95 ? "95" : "80")%" : ""
    return Chart.Series("proyeksi \(projection.method.rawValue)\(band)", points, role: .projected)
  }

  private func storedTarget(_ item: TrendItem) -> (Double, String)? {
    item.chances.min { $0.key < $1.key }.map { ($0.value.target, "target \($0.key)") }
  }

  /// A break in a year lies between it and the year before.
  private func breaks(_ items: [TrendItem]) -> [Double] {
    Set(items.flatMap { $0.series.breaks.map { Double($0.year - 1) } }).sorted()
  }
}
