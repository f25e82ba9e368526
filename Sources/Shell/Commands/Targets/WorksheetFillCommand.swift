import Analysis

/// `kktp isi`: writes values, follow-ups and reasoning, and shows what moves above.
struct WorksheetFillCommand: Command {
  static let declaration = Declaration(
    "kktp isi", aliases: ["worksheet set"], summary: "mengisi KKTP dan melihat pengaruhnya pada target",
    details: [
      "Komponen: nilai= tahun sebelumnya, tambahan= atau perkiraan=. Indikator kunci: nilai= (realisasi tahun"
        + " sebelumnya), target=, program=. Keduanya: tindak= dan analisis=.",
      "tindak= boleh diulang dan mengganti tindak lanjut yang lama; tindak+= menambahkan.",
      "analisis=susun pada indikator kunci menyusun kalimat alasan dari angkanya.",
      "Angka yang ditulis “hapus” dikosongkan; target=hitung kembali mengikuti komponennya.",
    ],
    parameters: [Parameter("KODE", .code, .one, help: "indikator kunci atau komponen")],
    options: [
      Option("nilai", alias: "value", .text, help: "nilai tahun sebelumnya"),
      Option("tambahan", alias: "gain", .text, help: "kenaikan yang diharapkan"),
      Option("perkiraan", alias: "forecast", .text, help: "nilai yang diharapkan"),
      Option("target", alias: "target", .text, help: "target yang ditetapkan, atau hitung"),
      Option("target_sebelum", alias: "previous_target", .text, help: "target tahun sebelumnya"),
      Option("tindak", alias: "followup", .text, help: "tindak lanjut; boleh berulang", repeats: true),
      Option("tindak+", alias: "followup+", .text, help: "tindak lanjut tambahan", repeats: true),
      Option("analisis", alias: "reasoning", .text, help: "alasan dan analisis"),
      Option("program", alias: "programme", .text, help: "keterkaitan program"),
    ],
    examples: [
      .init("kktp isi IKM.SKCK tambahan=0,12 tindak=\"mempercepat surat pengantar\"", "satu komponen"),
      .init("kktp isi IKPP target=9,10", "target yang ditetapkan sendiri"),
    ],
    group: .targets, effect: .changes)

  private let arguments: Arguments
  private let code: Arguments.Value

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
    guard let code = arguments.value("KODE") else { throw Problem("kode belum diberikan") }
    self.code = code
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let state = session.state
    let before = try state.currentWorksheet()
    let model = try state.requireModel()
    let edit = try edit()
    guard !edit.isEmpty else {
      throw Problem(
        "tidak ada yang diisi untuk \(code.text)", expected: "misalnya tambahan=0,12 atau tindak=\"…\"",
        suggestions: Self.declaration.examples.map(\.line))
    }
    let catalogue = model.catalogue(of: before.context)
    let index = try arguments.at(code) { () throws(Problem) in try resolved(catalogue, before.worksheet) }
    let name = catalogue.indicators[index].code
    var worksheet = before.worksheet
    try arguments.at(code) { () throws(Problem) in
      try worksheet.apply(before.drafting(edit, of: name), to: name, model: model, context: before.context)
    }
    session.state.worksheets.put(worksheet)
    let after = ChosenWorksheet(worksheet, context: before.context, model: model)
    return WorksheetEffect(before: before, after: after, code: name).output
  }

  /// A code of the worksheet before one of the catalogue, so that few letters are enough.
  private func resolved(_ catalogue: Catalogue, _ worksheet: Worksheet) throws(Problem) -> Int {
    if let exact = catalogue.indicator(code.text) { return exact }
    let folded = code.text.lowercased()
    let matches = worksheet.codes.filter { $0.lowercased().hasSuffix("." + folded) }
    if matches.count == 1, let found = catalogue.indicator(matches[0]) { return found }
    return try catalogue.resolveIndicator(code.text)
  }

  private func edit() throws(Problem) -> WorksheetEdit {
    var edit = WorksheetEdit()
    edit.previous = try number("nilai")
    edit.previousTarget = try number("target_sebelum")
    edit.gain = try number("tambahan")
    edit.forecast = try number("perkiraan")
    edit.target = try number("target")
    let followUps = arguments.optionValues("tindak")
    if !followUps.isEmpty { edit.followUps = followUps.flatMap { Worksheet.followUps(in: $0.text) } }
    edit.addedFollowUps = arguments.optionValues("tindak+").flatMap { Worksheet.followUps(in: $0.text) }
    edit.reasoning = arguments.option("analisis")?.text.trimmed
    edit.programmes = arguments.option("program")?.text.trimmed
    return edit
  }

  private func number(_ key: String) throws(Problem) -> WorksheetEdit.Entry? {
    guard let value = arguments.option(key) else { return nil }
    return try arguments.at(value) { () throws(Problem) in try Self.entry(value.text, field: key) }
  }

  /// A number as typed, or what takes it out.
  static func entry(_ text: String, field: String) throws(Problem) -> WorksheetEdit.Entry {
    if ["hapus", "kosong", "-", "clear"].contains(text.lowercased()) { return .cleared }
    if field == "target", ["hitung", "dihitung", "calc"].contains(text.lowercased()) { return .cleared }
    guard let number = try NumberReader.number(text) else {
      throw Problem(
        "“\(text)” bukan bilangan untuk \(field)", expected: "bilangan, misalnya 98,5, atau hapus")
    }
    return .number(number)
  }
}
