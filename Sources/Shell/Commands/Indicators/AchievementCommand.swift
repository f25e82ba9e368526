import Analysis

/// `capaian`: target, result, achievement and predicate; the organisational score on request.
struct AchievementCommand: Command {
  static let declaration = Declaration(
    "capaian", aliases: ["achievement"], summary: "target, realisasi, capaian, dan predikat",
    details: [
      "Tanpa kode menampilkan semua indikator yang bertarget dalam tahun dan periode itu; dengan pko=ya hanya"
        + " indikator tujuan dan sasaran. Kode simpul (misalnya P01) berarti semua indikatornya.",
      "Capaian ditampilkan apa adanya dan sesudah dibatasi menurut aturan yang berlaku.",
    ],
    parameters: [Parameter("KODE", .code, .any, help: "indikator, simpul, atau pola seperti IKM.*")],
    options: [
      .unit, .year, .period,
      Option(
        "pko", alias: "score", .flag, help: "nilai kinerja organisasi (NKO) dengan koreksi predikat AKIP"),
    ],
    examples: [
      .init("capaian", "semua indikator yang bertarget"),
      .init("capaian AKIP IKPP tahun=2024 pko=ya", "capaian, koreksi, dan NKO 2024"),
      .init("capaian P01 periode=\"TB IV\"", "indikator program P01 pada triwulan IV"),
    ],
    group: .measurement)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let state = session.state
    let context = try state.context(from: arguments)
    let model = try state.requireModel()
    let wantsScore = arguments.flag("pko")
    var indicators = try state.indicators(arguments.values("KODE"), arguments: arguments, in: context)
    if arguments.values("KODE").isEmpty {
      indicators = wantsScore ? model.keyIndicators(in: context) : model.targetedIndicators(in: context)
    }
    guard !indicators.isEmpty else { throw nothingMeasured(state, context) }
    var evaluator = try state.evaluator(in: context)
    let table = AchievementTable(indicators, evaluator: &evaluator)
    let score = wantsScore ? try OrganisationalScore(table, evaluator: &evaluator) : nil
    return AchievementAnswer(state: state, table: table, score: score).output
  }

  private func nothingMeasured(_ state: SessionState, _ context: Context) -> Problem {
    let years = state.dataset(of: context).measuredYears(of: context.unit).map(String.init)
    return Problem(
      "tidak ada indikator bertarget untuk \(state.describe(context))", kind: .data,
      expected: years.isEmpty ? "unit lain" : "tahun dengan realisasi: \(years.joined(separator: ", "))")
  }
}
