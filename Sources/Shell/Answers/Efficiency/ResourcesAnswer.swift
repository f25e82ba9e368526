import Analysis

/// Staff and facilities against achievements, for people and programs.
struct ResourcesAnswer {
  private let state: SessionState
  private let context: Context
  private let tables: [ResourceAvailability]
  private let objectives: [EfficiencyRow]
  private let listsItems: Bool

  private var catalogue: Catalogue { state.dataset(of: context).catalogue }

  /// Answers for the context of a line.
  ///
  /// - Throws: A data problem when the unit states no staff or facilities in the year.
  static func output(
    _ arguments: Arguments, state: SessionState, kind: String? = nil, listsItems: Bool = false
  ) throws(Problem) -> Output {
    let units = try state.units(from: arguments)
    guard units.count == 1, arguments.years().map({ $0.count == 1 }) ?? true, let unit = units.first else {
      throw Problem(
        "sumber daya ditampilkan untuk satu unit dan satu tahun",
        expected: "misalnya unit=plandaan tahun=2025")
    }
    var context = state.moved(try state.requireContext(), to: unit)
    context.period = 0
    if let year = arguments.years()?.lowerBound { context.year = year }
    var evaluator = try state.evaluator(in: context)
    let kinds = kind.map { [$0.lowercased() == "sdm" ? "SDM" : "sarana"] } ?? ["SDM", "sarana"]
    var tables: [ResourceAvailability] = []
    for kind in kinds {
      if let table = ResourceAvailability(kind, evaluator: &evaluator) { tables.append(table) }
    }
    guard !tables.isEmpty else { throw nothingKnown(kinds, context, state) }
    let cascade = EfficiencyTable(levels: [.objective], evaluator: &evaluator)
    return ResourcesAnswer(
      state: state, context: context, tables: tables, objectives: cascade.rows, listsItems: listsItems
    ).output
  }

  private static func nothingKnown(_ kinds: [String], _ context: Context, _ state: SessionState) -> Problem {
    let resources = state.dataset(of: context).resources.filter { $0.unit == context.unit }
    let years = Set(resources.map(\.year)).sorted().map(String.init).joined(separator: ", ")
    return Problem(
      "data \(kinds.joined(separator: " dan ")) tidak ada untuk \(state.describe(context))", kind: .data,
      expected: years.isEmpty ? "tabel sumberdaya dalam dataset" : "tahun \(years)")
  }

  private var output: Output {
    Output(
      Document(tables.flatMap(blocks)),
      result: .object([
        .init("unit", .string(state.unitName(context))), .init("tahun", .integer(context.year)),
        .init("aturan", .string(ResourceAvailability.rule)), .init("jenis", .array(tables.map(json))),
      ]), warnings: tables.flatMap(warnings))
  }

  // MARK: - For people

  private func blocks(_ table: ResourceAvailability) -> [Block] {
    var blocks: [Block] = []
    for group in table.groups where group.level != nil || listsItems {
      blocks.append(.table(page(group, table)))
    }
    if table.groups.allSatisfy({ $0.level == nil }), table.weighted.value != nil, !objectives.isEmpty {
      blocks.append(.table(shared(table)))
    }
    blocks.append(.paragraph(sentence(table)))
    return blocks
  }

  private func page(_ group: ResourceAvailability.Group, _ table: ResourceAvailability) -> Table {
    let name = group.level.map { "\(title(table)) per \($0.rawValue)" } ?? "Jenis \(table.kind)"
    var columns: [Table.Column] = [
      .init(group.level == nil ? "jenis" : "kode", shrinkPriority: 1), .number("dibutuhkan"),
      .number("tersedia"),
      .number("ketersediaan (%)"),
    ]
    if group.level != nil { columns += [.number("capaian (%)"), .number("efisiensi (poin)")] }
    var result = Table(caption: "\(name), \(state.describe(context))", columns: columns)
    for row in group.rows {
      var cells: [Table.Cell] = [
        .text(code(row)), count(row.needed), count(row.available), figure(row.availability),
      ]
      if group.level != nil { cells += [figure(row.achievement), figure(row.efficiency, .difference)] }
      result.append(cells)
    }
    result.append(totalCells(group, table), role: .total)
    if group.level != nil {
      let efficiency = Efficiency.resources(achievement: group.achievement, availability: group.unweighted)
      result.append(
        [
          .text("rata-rata sederhana"), .empty, .empty, figure(group.unweighted), figure(group.achievement),
          figure(efficiency, .difference),
        ], role: .total)
    }
    return result
  }

  /// The printed total where the group is what it is printed for, else the sums.
  private func totalCells(_ group: ResourceAvailability.Group, _ table: ResourceAvailability) -> [Table.Cell]
  {
    let isMain = group.level == table.mainGroup?.level
    let total = isMain ? table.total : group.sums
    let availability = isMain ? table.weighted : group.weighted
    var cells: [Table.Cell] = [
      .text("total"), .number(total?.needed, .count, reason: availability.reason),
      .number(total?.available, .count, reason: availability.reason), figure(availability),
    ]
    if group.level != nil {
      let efficiency = Efficiency.resources(achievement: group.achievement, availability: availability)
      cells += [figure(group.achievement), figure(efficiency, .difference)]
    }
    return cells
  }

  /// Facilities that serve every objective alike.
  private func shared(_ table: ResourceAvailability) -> Table {
    var result = Table(
      caption: "\(title(table)) yang dipakai bersama per sasaran, \(state.describe(context))",
      columns: [
        .init("kode"), .number("capaian (%)"), .number("ketersediaan (%)"), .number("efisiensi (poin)"),
      ])
    for row in objectives {
      let efficiency = Efficiency.resources(
        achievement: row.figures.achievement, availability: table.weighted)
      result.append([
        .text(catalogue.nodes[row.node].code), figure(row.figures.achievement), figure(table.weighted),
        figure(efficiency, .difference),
      ])
    }
    let mean = Measured.mean(objectives.map(\.figures.achievement))
    result.append(
      [
        .text("rata-rata"), figure(mean), figure(table.weighted),
        figure(Efficiency.resources(achievement: mean, availability: table.weighted), .difference),
      ], role: .total)
    return result
  }

  private func sentence(_ table: ResourceAvailability) -> Prose {
    guard let total = table.total, let weighted = table.weighted.value else {
      return Prose("Ketersediaan \(table.kind) tidak dapat dihitung: \(table.weighted.reason).")
    }
    var text: Prose =
      "\(title(table)): tersedia \(Figure(total.available, .count)) dari "
      + "\(Figure(total.needed, .count)) yang dibutuhkan (\(Figure(weighted, .percent)), ditimbang menurut kebutuhan sesuai aturan laporan)"
    if let mean = table.mainGroup?.unweighted.value {
      text = text + "; rata-rata sederhana \(Figure(mean, .percent))"
    }
    text = text + "."
    if let shared = table.shared {
      text =
        text
        + " Kebutuhan \(Figure(shared.needed, .count)) dan ketersediaan \(Figure(shared.available, .count)) "
        + "dipakai bersama antarsasaran dan dihitung sekali."
    }
    return text
  }

  private func title(_ table: ResourceAvailability) -> String {
    table.kind.prefix(1).uppercased() + table.kind.dropFirst()
  }

  private func code(_ row: ResourceAvailability.Row) -> String {
    switch row.subject {
    case .indicator(let index)?:
      let node = row.node.map { "\(catalogue.nodes[$0].code) " } ?? ""
      return node + catalogue.indicators[index].code
    case .node(let index)?: return catalogue.nodes[index].code
    case nil: return row.category
    }
  }

  private func figure(_ value: Measured, _ style: NumberStyle = .score) -> Table.Cell {
    .number(value.value, style, reason: value.reason)
  }

  private func count(_ value: Measured) -> Table.Cell { .number(value.value, .plain, reason: value.reason) }

  private func warnings(_ table: ResourceAvailability) -> [String] {
    var found: [String] = []
    if table.repeatedCount > 0 {
      found.append("\(table.kind): \(table.repeatedCount) baris berulang dihitung sekali")
    }
    if let items = table.itemsDiffer, let total = table.total {
      found.append(
        "\(table.kind): jumlah rincian \(NumberStyle.count.text(items.available)) dari \(NumberStyle.count.text(items.needed))"
          + " berbeda dari total tercetak \(NumberStyle.count.text(total.available)) dari \(NumberStyle.count.text(total.needed))"
      )
    }
    return found
  }

  // MARK: - For programs

  private func json(_ table: ResourceAvailability) -> JSONValue {
    .object([
      .init("jenis", .string(table.kind)),
      .init("kebutuhan", .optional(table.total?.needed)),
      .init("tersedia", .optional(table.total?.available)),
      .init("ketersediaan", .optional(table.weighted.value)),
      .init("ketersediaan_rata_rata", .optional(table.mainGroup?.unweighted.value)),
      .init("kebutuhan_bersama", .optional(table.shared?.needed)),
      .init("tersedia_bersama", .optional(table.shared?.available)),
      .init("baris_berulang", .integer(table.repeatedCount)),
      .init(
        "kelompok",
        .array(
          table.groups.map { group in
            .object([
              .init("jenjang", .optional(group.level?.rawValue)),
              .init("capaian", .optional(group.achievement.value)),
              .init("ketersediaan", .optional(group.weighted.value)),
              .init("ketersediaan_rata_rata", .optional(group.unweighted.value)),
              .init("baris", .array(group.rows.map(json))),
            ])
          })),
    ])
  }

  private func json(_ row: ResourceAvailability.Row) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("kode", .string(code(row))), .init("kategori", .string(row.category)),
      .init("kebutuhan", .optional(row.needed.value)), .init("tersedia", .optional(row.available.value)),
      .init("ketersediaan", .optional(row.availability.value)),
      .init("capaian", .optional(row.achievement.value)),
      .init("efisiensi", .optional(row.efficiency.value)), .init("sumber", .string(row.source.source)),
      .init("baris", .string(row.source.sourceLine)),
    ]
    if let reason = [row.availability, row.efficiency].map(\.reason).first(where: { !$0.isEmpty }) {
      members.append(.init("sebab", .string(reason)))
    }
    return .object(members)
  }
}
