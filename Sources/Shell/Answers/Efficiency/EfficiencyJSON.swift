import Analysis

/// Rows and totals of efficiency for programs: full precision, missing figures `null` with their reason.
struct EfficiencyJSON {
  let catalogue: Catalogue
  let method: EfficiencyMethod

  /// One node.
  func row(_ row: EfficiencyRow) -> JSONValue {
    let node = catalogue.nodes[row.node]
    var members: [JSONValue.Member] = [
      .init("kode", .string(node.code)), .init("nama", .string(node.name)),
      .init("jenjang", .string(node.level.rawValue)),
      .init("induk", .optional(node.parent.map { catalogue.nodes[$0].code })),
      .init("indikator", .array(row.indicators.map { .string(catalogue.indicators[$0].code) })),
    ]
    members += figures(row.figures)
    members += [
      .init("bagian_silpa", .optional(row.remainderShare.value)),
      .init("keluaran", .optional(row.output?.amount)), .init("satuan", .optional(row.output?.measure)),
      .init("biaya_per_keluaran", .optional(row.costPerOutput.value)),
      .init("tanda", .array(row.flags.map { .string($0.rawValue) })),
    ]
    return .object(members + Self.reason(row.figures))
  }

  /// The total.
  func total(_ total: EfficiencyTotal) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("capaian", .optional(total.figures.achievement.value)),
      .init("capaian_tertimbang", .optional(total.weighted.value)),
    ]
    members += figures(total.figures).dropFirst()
    members += [
      .init("efisiensi_tertimbang", .optional(total.weightedEfficiency(method).value)),
      .init("terukur", .integer(total.measuredCount)),
      .init("penanggung", .array(total.carriers.map { .string(catalogue.nodes[$0].code) })),
      .init("tidak_dijumlahkan", .array(total.leftOut.map { .string(catalogue.nodes[$0].code) })),
    ]
    return .object(members + Self.reason(total.figures))
  }

  /// Achievement first, then budget, then what is derived.
  private func figures(_ figures: EfficiencyFigures) -> [JSONValue.Member] {
    [
      .init("capaian", .optional(figures.achievement.value)), .init("pagu", .optional(figures.ceiling.value)),
      .init("realisasi_anggaran", .optional(figures.spending.value)),
      .init("serapan", .optional(figures.absorption.value)),
      .init("efisiensi", .optional(figures.efficiency(method).value)),
      .init("silpa", .optional(figures.remainder.value)),
      .init("selisih", .optional(figures.efficiency(.difference).value)),
      .init("relatif", .optional(figures.efficiency(.relative).value)),
      .init("rasio", .optional(figures.efficiency(.ratio).value)),
      .init("biaya_per_poin", .optional(figures.costPerPoint.value)),
    ]
  }

  /// Why figures are missing, each reason once.
  static func reason(_ figures: EfficiencyFigures) -> [JSONValue.Member] {
    var reasons: [String] = []
    for measured in [
      figures.achievement, figures.ceiling, figures.spending, figures.absorption, figures.efficiency(.ratio),
      figures.costPerPoint,
    ] where !measured.reason.isEmpty && !reasons.contains(measured.reason) { reasons.append(measured.reason) }
    return reasons.isEmpty ? [] : [.init("sebab", .string(reasons.joined(separator: "; ")))]
  }
}
