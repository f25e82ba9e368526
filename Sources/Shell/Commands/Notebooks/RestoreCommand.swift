import Analysis

/// `pulihkan`: brings back a session whose shell was killed.
struct RestoreCommand: Command {
  static let declaration = Declaration(
    "pulihkan", aliases: ["restore"], summary: "memulihkan sesi sebelumnya yang belum disimpan",
    details: [
      "Perintah yang diketik dalam sesi yang terputus dijalankan lagi dari awal. hapus=ya membuang sesi itu."
    ],
    options: [Option("hapus", alias: "discard", .flag, help: "membuang sesi yang terputus")],
    examples: [.init("pulihkan", "melanjutkan sesi yang terputus")], group: .session, effect: .controls)

  private let discards: Bool

  init(_ arguments: Arguments) throws(Problem) {
    discards = arguments.flag("hapus")
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    guard let folder = SessionJournal.folder() else {
      throw Problem("sesi tidak dijurnal", kind: .system, expected: "TELAAH_JURNAL tidak kosong")
    }
    let abandoned = SessionJournal.abandoned(in: folder)
    guard let latest = abandoned.last else { throw Problem("tidak ada sesi yang perlu dipulihkan") }
    if discards {
      abandoned.forEach { $0.remove() }
      return Output(
        Document([.note("\(abandoned.count) sesi yang terputus dibuang.", tone: .success)]),
        result: .object([.init("dibuang", .integer(abandoned.count))]))
    }
    let (restored, failed) = try restore(latest, in: &session)
    latest.remove()
    var document = Document([.note("\(restored.count) perintah dipulihkan.", tone: .success)])
    if !restored.isEmpty { document.append(.list(restored.map { "\(code: $0)" })) }
    for (line, message) in failed {
      document.append(.note("\(code: line) tidak dipulihkan: \(message)", tone: .warning))
    }
    if abandoned.count > 1 {
      document.append(.note("Masih ada \(abandoned.count - 1) sesi lain: ketik \(code: "pulihkan") lagi."))
    }
    return Output(
      document,
      result: .object([
        .init("dipulihkan", .array(restored.map { .string($0) })),
        .init("gagal", .array(failed.map { .string($0.line) })),
      ]))
  }

  private func restore(
    _ old: AbandonedSession, in session: inout Session
  ) throws(Problem) -> (restored: [String], failed: [(line: String, message: String)]) {
    let folder = session.surroundings.folder
    let current = FilePath.canonical(folder) ?? folder
    defer { session.surroundings.folder = folder }
    var restored: [String] = []
    var failed: [(line: String, message: String)] = []
    for line in old.lines {
      if line.status == nil { failed.append((line.text, "sesi terputus saat perintah ini berjalan")) }
      guard line.isWorthRestoring else { continue }
      session.surroundings.folder = line.folder == current ? folder : line.folder
      do throws(Problem) {
        _ = try session.execute(line.text)
        try session.journal?.changeFolder(line.folder)
        try session.journal?.append(line.text, status: 0)
        restored.append(line.text)
      } catch {
        if error.kind == .interrupted { throw error }
        failed.append((line.text, error.message))
      }
    }
    try? session.journal?.changeFolder(current)
    return (restored, failed)
  }
}
