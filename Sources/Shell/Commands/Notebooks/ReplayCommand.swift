import Analysis

/// `putar`: runs a notebook in this session.
struct ReplayCommand: Command {
  static let declaration = Declaration(
    "putar", aliases: ["replay"], summary: "memutar buku catatan dari awal sampai akhir",
    details: [
      "Perintah dijalankan berurutan dalam sesi ini, sehingga sesudahnya dapat diteruskan. Path dihitung dari"
        + " folder buku catatan. Putaran berhenti pada kesalahan pertama, kecuali dengan lanjut=ya.",
      "parameter=unit=semua, parameter=unit=A,B atau parameter=tahun=2021..2025 memutar satu kali untuk setiap nilai"
        + " dan memberi ringkasan.",
      "Buku catatan hanya boleh membaca berkas di bawah foldernya dan data yang tercatat di kepalanya, tidak menulis,"
        + " dan tidak menjalankan program lain; izinkan= memberi lebih.",
    ],
    parameters: [Parameter("FILE", .path, .one, help: "buku catatan (.md) atau salinan sesi (.txt)")],
    options: [
      Option(
        "parameter", alias: "parameter", .text, help: "nilai parameter, nama=nilai; boleh berulang",
        repeats: true),
      Option(
        "keluaran", alias: "output", .path,
        help: "berkas hasil: .html, .docx, .odt, .pdf, .xlsx, .ipynb, .md, atau .txt"),
      Option(
        "templat", alias: "template", .path, help: "dokumen Word yang gayanya dipakai untuk .docx, .odt, .pdf"
      ),
      Option(
        "sertakan-perintah", alias: "with-commands", .flag,
        help: "menampilkan perintah di atas jawabannya dalam laporan"),
      Option("lanjut", alias: "continue", .flag, help: "tetap melanjutkan sesudah ada sel yang gagal"),
    ] + ReplayOptions.list,
    examples: [
      .init("putar notebooks/mulai.md", "menjalankan semua perintahnya"),
      .init(
        "putar strategi.md parameter=tahun=2024 keluaran=strategi-2024.md",
        "dengan tahun lain, hasilnya disimpan"),
    ],
    group: .writing, effect: .controls)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    guard let file = arguments.value("FILE") else { throw Problem("buku catatan belum disebut") }
    let notebook = try arguments.at(file) { () throws(Problem) in
      try NotebookOpening.open(file.text, in: session.surroundings)
    }
    if let target = arguments.option("keluaran") {
      _ = try arguments.at(target) { () throws(Problem) in try NotebookOutputFile.writer(for: target.text) }
      _ = try session.surroundings.writablePath(target.text)
    }
    var given: [ParameterValues.Assignment] = []
    for value in arguments.optionValues("parameter") {
      given.append(
        try arguments.at(value) { () throws(Problem) in
          let assignment = try ParameterValues.Assignment(value.text)
          _ = try ParameterValues.parameter(assignment.name, among: notebook.header.parameters)
          return assignment
        })
    }
    let batch = try NotebookBatch(given, notebook.header.parameters) { () throws(Problem) in
      try allUnits(of: notebook, in: session)
    }
    return try batch.names.isEmpty
      ? runOnce(notebook, batch.runs.first ?? [], in: &session) : runAll(batch, notebook, in: session)
  }

  /// The units that the data of a notebook are about.
  private func allUnits(of notebook: Notebook, in session: Session) throws(Problem) -> [String] {
    var copy = Session(surroundings: session.surroundings)
    let run = try ReplayOptions.runner(notebook, [], arguments, in: session.surroundings).run(in: &copy)
    let workspace = run.state.workspace
    let names = workspace.mainUnits.map { workspace.name(of: $0) }
    guard names.isEmpty else { return names }
    throw run.problems.first
      ?? Problem("buku catatan ini tidak memuat data, jadi semua unit tidak diketahui", kind: .data)
  }

  private func runOnce(
    _ notebook: Notebook, _ values: [ParameterValues.Assignment], in session: inout Session
  ) throws(Problem) -> Output {
    var runner = try ReplayOptions.runner(notebook, values, arguments, in: session.surroundings)
    runner.continuesAfterError = continuesAfterError(session)
    let run = runner.run(in: &session)
    session.lastRun = run
    var output = Output(
      run.document, result: run.json, status: run.problems.isEmpty ? 0 : ExitStatus.failure)
    output.problems = run.problems
    if let target = arguments.option("keluaran"), run.problems.isEmpty || runner.continuesAfterError {
      try NotebookOutputFile.write(
        run, to: target.text, options: try reportOptions(session.surroundings), in: session.surroundings,
        access: runner.access)
      output.document = Document([.note("Hasil ditulis ke \(code: target.text).", tone: .success)])
    }
    return output
  }

  /// What was chosen for reports.
  private func reportOptions(_ surroundings: Surroundings) throws(Problem) -> ReportOptions {
    var options = ReportOptions()
    if arguments.option("sertakan-perintah") != nil {
      options.showsCommands = arguments.flag("sertakan-perintah")
    }
    if let template = arguments.option("templat") {
      options.template = try arguments.at(template) { () throws(Problem) in
        try DocxTemplate(path: try surroundings.readablePath(template.text))
      }
    }
    return options
  }

  private func continuesAfterError(_ session: Session) -> Bool {
    arguments.flag("lanjut", default: session.surroundings.continuesAfterError)
  }

  // MARK: - Several values

  private func runAll(_ batch: NotebookBatch, _ notebook: Notebook, in session: Session) throws(Problem)
    -> Output
  {
    var document = Document()
    var summary = Table(
      caption: "Ringkasan putaran",
      columns: [.init(batch.names.joined(separator: ", ")), .init("hasil", shrinkPriority: 1)])
    var rows: [JSONValue] = []
    var problems: [Problem] = []
    for values in batch.runs {
      if session.surroundings.isInterrupted() { throw Problem("pemutaran dihentikan", kind: .interrupted) }
      let label = batch.label(of: values)
      let (blocks, outcome, failures) = runOne(values, label, batch, notebook, session)
      document.blocks += blocks
      problems += failures
      summary.append([.text(label), .text(outcome)])
      rows.append(
        .object([
          .init("nilai", .string(label)), .init("berhasil", .bool(failures.isEmpty)),
          .init("hasil", .string(outcome)),
        ]))
    }
    document.append(.table(summary))
    var output = Output(document, result: .object([.init("putaran", .array(rows))]))
    output.status = problems.isEmpty ? ExitStatus.success : ExitStatus.failure
    output.problems = problems
    return output
  }

  /// Runs the notebook once in a session of its own.
  private func runOne(
    _ values: [ParameterValues.Assignment], _ label: String, _ batch: NotebookBatch, _ notebook: Notebook,
    _ session: Session
  ) -> (blocks: [Block], outcome: String, problems: [Problem]) {
    do throws(Problem) {
      var own = Session(surroundings: session.surroundings)
      var runner = try ReplayOptions.runner(notebook, values, arguments, in: session.surroundings)
      runner.continuesAfterError = continuesAfterError(session)
      let run = runner.run(in: &own)
      let failure = run.problems.first.map { "gagal: " + $0.message }
      guard let target = arguments.option("keluaran") else {
        return ([.heading(Prose(label), level: 1)] + run.document.blocks, failure ?? "berhasil", run.problems)
      }
      guard failure == nil || runner.continuesAfterError else { return ([], failure ?? "", run.problems) }
      let path = batch.path(target.text, of: values)
      try NotebookOutputFile.write(
        run, to: path, options: try reportOptions(session.surroundings), in: session.surroundings,
        access: runner.access)
      return ([], failure ?? path, run.problems)
    } catch {
      return ([], "gagal: " + error.message, [error])
    }
  }
}

extension NotebookRun {
  /// The run for programs: `sel`, each with its commands and their `hasil`.
  var json: JSONValue {
    .object([
      .init("judul", .string(title)),
      .init(
        "sel",
        .array(
          cells.map { cell in
            .object([
              .init("sel", .integer(cell.number)), .init("baris", .integer(cell.line)),
              .init(
                "perintah",
                .array(
                  cell.answers.map {
                    .object([.init("perintah", .string($0.command)), .init("hasil", $0.output.result)])
                  })),
              .init("galat", cell.problem.map { ProblemText.json($0) } ?? .null),
            ])
          })),
    ])
  }
}
