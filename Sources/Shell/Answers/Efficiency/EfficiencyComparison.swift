import Analysis

/// Units and years side by side by the same method.
struct EfficiencyComparison {
  /// One unit and year.
  private struct Entry {
    var context: Context
    var table: EfficiencyTable
    var catalogue: Catalogue
    var unit: String
  }

  private let entries: [Entry]
  private let method: EfficiencyMethod
  private let levels: Set<Level>
  private let warnings: [String]

  /// Computes the tables.
  ///
  /// - Throws: A data problem when none of the units and years has any figure.
  init(_ question: EfficiencyQuestion, state: SessionState, method: EfficiencyMethod) throws(Problem) {
    var entries: [Entry] = []
    var warnings: [String] = []
    for context in question.contexts {
      let branches: [Int]
      do {
        branches = try question.branches(in: context, state: state)
      } catch {
        guard question.contexts.count > 1, context != question.contexts[0] else { throw error }
        warnings.append("\(state.describe(context)): \(error.message)")
        continue
      }
      var evaluator = try state.evaluator(in: context)
      let table = EfficiencyTable(
        levels: question.levels, branches: branches, isDeep: question.isDeep, evaluator: &evaluator)
      if table.rows.isEmpty {
        warnings.append("\(state.describe(context)): tidak ada capaian atau anggaran")
      } else {
        entries.append(
          Entry(
            context: context, table: table, catalogue: state.dataset(of: context).catalogue,
            unit: state.unitName(context)))
      }
    }
    guard !entries.isEmpty else { throw question.nothingFound(question.contexts[0], state) }
    let years = Set(entries.map(\.context.year))
    if years.count > 1, Set(entries.map(\.unit)).count == entries.count {
      warnings.append(
        "tahun yang dibandingkan tidak sama (\(years.sorted().map(String.init).joined(separator: ", ")))")
    }
    self.entries = entries
    self.method = method
    self.warnings = warnings
    levels = question.levels
  }

  var output: Output { Output(document, result: result, warnings: warnings) }

  // MARK: - For people

  /// The codes in the order of the fullest cascade, then what only others have.
  private var codes: [(code: String, name: String)] {
    var seen: Set<String> = []
    var found: [(code: String, name: String)] = []
    let fullest = entries.enumerated().sorted {
      ($1.element.table.rows.count, $0.offset) < ($0.element.table.rows.count, $1.offset)
    }
    for (_, entry) in fullest {
      for row in entry.table.rows where seen.insert(entry.catalogue.nodes[row.node].code).inserted {
        found.append((entry.catalogue.nodes[row.node].code, entry.catalogue.nodes[row.node].name))
      }
    }
    return found
  }

  private var document: Document {
    var result = Table(
      caption: "Efisiensi antarunit dan antartahun (metode \(method.rawValue))", columns: columns)
    for (code, name) in codes {
      result.append(
        [.text("\(code) \(name)")] + Array(repeating: .empty, count: columns.count - 1), role: .group)
      for entry in entries {
        guard let node = entry.catalogue.node(code), let row = entry.table.row(of: node) else { continue }
        result.append(head(entry) + cells(row.figures, row))
      }
    }
    result.append([.text("Total")] + Array(repeating: .empty, count: columns.count - 1), role: .group)
    for entry in entries { result.append(head(entry) + cells(entry.table.total.figures, nil)) }
    var document = Document([.table(result)])
    if let sentence { document.append(.paragraph(sentence)) }
    return document
  }

  private var columns: [Table.Column] {
    let start: [Table.Column] = [.init("unit", shrinkPriority: 1), .init("tahun"), .number("capaian (%)")]
    guard method == .cost else { return start + [.number("serapan (%)"), .number(method.heading)] }
    return start + [.number("Rp per poin"), .init("keluaran", .right), .number("Rp per keluaran")]
  }

  private func head(_ entry: Entry) -> [Table.Cell] {
    [.text(entry.unit), .text(String(entry.context.year))]
  }

  private func cells(_ figures: EfficiencyFigures, _ row: EfficiencyRow?) -> [Table.Cell] {
    let efficiency = figures.cell(method)
    guard method == .cost else { return figures.percentageCells + [efficiency] }
    let achievement = figures.percentageCells[0]
    guard let row else { return [achievement, efficiency, .empty, .empty] }
    let output = row.output.map { "\(NumberStyle.plain.text($0.amount)) \($0.measure)" } ?? "–"
    let cost = row.costPerOutput
    return [achievement, efficiency, .text(output), .number(cost.value, method.style, reason: cost.reason)]
  }

  private var sentence: Prose? {
    let totals = entries.compactMap { entry in
      entry.table.total.figures.efficiency(method).value.map { (entry: entry, value: $0) }
    }
    guard totals.count > 1, let low = totals.min(by: { $0.value < $1.value }),
      let high = totals.max(by: { $0.value < $1.value }), low.value != high.value
    else { return nil }
    let best = method == .cost ? low : high
    let worst = method == .cost ? high : low
    let what = method == .cost ? "Biaya per poin capaian terendah" : "Efisiensi tertinggi"
    let unit = method == .cost ? " rupiah" : ""
    return
      "\(what) pada \(best.entry.unit) \(best.entry.context.year) (\(Figure(best.value, method.style))\(unit)), "
      + "lawannya \(worst.entry.unit) \(worst.entry.context.year) (\(Figure(worst.value, method.style))\(unit))."
  }

  // MARK: - For programs

  private var result: JSONValue {
    .object([
      .init("metode", .string(method.rawValue)),
      .init("jenjang", .array(levels.sorted().map { .string($0.rawValue) })),
      .init(
        "bandingan",
        .array(
          entries.map { entry in
            let json = EfficiencyJSON(catalogue: entry.catalogue, method: method)
            return .object([
              .init("unit", .string(entry.unit)), .init("tahun", .integer(entry.context.year)),
              .init("baris", .array(entry.table.rows.map { json.row($0) })),
              .init("total", json.total(entry.table.total)),
            ])
          })),
    ])
  }
}
