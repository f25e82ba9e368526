import Analysis

/// `unit`: the units in the data.
struct UnitsCommand: Command {
  static let declaration = Declaration(
    "unit", aliases: ["units"], summary: "unit yang ada dalam data",
    parameters: [Parameter("KATA", .text, .optional, help: "hanya unit yang namanya memuat kata ini")],
    examples: [.init("unit", "semua unit"), .init("unit jombang", "unit yang namanya memuat jombang")],
    group: .data)

  private let word: String?

  init(_ arguments: Arguments) throws(Problem) {
    word = arguments.value("KATA")?.text.lowercased()
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let workspace = session.state.workspace
    _ = try session.state.requireContext()
    var table = Table(columns: [
      .init("unit", shrinkPriority: 1), .init("dataset"), .init("fakta", .right), .init("tahun realisasi"),
    ])
    var rows: [JSONValue] = []
    for reference in workspace.units {
      let name = workspace.name(of: reference)
      if let word, !name.lowercased().contains(word) { continue }
      let dataset = workspace.datasets[reference.dataset]
      let facts =
        dataset.performance.units.count { $0 == reference.unit }
        + dataset.budgets.units.count { $0 == reference.unit }
      let years = dataset.measuredYears(of: reference.unit).map(String.init)
      table.append([
        .text(name), .text(dataset.name), .number(Double(facts), .count),
        .text(years.joined(separator: ", ")),
      ])
      rows.append(
        .object([
          .init("unit", .string(name)), .init("dataset", .string(dataset.name)),
          .init("fakta", .integer(facts)),
          .init("tahun", .array(years.map { .number(Double($0) ?? 0) })),
        ]))
    }
    let document = rows.isEmpty ? Document([.note("Tidak ada unit yang cocok.")]) : Document([.table(table)])
    return Output(document, result: .object([.init("unit", .array(rows))]))
  }
}
