import Analysis

/// `keluar`: ends the session.
struct QuitCommand: Command {
  static let declaration = Declaration(
    "keluar", aliases: ["quit", "exit", "selesai"], summary: "mengakhiri sesi",
    examples: [.init("keluar", "kembali ke terminal")], group: .session, effect: .controls)

  init(_ arguments: Arguments) throws(Problem) {}

  func run(in session: inout Session) throws(Problem) -> Output {
    session.isFinished = true
    return Output()
  }
}
