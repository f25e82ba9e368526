import Analysis

/// Turns a table of efficiency into an answer.
struct EfficiencyAnswer {
  let state: SessionState
  let table: EfficiencyTable
  /// The method shown; `nil` shows every method that a node's own figures give.
  let method: EfficiencyMethod?
  let detail: EfficiencyDetail
  let branches: [Int]
  let printed: [PrintedEfficiency]

  var catalogue: Catalogue { state.dataset(of: table.context).catalogue }
  var place: String { state.describe(table.context) }

  private var drivers: EfficiencyDrivers { EfficiencyDrivers(table, catalogue: catalogue) }
  private var rollUp: RollUpCheck { RollUpCheck(table.budgets, catalogue: catalogue, branches: branches) }

  var output: Output {
    var document = Document()
    let all = detail == .everything
    if detail == .nodes || all { document.append(nodeSection) }
    if detail == .drivers || all {
      document.append(DriversAnswer(drivers, table: table, catalogue: catalogue, place: place).document)
    }
    if detail == .rollUp || all {
      document.append(RollUpAnswer(rollUp, catalogue: catalogue, place: place).document)
    }
    return Output(document, result: result, warnings: warnings)
  }

  // MARK: - For people

  private var nodeSection: Document {
    var document = Document([
      .table(EfficiencyTables(self).efficiency), .table(EfficiencyTables(self).budget),
    ])
    for sentence in EfficiencySentences(self, drivers: drivers).all { document.append(.paragraph(sentence)) }
    let flags = flagList
    if !flags.isEmpty { document.append(.list(flags)) }
    if let comparison = PrintedComparison(printed, catalogue: catalogue).document {
      document.append(comparison)
    }
    if let chart = EfficiencyCharts.scatter(table, catalogue: catalogue, place: place) {
      document.append(.chart(chart))
    }
    return document
  }

  /// One sentence per flag with the nodes that carry it.
  private var flagList: [Prose] {
    EfficiencyFlag.allCases.compactMap { flag in
      let codes = table.rows.filter { $0.flags.contains(flag) }.map { catalogue.nodes[$0.node].code }
      guard !codes.isEmpty else { return nil }
      let text = flag.rawValue.prefix(1).uppercased() + flag.rawValue.dropFirst()
      let shown = codes.prefix(12).joined(separator: ", ")
      return Prose("\(text): \(shown)" + (codes.count > 12 ? ", dan \(codes.count - 12) simpul lain" : ""))
    }
  }

  private var warnings: [String] {
    var found: [String] = []
    for row in table.rows where row.flags.contains(.conflicting) {
      let facts = state.dataset(of: table.context).budgets
      let rows = facts.rows(table.context.key(row.node))
      for (measure, name) in [(FactTable.Measure.planned, "pagu"), (.actual, "realisasi")] {
        var values: [Double] = []
        for value in rows.map({ facts.value(measure, row: Int($0)) })
        where !value.isNaN && !values.contains(value) {
          values.append(value)
        }
        guard values.count > 1 else { continue }
        let texts = values.map { NumberStyle.rupiah.text($0) }.joined(separator: "; ")
        found.append(
          "\(catalogue.nodes[row.node].code): \(name) tercetak berbeda (\(texts)), dipakai yang pertama")
      }
    }
    if !table.total.leftOut.isEmpty {
      let codes = table.total.leftOut.map { catalogue.nodes[$0].code }.joined(separator: ", ")
      found.append("pagu atau realisasi \(codes) kosong sehingga tidak ikut dalam jumlah anggaran")
    }
    let unbudgeted = table.rows.count {
      $0.figures.achievement.value != nil && $0.figures.absorption.value == nil
    }
    if unbudgeted > 0, table.total.figures.absorption.value != nil {
      found.append("\(unbudgeted) simpul dengan capaian tetapi tanpa serapan ikut dalam rata-rata capaian")
    }
    return found
  }

  // MARK: - For programs

  private var result: JSONValue {
    let json = EfficiencyJSON(catalogue: catalogue, method: method ?? .difference)
    var members: [JSONValue.Member] = [
      .init("unit", .string(state.unitName(table.context))), .init("tahun", .integer(table.context.year)),
      .init("periode", .string(state.periodName(table.context))),
      .init("metode", .string(method?.rawValue ?? "semua")),
      .init("jenjang", .array(table.levels.sorted().map { .string($0.rawValue) })),
      .init("baris", .array(table.rows.map { json.row($0) })), .init("total", json.total(table.total)),
      .init("tercetak", .array(PrintedComparison(printed, catalogue: catalogue).json)),
    ]
    if detail == .drivers || detail == .everything {
      members.append(
        .init("pendorong", DriversAnswer(drivers, table: table, catalogue: catalogue, place: place).json))
    }
    if detail == .rollUp || detail == .everything {
      members.append(.init("rekap", RollUpAnswer(rollUp, catalogue: catalogue, place: place).json))
    }
    return .object(members)
  }
}
