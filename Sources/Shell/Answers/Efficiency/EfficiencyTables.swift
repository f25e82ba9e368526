import Analysis

/// The tables of efficiency and budget, as trees.
struct EfficiencyTables {
  private let report: EfficiencyAnswer
  private var table: EfficiencyTable { report.table }

  init(_ report: EfficiencyAnswer) { self.report = report }

  // MARK: - Efficiency

  /// Achievement, absorption and efficiency by node.
  var efficiency: Table {
    guard let method = report.method else { return everyMethod }
    if method == .cost { return costs }
    var result = Table(
      caption: "Efisiensi \(report.place) (metode \(method.rawValue))",
      columns: [
        .init("kode"), .init("simpul", shrinkPriority: 1), .number("capaian (%)"), .number("serapan (%)"),
        .number(method.heading),
      ])
    for row in table.rows {
      result.append(
        head(row) + row.figures.percentageCells + [row.figures.cell(method)], depth: row.depth)
    }
    appendTotals(to: &result) { figures in
      figures.percentageCells + [figures.cell(method)]
    }
    result.footnotes = method == .difference ? roundingNotes : []
    return result
  }

  private var everyMethod: Table {
    var result = Table(
      caption: "Efisiensi \(report.place) menurut setiap metode",
      columns: [
        .init("kode"), .number("capaian (%)"), .number("serapan (%)"), .number("selisih"),
        .number("relatif (%)"),
        .number("rasio"), .number("Rp per poin"),
      ])
    func cells(_ figures: EfficiencyFigures) -> [Table.Cell] {
      figures.percentageCells
        + [EfficiencyMethod.difference, .relative, .ratio, .cost].map { figures.cell($0) }
    }
    for row in table.rows {
      result.append([.text(code(row))] + cells(row.figures), depth: row.depth)
    }
    appendTotals(to: &result, names: false, cells)
    return result
  }

  private var costs: Table {
    var result = Table(
      caption: "Biaya per poin capaian dan per keluaran \(report.place)",
      columns: [
        .init("kode"), .number("capaian (%)"), .number("Rp per poin capaian"), .init("keluaran", .right),
        .number("Rp per keluaran"),
      ])
    for row in table.rows {
      let cost = row.costPerOutput
      let output = row.output.map { "\(NumberStyle.plain.text($0.amount)) \($0.measure)" } ?? "–"
      result.append(
        [
          .text(code(row)), row.figures.percentageCells[0], row.figures.cell(.cost), .text(output),
          .number(cost.value, EfficiencyMethod.cost.style, reason: cost.reason),
        ], depth: row.depth)
    }
    let total = table.total.figures
    result.append(
      [.text("total"), total.percentageCells[0], total.cell(.cost), .empty, .empty], role: .total)
    return result
  }

  // MARK: - Budget

  /// Ceiling, spending, what is left and its share by node.
  var budget: Table {
    var result = Table(
      caption: "Anggaran dan SiLPA \(report.place)",
      columns: [
        .init("kode"), .number("pagu (Rp)"), .number("realisasi (Rp)"), .number("SiLPA (Rp)"),
        .number("bagian (%)"),
      ])
    for row in table.rows {
      result.append(
        [.text(code(row))] + money(row.figures) + [
          .number(
            row.remainderShare.value, .score,
            reason: row.figures.missingBudget(else: row.remainderShare.reason))
        ], depth: row.depth)
    }
    let total = table.total.figures
    let share: Table.Cell = (total.remainder.value ?? 0) == 0 ? .empty : .number(100, .score)
    result.append([.text("total")] + money(total) + [share], role: .total)
    return result
  }

  private func money(_ figures: EfficiencyFigures) -> [Table.Cell] {
    let reason = figures.missingBudget(else: "tidak ada dalam data")
    return [figures.ceiling, figures.spending, figures.remainder].map {
      .number($0.value, .rupiah, reason: reason)
    }
  }

  // MARK: - Cells

  private func code(_ row: EfficiencyRow) -> String { report.catalogue.nodes[row.node].code }

  private func head(_ row: EfficiencyRow) -> [Table.Cell] {
    [.text(code(row)), .text(report.catalogue.nodes[row.node].name)]
  }

  private func appendTotals(
    to result: inout Table, names: Bool = true, _ cells: (EfficiencyFigures) -> [Table.Cell]
  ) {
    let name: [Table.Cell] = names ? [.empty] : []
    result.append([.text("total")] + name + cells(table.total.figures), role: .total)
    guard table.total.weighers.count > 1 else { return }
    var weighted = table.total.figures
    weighted.achievement = table.total.weighted
    let label: [Table.Cell] = names ? [.text("capaian tertimbang pagu")] : []
    result.append([.text(names ? "" : "tertimbang")] + label + cells(weighted), role: .total)
  }

  /// Where subtracting rounded percentages, as reports do, gives another last digit.
  private var roundingNotes: [Prose] {
    var notes: [Prose] = []
    let named = table.rows.map { (code($0), $0.figures) } + [("total", table.total.figures)]
    for (name, figures) in named {
      guard let rounded = figures.differenceOfRounded else { continue }
      notes.append(
        "\(name): dari angka yang dibulatkan "
          + "\(Figure(rounded.achievement, .score)) − \(Figure(rounded.absorption, .score)) = \(Figure(rounded.difference, .score))"
      )
    }
    return notes
  }
}

extension EfficiencyFigures {
  /// Why an achievement is missing, without the row's code, so that rows share a footnote.
  static let unmeasured = "tidak ada indikator yang diukur pada tahun dan periode itu"

  /// Why a figure made from the budget is missing, without the row's code; another reason when it is all there.
  func missingBudget(else other: String) -> String {
    switch (ceiling.value, spending.value) {
    case (nil, nil): "pagu dan realisasi tidak ada dalam data"
    case (nil, _): "pagu tidak ada dalam data"
    case (_, nil): "realisasi tidak ada dalam data"
    default: other
    }
  }

  /// Achievement and absorption as cells.
  var percentageCells: [Table.Cell] {
    [
      .number(achievement.value, .score, reason: Self.unmeasured),
      .number(absorption.value, .score, reason: missingBudget(else: absorption.reason)),
    ]
  }

  /// The efficiency by a method as a cell.
  func cell(_ method: EfficiencyMethod) -> Table.Cell {
    let value = efficiency(method)
    let reason = achievement.value == nil ? Self.unmeasured : missingBudget(else: value.reason)
    return .number(value.value, method.style, origin: .computed(method.formula, from: []), reason: reason)
  }
}

extension EfficiencyMethod {
  /// The heading of its column.
  var heading: String {
    switch self {
    case .difference, .resources: "efisiensi (poin)"
    case .relative, .budget: "efisiensi (%)"
    case .ratio, .frontier: "efisiensi"
    case .cost: "Rp per poin"
    }
  }

  /// How its figures are written.
  var style: NumberStyle {
    switch self {
    case .difference, .relative, .resources: .difference
    case .ratio, .frontier: NumberStyle(decimals: 4...4)
    case .budget: .score
    case .cost: .count
    }
  }
}
