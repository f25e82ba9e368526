import Analysis

/// Makes charts of the kind asked for from what an answer shows.
struct ChartMaker {
  /// The kinds by the word that asks for them.
  static let kinds = ["garis", "batang", "peluru", "tornado", "histogram"]

  /// What the answer shows.
  let document: Document

  /// The charts of the answer, or one made from each of its tables that can be drawn.
  ///
  /// - Parameter kind: The word that asks for a kind; `nil` leaves it to the answer.
  /// - Throws: A problem when nothing can be drawn, or not in that kind.
  func charts(_ kind: String?) throws(Problem) -> [Chart] {
    let drawn = document.blocks.compactMap { block -> Chart? in
      if case .chart(let chart) = block { chart } else { nil }
    }
    let tables = document.blocks.compactMap { block -> ChartSource? in
      if case .table(let table) = block { ChartSource(table) } else { nil }
    }
    guard !drawn.isEmpty || !tables.isEmpty else {
      throw Problem(
        "hasil terakhir tidak memuat angka yang dapat digambar", kind: .data,
        expected: "hasil dengan tabel atau grafik",
        suggestions: ["capaian", "tren AKIP"])
    }
    guard let kind else { return drawn.isEmpty ? tables.prefix(1).map(Self.usual) : drawn }
    let sources = drawn.map { ChartSource($0) } + tables
    var failure: Problem?
    for source in sources {
      do {
        return [try Self.chart(kind, source)]
      } catch {
        failure = failure ?? error
      }
    }
    throw failure ?? Problem("hasil terakhir tidak dapat digambar sebagai \(kind)", kind: .data)
  }

  /// The kind that suits a table: lines over years, achievements against 100, bars for the rest.
  private static func usual(_ source: ChartSource) -> Chart {
    if source.years != nil, source.labels.count > 1 { return line(source) }
    var source = source
    if let achievement = source.columns.first(where: { $0.name.hasPrefix("capaian") }) {
      source.columns = [achievement]
      source.reference = (100, "target tercapai")
    }
    return bars(source)
  }

  private static func chart(_ kind: String, _ source: ChartSource) throws(Problem) -> Chart {
    switch kind {
    case "garis": return line(source)
    case "batang": return bars(source)
    case "peluru": return try bullet(source)
    case "tornado": return try tornado(source)
    default: return try histogram(source)
    }
  }

  // MARK: - Kinds

  private static func line(_ source: ChartSource) -> Chart {
    let years = source.years
    let positions = years ?? source.labels.indices.map(Double.init)
    var chart = frame(source, .line)
    chart.categories = years == nil ? source.labels : []
    chart.breaks = years == nil ? [] : source.breaks
    chart.series = comparable(source).map { column in
      let points = zip(positions, column.values.indices).compactMap { x, index -> Chart.Point? in
        let range = column.ranges[index]
        if column.role == .projected, column.values[index] == nil { return nil }
        return Chart.Point(x: x, y: column.values[index], low: range?.low, high: range?.high)
      }
      return Chart.Series(column.name, points, role: column.role)
    }
    return chart
  }

  private static func bars(_ source: ChartSource) -> Chart {
    let source = source.withProjectionBehind
    var chart = frame(source, .bar)
    chart.categories = source.labels
    chart.series = comparable(source).prefix(4).map { column in
      Chart.Series(
        column.name, column.values.enumerated().map { Chart.Point(x: Double($0), y: $1) },
        role: column.role == .projected ? .projected : .measured)
    }
    return chart
  }

  private static func bullet(_ source: ChartSource) throws(Problem) -> Chart {
    let actual =
      source.columns.first { $0.name.hasPrefix("realisasi") } ?? source.columns.first { $0.role == .measured }
    let target =
      source.columns.first { $0.name.hasPrefix("target") }?.values
      ?? source.reference.map { reference in source.labels.map { _ in Optional(reference.value) } }
    guard let actual, let target else {
      throw Problem(
        "hasil terakhir tidak memuat target untuk grafik peluru", kind: .data, expected: "misalnya capaian")
    }
    // A row without a result has nothing to show.
    let rows = source.labels.indices.filter { actual.values[$0] != nil }
    var chart = frame(source, .bullet)
    chart.reference = nil
    chart.categories = rows.map { source.labels[$0] }
    chart.series = [
      Chart.Series(
        actual.name, rows.enumerated().map { Chart.Point(x: Double($0), y: actual.values[$1]) }),
      Chart.Series(
        "target", rows.enumerated().map { Chart.Point(x: Double($0), y: target[$1]) }, role: .target),
    ]
    return chart
  }

  private static func tornado(_ source: ChartSource) throws(Problem) -> Chart {
    guard let column = source.columns.first(where: { $0.ranges.contains { $0 != nil } }) else {
      throw Problem(
        "hasil terakhir tidak memuat rentang untuk grafik tornado", kind: .data,
        expected: "hasil sensitif atau proyeksi")
    }
    let rows = source.labels.indices.filter { column.ranges[$0] != nil }
    var chart = frame(source, .tornado)
    chart.reference = source.reference?.value ?? source.columns.first?.values.compactMap { $0 }.last
    chart.referenceLabel = source.reference?.label ?? "nilai terakhir"
    chart.categories = rows.map { source.labels[$0] }
    chart.series = [
      Chart.Series(
        column.name,
        rows.enumerated().map { position, row in
          Chart.Point(
            x: Double(position), y: column.values[row], low: column.ranges[row]?.low,
            high: column.ranges[row]?.high)
        })
    ]
    return chart
  }

  /// Equally wide bins, as many as Sturges' rule gives: ⌈log₂ n⌉ + 1.
  private static func histogram(_ source: ChartSource) throws(Problem) -> Chart {
    let values = source.columns.first?.values.compactMap { $0 }.sorted() ?? []
    guard let low = values.first, let high = values.last, values.count > 1, high > low else {
      throw Problem(
        "histogram memerlukan sedikitnya dua nilai yang berbeda", kind: .data,
        expected: "hasil dengan lebih banyak nilai")
    }
    var count = 1
    while 1 << (count - 1) < values.count { count += 1 }
    let width = (high - low) / Double(count)
    var counts = [Double](repeating: 0, count: count)
    for value in values { counts[min(count - 1, Int((value - low) / width))] += 1 }
    var chart = frame(source, .histogram)
    chart.reference = nil
    chart.unit = "banyaknya"
    chart.series = [
      Chart.Series(
        source.columns.first?.name ?? "",
        counts.enumerated().map { Chart.Point(x: low + Double($0) * width, y: $1) })
    ]
    return chart
  }

  // MARK: - Pieces

  private static func frame(_ source: ChartSource, _ kind: Chart.Kind) -> Chart {
    Chart(
      title: source.title, summary: source.summary, kind: kind, series: [], unit: source.unit,
      reference: source.reference?.value, referenceLabel: source.reference?.label ?? "", style: source.style)
  }

  /// The columns that can share an axis with the first one: values of another size would flatten it.
  private static func comparable(_ source: ChartSource) -> [ChartSource.Column] {
    func size(_ column: ChartSource.Column) -> Double {
      column.values.compactMap { $0.map(abs) }.max() ?? 0
    }
    guard let first = source.columns.first, size(first) > 0 else { return source.columns }
    return source.columns.filter { (size(first) / 5...size(first) * 5).contains(size($0)) }
  }
}
