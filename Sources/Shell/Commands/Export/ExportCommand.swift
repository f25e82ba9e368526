import Analysis

/// `ekspor`: writes the latest answer to a file.
struct ExportCommand: Command {
  static let declaration = Declaration(
    "ekspor", aliases: ["export"], summary: "menulis hasil terakhir ke berkas",
    details: [
      "Akhiran nama menentukan bentuknya: .docx, .xlsx, .html, .md, .csv, .json, .svg, .png, atau .txt."
        + " Angka dalam .xlsx dan .json ditulis dengan ketelitian penuh.",
      "Berkas yang sudah ada hanya ditimpa dengan timpa=ya.",
    ],
    parameters: [Parameter("FILE", .path, .one, help: "nama berkas")],
    options: [
      Option("judul", alias: "title", .text, help: "judul dalam berkas"),
      Option("templat", alias: "template", .path, help: "dokumen Word yang gaya dan kopnya dipakai"),
      Option("timpa", alias: "overwrite", .flag, help: "menimpa berkas yang sudah ada"),
    ],
    examples: [
      .init("ekspor tren-akip.docx judul=\"Tren AKIP 2021–2025\"", "untuk laporan"),
      .init("ekspor capaian.xlsx timpa=ya", "buku kerja dengan angka asli"),
    ],
    group: .writing, effect: .controls)

  private let arguments: Arguments
  private let file: Arguments.Value
  private let ending: String

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
    guard let file = arguments.value("FILE") else { throw Problem("nama berkas belum disebut") }
    self.file = file
    ending = try arguments.at(file) { () throws(Problem) in try DocumentFile.ending(of: file.text) }
    if let template = arguments.option("templat"), ending != "docx" {
      throw arguments.locate(
        Problem("templat hanya untuk .docx", expected: "nama berkas .docx"), at: template)
    }
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let recorded = session.steps.filter { !$0.isNote }
    guard let last = recorded.lastIndex(where: { !PlotCommand.isDrawing($0) }) else {
      throw Problem(
        "belum ada hasil yang dapat ditulis", kind: .data, expected: "misalnya capaian atau tren AKIP")
    }
    let step = recorded[last]
    var content = DocumentFile(title: title(of: step), document: step.output.documentWithWarnings)
    if let drawing = recorded.dropFirst(last + 1).last { content.draw(drawing.output.document) }
    content.result = json(step)
    if let template = arguments.option("templat") {
      let path = try session.surroundings.readablePath(template.text)
      content.template = try arguments.at(template) { () throws(Problem) in try DocxTemplate(path: path) }
    }
    let bytes = try content.bytes(ending, access: session.surroundings.access)
    try arguments.at(file) { () throws(Problem) in
      try session.write(bytes, to: file.text, overwrite: arguments.flag("timpa"))
    }
    return Output(
      Document([.note("Tersimpan: hasil \(code: step.line) dalam \(code: file.text).", tone: .success)]),
      result: .object([
        .init("berkas", .string(file.text)), .init("perintah", .string(step.line)),
        .init("bita", .integer(bytes.count)),
      ]))
  }

  /// The title given, or what the answer calls itself.
  private func title(of step: Session.Step) -> String {
    if let given = arguments.option("judul")?.text { return given }
    for block in step.output.document.blocks {
      switch block {
      case .heading(let prose, _): return prose.plain
      case .table(let table) where !table.caption.isEmpty: return table.caption
      case .chart(let chart) where !chart.title.isEmpty: return chart.title
      default: continue
      }
    }
    return step.line
  }

  private func json(_ step: Session.Step) -> JSONValue {
    .object([
      .init("perintah", .string(step.line)), .init("hasil", step.output.result),
      .init("peringatan", .array(step.output.warnings.map { .string($0) })),
    ])
  }
}
