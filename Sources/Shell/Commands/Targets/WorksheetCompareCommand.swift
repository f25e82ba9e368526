import Analysis

/// `kktp banding`: what differs between two versions.
struct WorksheetCompareCommand: Command {
  static let declaration = Declaration(
    "kktp banding", aliases: ["worksheet diff"], summary: "perbedaan dua versi KKTP",
    parameters: [
      Parameter("VERSI", .text, .one, help: "versi yang lama"),
      Parameter("VERSI2", .text, .one, help: "versi yang baru"),
    ],
    options: [.worksheetYear, .unit],
    examples: [.init("kktp banding awal perubahan tahun=2025", "apa yang diubah dalam KKTP perubahan 2025")],
    group: .targets)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let state = session.state
    guard let first = arguments.value("VERSI"), let second = arguments.value("VERSI2") else {
      throw Problem("dua versi belum diberikan")
    }
    let year = try commonYear(state, first.text, second.text)
    let old = try arguments.at(first) { () throws(Problem) in
      try state.chosenWorksheet(arguments, defaultYear: year, version: first.text)
    }
    let new = try arguments.at(second) { () throws(Problem) in
      try state.chosenWorksheet(arguments, defaultYear: old.worksheet.key.year, version: second.text)
    }
    let difference = WorksheetDifference(from: old.figures, to: new.figures)
    return ChangeReport(
      changes: difference.changes,
      caption: "KKTP \(old.worksheet.key.year): \(old.worksheet.key.version) → \(new.worksheet.key.version)",
      before: old.worksheet.key.version, after: new.worksheet.key.version,
      nothing:
        "Versi \(old.worksheet.key.version) dan \(new.worksheet.key.version) KKTP \(old.worksheet.key.year) sama persis."
    ).output
  }

  /// The latest year that has both versions.
  private func commonYear(_ state: SessionState, _ first: String, _ second: String) throws(Problem) -> Int? {
    guard arguments.year() == nil else { return nil }
    let keys = state.worksheetKeys(try state.context(ofUnitIn: arguments))
    func years(_ version: String) -> Set<Int> {
      Set(keys.filter { $0.version.lowercased() == version.lowercased() }.map(\.year))
    }
    let both = years(first).intersection(years(second))
    if let current = state.worksheets.current?.year, both.contains(current) { return current }
    return both.max()
  }
}

/// Turns differences between worksheets into an answer.
struct ChangeReport {
  let changes: [WorksheetDifference.Change]
  let caption: String
  let before: String
  let after: String
  /// What is said when nothing differs.
  let nothing: String

  var output: Output {
    var document = Document()
    if changes.isEmpty {
      document.append(.note(Prose(nothing), tone: .warning))
    } else {
      document.append(.table(table))
    }
    return Output(document, result: .object([.init("perubahan", .array(changes.map { Self.json($0) }))]))
  }

  private var table: Table {
    var table = Table(
      caption: caption,
      columns: [
        .init("kode"), .init("kolom"), .init(before, shrinkPriority: 1), .init(after, shrinkPriority: 1),
      ])
    for change in changes {
      table.append([
        .text(change.code), .text(change.field), .text(change.before?.text ?? "–"),
        .text(change.after?.text ?? "–"),
      ])
    }
    return table
  }

  private static func json(_ change: WorksheetDifference.Change) -> JSONValue {
    .object([
      .init("kode", .string(change.code)), .init("kolom", .string(change.field)),
      .init("sebelum", json(change.before)), .init("sesudah", json(change.after)),
    ])
  }

  private static func json(_ content: WorksheetDifference.Content?) -> JSONValue {
    switch content {
    case .number(let value): .number(value)
    case .text(let text): .string(text)
    case nil: .null
    }
  }
}
