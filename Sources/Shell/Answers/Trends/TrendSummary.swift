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

/// What the number of years does not allow one to say.
struct TrendLimits {
  let item: TrendItem

  private var scope: TrendScope { item.analysis.scope }

  /// One statement per reason, then the limits of what was said.
  var statements: [Prose] {
    refusals + significance + limits
  }

  private var refusals: [Prose] {
    var reasons: [String] = []
    var names: [String: [String]] = [:]
    let usesHolt = [.holt, .undampedHolt].contains(item.settings.method)
    for statement in scope.refused {
      if !usesHolt, scope.count > 2, statement == .smoothing || statement == .dampedSmoothing { continue }
      guard let reason = scope.reason(against: statement) else { continue }
      if names[reason] == nil { reasons.append(reason) }
      names[reason, default: []].append(Self.name(of: statement))
    }
    return reasons.map { reason in
      "Tidak dinyatakan pada n = \(scope.count): \(names[reason, default: []].joined(separator: ", ")); \(reason)."
    }
  }

  private var significance: [Prose] {
    guard let test = item.analysis.mannKendall.value, !item.analysis.isSignificant() else { return [] }
    guard let smallest = test.smallestP.value, smallest > 0.05 else {
      return [
        "Kata “signifikan” tidak dipakai: p Mann–Kendall \(Figure(test.p, .probability)) lebih dari 0,05."
      ]
    }
    return [
      "Kata “signifikan” tidak dipakai: p eksak pada n = \(scope.count) paling kecil \(Figure(smallest, .probability))."
    ]
  }

  private var limits: [Prose] {
    guard scope.permits(.interval80), !item.analysis.segment.isConstant,
      let limit = SmallSampleLimits(count: scope.count)
    else { return item.analysis.segment.isConstant ? [constant] : [] }
    var found: [Prose] = []
    if let interval = item.analysis.theilSen.value?.interval95.value {
      let level = NumberStyle(decimals: 0...2, suffix: "%").text(interval.confidence * 100)
      found.append(
        "Selang Theil–Sen bertingkat tepat \(level): pada n = \(scope.count) tingkat tepat 95% tidak ada.")
    }
    // The width is that of years without gaps.
    guard item.analysis.segment.missingYears.isEmpty else { return found }
    let has95 = scope.permits(.interval95)
    let width = Figure(has95 ? limit.predictionWidth95 : limit.predictionWidth80, .score)
    let level = has95 ? "95%" : "80%"
    found.append(
      "Derajat bebas \(scope.count - 2): selang prediksi \(level) tahun depan selebar ±\(width) kali galat baku sisaan."
    )
    return found
  }

  private var constant: Prose {
    "Deret konstan: R², p, dan selang tidak dinyatakan; galat nol bukan ukuran kepastian."
  }

  private static func name(of statement: TrendScope.Statement) -> String {
    switch statement {
    case .value: "nilai"
    case .change: "perubahan"
    case .slope: "kemiringan"
    case .interval80: "R² dan selang 80%"
    case .targetProbability: "peluang target"
    case .probabilityOfChance: "nilai p"
    case .direction: "arah"
    case .interval95: "selang 95%"
    case .rankInterval80: "selang Theil–Sen 80%"
    case .hindcast: "uji mundur"
    case .smoothing: "pemulusan Holt"
    case .dampedSmoothing: "Holt teredam"
    case .rankInterval95: "selang Theil–Sen 95%"
    }
  }
}
