import Analysis

/// Turns comparisons of units and progress towards mid-term targets into an answer.
struct ComparisonAnswer {
  let state: SessionState
  let base: Context
  let comparisons: [UnitComparison]
  let progress: [MidTermProgress]
  /// Sentences about what was asked for and does not exist.
  let absent: [String]

  var output: Output {
    Output(document, result: result, warnings: warnings)
  }

  private var document: Document {
    let narrative = ComparisonNarrative(state: state)
    var document = Document()
    if !comparisons.isEmpty {
      document.append(.table(table))
      document.append(.list(comparisons.map(narrative.sentence)))
    }
    if !progress.isEmpty {
      document.append(.table(plan))
      document.append(.list(progress.map(narrative.sentence)))
    }
    for comparison in comparisons.prefix(3) {
      if let chart = chart(comparison) { document.append(.chart(chart)) }
    }
    return document
  }

  // MARK: - Units beside each other

  private var table: Table {
    let remarks = comparisons.contains { $0.rows.contains { !noted($0).isEmpty } }
    var columns: [Table.Column] = [
      .init("unit", shrinkPriority: 1), .init("tahun"), .number("nilai"), .number("selisih"),
      .number("selisih (%)"),
      .init("urutan", .right),
    ]
    if remarks { columns.append(.init("catatan")) }
    let codes = comparisons.map(\.code).joined(separator: ", ")
    var table = Table(
      caption: "Perbandingan \(codes) \(state.unitName(base)), \(base.year)", columns: columns)
    for comparison in comparisons {
      if comparisons.count > 1 {
        table.append([.text(comparison.code)] + columns.dropFirst().map { _ in .empty }, role: .group)
      }
      for row in comparison.rows { table.append(cells(row, of: comparison, remarks: remarks)) }
    }
    table.footnotes = ["selisih: \(state.unitName(base)) dikurangi unit pada baris itu."]
    return table
  }

  private func cells(
    _ row: UnitComparison.Row, of comparison: UnitComparison, remarks: Bool
  ) -> [Table.Cell] {
    let style = ComparisonNarrative.style(comparison)
    var cells: [Table.Cell] = [
      .text(row.unit), .text(String(row.context.year)),
      .number(row.value.number, style, origin: row.origin, reason: row.value.reason),
    ]
    if row.isBase {
      cells += [.empty, .empty]
    } else {
      cells.append(.number(row.difference.value, style.signed, reason: row.difference.reason))
      cells.append(.number(row.percent.value, .difference, reason: row.percent.reason))
    }
    cells.append(.text(row.rank.map(String.init) ?? "–"))
    if remarks { cells.append(.text(noted(row).joined(separator: "; "))) }
    return cells
  }

  /// The remarks that the other columns do not already show.
  private func noted(_ row: UnitComparison.Row) -> [String] {
    row.remarks.filter { $0 != "tidak ada data" && $0 != "tahun \(row.context.year)" }
  }

  // MARK: - Mid-term plan

  private var plan: Table {
    let hasSeveralUnits = Set(progress.map(\.context.dataset)).count > 1
    var columns: [Table.Column] = [.init("kode")]
    if hasSeveralUnits { columns.append(.init("unit", shrinkPriority: 1)) }
    columns += [
      .number("realisasi"), .number("target akhir"), .init("tahun"), .number("kemajuan (%)"), .number("sisa"),
      .number("per tahun"),
    ]
    let unit = hasSeveralUnits ? "" : " \(state.unitName(base))"
    var table = Table(caption: "Kemajuan menuju target renstra\(unit), \(base.year)", columns: columns)
    for item in progress {
      let indicator = state.dataset(of: item.context).catalogue.indicators[item.indicator]
      let style = ComparisonNarrative.style(
        indicator.measure, [item.actual.number, item.target.number].compactMap { $0 })
      var cells: [Table.Cell] = [.text(indicator.code)]
      if hasSeveralUnits { cells.append(.text(state.unitName(item.context))) }
      cells += [
        .number(item.actual.number, style, reason: item.actual.reason),
        .number(item.target.number, style, origin: item.origin, reason: item.target.reason),
        .text(item.endYear.map(String.init) ?? "–"),
        .number(item.progress.value, .score, reason: item.progress.reason),
        .number(item.remaining.value, style, reason: item.remaining.reason),
        .number(item.yearlyGain.value, style.signed, reason: item.yearlyGain.reason),
      ]
      table.append(cells)
    }
    table.footnotes = ["per tahun: perubahan yang diperlukan setiap tahun sampai tahun akhir."]
    return table
  }

  // MARK: - Picture

  private func chart(_ comparison: UnitComparison) -> Chart? {
    let rows = comparison.rows.filter { $0.isComparable && $0.value.number != nil }
    guard rows.count > 1 else { return nil }
    let labels = rows.map {
      $0.context.year == comparison.year ? $0.unit : "\($0.unit) (\($0.context.year))"
    }
    let points = rows.enumerated().map { Chart.Point(x: Double($0), y: $1.value.number) }
    let target = progress.first { item in
      item.context == base
        && state.dataset(of: item.context).catalogue.indicators[item.indicator].code == comparison.code
    }
    let label = target?.endYear.map { "target \($0)" } ?? ""
    return Chart(
      title: "\(comparison.code), \(comparison.year)",
      summary: ComparisonNarrative(state: state).sentence(comparison).plain,
      kind: .bar, categories: labels, series: [Chart.Series(comparison.code, points)],
      reference: target?.target.number, referenceLabel: label, style: ComparisonNarrative.style(comparison))
  }

  // MARK: - Warnings and programs

  private var warnings: [String] {
    var found = absent
    for comparison in comparisons {
      for row in comparison.rows {
        let name = "\(comparison.code) \(row.unit)"
        for remark in row.remarks where remark != "tidak ada data" {
          found.append(
            remark == "tahun \(row.context.year)"
              ? "\(name): nilai tahun \(row.context.year), bukan \(comparison.year)"
              : "\(name): \(remark)")
        }
      }
    }
    return found
  }

  private var result: JSONValue {
    .object([
      .init("unit", .string(state.unitName(base))), .init("tahun", .integer(base.year)),
      .init("perbandingan", .array(comparisons.map(json))), .init("kemajuan", .array(progress.map(json))),
    ])
  }

  private func json(_ comparison: UnitComparison) -> JSONValue {
    let rows = comparison.rows.map { row -> JSONValue in
      var members: [JSONValue.Member] = [
        .init("unit", .string(row.unit)), .init("tahun", .integer(row.context.year)),
        .init("nilai", .optional(row.value.number)), .init("selisih", .optional(row.difference.value)),
        .init("selisih_persen", .optional(row.percent.value)),
        .init("peringkat", .optional(row.rank.map(Double.init))),
        .init("catatan", .array(row.remarks.map { .string($0) })),
      ]
      let reason = row.value.reason.isEmpty ? row.difference.reason : row.value.reason
      if !reason.isEmpty { members.append(.init("sebab", .string(reason))) }
      return .object(members)
    }
    return .object([
      .init("kode", .string(comparison.code)), .init("nama", .string(comparison.name)),
      .init("baris", .array(rows)),
      .init("diperingkat", .integer(comparison.rankedCount)),
    ])
  }

  private func json(_ item: MidTermProgress) -> JSONValue {
    let code = state.dataset(of: item.context).catalogue.indicators[item.indicator].code
    var members: [JSONValue.Member] = [
      .init("unit", .string(state.unitName(item.context))), .init("kode", .string(code)),
      .init("tahun", .integer(item.context.year)), .init("realisasi", .optional(item.actual.number)),
      .init("target", .optional(item.target.number)),
      .init("tahun_akhir", .optional(item.endYear.map(Double.init))),
      .init("kemajuan", .optional(item.progress.value)), .init("sisa", .optional(item.remaining.value)),
      .init("per_tahun", .optional(item.yearlyGain.value)),
      .init("tercapai", item.isReached.map { .bool($0) } ?? .null),
    ]
    let reason = [item.actual.reason, item.target.reason, item.yearlyGain.reason].first { !$0.isEmpty }
    if let reason { members.append(.init("sebab", .string(reason))) }
    return .object(members)
  }
}
