import Analysis

/// `skenario pakai`: puts the assumptions of a scenario in place of those that stand.
struct UseScenarioCommand: Command {
  static let declaration = Declaration(
    "skenario pakai", aliases: ["scenario use"], summary: "memberlakukan asumsi sebuah skenario",
    details: [
      "Asumsi yang sedang berlaku diganti seluruhnya; dasar berarti tanpa asumsi. batal mengembalikannya."
    ],
    parameters: [Parameter("NAMA", .text, .one, help: "nama skenario, atau dasar")],
    examples: [.init("skenario pakai optimis", "asumsi skenario optimis berlaku, beserta akibatnya")],
    group: .simulation, effect: .changes)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    guard let value = arguments.value("NAMA") else { throw Problem("nama skenario belum diberikan") }
    let isBaseline = ["dasar", "baseline"].contains(value.text.lowercased())
    let assumptions =
      isBaseline ? StandingAssumptions() : try session.state.scenario(value, arguments).assumptions
    let model = try session.state.requireModel()
    let context = try session.state.requireContext()
    let resolved = try assumptions.resolved(in: model)
    session.state.assumptions = assumptions
    let effects = WhatIfEffects(model, in: context, assuming: resolved)
    return WhatIfAnswer(state: session.state, model: model, effects: effects).output
  }
}
