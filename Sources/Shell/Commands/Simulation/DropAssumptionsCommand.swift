import Analysis

/// `simulasi hapus`: drops assumptions.
struct DropAssumptionsCommand: Command {
  static let declaration = Declaration(
    "simulasi hapus", aliases: ["whatif drop"], summary: "menghapus asumsi yang berlaku",
    details: [
      "Sebutkan kodenya seperti waktu diandaikan, misalnya IKM.* atau target(AKIP); semua menghapus semuanya."
    ],
    parameters: [Parameter("KODE", .code, .atLeastOne, help: "kode yang asumsinya dihapus, atau semua")],
    examples: [
      .init("simulasi hapus IPP.F02.INOVASI", "hanya asumsi itu"),
      .init("simulasi hapus semua", "kembali ke data"),
    ],
    group: .simulation, effect: .changes)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let before = session.state.assumptions
    var standing = before
    for value in arguments.values("KODE") {
      if ["semua", "all"].contains(value.text.lowercased()) {
        standing = StandingAssumptions()
      } else {
        standing = try dropping(value, from: before, standing)
      }
    }
    session.state.assumptions = standing
    return answer(dropped: before.items.filter { !standing.items.contains($0) }, standing)
  }

  private func dropping(
    _ value: Arguments.Value, from before: StandingAssumptions, _ standing: StandingAssumptions
  ) throws(Problem) -> StandingAssumptions {
    let name = value.raw.prefix { !"=".contains($0) }.uppercased()
    let wanted = String(name.reversed().drop { "+-*/ ".contains($0) && !name.hasSuffix(".*") }.reversed())
    func isMeant(_ item: Supposition) -> Bool {
      let reference = item.assumption.reference
      let code = reference.code + (reference.isPattern ? ".*" : "")
      return [reference.text.uppercased(), code, item.assumption.text.uppercased()].contains(wanted)
    }
    guard before.items.contains(where: isMeant) else {
      let known = before.items.map(\.assumption.reference.text)
      throw arguments.locate(
        Problem(
          "tidak ada asumsi tentang “\(value.raw)”",
          expected: known.isEmpty
            ? "belum ada asumsi yang berlaku" : "salah satu dari \(known.joined(separator: ", "))",
          suggestions: Suggestion.nearest(to: value.raw, among: known)), at: value)
    }
    return standing.dropping(isMeant)
  }

  private func answer(dropped: [Supposition], _ standing: StandingAssumptions) -> Output {
    let list = dropped.map(\.assumption.text).joined(separator: ", ")
    let rest = standing.isEmpty ? "tidak ada asumsi lagi" : "\(standing.count) asumsi masih berlaku"
    let text: Prose = dropped.isEmpty ? "Tidak ada asumsi yang berlaku." : "Dihapus: \(code: list); \(rest)."
    return Output(
      Document([.note(text, tone: .success)]),
      result: .object([
        .init("dihapus", .array(dropped.map { .string($0.assumption.text) })),
        .init("asumsi", .array(standing.items.map { .string($0.assumption.text) })),
      ]))
  }
}
