import Analysis

/// The tables and the chart of the effects of assumptions.
struct WhatIfTables {
  let model: FormulaModel
  let effects: WhatIfEffects
  /// The context in words.
  let place: String

  private var context: Context { effects.context }
  private var catalogue: Catalogue { model.catalogue(of: context) }

  /// Values and targets that change.
  var values: Table? {
    let rows = effects.rows.filter { $0.isAssumed || $0.movesValue }
    guard !rows.isEmpty else { return nil }
    let hasGap = rows.contains { ($0.gap ?? 0) != 0 }
    var columns: [Table.Column] = [.init("kode"), .number("dasar")]
    if hasGap { columns.append(.number("menurut rumus")) }
    columns += [.number("baru"), .number("selisih")]
    var table = Table(caption: "Nilai sebelum dan sesudah, \(place)", columns: columns)
    for row in rows { table.append(cells(row, hasGap: hasGap)) }
    if hasGap {
      table.footnotes.append(
        "Dasar adalah nilai resmi; menurut rumus adalah nilai dasar bila dihitung dari komponennya. Selisih keduanya berasal dari pembulatan angka resmi."
      )
    }
    return table
  }

  private func cells(_ row: WhatIfEffects.Row, hasGap: Bool) -> [Table.Cell] {
    let figure = FigureKey(.realization, of: .indicator(row.indicator), in: context)
    let style = model.style(of: figure)
    var cells: [Table.Cell] = [
      .text(catalogue.indicators[row.indicator].code),
      .number(
        row.before.value.number, style, origin: model.source(of: figure).map { .row($0) },
        reason: row.before.value.reason),
    ]
    if hasGap {
      cells.append(
        row.computedBefore.map { .number($0, style, origin: .computed("rumus", from: [])) } ?? .empty)
    }
    let reason = row.after.value.reason
    cells += [
      .number(
        row.after.value.number, style,
        origin: row.isAssumed ? .given("asumsi") : .computed("rumus dengan asumsi", from: []),
        reason: reason),
      .number(row.difference, style.signed, reason: reason.isEmpty ? row.before.value.reason : reason),
    ]
    return cells
  }

  /// Targets and achievements that change.
  var achievements: Table? {
    let rows = effects.rows.filter { $0.movesAchievement }
    guard !rows.isEmpty || effects.scoreBefore.value.value != effects.scoreAfter.value.value else {
      return nil
    }
    let cap = model.rules[context.dataset].cap
    let isLimited = rows.contains { $0.isLimited }
    var columns: [Table.Column] = [
      .init("capaian (%)"), .number("target"), .number("dasar"), .number("baru"), .number("selisih"),
    ]
    if isLimited { columns.append(.number("dibatasi")) }
    var table = Table(caption: "Capaian sebelum dan sesudah", columns: columns)
    for row in rows { table.append(achievementCells(row, isLimited: isLimited)) }
    if effects.scoreBefore.value.value != effects.scoreAfter.value.value {
      let (before, after) = (effects.scoreBefore.value, effects.scoreAfter.value)
      let difference = before.value.flatMap { base in after.value.map { $0 - base } }
      let reason = before.reason.isEmpty ? after.reason : before.reason
      table.append(
        [
          "NKO", .empty, .number(before.value, reason: before.reason),
          .number(after.value, reason: after.reason),
          .number(difference, .difference, reason: reason),
        ] + (isLimited ? [.empty] : []), role: .total)
    }
    if isLimited {
      table.footnotes.append(
        "Capaian dibatasi paling tinggi \(Figure(cap, .plain))% sebelum diberi predikat.")
    }
    return table
  }

  private func achievementCells(_ row: WhatIfEffects.Row, isLimited: Bool) -> [Table.Cell] {
    let (before, after) = (row.before.achievement, row.after.achievement)
    let difference = before.number.flatMap { base in after.number.map { $0 - base } }
    let style = model.style(of: FigureKey(.target, of: .indicator(row.indicator), in: context))
    var cells: [Table.Cell] = [
      .text(catalogue.indicators[row.indicator].code),
      .number(row.after.target.number, style, reason: row.after.target.reason),
      .number(before.number, reason: before.reason), .number(after.number, reason: after.reason),
      .number(difference, .difference, reason: before.reason + after.reason),
    ]
    if isLimited { cells.append(.number(row.after.limited, reason: after.reason)) }
    return cells
  }

  /// The classes of what moved and how far the next one is.
  var thresholds: Table? {
    let notes = effects.thresholds
    guard !notes.isEmpty else { return nil }
    var table = Table(
      caption: "Predikat sebelum dan sesudah",
      columns: [.init("yang dinilai"), .init("dasar"), .init("baru"), .init("kelas berikutnya")])
    for note in notes {
      table.append([
        .text(name(of: note.subject)), .text(note.before?.label ?? "–"),
        .text((note.after?.label ?? "–") + (note.isCrossed ? " (berubah)" : "")), .text(next(note)),
      ])
    }
    return table
  }

  /// What is classed, as it is typed.
  func name(of subject: ThresholdNote.Subject) -> String {
    switch subject {
    case .value(let index): catalogue.indicators[index].code
    case .achievement(let index): "capaian(\(catalogue.indicators[index].code))"
    case .score: "NKO"
    }
  }

  private func next(_ note: ThresholdNote) -> String {
    guard let next = note.after?.next, let distance = note.after?.distanceToNext, distance >= 0 else {
      return note.after?.predicate == nil ? note.after?.reason ?? "" : "kelas tertinggi"
    }
    return "\(next.label), kurang \(NumberStyle(decimals: 2...4).text(distance))"
  }

  /// Budget figures that change.
  var budgets: Table? {
    guard !effects.budgets.isEmpty else { return nil }
    var table = Table(
      caption: "Anggaran dan simpul sebelum dan sesudah",
      columns: [.init("simpul"), .init("angka"), .number("dasar"), .number("baru"), .number("selisih")])
    for row in effects.budgets {
      let style = model.style(of: FigureKey(row.quantity, of: .node(row.node), in: context))
      let difference = row.before.number.flatMap { base in row.after.number.map { $0 - base } }
      table.append([
        .text(catalogue.nodes[row.node].code), .text(row.quantity.name),
        .number(row.before.number, style, reason: row.before.reason),
        .number(row.after.number, style, reason: row.after.reason),
        .number(difference, style.signed, reason: row.before.reason + row.after.reason),
      ])
    }
    return table
  }

  /// Bars before and after for achievements and the score.
  var chart: Chart? {
    var bars: [(label: String, before: Double?, after: Double?)] = effects.rows
      .filter { $0.movesAchievement }
      .map {
        (catalogue.indicators[$0.indicator].code, $0.before.achievement.number, $0.after.achievement.number)
      }
    let (before, after) = (effects.scoreBefore.value.value, effects.scoreAfter.value.value)
    if before != after { bars.append(("NKO", before, after)) }
    guard !bars.isEmpty, bars.count <= 20 else { return nil }
    func points(_ read: (Int) -> Double?) -> [Chart.Point] {
      bars.indices.map { Chart.Point(x: Double($0), y: read($0)) }
    }
    return Chart(
      title: "Capaian sebelum dan sesudah", summary: "Capaian dasar dan capaian dengan asumsi, dalam persen",
      kind: .bar, categories: bars.map(\.label),
      series: [
        Chart.Series("dasar", points { bars[$0].before }, role: .baseline),
        Chart.Series("dengan asumsi", points { bars[$0].after }),
      ], unit: "persen", style: .score)
  }
}
