import Analysis

/// `periksa-ulang`: runs a notebook without writing and says what changed since it was recorded.
struct VerifyCommand: Command {
  static let declaration = Declaration(
    "periksa-ulang", aliases: ["verify"], summary: "memeriksa apakah hasil buku catatan masih sama",
    details: [
      "Setiap hasil dibandingkan sebagai angka. Untuk setiap perbedaan disebut sebabnya: data, buku catatan, atau"
        + " program. Status keluar 3 bila ada yang berubah. Tidak ada yang ditulis."
    ],
    parameters: [Parameter("FILE", .path, .one, help: "buku catatan")], options: ReplayOptions.list,
    examples: [.init("periksa-ulang notebooks/mulai.md", "apakah angka-angkanya masih berlaku")],
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
    var own = Session(surroundings: session.surroundings)
    var runner = try ReplayOptions.runner(notebook, [], arguments, in: session.surroundings)
    runner.continuesAfterError = true
    let run = runner.run(in: &own)
    if let stopped = run.problems.first(where: { $0.kind == .interrupted }) { throw stopped }
    return NotebookCheckAnswer(check: NotebookCheck(run), name: file.text).output
  }
}
