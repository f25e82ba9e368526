import Analysis

/// E and NE by the finance minister's rules, with the vintage named.
struct BudgetScoreAnswer {
  /// One unit and year.
  struct Entry {
    let context: Context
    let score: BudgetEfficiency
    let items: [BudgetEfficiency.Item]
    /// Nodes left out because they have no achievement or no budget.
    let leftOut: [String]

    /// Computes the score over the lowest rows of a table, so that no budget counts twice.
    ///
    /// - Throws: A rule or data problem, among others when the achievements only repeat the absorption.
    init(_ table: EfficiencyTable, rule: BudgetPerformanceRule, state: SessionState) throws(Problem) {
      let catalogue = state.dataset(of: table.context).catalogue
      let lowest = table.rows.filter { row in
        !table.rows.contains { $0.node != row.node && catalogue.isDescendant($0.node, of: row.node) }
      }
      var items: [BudgetEfficiency.Item] = []
      var leftOut: [String] = []
      for row in lowest {
        let code = catalogue.nodes[row.node].code
        guard let ceiling = row.figures.ceiling.value, let spending = row.figures.spending.value,
          let achievement = row.figures.achievement.value
        else {
          leftOut.append(code)
          continue
        }
        items.append(.init(code, ceiling: ceiling, spending: spending, achievement: max(achievement, 0)))
      }
      guard !items.isEmpty else {
        throw Problem(
          "E tidak dapat dihitung untuk \(state.describe(table.context)): tidak ada simpul dengan capaian, pagu, dan realisasi",
          kind: .data, expected: "jenjang lain, misalnya jenjang=sasaran")
      }
      context = table.context
      score = try BudgetEfficiency(items, rule: rule)
      self.items = items
      self.leftOut = leftOut
    }
  }

  let entries: [Entry]
  let state: SessionState

  var output: Output {
    Output(
      Document(entries.flatMap(blocks)),
      result: .object([.init("metode", "pmk"), .init("nilai", .array(entries.map(json)))]),
      warnings: entries.flatMap(warnings))
  }

  private func blocks(_ entry: Entry) -> [Block] {
    var table = Table(
      caption: "Efisiensi menurut \(entry.score.rule.source), \(state.describe(entry.context))",
      columns: [
        .init("kode"), .number("pagu (Rp)"), .number("capaian (%)"), .number("pagu × capaian (Rp)"),
        .number("realisasi (Rp)"),
      ])
    for item in entry.items {
      guard let ceiling = item.ceiling, let spending = item.spending, let achievement = item.achievement
      else { continue }
      table.append([
        .text(item.name), .number(ceiling, .count), .number(achievement),
        .number(ceiling * achievement / 100, .count),
        .number(spending, .count),
      ])
    }
    let score = entry.score
    table.append(
      [
        .text("jumlah"), .number(entry.items.reduce(0) { $0 + ($1.ceiling ?? 0) }, .count), .empty,
        .number(score.denominator, .count), .number(score.denominator - score.numerator, .count),
      ], role: .total)
    return [
      .table(table), .paragraph(sentence(score)), .note(Prose(score.rule.note(year: entry.context.year))),
    ]
  }

  private func sentence(_ score: BudgetEfficiency) -> Prose {
    let text: Prose =
      "E = (Σ pagu × capaian − Σ realisasi) ÷ Σ (pagu × capaian) = \(Figure(score.efficiency, .percent)); "
      + "NE = 50 + E ÷ \(Figure(score.rule.bound, .plain)) × 50 = \(Figure(score.unclampedScore, .score))"
    return score.isClamped
      ? text + ", dibatasi menjadi \(Figure(score.score, .score))." : text + " (tidak terkena batas 0–100)."
  }

  private func warnings(_ entry: Entry) -> [String] {
    guard !entry.leftOut.isEmpty else { return [] }
    return [
      "tidak ikut dalam E karena capaian atau anggarannya kosong: \(entry.leftOut.joined(separator: ", "))"
    ]
  }

  private func json(_ entry: Entry) -> JSONValue {
    let score = entry.score
    return .object([
      .init("unit", .string(state.unitName(entry.context))), .init("tahun", .integer(entry.context.year)),
      .init("aturan", .string(score.rule.name)),
      .init("sumber", .string(score.rule.note(year: entry.context.year))),
      .init("e", .number(score.efficiency)), .init("ne", .number(score.score)),
      .init("ne_tanpa_batas", .number(score.unclampedScore)), .init("dibatasi", .bool(score.isClamped)),
      .init("pembilang", .number(score.numerator)), .init("penyebut", .number(score.denominator)),
      .init(
        "baris",
        .array(
          entry.items.map { item in
            .object([
              .init("kode", .string(item.name)), .init("pagu", .optional(item.ceiling)),
              .init("realisasi_anggaran", .optional(item.spending)),
              .init("capaian", .optional(item.achievement)),
            ])
          })),
      .init("tidak_ikut", .array(entry.leftOut.map { .string($0) })),
    ])
  }
}
