import Analysis

/// The numbers of a chart or a table in a form from which a chart of any kind can be made.
struct ChartSource {
  /// One column of numbers.
  struct Column {
    var name: String
    var values: [Double?]
    var role = Chart.Series.Role.measured
    /// Lower and upper ends where there are any.
    var ranges: [(low: Double, high: Double)?]
  }

  /// The title.
  var title: String
  /// What is described, for readers who cannot see the picture.
  var summary = ""
  /// The label of each row: years, codes, names.
  var labels: [String]
  /// The columns.
  var columns: [Column]
  /// The unit of the values.
  var unit = ""
  /// A marked value with its label.
  var reference: (value: Double, label: String)?
  /// Years after which a series breaks.
  var breaks: [Double] = []
  /// How numbers are written.
  var style = NumberStyle.plain

  /// The years, when all labels are years.
  var years: [Double]? {
    let years = labels.compactMap { Int($0) }.filter { (1000...9999).contains($0) }
    return years.count == labels.count && !years.isEmpty ? years.map(Double.init) : nil
  }

  /// Reads a chart.
  init(_ chart: Chart) {
    let positions = chart.positions
    title = chart.title
    summary = chart.summary
    labels = positions.map { chart.label(at: $0) }
    unit = chart.unit
    breaks = chart.breaks
    style = chart.style
    reference = chart.reference.map { ($0, chart.referenceLabel) }
    columns = chart.series.map { series in
      let points = Dictionary(series.points.map { ($0.x, $0) }, uniquingKeysWith: { first, _ in first })
      return Column(
        name: series.name, values: positions.map { points[$0]?.y }, role: series.role,
        ranges: positions.map { position in
          guard let low = points[position]?.low, let high = points[position]?.high else { return nil }
          return (low, high)
        })
    }
  }

  /// Reads a table: its first column gives the labels, its columns of numbers the values.
  ///
  /// - Returns: `nil` when it holds no numbers or fewer than two columns.
  init?(_ table: Table) {
    let rows = table.rows.filter { $0.role == .body }
    guard table.columns.count > 1, !rows.isEmpty else { return nil }
    var columns: [Column] = []
    var style: NumberStyle?
    for (index, column) in table.columns.enumerated().dropFirst() {
      let figures = rows.map { row -> Figure? in
        guard row.cells.indices.contains(index), case .figure(let figure) = row.cells[index] else {
          return nil
        }
        return figure
      }
      guard figures.contains(where: { $0?.value != nil }) else { continue }
      style = style ?? figures.compactMap { $0 }.first { $0.value != nil }?.style
      columns.append(
        Column(name: column.title, values: figures.map { $0?.value }, ranges: figures.map { _ in nil }))
    }
    guard !columns.isEmpty else { return nil }
    title = table.caption
    labels = rows.map { $0.cells.first?.plain ?? "" }
    self.columns = columns
    self.style = style ?? .plain
  }

  /// The same with a projection continuing the column before it, its rows marked, when the two do not overlap.
  var withProjectionBehind: ChartSource {
    guard columns.count == 2, columns[1].role == .projected else { return self }
    let isApart = labels.indices.allSatisfy { columns[0].values[$0] == nil || columns[1].values[$0] == nil }
    guard isApart else { return self }
    var result = self
    for row in labels.indices where columns[0].values[row] == nil && columns[1].values[row] != nil {
      result.labels[row] += " (proyeksi)"
      result.columns[0].values[row] = columns[1].values[row]
    }
    result.columns.removeLast()
    return result
  }
}
