import Analysis

/// `kktp daftar`: the worksheets that are known.
struct WorksheetListCommand: Command {
  static let declaration = Declaration(
    "kktp daftar", aliases: ["worksheet list"], summary: "daftar KKTP dalam data dan sesi",
    options: [.unit], examples: [.init("kktp daftar", "semua tahun dan versi")], group: .targets)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let state = session.state
    let context = try state.context(ofUnitIn: arguments)
    var table = Table(
      caption: "KKTP \(state.unitName(context))",
      columns: [
        .init("tahun"), .init("versi"), .init("indikator", shrinkPriority: 1), .number("baris"),
        .init("sumber", shrinkPriority: 2),
      ])
    var rows: [JSONValue] = []
    for key in state.worksheetKeys(context) {
      guard let sheet = try state.worksheet(key, in: context) else { continue }
      let isCurrent = state.worksheets.current.map { $0.matches(key) } ?? false
      let codes = sheet.entries.map(\.code)
      table.append([
        .text(String(key.year)), .text(key.version + (isCurrent ? " ←" : "")),
        .text(codes.joined(separator: ", ")),
        .number(Double(sheet.codes.count), .count), .text(sheet.source),
      ])
      rows.append(
        .object([
          .init("tahun", .integer(key.year)), .init("versi", .string(key.version)),
          .init("indikator", WorksheetAnswer.texts(codes)), .init("baris", .integer(sheet.codes.count)),
          .init("dikerjakan", .bool(isCurrent)), .init("sumber", .string(sheet.source)),
        ]))
    }
    return Output(Document([.table(table)]), result: .object([.init("kktp", .array(rows))]))
  }
}

/// `kktp pakai`: chooses the worksheet that `kktp isi` writes to.
struct WorksheetUseCommand: Command {
  static let declaration = Declaration(
    "kktp pakai", aliases: ["worksheet use"], summary: "memilih KKTP yang dikerjakan",
    parameters: [
      Parameter("TAHUN", .year, .one, help: "tahun KKTP"),
      Parameter("VERSI", .text, .optional, help: "versi; biasanya awal"),
    ],
    options: [.unit],
    examples: [.init("kktp pakai 2025 perubahan", "mengerjakan KKTP perubahan 2025")], group: .targets,
    effect: .changes)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let year = arguments.value("TAHUN").flatMap { Int($0.text) }
    let chosen = try session.state.chosenWorksheet(
      arguments, defaultYear: year, version: arguments.value("VERSI")?.text)
    session.state.worksheets.put(chosen.worksheet)
    var output = WorksheetAnswer(chosen: chosen).overview
    output.document.blocks.insert(.note(Prose("Mengerjakan \(chosen.title)."), tone: .success), at: 0)
    return output
  }
}
