import Analysis

/// A chart's numbers as a table, for readers and programs that cannot draw it.
struct ChartData {
  /// The chart.
  let chart: Chart

  /// One row per position on the horizontal axis or per category, one column per series; the ends of bands
  /// stand beside their series.
  var table: Table {
    var columns = [Table.Column(heading)]
    for series in chart.series {
      columns.append(.number(series.name))
      if hasBand(series) {
        columns.append(.number(series.name + " (batas bawah)"))
        columns.append(.number(series.name + " (batas atas)"))
      }
    }
    var table = Table(caption: chart.title, columns: columns)
    for x in positions { table.append(cells(at: x)) }
    if let reference = chart.reference {
      let label = chart.referenceLabel.isEmpty ? "Garis acuan" : chart.referenceLabel
      table.footnotes.append("\(label): \(Figure(reference, chart.style))")
    }
    if !chart.unit.isEmpty { table.footnotes.append("Satuan: \(chart.unit)") }
    return table
  }

  private var heading: String {
    if !chart.categories.isEmpty { return "Kategori" }
    return switch chart.kind {
    case .line, .bar: "Tahun"
    case .histogram: "Mulai dari"
    case .scatter: "Nilai mendatar"
    case .bullet, .tornado, .waterfall: "Urutan"
    }
  }

  private func hasBand(_ series: Chart.Series) -> Bool {
    series.points.contains { $0.low != nil || $0.high != nil }
  }

  private var positions: [Double] {
    Set(chart.series.flatMap { $0.points.map(\.x) }).sorted()
  }

  private func cells(at x: Double) -> [Table.Cell] {
    var cells = [Table.Cell.text(label(x))]
    for series in chart.series {
      let point = series.points.first { $0.x == x }
      cells.append(cell(point?.y))
      if hasBand(series) {
        cells.append(cell(point?.low))
        cells.append(cell(point?.high))
      }
    }
    return cells
  }

  private func cell(_ value: Double?) -> Table.Cell {
    .number(value, chart.style, reason: "tidak ada nilai")
  }

  private func label(_ x: Double) -> String {
    guard let whole = Int(exactly: x) else { return NumberStyle.plain.text(x) }
    if chart.categories.isEmpty { return String(whole) }
    return chart.categories.indices.contains(whole) ? chart.categories[whole] : String(whole)
  }
}
