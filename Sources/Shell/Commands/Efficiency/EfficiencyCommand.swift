import Analysis

/// `efisiensi`: achievement against budget over the cascade, by every method of the reports.
struct EfficiencyCommand: Command {
  static let declaration = Declaration(
    "efisiensi", aliases: ["efficiency"], summary: "capaian dibandingkan anggaran per simpul, dengan SiLPA",
    details: [
      "Tanpa jenjang menampilkan tujuan, sasaran, dan program seperti tabel laporan; dengan KODE menampilkan simpul"
        + " itu dan semua di bawahnya. Total: rata-rata capaian terhadap serapan jumlah pagu; pagu simpul atas"
        + " mewakili semua di bawahnya sehingga tidak dihitung dua kali.",
      "metode=selisih: capaian − serapan (poin persen); relatif: (capaian ÷ serapan − 1) × 100; rasio: capaian ÷"
        + " serapan; biaya: rupiah per poin capaian dan per keluaran; pmk: E dan NE menurut PMK; sumberdaya: capaian"
        + " − ketersediaan; dea: garis depan antarunit dengan masukan= dan keluaran=.",
      "rincian=pendorong menguraikan total menjadi sisa anggaran dan hasil yang meleset per simpul; rincian=rekap"
        + " membandingkan pagu induk dengan jumlah anaknya; rincian=lengkap menampilkan semuanya.",
      "Beberapa unit atau tahun (unit=semua, tahun=2023..2025) ditampilkan berdampingan dengan metode yang sama.",
    ],
    parameters: [Parameter("KODE", .code, .any, help: "simpul, atau indikator yang menggantung padanya")],
    options: [
      Option(
        "jenjang", alias: "level", .choice(EfficiencyLevels.words),
        help: EfficiencyLevels.words.joined(separator: ", ")),
      Option(
        "metode", alias: "method", .choice(EfficiencyMethod.allCases.map(\.rawValue) + ["semua"]),
        help: (EfficiencyMethod.allCases.map(\.rawValue) + ["semua"]).joined(separator: ", ")),
      .units, .years, .period,
      Option(
        "rincian", alias: "detail", .choice(EfficiencyDetail.allCases.map(\.rawValue)),
        help: EfficiencyDetail.allCases.map(\.rawValue).joined(separator: ", ")),
      Option("aturan", alias: "rule", .text, help: "aturan PMK: 214/2017 atau 22/2021 (metode=pmk)"),
      Option(
        "masukan", alias: "inputs", .text,
        help: "belanja, pagu, sdm, sarana, capaian, atau rumus (metode=dea)"),
      Option("keluaran", alias: "outputs", .text, help: "sama seperti masukan (metode=dea)"),
      Option(
        "arah", alias: "orientation", .choice(FrontierModel.Orientation.allCases.map(\.rawValue)),
        help: "yang diubah untuk mencapai garis depan: masukan atau keluaran (metode=dea)"),
    ],
    examples: [
      .init("efisiensi", "tabel efisiensi tujuan, sasaran, dan program"),
      .init("efisiensi P01 rincian=pendorong", "apa yang membentuk efisiensi program P01"),
      .init("efisiensi jenjang=semua rincian=rekap", "pagu induk terhadap jumlah anaknya"),
      .init("efisiensi metode=pmk aturan=22/2021", "nilai efisiensi NE menurut PMK"),
      .init("efisiensi P02 P03 metode=biaya unit=semua", "biaya per poin capaian dua program antarunit"),
    ],
    group: .efficiency)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
    try Self.refuseStrayOptions(arguments)
  }

  /// Options of one method given with another would silently do nothing.
  private static func refuseStrayOptions(_ arguments: Arguments) throws(Problem) {
    let method = arguments.option("metode")?.text.lowercased()
    for (key, owner) in [("aturan", "pmk"), ("masukan", "dea"), ("keluaran", "dea"), ("arah", "dea")] {
      guard let value = arguments.option(key), method != owner else { continue }
      throw arguments.locate(
        Problem("opsi \(key) hanya berlaku untuk metode=\(owner)", suggestions: ["metode=\(owner)"]),
        at: value)
    }
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let name = arguments.option("metode")?.text.lowercased() ?? EfficiencyMethod.difference.rawValue
    let method = name == "semua" ? nil : try EfficiencyMethod(named: name)
    switch method {
    case .frontier:
      return try FrontierQuestion(arguments, state: session.state).answer(surroundings: session.surroundings)
    case .resources:
      return try ResourcesAnswer.output(arguments, state: session.state)
    case .budget:
      return try budgetScore(session.state)
    case .difference, .relative, .ratio, .cost, nil:
      return try cascade(session.state, method)
    }
  }

  private func cascade(_ state: SessionState, _ method: EfficiencyMethod?) throws(Problem) -> Output {
    let detail =
      arguments.option("rincian").flatMap { EfficiencyDetail(rawValue: $0.text.lowercased()) } ?? .nodes
    let question = try EfficiencyQuestion(arguments, state: state)
    if question.contexts.count > 1 {
      return try EfficiencyComparison(question, state: state, method: method ?? .difference).output
    }
    let context = question.contexts[0]
    var evaluator = try state.evaluator(in: context)
    let branches = try question.branches(in: context, state: state)
    let table = EfficiencyTable(levels: question.levels, branches: branches, evaluator: &evaluator)
    guard !table.rows.isEmpty else { throw question.nothingFound(context, state) }
    let printed = branches.isEmpty ? PrintedEfficiency.all(for: table, evaluator: &evaluator) : []
    return EfficiencyAnswer(
      state: state, table: table, method: method, detail: detail, branches: branches, printed: printed
    ).output
  }

  private func budgetScore(_ state: SessionState) throws(Problem) -> Output {
    let question = try EfficiencyQuestion(arguments, state: state, standardLevels: [.programme])
    let rule = arguments.option("aturan")
    var results: [BudgetScoreAnswer.Entry] = []
    for context in question.contexts {
      var evaluator = try state.evaluator(in: context)
      let branches = try question.branches(in: context, state: state)
      let table = EfficiencyTable(levels: question.levels, branches: branches, evaluator: &evaluator)
      guard !table.rows.isEmpty else { throw question.nothingFound(context, state) }
      let vintage: BudgetPerformanceRule
      if let rule {
        vintage = try arguments.at(rule) { () throws(Problem) in try BudgetPerformanceRule.named(rule.text) }
      } else {
        vintage = try BudgetPerformanceRule.inForce(context.year)
      }
      results.append(try BudgetScoreAnswer.Entry(table, rule: vintage, state: state))
    }
    return BudgetScoreAnswer(entries: results, state: state).output
  }
}
