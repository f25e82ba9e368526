import Analysis

/// Turns a comparison of scenarios into an answer.
struct ScenarioAnswer {
  let state: SessionState
  let model: FormulaModel
  let context: Context
  let comparison: ScenarioComparison
  let scenarios: [Scenario]

  /// How many scenarios stand side by side in one table; more go into further tables.
  private static let perTable = 4

  var output: Output {
    Output(document, result: result, warnings: warnings)
  }

  private var catalogue: Catalogue { model.catalogue(of: context) }

  // MARK: - For people

  private var document: Document {
    var document = Document([.table(assumptionTable)])
    guard !comparison.rows.isEmpty else {
      document.append(.paragraph("Tidak ada yang berubah untuk \(state.describe(context))."))
      return document
    }
    let places = Array(comparison.names.indices)
    for start in stride(from: 0, to: places.count, by: Self.perTable) {
      let part = Array(places[start..<min(start + Self.perTable, places.count)])
      document.append(.table(valueTable(part)))
    }
    for start in stride(from: 0, to: places.count, by: Self.perTable) {
      let part = Array(places[start..<min(start + Self.perTable, places.count)])
      document.append(.table(differenceTable(part)))
    }
    if let table = predicateTable { document.append(.table(table)) }
    if let chart { document.append(.chart(chart)) }
    return document
  }

  private var assumptionTable: Table {
    var table = Table(
      caption: "Asumsi setiap skenario", columns: [.init("skenario"), .init("asumsi", shrinkPriority: 1)])
    for scenario in scenarios {
      table.append([
        .text(scenario.name),
        .text(scenario.assumptions.items.map(\.assumption.text).joined(separator: ", ")),
      ])
    }
    return table
  }

  private func valueTable(_ places: [Int]) -> Table {
    var table = Table(
      caption: "Skenario berdampingan, \(state.describe(context))",
      columns: [.init("angka"), .number("dasar")] + places.map { .number(comparison.names[$0]) })
    for row in comparison.rows {
      let style = style(row.subject)
      table.append(
        [.text(name(row.subject)), .number(row.base, style, reason: "tidak ada nilainya")]
          + places.map { .number(row.values[$0], style, reason: "tidak ada nilainya") })
    }
    return table
  }

  private func differenceTable(_ places: [Int]) -> Table {
    var table = Table(
      caption: "Selisih terhadap dasar",
      columns: [.init("angka")] + places.map { .number(comparison.names[$0]) })
    for row in comparison.rows {
      let style = style(row.subject).signed
      table.append(
        [.text(name(row.subject))]
          + places.map { .number(Self.difference(row, $0), style, reason: "tidak ada nilainya") })
    }
    return table
  }

  private static func difference(_ row: ScenarioComparison.Row, _ place: Int) -> Double? {
    row.base.flatMap { base in row.values[place].map { $0 - base } }
  }

  private var predicateTable: Table? {
    let rows = comparison.rows.filter { $0.predicates != nil }
    guard !rows.isEmpty else { return nil }
    var table = Table(
      caption: "Predikat setiap skenario",
      columns: [.init("angka"), .init("dasar")] + comparison.names.map { .init($0) })
    for row in rows {
      table.append([.text(name(row.subject))] + (row.predicates ?? []).map { .text($0 ?? "–") })
    }
    return table
  }

  private var chart: Chart? {
    guard
      let row = comparison.rows.last(where: { $0.subject == .score })
        ?? comparison.rows.last(where: isAchievement)
    else { return nil }
    let bars = [("dasar", row.base)] + zip(comparison.names, row.values)
    return Chart(
      title: "\(name(row.subject)) setiap skenario", summary: "Nilai dasar dan nilai setiap skenario",
      kind: .bar,
      categories: bars.map(\.0),
      series: [
        Chart.Series(name(row.subject), bars.enumerated().map { Chart.Point(x: Double($0), y: $1.1) })
      ],
      style: .score)
  }

  private func isAchievement(_ row: ScenarioComparison.Row) -> Bool {
    if case .achievement = row.subject { true } else { false }
  }

  private func name(_ subject: ScenarioComparison.Subject) -> String {
    switch subject {
    case .value(let index): catalogue.indicators[index].code
    case .target(let index): "target(\(catalogue.indicators[index].code))"
    case .achievement(let index): "capaian(\(catalogue.indicators[index].code))"
    case .budget(let node, let quantity): "\(quantity.name)(\(catalogue.nodes[node].code))"
    case .score: "NKO"
    }
  }

  private func style(_ subject: ScenarioComparison.Subject) -> NumberStyle {
    switch subject {
    case .value(let index), .target(let index):
      model.style(of: FigureKey(.realization, of: .indicator(index), in: context))
    case .achievement, .score: .score
    case .budget(let node, let quantity): model.style(of: FigureKey(quantity, of: .node(node), in: context))
    }
  }

  private var warnings: [String] {
    let here = model.named(context)
    return scenarios.filter { scenario in !scenario.assumptions.items.contains { $0.place == here } }.map {
      "skenario \($0.name) tidak memuat asumsi tentang \(state.describe(context))"
    }
  }

  // MARK: - For programs

  private var result: JSONValue {
    .object([
      .init("unit", .string(state.unitName(context))), .init("tahun", .integer(context.year)),
      .init("periode", .string(state.periodName(context))), .init("skenario", .array(scenarios.map(\.json))),
      .init("baris", .array(comparison.rows.map { json($0) })),
    ])
  }

  private func json(_ row: ScenarioComparison.Row) -> JSONValue {
    func byName(_ read: (Int) -> JSONValue) -> JSONValue {
      .object(comparison.names.indices.map { .init(comparison.names[$0], read($0)) })
    }
    var members: [JSONValue.Member] = [
      .init("kode", .string(name(row.subject))), .init("dasar", .optional(row.base)),
      .init("nilai", byName { .optional(row.values[$0]) }),
      .init("selisih", byName { .optional(Self.difference(row, $0)) }),
    ]
    if let predicates = row.predicates {
      members.append(.init("predikat_dasar", .optional(predicates.first ?? nil)))
      members.append(.init("predikat", byName { .optional(predicates[$0 + 1]) }))
    }
    return .object(members)
  }
}
