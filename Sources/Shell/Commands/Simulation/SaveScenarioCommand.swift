import Analysis

/// `skenario simpan`: keeps the assumptions that stand under a name.
struct SaveScenarioCommand: Command {
  static let declaration = Declaration(
    "skenario simpan", aliases: ["scenario save"], summary: "menyimpan asumsi yang berlaku dengan nama",
    details: [
      "Nama yang sudah ada diganti. Skenario menjadi bagian catatan sesi: memutar ulang catatan menyusunnya kembali."
    ],
    parameters: [Parameter("NAMA", .text, .one, help: "nama skenario")],
    examples: [.init("skenario simpan optimis", "asumsi yang berlaku menjadi skenario optimis")],
    group: .simulation, effect: .changes)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    guard let value = arguments.value("NAMA") else { throw Problem("nama skenario belum diberikan") }
    guard !["dasar", "baseline", ""].contains(value.text.lowercased()) else {
      throw arguments.locate(
        Problem(
          "“\(value.text)” tidak dapat menjadi nama skenario",
          expected: "nama lain; dasar berarti tanpa asumsi"),
        at: value)
    }
    let standing = session.state.assumptions
    guard !standing.isEmpty else {
      throw Problem("belum ada asumsi yang dapat disimpan", expected: "simulasi KODE=NILAI dahulu")
    }
    let scenario = Scenario(name: value.text, assumptions: standing)
    let old = session.state.scenarios.firstIndex { $0.name.lowercased() == value.text.lowercased() }
    if let old { session.state.scenarios[old] = scenario } else { session.state.scenarios.append(scenario) }
    let done = old == nil ? "disimpan" : "diganti"
    return Output(
      Document([
        .note("Skenario \(strong: scenario.name) \(done) dengan \(standing.count) asumsi.", tone: .success)
      ]),
      result: scenario.json)
  }
}

extension Scenario {
  /// The scenario for programs.
  var json: JSONValue {
    .object([
      .init("nama", .string(name)),
      .init("asumsi", .array(assumptions.items.map { .string($0.assumption.text) })),
    ])
  }
}

extension SessionState {
  /// The scenario with a typed name.
  ///
  /// - Throws: A usage problem with the nearest names.
  func scenario(_ value: Arguments.Value, _ arguments: Arguments) throws(Problem) -> Scenario {
    let folded = value.text.lowercased()
    if let exact = scenarios.first(where: { $0.name.lowercased() == folded }) { return exact }
    let starting = scenarios.filter { $0.name.lowercased().hasPrefix(folded) }
    if starting.count == 1 { return starting[0] }
    let names = scenarios.map(\.name)
    throw arguments.locate(
      Problem(
        "skenario “\(value.text)” tidak ada",
        expected: names.isEmpty
          ? "belum ada skenario; simpan dengan skenario simpan NAMA" : names.joined(separator: ", "),
        suggestions: Suggestion.nearest(to: value.text, among: names)), at: value)
  }
}
