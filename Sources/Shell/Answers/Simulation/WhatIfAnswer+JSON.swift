import Analysis

extension WhatIfAnswer {
  /// The effects for programs.
  var result: JSONValue {
    .object([
      .init("unit", .string(state.unitName(context))), .init("tahun", .integer(context.year)),
      .init("periode", .string(state.periodName(context))),
      .init("asumsi", .array(state.assumptions.items.map { json($0) })),
      .init("perubahan", .array(effects.rows.map { json($0) })),
      .init("anggaran", .array(effects.budgets.map { json($0) })),
      .init("nko", score),
    ])
  }

  private func json(_ item: Supposition) -> JSONValue {
    .object([
      .init("asumsi", .string(item.assumption.text)), .init("kode", .string(item.assumption.reference.text)),
      .init("cara", .string(item.assumption.operation.rawValue)),
      .init("nilai", .number(item.assumption.amount)),
      .init("unit", .string(item.place.unit)), .init("tahun", .integer(item.place.year)),
      .init("periode", .string(item.place.period)),
    ])
  }

  private func json(_ row: WhatIfEffects.Row) -> JSONValue {
    let (before, after) = (row.before, row.after)
    var members: [JSONValue.Member] = [
      .init("kode", .string(catalogue.indicators[row.indicator].code)),
      .init("dasar", .optional(before.value.number)),
      .init("baru", .optional(after.value.number)), .init("selisih", .optional(row.difference)),
      .init("capaian_dasar", .optional(before.achievement.number)),
      .init("capaian_baru", .optional(after.achievement.number)),
      .init("predikat_dasar", .optional(before.achievementClass?.predicate?.label)),
      .init("predikat_baru", .optional(after.achievementClass?.predicate?.label)),
      .init("capaian_terbatas_dasar", .optional(before.limited)),
      .init("capaian_terbatas_baru", .optional(after.limited)),
      .init("predikat_nilai_dasar", .optional(before.valueClass?.predicate?.label)),
      .init("predikat_nilai_baru", .optional(after.valueClass?.predicate?.label)),
      .init("target_dasar", .optional(before.target.number)),
      .init("target_baru", .optional(after.target.number)),
      .init("dihitung_dasar", .optional(row.computedBefore)), .init("selisih_dasar", .optional(row.gap)),
      .init("diandaikan", .bool(row.isAssumed)),
      .init("jarak_berikut", next(after.achievementClass)),
      .init("jarak_nilai_berikut", next(after.valueClass)),
    ]
    let reason = [after.value, before.value, after.achievement].map(\.reason).first { !$0.isEmpty }
    if let reason { members.append(.init("sebab", .string(reason))) }
    return .object(members)
  }

  private func next(_ classification: Scale.Classification?) -> JSONValue {
    guard let next = classification?.next, let distance = classification?.distanceToNext else { return .null }
    return .object([.init("predikat", .string(next.label)), .init("kurang", .number(distance))])
  }

  private func json(_ row: WhatIfEffects.BudgetRow) -> JSONValue {
    let reason = row.after.reason.isEmpty ? row.before.reason : row.after.reason
    var members: [JSONValue.Member] = [
      .init("kode", .string(catalogue.nodes[row.node].code)), .init("angka", .string(row.quantity.name)),
      .init("dasar", .optional(row.before.number)), .init("baru", .optional(row.after.number)),
      .init("selisih", .optional(row.before.number.flatMap { base in row.after.number.map { $0 - base } })),
    ]
    if !reason.isEmpty { members.append(.init("sebab", .string(reason))) }
    return .object(members)
  }

  private var score: JSONValue {
    let (before, after) = (effects.scoreBefore, effects.scoreAfter)
    var members: [JSONValue.Member] = [
      .init("dasar", .optional(before.value.value)), .init("baru", .optional(after.value.value)),
      .init("selisih", .optional(before.value.value.flatMap { base in after.value.value.map { $0 - base } })),
      .init("predikat_dasar", .optional(before.classification?.predicate?.label)),
      .init("predikat_baru", .optional(after.classification?.predicate?.label)),
      .init("jarak_berikut", next(after.classification)),
    ]
    let reason = after.value.reason.isEmpty ? before.value.reason : after.value.reason
    if !reason.isEmpty { members.append(.init("sebab", .string(reason))) }
    return .object(members)
  }
}
