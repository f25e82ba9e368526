import Analysis

/// The manifest of an exported report: what it was made from and every figure in it.
struct ReportRecord: Hashable, Sendable {
  /// The version of the manifest's form.
  static let formatVersion = 1

  /// The report's title.
  var title = ""
  /// The version of the program that made it.
  var program = Release.version
  /// The notebook's file name and SHA-256.
  var notebook = ""
  var fingerprint = ""
  /// The notebook's folder as it was named; empty when that was an absolute path, which tells about the machine.
  var folder = ""
  /// Names and values of the notebook's parameters.
  var parameters: [Parameter] = []
  /// The files of the data.
  var data: [RecordedFile] = []
  /// The commands of each cell, parameters put in.
  var cells: [[String]] = []
  /// The figures.
  var figures = ReportFigures()

  /// A parameter and its value.
  struct Parameter: Hashable, Sendable {
    var name: String
    var value: String
  }

  init() {}

  /// The manifest of a run.
  init(_ run: NotebookRun) {
    title = run.title
    notebook = FilePath.name(run.notebook.path)
    fingerprint = Fingerprint.of(ByteBuffer(run.notebook.source.bytes))
    let place = FilePath.folder(run.notebook.path)
    folder = place.hasPrefix("/") ? "" : place
    parameters = run.notebook.header.parameters.map {
      Parameter(name: $0.name, value: run.values.values[$0.name] ?? $0.value)
    }
    data = run.data
    cells = run.cells.map { $0.answers.map(\.command) }
    figures = ReportFigures(run.document)
  }

  /// The manifest as JSON.
  var json: JSONValue {
    .object([
      .init("telaah", .integer(Self.formatVersion)), .init("judul", .string(title)),
      .init("program", .string(program)),
      .init(
        "buku",
        .object([
          .init("nama", .string(notebook)), .init("sha256", .string(fingerprint)),
          .init("folder", .string(folder)),
        ])),
      .init(
        "parameter",
        .array(
          parameters.map { .object([.init("nama", .string($0.name)), .init("nilai", .string($0.value))]) })),
      .init("data", .array(data.map { .string($0.text) })),
      .init("sel", .array(cells.map { .array($0.map { .string($0) }) })),
      .init("angka", figures.json),
    ])
  }

  /// Reads a manifest.
  ///
  /// - Parameter name: The report's file name, for messages.
  /// - Throws: A data problem when it is not a manifest, or of a newer form.
  init(reading text: String, name: String) throws(Problem) {
    let json = try JSONReader.read(Array(text.utf8), name: "manifes \(name)")
    guard let version = json["telaah"]?.double else { throw Self.damaged(name) }
    guard version <= Double(Self.formatVersion) else {
      throw Problem(
        "manifes \(name) lebih baru daripada program ini", kind: .data,
        expected: "program Telaah yang lebih baru")
    }
    guard let figures = json["angka"].flatMap({ ReportFigures($0) }) else { throw Self.damaged(name) }
    self.figures = figures
    title = json["judul"]?.content ?? ""
    program = json["program"]?.content ?? ""
    notebook = json["buku"]?["nama"]?.content ?? ""
    fingerprint = json["buku"]?["sha256"]?.content ?? ""
    folder = json["buku"]?["folder"]?.content ?? ""
    parameters = (json["parameter"]?.list ?? []).map {
      Parameter(name: $0["nama"]?.content ?? "", value: $0["nilai"]?.content ?? "")
    }
    for item in json["data"]?.list ?? [] {
      data.append(try RecordedFile(item.content ?? "", at: .file(name, line: 0, column: 0)))
    }
    cells = (json["sel"]?.list ?? []).map { ($0.list ?? []).compactMap(\.content) }
  }

  private static func damaged(_ name: String) -> Problem {
    Problem("manifes \(name) rusak", kind: .data, expected: "laporan yang dibuat dengan putar … keluaran=")
  }

  /// Names and values for the foot of a page, short enough to read.
  var summary: [(name: String, value: String)] {
    var entries: [(name: String, value: String)] = [("Dibuat dengan", "Telaah \(program)")]
    if !notebook.isEmpty {
      entries.append(("Buku catatan", "\(notebook), SHA-256 \(fingerprint.prefix(16))…"))
    }
    for parameter in parameters { entries.append(("Parameter \(parameter.name)", parameter.value)) }
    for file in data where file.rows == nil {
      entries.append(("Data", "\(file.path), SHA-256 \(file.fingerprint.prefix(16))…"))
    }
    entries.append(("Angka tercatat", "\(figures.count); diperiksa dengan telaah verifikasi"))
    return entries
  }
}
