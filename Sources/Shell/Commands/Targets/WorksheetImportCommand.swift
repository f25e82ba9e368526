import Analysis

/// `kktp impor`: reads a filled workbook back and lists what changed.
struct WorksheetImportCommand: Command {
  static let declaration = Declaration(
    "kktp impor", aliases: ["worksheet import"], summary: "membaca kembali buku kerja KKTP yang diisi",
    details: ["Semua perubahan didaftar; bila satu sel pun salah, tidak ada yang diubah."],
    parameters: [Parameter("BERKAS", .path, .one, help: "buku kerja .xlsx dari kktp ekspor")],
    options: [.unit],
    examples: [.init("kktp impor kktp-2026.xlsx", "perubahan yang diisi dalam Excel")], group: .targets,
    effect: .changes)

  private let arguments: Arguments
  private let file: Arguments.Value

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
    guard let file = arguments.value("BERKAS") else { throw Problem("nama berkas belum diberikan") }
    self.file = file
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let state = session.state
    let model = try state.requireModel()
    let path = try arguments.at(file) { () throws(Problem) in try session.surroundings.readablePath(file.text)
    }
    let content = try WorkbookReader().read(path)
    let sheet = try WorksheetSheet(content, file: file.text)
    var context = try state.context(ofUnitIn: arguments)
    let place = try state.workspace.resolveUnit(sheet.key.unit, preferring: context.dataset)
    context = state.moved(context, to: place)
    let base = try state.worksheet(sheet.key, in: context)
    let worksheet = try sheet.worksheet(over: base, model: model, context: context)
    session.state.worksheets.put(worksheet)
    let after = ChosenWorksheet(worksheet, context: context, model: model)
    let empty = Worksheet(key: sheet.key, entries: [])
    let before = ChosenWorksheet(base ?? empty, context: context, model: model)
    let difference = WorksheetDifference(from: before.figures, to: after.figures)
    var output = ChangeAnswer(
      changes: difference.changes, caption: "Perubahan dari \(file.text)", before: "sebelum",
      after: "dalam berkas",
      nothing: "\(file.text) sama dengan \(after.title); tidak ada yang berubah."
    ).output
    if base == nil { output.warnings.append("\(after.title) belum ada dan dibuat dari \(file.text)") }
    let missing = before.worksheet.codes.filter { !sheet.codes.contains($0.lowercased()) }
    if !missing.isEmpty {
      output.warnings.append("tidak ada dalam berkas dan dibiarkan: \(missing.joined(separator: ", "))")
    }
    return output
  }
}
