import Analysis

/// `simulasi`: supposes values and shows everything that follows.
struct WhatIfCommand: Command {
  static let declaration = Declaration(
    "simulasi", aliases: ["whatif"], summary: "bagaimana bila suatu angka berbeda: semua akibatnya",
    details: [
      "KODE=NILAI mengganti, += dan -= menggeser, *= dan /= mengalikan dan membagi. Yang dapat diandaikan: realisasi"
        + " (kode saja atau pola seperti IKM.*), target(X), pagu(X), dan belanja(X). Geseran berhenti di batas"
        + " indikator.",
      "Asumsi tetap berlaku dan tampak di depan baris sampai dihapus dengan simulasi hapus atau dibatalkan dengan batal."
        + " Asumsi baru tentang angka yang sama menggantikan yang lama. Tanpa asumsi baru, simulasi menampilkan akibat"
        + " asumsi yang berlaku.",
    ],
    parameters: [
      Parameter("ASUMSI", .assignment, .any, help: "misalnya IPP.F02.INOVASI=0,50 atau IKM.*+=0,5")
    ],
    options: [.unit, .year, .period],
    examples: [
      .init("simulasi IPP.F02.INOVASI=0,50", "aspek inovasi naik menjadi 0,50"),
      .init("simulasi IKM.*+=0,5 target(AKIP)=82", "semua layanan naik 0,5 dan target AKIP 82"),
      .init("simulasi pagu(P01)*=0,9", "pagu program P01 dipotong 10%"),
      .init("simulasi", "akibat asumsi yang berlaku"),
    ],
    group: .simulation, effect: .changes)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let context = try session.state.context(from: arguments)
    let model = try session.state.requireModel()
    let reader = AssumptionReader(model, in: context)
    var new: [Supposition] = []
    for value in arguments.assignments("ASUMSI") {
      new.append(try arguments.insideFormula(value) { () throws(Problem) in try reader.read(value.raw) })
    }
    let (standing, replaced) = session.state.assumptions.adding(new)
    let assumptions = try resolved(standing, new: new, model)
    session.state.assumptions = standing
    let effects = WhatIfEffects(model, in: context, assuming: assumptions)
    return WhatIfAnswer(state: session.state, model: model, effects: effects, replaced: replaced).output
  }

  /// The assumptions as figures; a contradiction with one that stands names it.
  private func resolved(
    _ standing: StandingAssumptions, new: [Supposition], _ model: FormulaModel
  ) throws(Problem) -> Assumptions {
    do throws(Problem) {
      return try standing.resolved(in: model)
    } catch {
      let older = standing.items.filter { !new.contains($0) }
      guard !new.isEmpty, !older.isEmpty else { throw error }
      var copy = error
      copy.suggestions += ["simulasi hapus \(older[0].assumption.reference.text)"]
      throw copy
    }
  }
}
