import Analysis

/// Analysed series for programs.
///
/// `kemiringan`, `p` and `ik95` belong to the least-squares line, `intersep` is its value in year 0 of the calendar
/// (value = intersep + kemiringan × tahun) and `intersep_awal` its value in the first year analysed. `cagr` and
/// `peluang` are fractions. `sebab` names the fields that are null and why.
struct TrendJSON {
  let items: [TrendItem]
  let ranking: TrendRanking

  var value: JSONValue {
    .object([.init("deret", .array(items.enumerated().map { json($1, at: $0) }))])
  }

  private func json(_ item: TrendItem, at position: Int) -> JSONValue {
    var reasons = Reasons()
    let gaps = item.series.entries.filter { $0.value.isMissing }.map { "\($0.year): \($0.value.reason)" }
    if !gaps.isEmpty { reasons.note("nilai", gaps.joined(separator: "; ")) }
    let members = identity(item) + line(item, &reasons) + ranks(item, &reasons) + growth(item, &reasons)
    var rest: [JSONValue.Member] = [
      .init("arah", .string(item.analysis.verdict.direction.word)),
      .init("dasar_arah", .string(item.analysis.verdict.reason)),
      .init("signifikan", .bool(item.analysis.isSignificant())),
      .init("proyeksi", .array(item.projection?.value?.points.map { json($0, item) } ?? [])),
    ]
    if let reason = item.projection?.reason { reasons.note("proyeksi", reason) }
    rest += projection(item, &reasons)
    rest += [
      .init("peringkat", .optional(ranking.places.first { $0.series == position }?.rank.map(Double.init))),
      .init(
        "jeda",
        .array(
          item.series.breaks.map { stop in
            .object([.init("tahun", .integer(stop.year)), .init("alasan", .string(stop.reason))])
          })),
      .init("tahun_dihitung", .array(item.series.computedYears.map { .integer($0) })),
      .init("tahun_dianalisis", .array(item.analysis.segment.years.map { .integer($0) })),
      .init("kalimat", .string(item.narrative.sentence.plain)),
    ]
    return .object(members + rest + reasons.members)
  }

  private func identity(_ item: TrendItem) -> [JSONValue.Member] {
    let series = item.series
    return [
      .init("unit", .string(series.unit)), .init("kode", .string(series.code)),
      .init("nama", .string(series.name)),
      .init("satuan", .string(series.measure)),
      .init("tahun", .array(series.entries.map { .integer($0.year) })),
      .init("nilai", .array(series.entries.map { .optional($0.value.number) })),
      .init("n", .integer(item.analysis.scope.count)),
    ]
  }

  private func line(_ item: TrendItem, _ reasons: inout Reasons) -> [JSONValue.Member] {
    let line = item.analysis.linear
    func part(_ name: String, _ read: (LinearTrend) -> Finding<Double>) -> JSONValue.Member {
      reasons.number(name, line.value.map(read) ?? .withheld(line.reason ?? ""))
    }
    let interval = line.value.map(\.interval95) ?? .withheld(line.reason ?? "")
    return [
      part("kemiringan") { .known($0.slope) }, part("intersep") { .known($0.interceptAtYearZero) },
      part("intersep_awal") { .known($0.intercept) }, part("r2", \.rSquared),
      part("galat_baku", \.slopeError),
      part("galat_sisaan", \.residualError), part("p", \.p), reasons.interval("ik95", interval),
    ]
  }

  private func ranks(_ item: TrendItem, _ reasons: inout Reasons) -> [JSONValue.Member] {
    let line = item.analysis.theilSen
    let interval = line.value.map(\.interval95) ?? .withheld(line.reason ?? "")
    var members = [
      reasons.number("theil_sen", line.map(\.slope)), reasons.interval("theil_sen_ik95", interval),
      .init("theil_sen_tingkat", .optional(interval.value?.confidence)),
    ]
    guard let test = item.analysis.mannKendall.value else {
      reasons.note("mann_kendall", item.analysis.mannKendall.reason ?? "")
      return members + [.init("mann_kendall", .null)]
    }
    members.append(
      .init(
        "mann_kendall",
        .object([
          .init("s", .integer(test.s)), .init("p", .number(test.p)), .init("eksak", .bool(test.isExact)),
          .init("p_terkecil", .optional(test.smallestP.value)), .init("tau_b", .optional(test.tauB.value)),
        ])))
    return members
  }

  private func growth(_ item: TrendItem, _ reasons: inout Reasons) -> [JSONValue.Member] {
    guard let growth = item.analysis.growth else {
      reasons.note("cagr", "tidak ada nilai yang terukur")
      return [.init("cagr", .null)]
    }
    return [
      reasons.number("cagr", growth.compound), .init("rata_rata", .number(growth.mean)),
      reasons.number("perubahan", growth.totalChange),
      reasons.number("perubahan_persen", growth.totalPercent),
    ]
  }

  private func projection(_ item: TrendItem, _ reasons: inout Reasons) -> [JSONValue.Member] {
    guard let projection = item.projection?.value else { return [] }
    var members: [JSONValue.Member] = [
      .init("metode", .string(projection.method.rawValue)),
      .init("batas", .string(projection.handling.rawValue)),
      .init("naif", .number(projection.naive)),
    ]
    if let past = projection.hindcast.value {
      members.append(
        .init(
          "uji_mundur",
          .object([
            .init("jumlah", .integer(past.count)), .init("galat", .number(past.error)),
            .init("galat_naif", .number(past.naiveError)),
          ])))
    } else {
      members.append(.init("uji_mundur", .null))
      reasons.note("uji_mundur", projection.hindcast.reason ?? "")
    }
    return members
  }

  private func json(_ point: ProjectionPoint, _ item: TrendItem) -> JSONValue {
    var reasons = Reasons()
    var members: [JSONValue.Member] = [
      .init("tahun", .integer(point.year)), .init("nilai", .number(point.value)),
      reasons.number("bawah80", point.interval80.map(\.low)),
      reasons.number("atas80", point.interval80.map(\.high)),
      reasons.number("bawah95", point.interval95.map(\.low)),
      reasons.number("atas95", point.interval95.map(\.high)),
      .init("dipotong", .bool(point.isClipped)),
    ]
    if point.isClipped { members.append(.init("tanpa_batas", .number(point.unclipped))) }
    if let chance = item.chances[point.year] {
      members += [
        .init("target", .number(chance.target)), .init("asal_target", .string(chance.source)),
        reasons.number("peluang", chance.probability),
      ]
    }
    return .object(members + reasons.members)
  }
}

/// Collects why fields are null.
private struct Reasons {
  private var notes: [JSONValue.Member] = []

  mutating func note(_ name: String, _ reason: String) {
    notes.append(.init(name, .string(reason)))
  }

  mutating func number(_ name: String, _ finding: Finding<Double>) -> JSONValue.Member {
    if let reason = finding.reason { note(name, reason) }
    return .init(name, .optional(finding.value))
  }

  mutating func interval(_ name: String, _ finding: Finding<ConfidenceInterval>) -> JSONValue.Member {
    if let reason = finding.reason { note(name, reason) }
    return .init(name, finding.value.map { .array([.number($0.low), .number($0.high)]) } ?? .null)
  }

  /// The `sebab` member; nothing when no field is null.
  var members: [JSONValue.Member] { notes.isEmpty ? [] : [.init("sebab", .object(notes))] }
}
