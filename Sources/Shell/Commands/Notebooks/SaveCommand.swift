import Analysis

/// `simpan`: writes the session as a notebook.
struct SaveCommand: Command {
  static let declaration = Declaration(
    "simpan", aliases: ["save"], summary: "menyimpan sesi ini sebagai buku catatan",
    details: [
      "Yang disimpan: perintah yang berhasil dan hasilnya, catatan sebagai teks, dan sidik data. Perintah yang gagal,"
        + " dibatalkan, atau hanya bertanya tentang program tidak ikut.",
      "Berkas yang bukan buku catatan, atau yang diubah di luar sesi ini, hanya ditimpa dengan timpa=ya.",
    ],
    parameters: [Parameter("FILE", .path, .one, help: "nama buku catatan, berakhir .md")],
    options: [
      Option("judul", alias: "title", .text, help: "judul buku catatan"),
      Option("timpa", alias: "overwrite", .flag, help: "menimpa berkas yang sudah ada"),
    ],
    examples: [
      .init("simpan strategi.md judul=\"Strategi 2026\"", "dapat diputar lagi dengan putar strategi.md")
    ],
    group: .writing, effect: .controls)

  private let arguments: Arguments
  private let file: Arguments.Value

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
    guard let file = arguments.value("FILE") else { throw Problem("nama buku catatan belum disebut") }
    self.file = file
    let ending = FilePath.ending(file.text)
    guard ["md", "markdown"].contains(ending) else {
      throw arguments.locate(
        Problem(
          "buku catatan berakhir .md, bukan “\(FilePath.name(file.text))”",
          suggestions: [ending.isEmpty ? file.text + ".md" : String(file.text.dropLast(ending.count)) + "md"]),
        at: file)
    }
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    guard session.steps.contains(where: { !$0.isNote }) else {
      throw Problem(
        "belum ada yang dapat disimpan", expected: "setidaknya satu perintah yang berhasil, misalnya muat")
    }
    let path = try session.surroundings.writablePath(file.text)
    if !arguments.flag("timpa") {
      try arguments.at(file) { () throws(Problem) in try refuseOverwriting(path, session) }
    }
    let earlier = session.savedNotebooks[FilePath.canonical(path) ?? path].flatMap { _ in
      try? NotebookReader.read(path)
    }
    let title = arguments.option("judul")?.text ?? earlier?.header.title ?? ""
    let bytes = try NotebookWriter(session, path: path, title: title).bytes()
    try AtomicFile(path: path).write(bytes)
    session.savedNotebooks[FilePath.canonical(path) ?? path] = Fingerprint.of(ByteBuffer(bytes))
    try? session.journal?.markSaved(path)
    let count = session.steps.count { !$0.isNote }
    return Output(
      Document([.note("Tersimpan: \(count) perintah dalam \(code: file.text).", tone: .success)]),
      result: .object([.init("berkas", .string(file.text)), .init("perintah", .integer(count))]),
      warnings: session.staleWarning.map { [$0] } ?? [])
  }

  private func refuseOverwriting(_ path: String, _ session: Session) throws(Problem) {
    guard let whole = FilePath.canonical(path), FilePath.exists(whole) else { return }
    let bytes = try AtomicFile.read(path, limit: Notebook.greatestSize)
    let isNotebook = (try? NotebookReader.read(bytes, path: path))?.header.isTelaah ?? false
    guard isNotebook else {
      throw Problem(
        "\(file.text) sudah ada dan bukan buku catatan Telaah", kind: .system,
        expected: "nama lain, atau timpa=ya")
    }
    guard session.savedNotebooks[whole] == Fingerprint.of(ByteBuffer(bytes)) else {
      let reason =
        session.savedNotebooks[whole] == nil ? "sudah ada" : "diubah sesudah disimpan dari sesi ini"
      throw Problem("\(file.text) \(reason)", kind: .system, expected: "nama lain, atau timpa=ya")
    }
  }
}
