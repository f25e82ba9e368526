import Analysis

/// `skenario hapus`: forgets scenarios.
struct DropScenarioCommand: Command {
  static let declaration = Declaration(
    "skenario hapus", aliases: ["scenario drop"], summary: "menghapus skenario",
    details: ["Asumsi yang sedang berlaku tidak ikut dihapus."],
    parameters: [Parameter("NAMA", .text, .atLeastOne, help: "nama skenario")],
    examples: [.init("skenario hapus optimis", "skenario optimis tidak disimpan lagi")],
    group: .simulation, effect: .changes)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    var dropped: [String] = []
    for value in arguments.values("NAMA") {
      dropped.append(try session.state.scenario(value, arguments).name)
    }
    session.state.scenarios.removeAll { dropped.contains($0.name) }
    return Output(
      Document([.note("Skenario dihapus: \(dropped.joined(separator: ", ")).", tone: .success)]),
      result: .object([.init("dihapus", .array(dropped.map { .string($0) }))]))
  }
}
