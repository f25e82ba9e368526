import Analysis

/// `riwayat`: what was typed in this session.
struct HistoryCommand: Command {
  static let declaration = Declaration(
    "riwayat", aliases: ["history"], summary: "perintah yang sudah diketik dalam sesi ini",
    parameters: [Parameter("KATA", .text, .optional, help: "hanya baris yang memuat kata ini")],
    examples: [.init("riwayat", "semua baris"), .init("riwayat capaian", "baris yang memuat capaian")],
    group: .session, effect: .looksUp)

  private let word: String?

  init(_ arguments: Arguments) throws(Problem) {
    word = arguments.value("KATA")?.text.lowercased()
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let lines = session.history.enumerated().filter {
      word == nil || $0.element.line.lowercased().contains(word ?? "")
    }
    guard !lines.isEmpty else {
      return Output(Document([.note("Belum ada riwayat.")]), result: .object([.init("baris", .array([]))]))
    }
    var table = Table(columns: [.init("no.", .right), .init("perintah", shrinkPriority: 1), .init("hasil")])
    for (index, entry) in lines {
      table.append([.text(String(index + 1)), .text(entry.line), .text(entry.succeeded ? "" : "gagal")])
    }
    let rows = lines.map { index, entry in
      JSONValue.object([
        .init("nomor", .integer(index + 1)), .init("perintah", .string(entry.line)),
        .init("berhasil", .bool(entry.succeeded)),
      ])
    }
    let stale = session.staleWarning
    let remarks = stale.map { [Block.note(Prose($0.capitalizedSentence + "."), tone: .warning)] } ?? []
    return Output(
      Document([.table(table)] + remarks),
      result: .object([
        .init("baris", .array(rows)), .init("basi", .array(session.staleSteps.map { .string($0.line) })),
      ]))
  }
}
