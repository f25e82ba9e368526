import Analysis

/// Turns a table of achievements into an answer.
struct AchievementAnswer {
  let state: SessionState
  let table: AchievementTable
  let score: OrganisationalScore?

  var output: Output {
    Output(document, result: result, warnings: warnings)
  }

  private var catalogue: Catalogue { state.dataset(of: table.context).catalogue }

  // MARK: - For people

  private var document: Document {
    var document = Document([.table(achievements)])
    document.append(.paragraph(sentence))
    if let score { document.append(.paragraph(sentence(about: score))) }
    return document
  }

  private var achievements: Table {
    var columns: [Table.Column] = [
      .init("kode"), .init("indikator", shrinkPriority: 1), .number("target"), .number("realisasi"),
      .number("capaian (%)"),
    ]
    if score == nil {
      if showsLimit { columns.append(.number("dibatasi (%)")) }
      columns.append(.init("predikat"))
    } else {
      columns += [.number("(1) normalisasi"), .number("(2) koreksi"), .number("(3) nilai akhir")]
    }
    var result = Table(caption: "Capaian kinerja \(state.describe(table.context))", columns: columns)
    for (index, row) in table.rows.enumerated() { result.append(cells(of: row, at: index)) }
    result.append(totals, role: .total)
    return result
  }

  private func cells(of row: AchievementTable.Row, at index: Int) -> [Table.Cell] {
    let indicator = catalogue.indicators[row.indicator]
    let style = Self.style(of: indicator, row)
    let rule = Origin.computed(
      "capaian: realisasi terhadap target, \(table.rules.name)", from: origins(of: row))
    var cells: [Table.Cell] = [
      .text(indicator.code), .text(indicator.name),
      .number(row.target.number, style, origin: row.targetSource.map { .row($0) }, reason: row.target.reason),
      .number(row.actual.number, style, origin: row.actualSource.map { .row($0) }, reason: row.actual.reason),
      .number(row.percent.number, .score, origin: rule, reason: row.percent.reason),
    ]
    if let score {
      let share = score.shares[index]
      cells += [share?.normalised, share?.correction, share?.final].map {
        .number($0, .score, origin: rule, reason: row.percent.reason)
      }
    } else {
      if showsLimit {
        cells.append(.number(row.limited.number, .score, origin: rule, reason: row.limited.reason))
      }
      cells.append(.text(row.classification.map { $0.predicate?.label ?? "–" } ?? "–"))
    }
    return cells
  }

  private var totals: [Table.Cell] {
    var cells: [Table.Cell] = [
      .text("rata-rata"), .empty, .empty, .empty, .number(table.mean.value, reason: table.mean.reason),
    ]
    if let score {
      cells += [.empty, .empty, .number(score.value.value, reason: score.value.reason)]
    } else {
      let mean = table.limitedMean
      if showsLimit { cells.append(.number(mean.value, reason: mean.reason)) }
      cells.append(
        .text(mean.value.flatMap { table.rules.classify(achievement: $0).predicate?.label } ?? "–"))
    }
    return cells
  }

  /// Whether the cap changes any achievement, so that it deserves a column.
  private var showsLimit: Bool { table.rows.contains { $0.limited.number != $0.percent.number } }

  private var sentence: Prose {
    let measured = table.rows.filter { $0.percent.number != nil }
    guard let mean = table.mean.value else { return "Tidak ada indikator yang dapat diukur capaiannya." }
    let reached = measured.count { ($0.percent.number ?? 0) >= 100 }
    let missing = table.rows.count - measured.count
    let average = Figure(mean, .percent)
    var text: Prose =
      switch (measured.count, reached) {
      case (1, 1): "Target tercapai: \(average)."
      case (1, _): "Target belum tercapai: \(average)."
      case (reached, _):
        "Semua \(reached) indikator yang terukur mencapai target; rata-rata capaian \(average)."
      case (_, 0):
        "Tidak satu pun dari \(measured.count) indikator yang terukur mencapai target; rata-rata capaian \(average)."
      default:
        "Dari \(measured.count) indikator yang terukur, \(reached) mencapai target dan \(measured.count - reached) belum; rata-rata capaian \(average)."
      }
    if missing > 0 { text = text + " \(missing) indikator lain tidak terukur dan tidak ikut dirata-ratakan." }
    return text
  }

  private func sentence(about score: OrganisationalScore) -> Prose {
    guard let value = score.value.value else {
      return Prose("NKO tidak dapat dihitung: \(score.value.reason).")
    }
    let rule = table.rules.score
    let label = score.classification?.predicate?.label ?? "tanpa predikat"
    return
      "Nilai kinerja organisasi (NKO) \(Figure(value, .score)) dengan predikat \(strong: label); predikat \(rule.indicator) \(score.predicate) dikoreksi \(Figure(score.rate, .plain))% (\(rule.source))."
  }

  private func origins(of row: AchievementTable.Row) -> [Origin] {
    [row.actualSource, row.targetSource].compactMap { $0.map { .row($0) } }
  }

  /// Counts are shown whole, indices and scores with two decimals.
  static func style(of indicator: Indicator, _ row: AchievementTable.Row) -> NumberStyle {
    let values = [row.target.number, row.actual.number].compactMap { $0 }
    let isCount = !["nilai", "indeks", "persen", ""].contains(indicator.measure)
    return isCount && values.allSatisfy { $0 == $0.rounded() } ? .count : .score.with(decimals: 2...4)
  }

  private var warnings: [String] {
    var result = table.rows.compactMap { row -> String? in
      guard let classification = row.classification else { return nil }
      let code = catalogue.indicators[row.indicator].code
      if classification.predicate == nil {
        return "\(code): \(classification.reason), sehingga tanpa predikat"
      }
      guard classification.isDecidedByRounding else { return nil }
      return "\(code): predikat ditentukan oleh pembulatan \(NumberStyle.plain.text(classification.rounded))"
    }
    if score?.classification?.isDecidedByRounding == true {
      result.append("predikat NKO ditentukan oleh pembulatan")
    }
    return result
  }

  // MARK: - For programs

  private var result: JSONValue {
    var members: [JSONValue.Member] = [
      .init("unit", .string(state.unitName(table.context))), .init("tahun", .integer(table.context.year)),
      .init("periode", .string(state.periodName(table.context))), .init("aturan", .string(table.rules.name)),
      .init("baris", .array(table.rows.enumerated().map { json($1, at: $0) })),
      .init("rata_rata", .optional(table.mean.value)),
      .init("rata_rata_terbatas", .optional(table.limitedMean.value)),
    ]
    if let score {
      members += [
        .init("nko", .optional(score.value.value)),
        .init("predikat_nko", .optional(score.classification?.predicate?.label)),
        .init("predikat_koreksi", .string(score.predicate)), .init("persen_koreksi", .number(score.rate)),
      ]
    }
    return .object(members)
  }

  private func json(_ row: AchievementTable.Row, at index: Int) -> JSONValue {
    let indicator = catalogue.indicators[row.indicator]
    let reason = [row.target, row.actual, row.percent].map(\.reason).first { !$0.isEmpty }
    var members: [JSONValue.Member] = [
      .init("kode", .string(indicator.code)), .init("nama", .string(indicator.name)),
      .init("satuan", .string(indicator.measure)), .init("target", .optional(row.target.number)),
      .init("realisasi", .optional(row.actual.number)), .init("capaian", .optional(row.percent.number)),
      .init("capaian_terbatas", .optional(row.limited.number)),
      .init("predikat", .optional(row.classification?.predicate?.label)),
    ]
    if let score {
      let share = score.shares[index]
      members += [
        .init("normalisasi", .optional(share?.normalised)), .init("koreksi", .optional(share?.correction)),
        .init("nilai_akhir", .optional(share?.final)),
      ]
    }
    if let reason { members.append(.init("sebab", .string(reason))) }
    return .object(members)
  }
}
