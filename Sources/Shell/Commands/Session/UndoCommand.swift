import Analysis

/// `batal`: takes back the latest step.
struct UndoCommand: Command {
  static let declaration = Declaration(
    "batal", aliases: ["undo"], summary: "membatalkan langkah terakhir",
    details: ["Langkah yang dibatalkan tidak ikut disimpan; ulang mengembalikannya."],
    examples: [.init("batal", "langkah terakhir dianggap tidak pernah ada")], group: .session,
    effect: .controls)

  init(_ arguments: Arguments) throws(Problem) {}

  func run(in session: inout Session) throws(Problem) -> Output {
    guard let step = session.undo() else { throw Problem("tidak ada langkah yang dapat dibatalkan") }
    return Output(
      Document([.note("Dibatalkan: \(code: step.line)", tone: .success)]),
      result: .object([.init("dibatalkan", .string(step.line))]))
  }
}

/// `ulang`: repeats the step that was taken back.
struct RedoCommand: Command {
  static let declaration = Declaration(
    "ulang", aliases: ["redo"], summary: "mengembalikan langkah yang dibatalkan",
    examples: [.init("ulang", "langkah yang baru dibatalkan berlaku lagi")], group: .session,
    effect: .controls)

  init(_ arguments: Arguments) throws(Problem) {}

  func run(in session: inout Session) throws(Problem) -> Output {
    guard let step = session.redo() else { throw Problem("tidak ada langkah yang dapat diulang") }
    return Output(
      Document([.note("Diulang: \(code: step.line)", tone: .success)]),
      result: .object([.init("diulang", .string(step.line))]))
  }
}
