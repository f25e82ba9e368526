import Analysis

/// `verifikasi`: recomputes an exported report and lists the figures that differ.
struct VerifyReportCommand: Command {
  static let declaration = Declaration(
    "verifikasi", aliases: ["verify-report"], summary: "memeriksa angka dalam laporan hasil ekspor",
    details: [
      "Laporan .html, .docx, atau .xlsx yang dibuat dengan putar … keluaran= membawa manifes: perintah, sidik data, dan"
        + " setiap angkanya. Perintah itu dijalankan lagi, lalu setiap angka dibandingkan; angka yang diubah tangan di"
        + " dalam berkas .html atau .docx juga ditemukan. Status keluar 3 bila ada yang berbeda."
    ],
    parameters: [Parameter("FILE", .path, .one, help: "laporan .html, .docx, atau .xlsx")],
    options: [
      Option(
        "folder", alias: "folder", .path, help: "folder asal path data, bila buku catatan sudah dipindahkan")
    ] + ReplayOptions.list,
    examples: [.init("verifikasi laporan.html", "apakah angkanya masih sama")],
    group: .writing, effect: .controls)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    guard let file = arguments.value("FILE") else { throw Problem("laporan belum disebut") }
    let (manifest, visible) = try arguments.at(file) { () throws(Problem) in
      try open(file.text, session.surroundings)
    }
    guard let manifest else {
      throw arguments.locate(
        Problem(
          "\(file.text) tidak membawa manifes", kind: .data,
          expected: "laporan yang dibuat dengan putar … keluaran="), at: file)
    }
    let record = try ReportRecord(reading: manifest, name: FilePath.name(file.text))
    var check = ReportCheck()
    if let visible { check.compare(record.figures, with: visible) }
    let run = try recompute(record, besides: file.text, session.surroundings)
    if let problem = run.problems.first { throw problem }
    check.compare(record.figures, withNew: ReportFigures(run.document))
    return ReportCheckAnswer(
      name: file.text, record: record, check: check, run: run, readsFile: visible != nil
    ).output
  }

  /// The manifest of a report, and what a reader sees in it where that can be read.
  private func open(_ typed: String, _ surroundings: Surroundings) throws(Problem) -> (
    String?, VisibleReport?
  ) {
    let path = try surroundings.readablePath(typed)
    switch FilePath.ending(typed) {
    case "html", "htm":
      let bytes = try AtomicFile.read(path, limit: 256 << 20)
      let page = VisibleReport(html: String(decoding: bytes, as: UTF8.self))
      return (page.manifest, page)
    case "docx":
      let page = try VisibleReport(docx: try ZipArchiveReader(path: path))
      return (page.manifest, page)
    case "xlsx": return (try ReportManifest.read(path), nil)
    default:
      throw Problem(
        "“\(typed)” bukan laporan yang dapat diperiksa", expected: "berkas .html, .docx, atau .xlsx")
    }
  }

  /// Runs the recorded commands with the rights of a notebook, in the first folder where its data are.
  private func recompute(
    _ record: ReportRecord, besides file: String, _ surroundings: Surroundings
  ) throws(Problem) -> NotebookRun {
    var folders = [record.folder, "", FilePath.folder(file)]
    if let given = arguments.option("folder") { folders = [given.text] }
    let paths = record.data.filter { $0.rows == nil }.map(\.path)
    let found = folders.map { surroundings.path($0.isEmpty ? "." : $0) }.first { folder in
      paths.allSatisfy { FilePath.exists(FilePath.join(folder, $0)) }
    }
    guard let folder = found else {
      throw Problem(
        "data \(paths.joined(separator: ", ")) tidak ditemukan", kind: .data,
        expected: "folder=FOLDER tempat buku catatan \(record.notebook)")
    }
    let source = try TextLines([], file: record.notebook)
    var notebook = Notebook(
      path: FilePath.join(folder, record.notebook.isEmpty ? "laporan.md" : record.notebook), source: source,
      header: NotebookHeader(),
      parts: [])
    notebook.header.data = record.data
    notebook.parts = record.cells.enumerated().map { index, lines in
      let commands = lines.map { Notebook.CommandLine(text: $0.escapingBraces, line: index + 1) }
      return .cell(Notebook.Cell(number: index + 1, lines: 0..<0, commands: commands, recorded: nil))
    }
    var runner = try ReplayOptions.runner(notebook, [], arguments, in: surroundings)
    runner.continuesAfterError = false
    var own = Session(surroundings: surroundings)
    return runner.run(in: &own)
  }
}

extension String {
  /// The text with braces doubled, so that no parameter is looked for in it.
  fileprivate var escapingBraces: String {
    contains("{") ? map { $0 == "{" ? "{{" : String($0) }.joined() : self
  }
}
