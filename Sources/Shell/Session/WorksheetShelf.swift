import Analysis

/// The worksheets of a session: those made or changed in it, and which one is being worked on.
struct WorksheetShelf: Hashable, Sendable {
  /// The worksheets in the order in which they were made.
  private(set) var sheets: [Worksheet] = []
  /// The worksheet that `kktp isi` writes to.
  var current: Worksheet.Key?

  /// The worksheet with a key.
  func sheet(_ key: Worksheet.Key) -> Worksheet? { sheets.first { $0.key.matches(key) } }

  /// Adds a worksheet or replaces the one with its key, and works on it from now on.
  mutating func put(_ worksheet: Worksheet) {
    if let index = sheets.firstIndex(where: { $0.key.matches(worksheet.key) }) {
      sheets[index] = worksheet
    } else {
      sheets.append(worksheet)
    }
    current = worksheet.key
  }
}

/// A worksheet with the context of its unit, in the worksheet's year.
struct ChosenWorksheet {
  /// The worksheet.
  var worksheet: Worksheet
  /// Its unit and year.
  var context: Context
  /// What its components give.
  var figures: WorksheetFigures

  init(_ worksheet: Worksheet, context: Context, model: FormulaModel) {
    self.worksheet = worksheet
    self.context = context.with(year: worksheet.key.year).with(period: 0)
    figures = WorksheetFigures(worksheet, model: model, context: context)
  }

  /// The worksheet in words: `KKTP 2026 versi awal`.
  var title: String { "KKTP \(worksheet.key.year) versi \(worksheet.key.version)" }
}
