import Analysis

/// `kktp evaluasi`: every forecast of a worksheet beside what came.
struct WorksheetEvaluateCommand: Command {
  static let declaration = Declaration(
    "kktp evaluasi", aliases: ["worksheet evaluate"], summary: "perkiraan KKTP dibandingkan dengan hasilnya",
    details: ["Tanpa tahun yang dievaluasi ialah tahun yang sedang ditanyakan, dengan versi terakhirnya."],
    parameters: [Parameter("TAHUN", .year, .optional, help: "tahun KKTP")],
    options: [.worksheetYear, .version, .unit],
    examples: [.init("kktp evaluasi 2025", "perkiraan 2025 dan realisasinya")],
    group: .targets)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let year = arguments.value("TAHUN").flatMap { Int($0.text) }
    let context = try session.state.requireContext()
    let chosen = try session.state.chosenWorksheet(
      arguments, defaultYear: arguments.year() ?? year ?? context.year)
    return EvaluationAnswer(chosen: chosen, evaluation: WorksheetEvaluation(chosen.figures)).output
  }
}
