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
    examples: [.init("kktp panduan", "mengisi yang masih kosong satu per satu")], group: .targets, effect: .changes)

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
        let answer = try WorksheetAnswer(value.text, worksheet: worksheet)
        try worksheet.apply(answer.edit, to: answer.code, model: model, context: before.context)
      }
    }
    var recorded: [String] = []
    if arguments.values("JAWABAN").isEmpty, session.surroundings.isInteractive {
      recorded = ask(session.surroundings.askLine, &worksheet, before, model)
    }
    session.state.worksheets.put(worksheet)
    let after = ChosenWorksheet(worksheet, context: before.context, model: model)
    var output = GuideReport(before: before, after: after).output
    output.recordedOptions = recorded
    return output
  }

  /// Asks for what is empty until it is filled, skipped or ended.
  ///
  /// - Returns: The answers as words of the command line.
  private func ask(
    _ askLine: (String) -> String?, _ worksheet: inout Worksheet, _ before: ChosenWorksheet, _ model: FormulaModel
  ) -> [String] {
    var recorded: [String] = []
    let gaps = WorksheetGap.all(in: before)
    for (number, gap) in gaps.enumerated() {
      var question = "(\(number + 1)/\(gaps.count)) \(gap.question)"
      while true {
        guard let line = askLine(question)?.trimmed else { return recorded }
        if line.isEmpty { break }
        if ["selesai", "berhenti", "done"].contains(line.lowercased()) { return recorded }
        do {
          let text = line.filter { $0 != "\"" }
          let answer = try WorksheetAnswer("\(gap.code).\(gap.field)=\(text)", worksheet: worksheet)
          try worksheet.apply(answer.edit, to: answer.code, model: model, context: before.context)
          recorded.append(Words.quoted(answer.text))
          break
        } catch {
          question = "\(error.message)" + (error.expected.map { "; diharapkan \($0)" } ?? "")
        }
      }
    }
    return recorded
  }
}

/// Something empty in a worksheet, with the question that fills it.
struct WorksheetGap: Hashable {
  /// The code it belongs to.
  var code: String
  /// The option of `kktp isi` that fills it.
  var field: String
  /// What is asked.
  var question: String

  /// Everything that is empty, in the order of the worksheet.
  static func all(in chosen: ChosenWorksheet) -> [WorksheetGap] {
    let year = chosen.worksheet.key.year
    let style = WorksheetReport.style
    var gaps: [WorksheetGap] = []
    for entry in chosen.worksheet.entries {
      for node in chosen.figures.structure.tree(of: entry.code) where !node.isComputed {
        guard let component = chosen.worksheet.component(node.code) else { continue }
        let title = chosen.figures.indicator(node.code)?.title ?? node.code
        if component.expected == nil {
          let before = component.previousValue.map { ", \(year - 1): \(style.text($0))" } ?? ""
          let field = component.previousValue == nil ? "perkiraan" : "tambahan"
          gaps.append(.init(code: node.code, field: field, question: "\(title) (\(node.code)\(before)): \(field)?"))
        }
        if component.followUps.isEmpty, (component.expectedGain ?? 0) != 0 {
          gaps.append(.init(code: node.code, field: "tindak", question: "\(title) (\(node.code)): tindak lanjut?"))
        }
      }
      let title = chosen.figures.indicator(entry.code)?.title ?? entry.code
      if entry.previousActual == nil {
        gaps.append(.init(code: entry.code, field: "nilai", question: "\(title): realisasi \(year - 1)?"))
      }
      if chosen.figures.target(of: entry) == nil {
        gaps.append(.init(code: entry.code, field: "target", question: "\(title): target \(year)?"))
      }
      if entry.programmes.isEmpty {
        gaps.append(.init(code: entry.code, field: "program", question: "\(title): keterkaitan program?"))
      }
      if entry.reasoning.isEmpty {
        gaps.append(.init(code: entry.code, field: "analisis", question: "\(title): analisis atau alasan target?"))
      }
    }
    return gaps
  }
}

/// An answer `KODE.kolom=isi`.
struct WorksheetAnswer {
  /// The code.
  let code: String
  /// What it enters.
  let edit: WorksheetEdit
  /// The answer as it is saved.
  let text: String

  /// Reads an answer.
  ///
  /// - Throws: A usage problem when it has another form, or the value does not suit the field.
  init(_ text: String, worksheet: Worksheet) throws(Problem) {
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

/// What a guided round changed and what is still empty.
struct GuideReport {
  let before: ChosenWorksheet
  let after: ChosenWorksheet

  var output: Output {
    var document = Document()
    let difference = WorksheetDifference(from: before.figures, to: after.figures)
    if !difference.changes.isEmpty {
      let report = ChangeReport(
        changes: difference.changes, caption: "Yang diisi dalam \(after.title)", before: "sebelum", after: "sesudah", nothing: "")
      document.append(report.output.document)
    }
    let gaps = WorksheetGap.all(in: after)
    if gaps.isEmpty {
      document.append(.note(Prose("Semua bagian \(after.title) sudah terisi."), tone: .success))
    } else {
      var table = Table(
        caption: "Yang masih kosong dalam \(after.title)",
        columns: [.init("kode"), .init("kolom"), .init("diisi dengan", shrinkPriority: 1)])
      for gap in gaps { table.append([.text(gap.code), .text(gap.field), .text(Self.command(gap))]) }
      document.append(.table(table))
    }
    return Output(
      document,
      result: .object([
        .init("kosong", .array(gaps.map { .object([.init("kode", .string($0.code)), .init("kolom", .string($0.field))]) })),
        .init("perubahan", .integer(difference.changes.count)),
      ]))
  }

  private static func command(_ gap: WorksheetGap) -> String {
    let isText = ["tindak", "program", "analisis"].contains(gap.field)
    return "kktp isi \(gap.code) \(gap.field)=\(isText ? "\"…\"" : "…")"
  }
}
