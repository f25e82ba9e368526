import Analysis

/// `indikator`: searches the catalogue.
struct IndicatorsCommand: Command {
  static let declaration = Declaration(
    "indikator", aliases: ["indicators"], summary: "mencari indikator dalam katalog",
    details: ["Kata dicari dalam kode, nama, dan nama lain. Tanpa kata, semua indikator ditampilkan."],
    parameters: [Parameter("KATA", .text, .any, help: "kata dalam kode, nama, atau nama lain")],
    examples: [
      .init("indikator pelayanan", "indikator yang namanya memuat pelayanan"),
      .init("indikator IKM", "IKM dan semua unsurnya"),
    ],
    group: .data)

  private let words: [String]

  init(_ arguments: Arguments) throws(Problem) {
    words = arguments.values("KATA").map { $0.text.lowercased() }
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let state = session.state
    let context = try state.requireContext()
    let dataset = state.dataset(of: context)
    let catalogue = dataset.catalogue
    var table = Table(columns: [
      .init("kode"), .init("nama", shrinkPriority: 1), .init("satuan"), .init("arah"), .init("simpul"),
      .init("rumus", shrinkPriority: 2), .init("tahun"),
    ])
    var rows: [JSONValue] = []
    for (index, indicator) in catalogue.indicators.enumerated() where matches(indicator) {
      let node = indicator.node.map { catalogue.nodes[$0].code } ?? ""
      let years = Self.years(of: index, in: dataset, unit: context.unit)
      table.append([
        .text(indicator.code), .text(indicator.name), .text(indicator.measure),
        .text(indicator.direction.rawValue),
        .text(node), .text(indicator.formula ?? ""), .text(years),
      ])
      rows.append(
        .object([
          .init("kode", .string(indicator.code)), .init("nama", .string(indicator.name)),
          .init("satuan", .string(indicator.measure)), .init("arah", .string(indicator.direction.rawValue)),
          .init("simpul", node.isEmpty ? .null : .string(node)), .init("rumus", .optional(indicator.formula)),
          .init("padanan", .array(indicator.aliases.map { .string($0) })),
        ]))
    }
    guard !rows.isEmpty else { throw nothingFound(in: catalogue) }
    return Output(Document([.table(table)]), result: .object([.init("indikator", .array(rows))]))
  }

  private func matches(_ indicator: Indicator) -> Bool {
    let text = ([indicator.code, indicator.name] + indicator.aliases).joined(separator: "\n").lowercased()
    return words.allSatisfy { text.contains($0) }
  }

  /// The years with results of an indicator: `2021–2025`, `2021, 2023`.
  private static func years(of indicator: Int, in dataset: Dataset, unit: Int32) -> String {
    let facts = dataset.performance
    let rows = facts.rows(unit: unit, subject: Int32(indicator))
    let years = Set(rows.filter { !facts.actual[Int($0)].isNaN }.map { Int(facts.years[Int($0)]) }).sorted()
    guard let first = years.first, let last = years.last else { return "" }
    if years.count > 2, last - first == years.count - 1 { return "\(first)–\(last)" }
    return years.map(String.init).joined(separator: ", ")
  }

  private func nothingFound(in catalogue: Catalogue) -> Problem {
    let typed = words.joined(separator: " ")
    return Problem(
      "tidak ada indikator yang memuat “\(typed)”", kind: .data,
      expected: "kata lain, atau indikator tanpa kata",
      suggestions: Suggestion.nearest(to: typed, among: catalogue.indicators.map(\.code)))
  }
}
