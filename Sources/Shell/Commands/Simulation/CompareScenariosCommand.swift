import Analysis

/// `skenario banding`: scenarios side by side.
struct CompareScenariosCommand: Command {
  static let declaration = Declaration(
    "skenario banding", aliases: ["scenario compare"], summary: "skenario berdampingan dengan selisihnya",
    details: [
      "Tanpa nama membandingkan semua skenario. Setiap skenario dihitung dari data tanpa asumsi yang berlaku."
    ],
    parameters: [Parameter("NAMA", .text, .any, help: "nama skenario")], options: [.unit, .year, .period],
    examples: [.init("skenario banding", "semua skenario terhadap dasar")], group: .simulation)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let state = session.state
    let context = try state.context(from: arguments)
    let model = try state.requireModel()
    var chosen: [Scenario] = []
    for value in arguments.values("NAMA") {
      let scenario = try state.scenario(value, arguments)
      if !chosen.contains(scenario) { chosen.append(scenario) }
    }
    if arguments.values("NAMA").isEmpty { chosen = state.scenarios }
    guard !chosen.isEmpty else {
      throw Problem("belum ada skenario yang dapat dibandingkan", expected: "skenario simpan NAMA dahulu")
    }
    let comparison = try ScenarioComparison(chosen, model: model, in: context)
    return ScenarioAnswer(
      state: state, model: model, context: context, comparison: comparison, scenarios: chosen
    ).output
  }
}
