import Analysis

/// `kktp panduan`: walks through what is empty; where nobody can be asked it lists it.
struct WorksheetGuideCommand: Command {
  static let declaration = Declaration(
    "kktp panduan", aliases: ["worksheet guide"], summary: "menuntun pengisian bagian KKTP yang masih kosong",
    details: [
      "Di terminal setiap bagian kosong ditanyakan; Enter melewati, “selesai” berhenti. Jawaban yang salah ditanyakan"
        + " lagi.",
      "Di luar terminal yang kosong didaftar beserta perintah untuk mengisinya. Jawaban dapat diberikan di baris"
        + " perintah: KODE.kolom=isi.",
    ],
    parameters: [Parameter("JAWABAN", .text, .any, help: "KODE.kolom=isi, misalnya IKM.SKCK.tambahan=0,12")],
    examples: [.init("kktp panduan", "mengisi yang masih kosong satu per satu")], group: .targets,
    effect: .changes)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let state = session.state
    let before = try state.currentWorksheet()
    let model = try state.requireModel()
    var worksheet = before.worksheet
    for value in arguments.values("JAWABAN") {
      try arguments.at(value) { () throws(Problem) in
        let answer = try WorksheetReply(value.text)
        let chosen = ChosenWorksheet(worksheet, context: before.context, model: model)
        try worksheet.apply(
          chosen.drafting(answer.edit, of: answer.code), to: answer.code, model: model,
          context: before.context)
      }
    }
    var recorded: [String] = []
    if arguments.values("JAWABAN").isEmpty, session.surroundings.isInteractive {
      recorded = ask(session.surroundings.askLine, &worksheet, before, model)
    }
    session.state.worksheets.put(worksheet)
    let after = ChosenWorksheet(worksheet, context: before.context, model: model)
    var output = GuideAnswer(before: before, after: after).output
    output.recordedOptions = recorded
    return output
  }

  /// Asks for what is empty until it is filled, skipped or ended.
  ///
  /// - Returns: The answers as words of the command line.
  private func ask(
    _ askLine: (String) -> String?, _ worksheet: inout Worksheet, _ before: ChosenWorksheet,
    _ model: FormulaModel
  ) -> [String] {
    var recorded: [String] = []
    var asked: Set<WorksheetGap> = []
    while true {
      let chosen = ChosenWorksheet(worksheet, context: before.context, model: model)
      let gaps = WorksheetGap.all(in: chosen).filter { !asked.contains($0) }
      guard let gap = gaps.first else { return recorded }
      asked.insert(gap)
      var question = "(sisa \(gaps.count)) \(gap.question)"
      while true {
        guard let line = askLine(question)?.trimmed else { return recorded }
        if line.isEmpty { break }
        if ["selesai", "berhenti", "done"].contains(line.lowercased()) { return recorded }
        do {
          let answer = try WorksheetReply("\(gap.code).\(gap.field)=\(line.filter { $0 != "\"" })")
          try worksheet.apply(
            chosen.drafting(answer.edit, of: answer.code), to: answer.code, model: model,
            context: before.context)
          recorded.append(Words.quoted(answer.text))
          break
        } catch {
          question = error.message + (error.expected.map { "; diharapkan \($0)" } ?? "")
        }
      }
    }
  }
}

/// An answer `KODE.kolom=isi`.
struct WorksheetReply {
  /// The code.
  let code: String
  /// What it enters.
  let edit: WorksheetEdit
  /// The answer as it is saved.
  let text: String

  /// Reads an answer.
  ///
  /// - Throws: A usage problem when it has another form, or the value does not suit the field.
  init(_ text: String) throws(Problem) {
    guard let equals = text.firstIndex(of: "="), let dot = text[..<equals].lastIndex(of: ".") else {
      throw Problem("“\(text)” bukan jawaban", expected: "KODE.kolom=isi, misalnya IKM.SKCK.tambahan=0,12")
    }
    code = String(text[..<dot])
    self.text = text
    let field = String(text[text.index(after: dot)..<equals])
    let value = String(text[text.index(after: equals)...])
    var edit = WorksheetEdit()
    switch field {
    case "tambahan": edit.gain = try WorksheetFillCommand.entry(value, field: field)
    case "perkiraan": edit.forecast = try WorksheetFillCommand.entry(value, field: field)
    case "nilai": edit.previous = try WorksheetFillCommand.entry(value, field: field)
    case "target": edit.target = try WorksheetFillCommand.entry(value, field: field)
    case "tindak": edit.followUps = Worksheet.followUps(in: value)
    case "program": edit.programmes = value.trimmed
    case "analisis": edit.reasoning = value.trimmed
    default:
      let known = ["tambahan", "perkiraan", "nilai", "target", "tindak", "program", "analisis"]
      throw Problem(
        "kolom “\(field)” tidak dikenal", expected: "salah satu dari \(known.joined(separator: ", "))",
        suggestions: Suggestion.nearest(to: field, among: known))
    }
    self.edit = edit
  }
}
