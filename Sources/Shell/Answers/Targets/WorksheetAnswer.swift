import Analysis

/// Turns a worksheet into an answer.
struct WorksheetAnswer {
  let chosen: ChosenWorksheet
  /// The key indicators to show; empty means all.
  var codes: [String] = []

  /// Numbers as the worksheet shows them.
  static let style = NumberStyle.score.with(decimals: 2...4)

  /// A difference without the stray digits of binary fractions.
  static func clean(_ value: Double) -> Double { value.roundedHalfAway(places: 10) }

  private var worksheet: Worksheet { chosen.worksheet }
  private var figures: WorksheetFigures { chosen.figures }
  private var year: Int { worksheet.key.year }

  private var entries: [WorksheetEntry] {
    codes.isEmpty ? worksheet.entries : worksheet.entries.filter { codes.contains($0.code) }
  }

  /// The key indicators alone.
  var overview: Output { Output(Document([.table(targets)]), result: result, warnings: warnings) }

  /// The key indicators, then each with its components.
  var output: Output {
    var document = Document([.table(targets)])
    for entry in entries { document.append(Document(blocks(of: entry))) }
    return Output(document, result: result, warnings: warnings)
  }

  // MARK: - For people

  private var targets: Table {
    var table = Table(
      caption: "\(chosen.title), \(worksheet.key.unit)",
      columns: [
        .init("kode"), .number("target \(year - 1)"), .number("realisasi \(year - 1)"),
        .number("target \(year)"),
        .number("dihitung"), .number("selisih"),
      ])
    for entry in entries {
      let computed = figures.computed(entry.code)?.value ?? .missing("tidak dihitung")
      table.append([
        .text(entry.code), .number(entry.previousTarget, Self.style, reason: "target \(year - 1) tidak ada"),
        .number(entry.previousActual, Self.style, reason: "realisasi \(year - 1) tidak ada"),
        .number(figures.target(of: entry), Self.style, reason: "target belum diisi"),
        .number(computed.value, Self.style, origin: origin(of: entry), reason: computed.reason),
        .number(figures.difference(of: entry), Self.style.signed, reason: computed.reason),
      ])
    }
    table.footnotes = entries.compactMap { heldNote($0) }
    return table
  }

  private func origin(of entry: WorksheetEntry) -> Origin? {
    figures.indicator(entry.code)?.formula.map { .computed($0, from: []) }
  }

  private func heldNote(_ entry: WorksheetEntry) -> Prose? {
    guard let computed = figures.computed(entry.code), computed.value.value != nil, !computed.held.isEmpty
    else {
      return nil
    }
    let shown = computed.held.prefix(4).joined(separator: ", ")
    let rest = computed.held.count > 4 ? " dan \(computed.held.count - 4) lainnya" : ""
    return "\(entry.code): \(shown)\(rest) belum berperkiraan dan memakai nilai \(year - 1)."
  }

  private func blocks(of entry: WorksheetEntry) -> [Block] {
    var blocks: [Block] = []
    if !entry.components.isEmpty { blocks.append(.table(components(of: entry))) }
    var items: [Prose] = []
    if !entry.programmes.isEmpty { items.append(Prose("Program: \(entry.programmes)")) }
    items += entry.followUps.map { Prose("Tindak lanjut: \($0)") }
    for component in entry.components {
      items += component.followUps.map { "Tindak lanjut \(component.code): \($0)" }
      if !component.reasoning.isEmpty { items.append("Analisis \(component.code): \(component.reasoning)") }
    }
    if !entry.reasoning.isEmpty { items.append(Prose("Analisis: \(entry.reasoning)")) }
    if !items.isEmpty {
      if entry.components.isEmpty { items.insert(Prose([.strong(entry.code)]), at: 0) }
      blocks.append(.list(items))
    }
    return blocks
  }

  private func components(of entry: WorksheetEntry) -> Table {
    var table = Table(
      caption: "\(entry.code): \(figures.indicator(entry.code)?.title ?? entry.code)",
      columns: [
        .init("komponen"), .number("nilai \(year - 1)"), .number("tambahan"), .number("perkiraan \(year)"),
      ])
    for node in figures.structure.tree(of: entry.code) {
      guard let component = worksheet.component(node.code) else { continue }
      let expected = figures.expected(of: component)
      let why = node.isComputed ? "komponennya belum berperkiraan" : "belum diisi"
      table.append(
        [
          .text(component.code),
          .number(component.previousValue, Self.style, reason: "nilai \(year - 1) tidak ada"),
          gain(component, isComputed: node.isComputed, expected), .number(expected, Self.style, reason: why),
        ], depth: node.depth - 1)
    }
    return table
  }

  private func gain(_ component: WorksheetComponent, isComputed: Bool, _ expected: Double?) -> Table.Cell {
    var gain = component.expectedGain
    if isComputed, let expected, let before = component.previousValue { gain = Self.clean(expected - before) }
    return gain.map { .number($0, Self.style.signed) } ?? .empty
  }

  private var warnings: [String] {
    entries.compactMap { entry in
      guard let target = figures.target(of: entry), let computed = figures.computed(entry.code)?.value.value,
        !Worksheet.agrees(target, computed)
      else { return nil }
      let style = Self.style
      return
        "\(entry.code): target \(style.text(target)) tidak sama dengan yang diberikan komponennya, \(style.text(computed))"
    }
  }

  // MARK: - For programs

  private var result: JSONValue {
    .object([
      .init("unit", .string(worksheet.key.unit)), .init("tahun", .integer(year)),
      .init("versi", .string(worksheet.key.version)), .init("sumber", .string(worksheet.source)),
      .init("baris", .array(entries.map { json($0) })),
    ])
  }

  private func json(_ entry: WorksheetEntry) -> JSONValue {
    let computed = figures.computed(entry.code)
    var members: [JSONValue.Member] = [
      .init("kode", .string(entry.code)), .init("nama", .string(figures.indicator(entry.code)?.name ?? "")),
      .init("target_sebelum", .optional(entry.previousTarget)),
      .init("realisasi_sebelum", .optional(entry.previousActual)),
      .init("target", .optional(figures.target(of: entry))),
      .init("dihitung", .optional(computed?.value.value)),
      .init("selisih", .optional(figures.difference(of: entry))),
      .init("ditetapkan_sendiri", .bool(entry.target != nil)),
      .init("keterkaitan", .string(entry.programmes)), .init("tindak_lanjut", Self.texts(entry.followUps)),
      .init("analisis", .string(entry.reasoning)),
      .init("memakai_nilai_sebelum", Self.texts(computed?.held ?? [])),
      .init("komponen", .array(figures.structure.tree(of: entry.code).compactMap { json($0) })),
    ]
    if let reason = computed?.value.reason, !reason.isEmpty {
      members.append(.init("sebab", .string(reason)))
    }
    return .object(members)
  }

  private func json(_ node: WorksheetStructure.Node) -> JSONValue? {
    guard let component = worksheet.component(node.code) else { return nil }
    let expected = figures.expected(of: component)
    var members: [JSONValue.Member] = [
      .init("kode", .string(component.code)), .init("nilai_sebelum", .optional(component.previousValue)),
      .init("tambahan", .optional(component.expectedGain)), .init("perkiraan", .optional(expected)),
      .init("tindak_lanjut", Self.texts(component.followUps)), .init("induk", .optional(node.parent)),
      .init("dihitung", .optional(node.isComputed ? figures.computed(node.code)?.value.value : nil)),
    ]
    if !component.reasoning.isEmpty { members.append(.init("analisis", .string(component.reasoning))) }
    if expected == nil {
      members.append(
        .init("sebab", .string(node.isComputed ? "komponennya belum berperkiraan" : "belum diisi")))
    }
    return .object(members)
  }

  static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}
