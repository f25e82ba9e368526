import Analysis

/// `perbarui`: runs a notebook and puts the new outputs and fingerprints in place of the old ones.
struct UpdateCommand: Command {
  static let declaration = Declaration(
    "perbarui", aliases: ["update"], summary: "memperbarui hasil yang tercatat dalam buku catatan",
    details: [
      "Hanya hasil dan sidik data yang ditulis ulang; teks, perintah, dan spasi tetap seperti adanya."
    ],
    parameters: [Parameter("FILE", .path, .one, help: "buku catatan")], options: ReplayOptions.list,
    examples: [.init("perbarui notebooks/mulai.md", "sesudah data berubah")],
    group: .writing, effect: .controls)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    guard let file = arguments.value("FILE") else { throw Problem("buku catatan belum disebut") }
    let path = try session.surroundings.writablePath(file.text)
    let notebook = try arguments.at(file) { () throws(Problem) in
      try NotebookReader.read(try session.surroundings.readablePath(file.text))
    }
    guard !notebook.cells.isEmpty else {
      throw arguments.locate(
        Problem(
          "\(file.text) tidak berisi blok telaah", kind: .data, expected: "buku catatan dengan perintah"),
        at: file)
    }
    var own = Session(surroundings: session.surroundings)
    var runner = try ReplayOptions.runner(notebook, [], arguments, in: session.surroundings)
    runner.followsDialects = false
    let run = runner.run(in: &own)
    if let problem = run.problems.first { throw problem }
    let changed = NotebookCheck(run).changes.count
    let bytes = NotebookUpdate.bytes(of: run)
    let isSame = bytes == notebook.source.bytes
    if !isSame { try AtomicFile(path: path).write(bytes) }
    let text: Prose =
      isSame
      ? "\(code: file.text) sudah mutakhir." : "\(code: file.text) diperbarui: \(changed) sel berubah."
    return Output(
      Document([.note(text, tone: .success)]),
      result: .object([
        .init("sel", .integer(notebook.cells.count)), .init("berubah", .integer(changed)),
        .init("ditulis", .bool(!isSame)),
      ]))
  }
}
