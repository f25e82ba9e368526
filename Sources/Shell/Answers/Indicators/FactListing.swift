import Analysis

/// Lists stored rows of one unit with their sources.
struct FactListing {
  let dataset: Dataset
  let unit: Int32

  /// One stored row.
  struct Row {
    var number: Int
    var year: Int
    var period: String
    var planned: Double?
    var actual: Double?
    var source: SourceRow
    /// Which columns another, earlier row already states differently.
    var contradicts: [String]
  }

  /// The rows of a subject by year and period.
  func rows(of subject: Catalogue.Subject, years: ClosedRange<Int>?, period: Int16?) -> [Row] {
    let (facts, index, table) = place(of: subject)
    return facts.rows(unit: unit, subject: Int32(index)).compactMap { row in
      let row = Int(row)
      let key = facts.key(ofRow: row)
      if let years, !years.contains(Int(key.year)) { return nil }
      if let period, key.period != period { return nil }
      let contradicts = [FactTable.Measure.planned, .actual].compactMap { measure -> String? in
        let value = facts.value(measure, row: row)
        guard !value.isNaN, let used = facts.entry(measure, key), used.row != row, used.value != value else {
          return nil
        }
        return columnName(measure, of: subject)
      }
      return Row(
        number: row, year: Int(key.year), period: dataset.periods[Int32(key.period)],
        planned: present(facts.planned[row]), actual: present(facts.actual[row]),
        source: dataset.source(of: row, in: table), contradicts: contradicts)
    }
  }

  /// The heading over a subject's rows.
  func title(of subject: Catalogue.Subject) -> String {
    switch subject {
    case .indicator(let index):
      let indicator = dataset.catalogue.indicators[index]
      return indicator.name.isEmpty ? indicator.code : "\(indicator.code) — \(indicator.name)"
    case .node(let index):
      let node = dataset.catalogue.nodes[index]
      return "\(node.code) — \(node.name) (\(node.level.rawValue))"
    }
  }

  /// The rows of several subjects: one table for indicators, one for nodes, and the subjects without rows.
  func blocks(_ entries: [(subject: Catalogue.Subject, rows: [Row])], unit: String) -> [Block] {
    let found = entries.filter { !$0.rows.isEmpty }
    var blocks: [Block] = []
    for isBudget in [false, true] {
      let group = found.filter { Self.isBudget($0.subject) == isBudget }
      guard let first = group.first else { continue }
      let title =
        group.count == 1 ? self.title(of: first.subject) : (isBudget ? "Anggaran \(unit)" : "Angka \(unit)")
      blocks.append(.table(table(group, title: title)))
    }
    let empty = entries.filter(\.rows.isEmpty).map { code(of: $0.subject) }
    if !empty.isEmpty {
      blocks.append(.note(Prose("Tidak ada baris data untuk \(empty.joined(separator: ", ")).")))
    }
    return blocks
  }

  private func table(_ group: [(subject: Catalogue.Subject, rows: [Row])], title: String) -> Table {
    let subject = group[0].subject
    let style = style(of: subject)
    var table = Table(
      caption: title,
      columns: [
        .init("kode"), .init("tahun"), .init("periode"), .number(columnName(.planned, of: subject)),
        .number(columnName(.actual, of: subject)), .init("asal", shrinkPriority: 1),
        .init("keterangan", shrinkPriority: 2),
      ])
    for (subject, rows) in group {
      for row in rows {
        let origin = Origin.row(row.source)
        table.append([
          .text(code(of: subject)), .text(String(row.year)),
          .text(row.period.isEmpty ? "setahun" : row.period),
          row.planned.map { .number($0, style, origin: origin) } ?? .empty,
          row.actual.map { .number($0, style, origin: origin) } ?? .empty, .text(row.source.shortText),
          .text(
            row.contradicts.isEmpty ? "" : "tidak dipakai: \(row.contradicts.joined(separator: ", ")) berbeda"
          ),
        ])
      }
    }
    return table
  }

  private func code(of subject: Catalogue.Subject) -> String {
    switch subject {
    case .indicator(let index): dataset.catalogue.indicators[index].code
    case .node(let index): dataset.catalogue.nodes[index].code
    }
  }

  private static func isBudget(_ subject: Catalogue.Subject) -> Bool {
    if case .node = subject { true } else { false }
  }

  /// A row for programs.
  func json(_ row: Row, of subject: Catalogue.Subject) -> JSONValue {
    let isBudget = Self.isBudget(subject)
    return .object([
      .init("unit", .string(dataset.units[unit])), .init("tahun", .integer(row.year)),
      .init("periode", .string(row.period)), .init("kode", .string(code(of: subject))),
      .init(isBudget ? "pagu" : "target", .optional(row.planned)),
      .init(isBudget ? "realisasi_anggaran" : "realisasi", .optional(row.actual)),
      .init("sumber", .string(row.source.source)), .init("baris", .string(row.source.sourceLine)),
      .init("berkas", .string(row.source.table)), .init("baris_berkas", .integer(row.source.fileLine)),
      .init("berbeda", .array(row.contradicts.map { .string($0) })),
    ])
  }

  private func place(of subject: Catalogue.Subject) -> (FactTable, Int, Dataset.Table) {
    switch subject {
    case .indicator(let index): (dataset.performance, index, .performance)
    case .node(let index): (dataset.budgets, index, .budgets)
    }
  }

  private func columnName(_ measure: FactTable.Measure, of subject: Catalogue.Subject) -> String {
    switch (subject, measure) {
    case (.indicator, .planned): "target"
    case (.indicator, .actual): "realisasi"
    case (.node, .planned): "pagu"
    case (.node, .actual): "realisasi"
    }
  }

  private func style(of subject: Catalogue.Subject) -> NumberStyle {
    if case .node = subject { return .rupiah }
    return .plain.with(decimals: 0...4)
  }

  private func present(_ value: Double) -> Double? { value.isNaN ? nil : value }
}
