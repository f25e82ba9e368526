import Analysis

/// `kktp periksa`: every check of a worksheet with its numbers.
struct WorksheetCheckCommand: Command {
  static let declaration = Declaration(
    "kktp periksa", aliases: ["worksheet check"], summary: "memeriksa KKTP sebelum ditetapkan",
    details: [
      "Setiap pemeriksaan lulus, peringatan, atau gagal dengan angkanya; yang datanya tidak ada disebut demikian.",
      "Tanpa rinci=ya yang lulus hanya dihitung.",
    ],
    parameters: [Parameter("KODE", .code, .any, help: "indikator kunci; tanpa kode semuanya")],
    options: [
      Option("rinci", alias: "details", .flag, help: "menampilkan juga yang lulus"), .version, .worksheetYear,
      .unit,
    ],
    examples: [
      .init("kktp periksa", "KKTP yang sedang dikerjakan"),
      .init("kktp periksa tahun=2025 versi=perubahan rinci=ya", "KKTP perubahan 2025"),
    ],
    group: .targets)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let state = session.state
    let chosen = try state.chosenWorksheet(arguments)
    let codes = try chosen.entryCodes(arguments.values("KODE"), arguments: arguments)
    let inspection = WorksheetInspection(chosen.figures, earlier: try earlier(than: chosen, state))
    let findings = inspection.findings.filter { codes.isEmpty || $0.code.isEmpty || codes.contains($0.code) }
    return InspectionAnswer(chosen: chosen, findings: findings, showsPassed: arguments.flag("rinci")).output
  }

  /// The versions of the same unit and year that stand before this one.
  private func earlier(than chosen: ChosenWorksheet, _ state: SessionState) throws(Problem)
    -> [WorksheetFigures]
  {
    let model = try state.requireModel()
    let keys = state.worksheetKeys(chosen.context).filter { $0.year == chosen.worksheet.key.year }
    var found: [WorksheetFigures] = []
    for key in keys {
      if key.matches(chosen.worksheet.key) { break }
      guard let sheet = try state.worksheet(key, in: chosen.context) else { continue }
      found.append(WorksheetFigures(sheet, model: model, context: chosen.context))
    }
    return found
  }
}
