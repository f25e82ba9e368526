import Analysis

/// `cari`: which values reach a goal.
struct GoalSeekCommand: Command {
  static let declaration = Declaration(
    "cari", aliases: ["goalseek"], summary: "mencari nilai masukan agar suatu tujuan tercapai",
    details: [
      "Tujuan adalah perbandingan seperti IKPP=9,05, capaian(AKIP)>=100, predikat(AKIP)=\"A\", atau NKO>=101. Satu kode"
        + " pada ubah berarti satu nilai dicari; beberapa kode naik atau turun sama besar dan berhenti di batasnya"
        + " masing-masing.",
      "Jawaban adalah nilai yang paling dekat dengan keadaan sekarang, di dalam batas min dan maks katalog atau rentang."
        + " Bila tidak tercapai, disebutkan seberapa jauh batasnya membawa.",
    ],
    parameters: [
      Parameter("TUJUAN", .formula, .rest, help: "UNGKAPAN=NILAI, UNGKAPAN>=NILAI, atau UNGKAPAN<=NILAI")
    ],
    options: [
      Option(
        "ubah", alias: "change", .codes, help: "kode yang diubah, dipisah koma; pola seperti IKM.* boleh"),
      Option("langkah", alias: "step", .number, help: "kelipatan yang diperbolehkan, misalnya 0,05"),
      Option("rentang", alias: "range", .text, help: "batas pencarian terendah..tertinggi"),
      Option("pakai", alias: "apply", .flag, help: "ya: jawabannya langsung menjadi asumsi"), .unit, .year,
      .period,
    ],
    examples: [
      .init("cari IKPP=9,05 ubah=IPP.F02", "F02 yang membuat IKPP 9,05"),
      .init("cari predikat(AKIP)=\"AA\" ubah=AKIP.PELAPORAN", "apakah pelaporan saja cukup untuk AA"),
      .init("cari capaian(IKPP)>=106 ubah=IKM.* langkah=0,05", "kenaikan bersama semua layanan"),
    ],
    group: .simulation, effect: .changes)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
    guard arguments.option("ubah") != nil else {
      let end = arguments.line.unicodeScalars.count
      throw Problem(
        "yang diubah belum disebutkan", place: .text(arguments.line, range: end..<end), expected: "ubah=KODE",
        suggestions: ["\(arguments.line) ubah=…"])
    }
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let state = session.state
    let context = try state.context(from: arguments)
    let model = try state.requireModel()
    guard let goal = arguments.value("TUJUAN")?.withoutOuterQuotes else {
      throw Problem("tujuan belum diberikan")
    }
    let question = try arguments.insideFormula(goal) { () throws(Problem) in
      try GoalQuestion(parsing: goal.text, model: model, in: context)
    }
    let inputs = try arguments.figures("ubah", model: model, in: context)
    let assumptions = try state.assumptions.resolved(in: model)
    let answer = try question.solve(
      varying: inputs, range: try arguments.interval("rentang"), step: arguments.number("langkah"),
      model: model,
      in: context, assuming: assumptions)
    var report = GoalAnswer(state: state, model: model, context: context, question: question, answer: answer)
    if arguments.flag("pakai"), answer.isReached {
      let found = report.suppositions
      let standing = state.assumptions.adding(found).set
      _ = try standing.resolved(in: model)
      session.state.assumptions = standing
      report.applied = found
    }
    return report.output
  }
}
