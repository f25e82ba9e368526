import Analysis

/// `skenario daftar`: the scenarios of the session.
struct ListScenariosCommand: Command {
  static let declaration = Declaration(
    "skenario daftar", aliases: ["scenario list"], summary: "skenario yang tersimpan dengan asumsinya",
    examples: [.init("skenario daftar", "nama dan asumsi setiap skenario")], group: .simulation)

  init(_ arguments: Arguments) throws(Problem) {}

  func run(in session: inout Session) throws(Problem) -> Output {
    let state = session.state
    let result = JSONValue.object([.init("skenario", .array(state.scenarios.map(\.json)))])
    guard !state.scenarios.isEmpty else {
      return Output(
        Document([.note("Belum ada skenario; simpan asumsi yang berlaku dengan skenario simpan NAMA.")]),
        result: result)
    }
    var table = Table(
      caption: "Skenario", columns: [.init("nama"), .init("asumsi", shrinkPriority: 1), .init("")])
    for scenario in state.scenarios {
      table.append([
        .text(scenario.name),
        .text(scenario.assumptions.items.map(\.assumption.text).joined(separator: ", ")),
        .text(scenario.assumptions == state.assumptions ? "berlaku" : ""),
      ])
    }
    return Output(Document([.table(table)]), result: result)
  }
}
