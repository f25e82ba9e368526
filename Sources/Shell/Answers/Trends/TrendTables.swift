import Analysis

/// The tables about one series.
struct TrendTables {
  let item: TrendItem

  private var series: IndicatorSeries { item.series }
  private var analysis: TrendAnalysis { item.analysis }

  // MARK: - Values

  /// Year, value and change; a line across the table where the series breaks.
  var values: Table {
    let hasJoined = series.entries.contains { $0.code != series.code }
    var columns: [Table.Column] = [
      .init("tahun"), .number("nilai"), .number("perubahan"), .number("perubahan (%)"),
    ]
    if hasJoined { columns.insert(.init("kode"), at: 1) }
    var table = Table(caption: "\(series.code) \(series.unit), \(item.span)", columns: columns)
    let changes = Dictionary(
      (analysis.growth?.changes ?? []).map { ($0.to, $0) }, uniquingKeysWith: { first, _ in first })
    for entry in series.entries {
      if let stop = series.breaks.first(where: { $0.year == entry.year }) {
        let reason = stop.reason.isEmpty ? "" : ": \(stop.reason)"
        let cells: [Table.Cell] =
          [.text("jeda \(stop.year)\(reason)")] + columns.dropFirst().map { _ in .empty }
        table.append(cells, role: .group)
      }
      var cells: [Table.Cell] = [
        .text(String(entry.year)),
        .number(entry.value.number, item.style, origin: entry.origin, reason: entry.value.reason),
      ]
      if hasJoined { cells.insert(.text(entry.code), at: 1) }
      if let change = changes[entry.year] {
        cells.append(.number(change.absolute, item.style.signed))
        cells.append(.number(change.percent.value, .difference, reason: change.percent.reason ?? ""))
      } else {
        cells += [.empty, .empty]
      }
      table.append(cells)
    }
    let computed = series.computedYears.map(String.init)
    if !computed.isEmpty {
      table.footnotes.append(
        "Nilai \(computed.joined(separator: ", ")) dihitung dari rumus, bukan angka laporan.")
    }
    return table
  }

  // MARK: - Measures

  /// Every measure of the trend with what it rests on.
  var measures: Table {
    var table = Table(
      caption: "Ukuran tren (n = \(analysis.scope.count), arah: \(analysis.verdict.direction.word))",
      columns: [.init("ukuran"), .number("nilai"), .init("keterangan", shrinkPriority: 1)])
    for row in growthRows + lineRows + theilSenRows + kendallRows { table.append(row) }
    return table
  }

  private var growthRows: [[Table.Cell]] {
    guard let growth = analysis.growth else { return [] }
    let (best, worst) = growth.extremes(higherIsBetter: series.direction == .rising)
    let between = "\(growth.first.year)–\(growth.last.year)"
    let percent = growth.totalPercent.value.map { NumberStyle.percent.signed.text($0) } ?? ""
    let total = [between, percent].filter { !$0.isEmpty }.joined(separator: ", ")
    return [
      ["rata-rata", .number(growth.mean, item.style.with(decimals: 2...2)), .empty],
      ["terbaik", .number(best.value, item.style), .text(String(best.year))],
      ["terburuk", .number(worst.value, item.style), .text(String(worst.year))],
      ["perubahan seluruhnya", finding(growth.totalChange, item.style.signed), .text(total)],
      [
        "pertumbuhan per tahun", finding(growth.compound.map { $0 * 100 }, .percent.signed), "majemuk (CAGR)",
      ],
    ]
  }

  private var lineRows: [[Table.Cell]] {
    guard let line = analysis.linear.value else {
      return [
        [
          "OLS per tahun", finding(analysis.linear.map(\.slope), item.slopeStyle),
          "kemiringan kuadrat terkecil",
        ]
      ]
    }
    let interval = line.interval95.value ?? line.interval80.value
    let slope =
      interval.map { "selang \(percent($0.confidence)) \(range($0))" } ?? "kemiringan kuadrat terkecil"
    let error = line.slopeError.value.map { "; galat baku \(plain($0))" } ?? ""
    let residual = line.residualError.value.map { "galat baku sisaan \(plain($0))" } ?? ""
    return [
      ["OLS per tahun", .number(line.slope, item.slopeStyle), .text(slope)],
      ["OLS p", finding(line.p, .probability), .text("t, \(line.degreesOfFreedom) derajat bebas\(error)")],
      ["OLS R²", finding(line.rSquared, .probability), .text(residual)],
    ]
  }

  private var theilSenRows: [[Table.Cell]] {
    guard let line = analysis.theilSen.value else { return [] }
    let interval = line.interval95.value ?? line.interval80.value
    let text =
      interval.map { "selang eksak \(percent($0.confidence)) \(range($0))" } ?? "median kemiringan pasangan"
    return [["Theil–Sen per tahun", .number(line.slope, item.slopeStyle), .text(text)]]
  }

  private var kendallRows: [[Table.Cell]] {
    guard let test = analysis.mannKendall.value else {
      return [["Mann–Kendall S", finding(analysis.mannKendall.map { Double($0.s) }, .count), "uji urutan"]]
    }
    var text = "dua sisi"
    if let smallest = test.smallestP.value {
      text += "; terkecil yang mungkin \(NumberStyle.probability.text(smallest))"
    }
    return [
      ["Mann–Kendall S", .number(Double(test.s), .count), .text("dari \(test.pairs) pasangan tahun")],
      [
        .text(test.isExact ? "Mann–Kendall p eksak" : "Mann–Kendall p"), .number(test.p, .probability),
        .text(text),
      ],
    ]
  }

  // MARK: - Projection

  /// The projected years with their intervals and targets; nothing without a projection.
  var projection: Table? {
    guard let projection = item.projection?.value else { return nil }
    let style = item.projectionStyle
    let hasTarget = !item.chances.isEmpty
    var columns: [Table.Column] = [
      .init("tahun"), .number("proyeksi"), .number("80% bawah"), .number("80% atas"),
      .number("95% bawah"), .number("95% atas"),
    ]
    if hasTarget { columns += [.number("target"), .number("peluang")] }
    var table = Table(caption: "Proyeksi \(item.title)", columns: columns)
    for point in projection.points {
      let origin = Origin.computed("proyeksi: \(projection.method.title)", from: [])
      var cells: [Table.Cell] = [.text(String(point.year)), .number(point.value, style, origin: origin)]
      for interval in [point.interval80, point.interval95].map(shown) {
        cells.append(finding(interval.map(\.low), style))
        cells.append(finding(interval.map(\.high), style))
      }
      if hasTarget { cells += chance(item.chances[point.year]) }
      table.append(cells)
    }
    table.footnotes = TrendFootnotes(item: item, projection: projection).all
    return table
  }

  /// An interval that was clipped to a single value would look like certainty.
  private func shown(_ interval: Finding<PredictionInterval>) -> Finding<PredictionInterval> {
    guard let ends = interval.value, ends.low == ends.high else { return interval }
    return .withheld("seluruh selang berada di luar batas nilai indikator")
  }

  private func chance(_ chance: TrendItem.Chance?) -> [Table.Cell] {
    guard let chance else { return [.empty, .empty] }
    return [
      .number(chance.target, item.style, origin: chance.origin),
      finding(chance.probability.map { $0 * 100 }, .percent.with(decimals: 1...1)),
    ]
  }

  // MARK: - Pieces

  private func finding(_ finding: Finding<Double>, _ style: NumberStyle) -> Table.Cell {
    .number(finding.value, style, reason: finding.reason ?? "")
  }

  private func percent(_ fraction: Double) -> String {
    NumberStyle(decimals: 0...2, suffix: "%").text(fraction * 100)
  }

  private func range(_ interval: ConfidenceInterval) -> String {
    "\(plain(interval.low)) sampai \(plain(interval.high))"
  }

  private func plain(_ value: Double) -> String { NumberStyle(decimals: 0...4).text(value) }
}

/// What stands under a projection: method, naive forecast, hindcast, bounds, targets.
struct TrendFootnotes {
  let item: TrendItem
  let projection: Projection

  var all: [Prose] {
    [method, naive] + bounds + targets
  }

  private var method: Prose {
    let scale = projection.handling == .logit ? " pada skala logit" : ""
    return
      "Metode: \(projection.method.title)\(scale). Selang untuk satu nilai baru: \(projection.method.intervalBasis)."
  }

  private var naive: Prose {
    let start: Prose = "Ramalan naif (nilai terakhir) \(Figure(projection.naive, item.style))"
    guard let past = projection.hindcast.value else {
      return start + Prose("; galatnya belum dapat diukur: \(projection.hindcast.reason ?? "").")
    }
    let error = Figure(past.error, .score)
    let naiveError = Figure(past.naiveError, .score)
    if projection.method == .naive { return start + "; galat uji mundur \(naiveError) (\(past.count) kali)." }
    let better =
      past.error < past.naiveError
      ? "metode ini lebih dekat"
      : past.error > past.naiveError ? "ramalan naif lebih dekat" : "keduanya sama"
    return start
      + "; galat mutlak rata-rata uji mundur \(error) dan naif \(naiveError) (\(past.count) kali): \(better)."
  }

  private var bounds: [Prose] {
    let limits = item.series.yearly.bounds
    guard !limits.isEmpty else { return [] }
    let texts = [
      limits.least.map { "paling rendah \(NumberStyle.plain.text($0))" },
      limits.greatest.map { "paling tinggi \(NumberStyle.plain.text($0))" },
    ].compactMap { $0 }.joined(separator: " dan ")
    if projection.isAnythingClipped {
      let moved = projection.points.filter(\.isClipped)
      var text: Prose = "Nilai indikator ini \(texts), maka proyeksi dan selang dipotong pada batas itu"
      if let first = moved.first {
        text = text + "; tanpa batas \(first.year) menjadi \(Figure(first.unclipped, item.projectionStyle))"
      }
      return [text + "."]
    }
    if projection.handling == .none, projection.points.contains(where: \.isOutsideBounds) {
      return ["Sebagian proyeksi di luar nilai yang mungkin (\(texts)) karena batas=tidak."]
    }
    return projection.handling == .logit ? ["Skala logit menjaga proyeksi di antara batas (\(texts))."] : []
  }

  private var targets: [Prose] {
    let midTerm = item.chances.filter { $0.value.source == "renstra" }.keys.sorted().map(String.init)
    var notes: [Prose] = []
    if !item.chances.isEmpty {
      notes.append("Peluang mencapai target menurut sebaran prediksi t; bukan nilai p.")
    }
    if !midTerm.isEmpty { notes.append("Target \(midTerm.joined(separator: ", ")) adalah target renstra.") }
    return notes
  }
}
