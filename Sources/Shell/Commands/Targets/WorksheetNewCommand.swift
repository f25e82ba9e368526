import Analysis

/// `kktp buat`: makes a worksheet, prefilled from the data, or opens the one the data hold.
struct WorksheetNewCommand: Command {
  static let declaration = Declaration(
    "kktp buat", aliases: ["worksheet new"], summary: "membuat KKTP, terisi dari data",
    details: [
      "Tanpa dari= KKTP yang ada dalam data dibuka; bila belum ada, diisi dari target dan realisasi tahun sebelumnya.",
      "dari=data selalu mengisi dari target dan realisasi; dari=VERSI menyalin versi lain tahun itu.",
      "Target mengikuti komponennya sampai diisi sendiri dengan kktp isi KODE target=…",
    ],
    parameters: [Parameter("TAHUN", .year, .one, help: "tahun yang targetnya ditetapkan")],
    options: [
      .version, Option("dari", alias: "from", .text, help: "data, atau versi yang disalin"), .unit,
    ],
    examples: [
      .init("kktp buat 2026", "KKTP 2026 versi awal"),
      .init("kktp buat 2026 versi=perubahan dari=awal", "salinan untuk diubah"),
    ],
    group: .targets, effect: .changes)

  private let arguments: Arguments
  private let year: Arguments.Value

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
    guard let year = arguments.value("TAHUN") else { throw Problem("tahun belum diberikan") }
    self.year = year
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let state = session.state
    let context = try state.context(ofUnitIn: arguments)
    let version = arguments.option("versi")?.text.trimmed ?? "awal"
    guard let number = Int(year.text), !version.isEmpty else { throw Problem("versi tidak boleh kosong") }
    let key = Worksheet.Key(unit: state.unitName(context), year: number, version: version)
    let worksheet = try made(key, state, context)
    session.state.worksheets.put(worksheet)
    let model = try state.requireModel()
    let chosen = ChosenWorksheet(worksheet, context: context, model: model)
    var output = WorksheetAnswer(chosen: chosen).overview
    output.document.blocks.insert(
      .note(Prose("\(chosen.title) siap diisi; sumber: \(worksheet.source)."), tone: .success), at: 0)
    output.warnings += Self.warnings(chosen)
    return output
  }

  private func made(_ key: Worksheet.Key, _ state: SessionState, _ context: Context) throws(Problem)
    -> Worksheet
  {
    let model = try state.requireModel()
    guard state.worksheets.sheet(key) == nil else { throw taken(key, "dalam sesi ini") }
    let stored = Worksheet(key, rowsOf: model, context: context)
    guard let origin = arguments.option("dari") else {
      if let stored { return stored }
      return try Worksheet(measuredFor: key, model: model, context: context)
    }
    if stored != nil { throw taken(key, "dalam data") }
    if ["data", "realisasi"].contains(origin.text.lowercased()) {
      return try Worksheet(measuredFor: key, model: model, context: context)
    }
    var source = key
    source.version = origin.text
    guard var copy = try state.worksheet(source, in: context) else {
      let known = state.worksheetKeys(context).filter { $0.year == key.year }.map(\.version)
      throw arguments.locate(
        Problem(
          "versi “\(origin.text)” tidak ada untuk KKTP \(key.year)",
          expected: known.isEmpty ? "dari=data" : "data, \(known.joined(separator: ", "))",
          suggestions: Suggestion.nearest(to: origin.text, among: known)), at: origin)
    }
    copy.source = "salinan versi \(copy.key.version)"
    copy.key = key
    return copy
  }

  private func taken(_ key: Worksheet.Key, _ place: String) -> Problem {
    Problem(
      "KKTP \(key.year) versi \(key.version) sudah ada \(place)", expected: "nama versi lain dengan versi=…",
      suggestions: [
        "kktp pakai \(key.year) \(key.version)", "kktp buat \(key.year) versi=… dari=\(key.version)",
      ])
  }

  private static func warnings(_ chosen: ChosenWorksheet) -> [String] {
    let missing = chosen.worksheet.entries.filter { $0.previousActual == nil }.map(\.code)
    guard !missing.isEmpty else { return [] }
    return ["realisasi \(chosen.worksheet.key.year - 1) belum ada untuk \(missing.joined(separator: ", "))"]
  }
}
