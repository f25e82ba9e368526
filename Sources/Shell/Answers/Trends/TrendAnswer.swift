import Analysis

/// Turns analysed series into an answer: a full page for one, a comparison for several.
struct TrendAnswer {
  let state: SessionState
  let items: [TrendItem]
  let showsIndex: Bool
  /// Sentences about series that do not exist.
  let absent: [String]

  var output: Output {
    Output(document, result: TrendJSON(items: items, ranking: ranking).value, warnings: warnings)
  }

  private var ranking: TrendRanking { TrendRanking(items.map { ($0.series, $0.analysis) }) }

  private var document: Document {
    var document = Document()
    if items.count == 1, let item = items.first {
      document.append(single(item))
    } else {
      document.append(several)
    }
    return document
  }

  // MARK: - One series

  private func single(_ item: TrendItem) -> Document {
    let tables = TrendTables(item: item)
    var document = Document([.paragraph(sentences(item)), .table(tables.values)])
    if item.analysis.scope.permits(.change) { document.append(.table(tables.measures)) }
    if let projection = tables.projection { document.append(.table(projection)) }
    if showsIndex { document.append(.table(TrendSummary(items: items, ranking: ranking).index)) }
    document.append(.list(TrendLimits(item: item).statements))
    if item.series.measuredYears.count > 1 { document.append(.chart(TrendCharts(items: items).single(item))) }
    return document
  }

  private func sentences(_ item: TrendItem) -> Prose {
    let narrative = item.narrative
    guard let projection = item.projection?.value, let more = narrative.sentence(about: projection) else {
      return narrative.sentence
    }
    return narrative.sentence + " " + more
  }

  // MARK: - Several series

  private var several: Document {
    let summary = TrendSummary(items: items, ranking: ranking)
    var document = Document([.table(summary.ranked)])
    if showsIndex { document.append(.table(summary.index)) }
    document.append(.list(items.map(sentences)))
    let counts = Set(items.map(\.analysis.scope.count)).sorted()
    let limits = counts.compactMap { count in items.first { $0.analysis.scope.count == count } }
    document.append(.list(limits.flatMap { TrendLimits(item: $0).statements }.uniqued))
    let charts = TrendCharts(items: items)
    for chart in showsIndex ? [charts.index] : charts.multiples { document.append(.chart(chart)) }
    return document
  }

  // MARK: - Warnings

  private var warnings: [String] {
    absent
      + items.flatMap { item in
        gaps(item) + formulas(item) + assumptions(item) + conflicts(item) + refusals(item)
      }
  }

  private func gaps(_ item: TrendItem) -> [String] {
    let missing = item.analysis.segment.missingYears.map(String.init)
    guard !missing.isEmpty else { return [] }
    return ["\(item.title): tidak ada nilai tahun \(missing.joined(separator: ", ")); celah itu tidak diisi"]
  }

  private func formulas(_ item: TrendItem) -> [String] {
    let years = item.series.computedYears.map(String.init)
    guard items.count > 1, !years.isEmpty else { return [] }
    return ["\(item.title): nilai \(years.joined(separator: ", ")) dihitung dari rumus, bukan angka laporan"]
  }

  private func assumptions(_ item: TrendItem) -> [String] {
    let years = item.series.entries.filter(\.isAssumed).map { String($0.year) }
    guard !years.isEmpty else { return [] }
    return ["\(item.title): nilai \(years.joined(separator: ", ")) memakai asumsi yang sedang berlaku"]
  }

  /// Values that the data state in several ways.
  private func conflicts(_ item: TrendItem) -> [String] {
    let years = Set(item.series.measuredYears)
    return state.dataset(of: item.series.context).report.conflicts.compactMap { conflict in
      guard conflict.code == item.series.code, conflict.unit == item.series.unit, conflict.period.isEmpty,
        conflict.column == "realisasi", years.contains(conflict.year)
      else { return nil }
      let values = conflict.statements.map { item.style.text($0.value) }.joined(separator: " dan ")
      return "\(item.title): nilai \(conflict.year) dinyatakan berbeda (\(values)); yang pertama dipakai"
    }
  }

  private func refusals(_ item: TrendItem) -> [String] {
    guard let reason = item.projection?.reason else { return [] }
    return ["\(item.title): tidak diproyeksikan, \(reason)"]
  }
}

extension [Prose] {
  /// Each piece once, in order of appearance.
  var uniqued: [Prose] {
    var seen: Set<Prose> = []
    return filter { seen.insert($0).inserted }
  }
}
