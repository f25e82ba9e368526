import Analysis

/// `naskah`: drafts a section of the report, or the whole chapter, for the planner to complete.
struct DraftCommand: Command {
  static let declaration = Declaration(
    "naskah", aliases: ["draft"], summary: "menyusun naskah bagian laporan",
    details: [
      "Tabel, grafik, dan kalimat dibuat dari angka; alasan dan tindak lanjut dibiarkan sebagai tempat isian.",
      "simpan=FILE.md menulis naskah itu sebagai Markdown. Yang dibuat Telaah berada di antara tanda telaah:mulai dan"
        + " telaah:akhir; menyimpan lagi ke berkas yang sama hanya mengganti bagian itu, sedangkan tulisan di luarnya"
        + " tetap. Bagian yang angkanya berubah diberi keterangan.",
    ],
    parameters: [
      Parameter(
        "BAGIAN", .choice(DraftSection.all.map(\.name)), .one,
        help: DraftSection.all.map(\.name).joined(separator: ", "))
    ],
    options: [
      .unit, .year,
      Option("simpan", alias: "save", .path, help: "berkas Markdown yang ditulis atau diperbarui"),
    ],
    examples: [
      .init("naskah capaian", "target, realisasi, dan perbandingannya"),
      .init("naskah strategi tahun=2025", "posisi, daya ungkit, kebutuhan, dan peluang"),
      .init("naskah lengkap", "seluruh bab III"),
    ],
    group: .writing)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    guard let name = arguments.value("BAGIAN"), let section = DraftSection.named(name.text) else {
      throw Problem(
        "bagian naskah belum disebut", expected: DraftSection.all.map(\.name).joined(separator: ", "))
    }
    var writer = try DraftWriter(session, context: try session.state.context(from: arguments))
    try section.write(&writer)
    let draft = writer.finished(section.title)
    guard let target = arguments.option("simpan") else {
      return Output(draft.document, result: json(draft), warnings: draft.warnings)
    }
    return try save(draft, to: target, in: session.surroundings)
  }

  private func json(_ draft: Draft) -> JSONValue {
    .object([
      .init("judul", .string(draft.title)),
      .init(
        "bagian",
        .array(
          draft.generated.map { block in
            .object([
              .init("id", .string(block.id)), .init("perintah", .string(block.command)),
              .init(
                "teks", .string(MarkdownRenderer(numbersCaptions: false).text(of: Document(block.blocks)))),
            ])
          })),
      .init(
        "isian",
        .array(draft.parts.compactMap { if case .placeholder(let text) = $0 { .string(text) } else { nil } })),
    ])
  }

  /// Writes the draft, or puts it into the file that is there.
  private func save(_ draft: Draft, to target: Arguments.Value, in surroundings: Surroundings) throws(Problem)
    -> Output
  {
    guard FilePath.ending(target.text) == "md" else {
      throw arguments.locate(
        Problem("naskah disimpan sebagai Markdown", expected: "nama berkas berakhiran .md"), at: target)
    }
    let path = try surroundings.writablePath(target.text)
    let file = DraftFile(draft)
    var result = DraftFile.Result(text: file.text)
    let exists = FilePath.exists(path)
    if exists {
      let bytes = try AtomicFile.read(
        try surroundings.readablePath(target.text), limit: Notebook.greatestSize)
      result = try file.merged(into: String(decoding: bytes, as: UTF8.self), name: target.text)
    }
    try AtomicFile(path: path).write(Array(result.text.utf8))
    var sentence: Prose = "Naskah \(exists ? "diperbarui" : "ditulis"): \(code: target.text)"
    if !result.changed.isEmpty {
      sentence = sentence + "; angka berubah pada \(result.changed.joined(separator: ", "))"
    }
    var warnings = draft.warnings
    if !result.edited.isEmpty {
      warnings.append(
        "suntingan tangan di dalam blok \(result.edited.joined(separator: ", ")) dipindahkan ke bawahnya")
    }
    if !result.stale.isEmpty {
      warnings.append("blok \(result.stale.joined(separator: ", ")) tidak lagi dibuat dan dibiarkan")
    }
    return Output(
      Document([.note(sentence + ".", tone: .success)]),
      result: .object([
        .init("berkas", .string(target.text)), .init("berubah", .array(result.changed.map { .string($0) })),
        .init("disunting", .array(result.edited.map { .string($0) })),
        .init("basi", .array(result.stale.map { .string($0) })),
      ]), warnings: warnings)
  }
}
