import Analysis

/// The tables about several series.
struct TrendSummary {
  let items: [TrendItem]
  let ranking: TrendRanking

  private var hasSeveralCodes: Bool { Set(items.map(\.series.code)).count > 1 }
  private var hasSeveralUnits: Bool { Set(items.map(\.series.unit)).count > 1 }

  private var names: [Table.Column] {
    (hasSeveralCodes || !hasSeveralUnits ? [.init("kode")] : [])
      + (hasSeveralUnits ? [.init("unit", shrinkPriority: 1)] : [])
  }

  private func names(of item: TrendItem) -> [Table.Cell] {
    (hasSeveralCodes || !hasSeveralUnits ? [.text(item.series.code)] : [])
      + (hasSeveralUnits ? [.text(item.series.unit)] : [])
  }

  private var subject: String {
    let codes = items.map(\.series.code).uniqued
    let units = items.map(\.series.unit).uniqued
    return codes.joined(separator: ", ") + (units.count == 1 ? " \(units[0])" : "")
  }

  /// The series in order of improvement.
  var ranked: Table {
    let usesIndex = ranking.basis == .index
    var columns: [Table.Column] = [.number("no")] + names
    columns += [.number("n"), .init("arah"), .number("per tahun")]
    if usesIndex { columns.append(.number("indeks")) }
    columns += [.number("p"), .number(projectionTitle)]
    var table = Table(caption: "Tren \(subject) menurut perbaikan per tahun", columns: columns)
    for place in ranking.places {
      let item = items[place.series]
      let analysis = item.analysis
      var cells: [Table.Cell] = [place.rank.map { .text(String($0)) } ?? "–"] + names(of: item)
      cells += [
        .text(String(analysis.scope.count)), .text(analysis.verdict.direction.word),
        finding(analysis.linear.map(\.slope), item.slopeStyle.with(decimals: 2...2)),
      ]
      if usesIndex {
        cells.append(
          .number(place.speed, .difference, reason: "tanpa kemiringan atau nilai awal tidak positif"))
      }
      cells += [
        finding(analysis.mannKendall.map(\.p), .probability),
        projection(item),
      ]
      table.append(cells)
    }
    table.footnotes = footnotes(usesIndex)
    return table
  }

  private func footnotes(_ usesIndex: Bool) -> [Prose] {
    var notes: [Prose] = [
      "per tahun: kemiringan garis kuadrat terkecil; p: uji Mann–Kendall, yang menentukan arah."
    ]
    if usesIndex {
      notes.append(
        "indeks: kemiringan dalam poin indeks per tahun, nilai pertama = 100; urutan menurut kolom ini.")
    }
    if items.contains(where: { $0.series.direction == .falling }) {
      notes.append("Bila nilai yang lebih rendah lebih baik, penurunan dihitung sebagai perbaikan.")
    }
    return notes
  }

  private var projectionTitle: String {
    let years = Set(items.compactMap { $0.projection?.value?.points.first?.year })
    return years.count == 1 ? "proyeksi \(years.first.map(String.init) ?? "")" : "proyeksi"
  }

  private func projection(_ item: TrendItem) -> Table.Cell {
    guard let projection = item.projection else { return .empty }
    let style = item.projectionStyle.with(decimals: item.style.decimals.lowerBound...2)
    return .number(projection.value?.points.first?.value, style, reason: projection.reason ?? "")
  }

  private func finding(_ finding: Finding<Double>, _ style: NumberStyle) -> Table.Cell {
    .number(finding.value, style, reason: finding.reason ?? "")
  }

  /// Every series with its first value as 100.
  var index: Table {
    let years = Set(items.flatMap { $0.series.index?.map(\.year) ?? [] }).sorted()
    var table = Table(
      caption: "Indeks \(subject), nilai pertama = 100",
      columns: names + years.map { .number(String($0)) })
    for item in items {
      let values = Dictionary(
        (item.series.index ?? []).map { ($0.year, $0.value) }, uniquingKeysWith: { first, _ in first })
      table.append(
        names(of: item)
          + years.map { year in
            .number(
              values[year] ?? nil, .score,
              reason: item.series.index == nil ? "nilai pertama tidak lebih dari nol" : "tidak ada nilai")
          })
    }
    return table
  }
}

extension [String] {
  /// Each text once, in order of appearance.
  var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
