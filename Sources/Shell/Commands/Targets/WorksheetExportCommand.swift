import Analysis

/// `kktp ekspor`: writes a worksheet as a workbook, a document or a table.
struct WorksheetExportCommand: Command {
  static let declaration = Declaration(
    "kktp ekspor", aliases: ["worksheet export"], summary: "menulis KKTP ke xlsx, docx, html, md, atau csv",
    details: [
      "Buku kerja xlsx berisi rumus hidup dan dapat diisi lalu dibaca kembali dengan kktp impor.",
      "rinci=ya menambahkan riwayat, calon target, dan pemeriksaan setiap indikator pada docx, html, dan md.",
    ],
    parameters: [Parameter("BERKAS", .path, .one, help: "nama berkas; akhirannya menentukan bentuk")],
    options: [
      Option("rinci", alias: "details", .flag, help: "dengan riwayat, calon target, dan pemeriksaan"),
      .version,
      .worksheetYear, .unit,
    ],
    examples: [
      .init("kktp ekspor kktp-2026.xlsx", "buku kerja dengan rumus hidup"),
      .init("kktp ekspor kktp-2026.docx rinci=ya", "dokumen dengan alasan dan pemeriksaan"),
    ],
    group: .targets)

  private let arguments: Arguments
  private let file: Arguments.Value

  private static let forms = ["xlsx", "docx", "html", "md", "csv"]

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
    guard let file = arguments.value("BERKAS") else { throw Problem("nama berkas belum diberikan") }
    self.file = file
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let chosen = try session.state.chosenWorksheet(arguments)
    let form = file.text.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard Self.forms.contains(form), file.text.contains(".") else {
      throw arguments.locate(
        Problem(
          "bentuk berkas “\(file.text)” tidak dikenal",
          expected: "nama yang berakhir \(Self.forms.map { "." + $0 }.joined(separator: ", "))"),
        at: file)
    }
    let path = try arguments.at(file) { () throws(Problem) in try session.surroundings.writablePath(file.text)
    }
    try AtomicFile(path: path).write(try bytes(chosen, form))
    return Output(
      Document([.note(Prose("\(chosen.title) ditulis ke \(file.text)."), tone: .success)]),
      result: .object([
        .init("berkas", .string(file.text)), .init("bentuk", .string(form)),
        .init("tahun", .integer(chosen.worksheet.key.year)),
        .init("versi", .string(chosen.worksheet.key.version)),
        .init("baris", .integer(chosen.worksheet.codes.count)),
      ]))
  }

  private func bytes(_ chosen: ChosenWorksheet, _ form: String) throws(Problem) -> [UInt8] {
    if form == "xlsx" {
      return try WorkbookWriter(workbook: WorksheetWorkbook(chosen: chosen).workbook).bytes()
    }
    if form == "csv" { return Array(WorksheetTableText.text(chosen).utf8) }
    let isDetailed = arguments.flag("rinci")
    let page = WorksheetDocument(
      chosen: chosen, findings: isDetailed ? WorksheetInspection(chosen.figures).findings : [],
      isDetailed: isDetailed)
    switch form {
    case "docx":
      return try DocxWriter(
        report: DocxReport(
          title: page.title, subtitle: page.subtitle, document: page.document, hasContents: false)
      ).bytes()
    case "html":
      var writer = HTMLWriter()
      writer.write(page.document)
      return Array(HTMLPage(title: page.title, subtitle: page.subtitle, content: writer).text.utf8)
    default:
      let heading = Document([.heading(Prose(page.title), level: 1), .paragraph(Prose(page.subtitle))])
      var whole = heading
      whole.append(page.document)
      return Array(MarkdownRenderer().text(of: whole).utf8)
    }
  }
}
