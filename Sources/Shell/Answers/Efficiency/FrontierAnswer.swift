import Analysis

/// The efficiency frontier, for people and programs.
struct FrontierAnswer {
  let report: FrontierReport
  let units: FrontierUnits
  let contexts: [Context]
  let state: SessionState
  let warnings: [String]

  /// How many units a page shows.
  private static let limit = 25

  var output: Output { Output(document, result: result, warnings: warnings) }

  // MARK: - For people

  /// All units when they fit on a page, else those farthest from the frontier.
  private var shown: [FrontierUnitResult] {
    guard report.units.count > Self.limit else { return report.units }
    return Array(
      report.units.sorted { (score($0), $0.unit) < (score($1), $1.unit) }.prefix(Self.limit))
  }

  private func number(_ count: Int) -> String { NumberStyle.count.text(Double(count)) }

  private func score(_ unit: FrontierUnitResult) -> Double { unit.constant.efficiency ?? 0 }

  private var document: Document {
    var document = Document([.table(scores), .paragraph(sentence), .table(targets), .table(references)])
    document.append(
      .note(
        "Skor 1 berarti berada pada garis depan di antara unit yang dibandingkan, "
          + "bukan efisien secara mutlak; jangan memeringkat dengan BCC saja."
      ))
    return document
  }

  private var scores: Table {
    let measures =
      "masukan: \(units.inputNames.joined(separator: ", ")); keluaran: \(units.outputNames.joined(separator: ", "))"
    var table = Table(
      caption: "Efisiensi garis depan, arah \(report.orientation.rawValue) (\(measures))",
      columns: [
        .init("unit", shrinkPriority: 1), .number("CCR"), .number("BCC"), .number("skala"),
        .init("hasil skala"),
        .number("super CCR"), .init("kedudukan"),
      ])
    let style = NumberStyle(decimals: 4...4)
    for unit in shown {
      table.append([
        .text(unit.name), .number(unit.constant.efficiency, style, reason: "tidak ada"),
        .number(unit.variable.efficiency, style, reason: "tidak ada"), .number(unit.scaleEfficiency, style),
        .text(unit.returnsToScale.rawValue), superCell(unit, style), .text(unit.constant.standing.rawValue),
      ])
    }
    if shown.count < report.units.count {
      table.footnotes = [
        "Hanya \(shown.count) unit dengan skor CCR terendah dari "
          + "\(number(report.units.count)) unit; semuanya ada dalam keluaran json."
      ]
    }
    return table
  }

  private func superCell(_ unit: FrontierUnitResult, _ style: NumberStyle) -> Table.Cell {
    switch unit.superConstant {
    case .infeasible?: .text(FrontierSolution.infeasibleLabel)
    case .solved(let score)?: .number(score.efficiency, style, reason: "tidak ada")
    case nil: .empty
    }
  }

  private var targets: Table {
    let isInput = report.orientation == .input
    let names = isInput ? units.inputNames : units.outputNames
    var table = Table(
      caption: "Sasaran \(report.orientation.rawValue) menurut CCR",
      columns: [
        .init("unit", shrinkPriority: 1), .init(report.orientation.rawValue), .number("sekarang"),
        .number("sasaran"),
        .number("slack"),
      ])
    for unit in shown {
      let current = isInput ? units.inputs(of: unit.unit) : units.outputs(of: unit.unit)
      let wanted = isInput ? unit.constant.inputTargets : unit.constant.outputTargets
      let slacks = isInput ? unit.constant.inputSlacks : unit.constant.outputSlacks
      for index in names.indices {
        table.append([
          .text(index == 0 ? unit.name : ""), .text(names[index]),
          .number(current[index], Self.style(current[index])),
          .number(wanted[index], Self.style(current[index])),
          .number(slacks[index], Self.style(current[index])),
        ])
      }
    }
    return table
  }

  /// The units that span the part of the frontier each unit is measured against.
  private var references: Table {
    var table = Table(
      caption: "Acuan menurut CCR",
      columns: [.init("unit", shrinkPriority: 1), .init("acuan (bobot)", shrinkPriority: 1)])
    for unit in shown { table.append([.text(unit.name), .text(peers(unit.constant))]) }
    return table
  }

  /// Large amounts are written whole, others with two decimals.
  private static func style(_ value: Double) -> NumberStyle { value.magnitude >= 10_000 ? .count : .score }

  private func peers(_ score: FrontierScore) -> String {
    score.peers.prefix(3).map { "\(units.names[$0.unit]) (\(NumberStyle(decimals: 0...3).text($0.weight)))" }
      .joined(separator: "; ") + (score.peers.count > 3 ? "; …" : "")
  }

  private var sentence: Prose {
    let frontier = report.units.count { $0.constant.standing == .strong }
    let weak = report.units.count { $0.constant.standing == .weak }
    let mean = report.units.reduce(0) { $0 + score($1) } / Double(max(report.units.count, 1))
    var text: Prose =
      "Dari \(number(report.units.count)) unit, \(number(frontier)) "
      + "berada pada garis depan CCR; rata-rata efisiensi CCR \(Figure(mean, NumberStyle(decimals: 4...4)))."
    if weak > 0 { text = text + " \(weak) unit hanya efisien lemah karena masih menyisakan slack." }
    if let worst = report.units.min(by: { score($0) < score($1) }), score(worst) < 1 {
      text =
        text
        + " Yang terjauh adalah \(worst.name) (\(Figure(score(worst), NumberStyle(decimals: 4...4))))."
    }
    let infeasible = report.units.count { $0.superVariable == .infeasible }
    if infeasible > 0 { text = text + " Superefisiensi BCC tidak layak untuk \(infeasible) unit." }
    return text
  }

  // MARK: - For programs

  private var result: JSONValue {
    .object([
      .init("metode", "dea"), .init("arah", .string(report.orientation.rawValue)),
      .init("masukan", .array(units.inputNames.map { .string($0) })),
      .init("keluaran", .array(units.outputNames.map { .string($0) })),
      .init("unit_minimum", .integer(report.leastUnits)),
      .init("baris", .array(report.units.map(json))),
    ])
  }

  private func json(_ unit: FrontierUnitResult) -> JSONValue {
    let context = contexts[unit.unit]
    return .object([
      .init("unit", .string(state.unitName(context))), .init("tahun", .integer(context.year)),
      .init("nilai_masukan", numbers(units.inputs(of: unit.unit))),
      .init("nilai_keluaran", numbers(units.outputs(of: unit.unit))),
      .init("ccr", .optional(unit.constant.efficiency)), .init("bcc", .optional(unit.variable.efficiency)),
      .init("nirs", .number(unit.nonIncreasing)), .init("skala", .number(unit.scaleEfficiency)),
      .init("hasil_skala", .string(unit.returnsToScale.rawValue)),
      .init("kedudukan", .string(unit.constant.standing.rawValue)),
      .init("super_ccr", .optional(unit.superConstant?.efficiency)),
      .init("super_bcc", .optional(unit.superVariable?.efficiency)),
      .init("super_bcc_layak", .bool(unit.superVariable != .infeasible)),
      .init("rincian_ccr", json(unit.constant)), .init("rincian_bcc", json(unit.variable)),
    ])
  }

  private func json(_ score: FrontierScore) -> JSONValue {
    .object([
      .init(
        "acuan",
        .array(
          score.peers.map { peer in
            .object([.init("unit", .string(units.names[peer.unit])), .init("bobot", .number(peer.weight))])
          })),
      .init("slack_masukan", numbers(score.inputSlacks)),
      .init("slack_keluaran", numbers(score.outputSlacks)),
      .init("sasaran_masukan", numbers(score.inputTargets)),
      .init("sasaran_keluaran", numbers(score.outputTargets)),
    ])
  }

  private func numbers(_ values: [Double]) -> JSONValue { .array(values.map { .number($0) }) }
}
