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
    return ChangeAnswer(
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
