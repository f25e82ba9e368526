import Analysis

extension SessionState {
  /// The worksheets known for a context's unit: those of the data, then those made in the session.
  func worksheetKeys(_ context: Context) -> [Worksheet.Key] {
    var keys = Worksheet.keys(in: dataset(of: context), unit: context.unit)
    let unit = unitName(context)
    for sheet in worksheets.sheets
    where sheet.key.unit == unit && !keys.contains(where: { $0.matches(sheet.key) }) {
      keys.append(sheet.key)
    }
    return keys
  }

  /// A worksheet: the session's own where there is one, else the one in the data.
  func worksheet(_ key: Worksheet.Key, in context: Context) throws(Problem) -> Worksheet? {
    if let sheet = worksheets.sheet(key) { return sheet }
    return Worksheet(key, rowsOf: try requireModel(), context: context)
  }

  /// The worksheet that options `unit`, `tahun` and `versi` ask for.
  ///
  /// Without them it is the one being worked on, else the one for the year after the context's, else the
  /// context's.
  func chosenWorksheet(
    _ arguments: Arguments, defaultYear: Int? = nil, version: String? = nil
  ) throws(Problem) -> ChosenWorksheet {
    let context = try context(ofUnitIn: arguments)
    let unit = unitName(context)
    let year = arguments.year() ?? defaultYear
    let version = version ?? arguments.option("versi")?.text
    var keys = worksheetKeys(context)
    if let year { keys = keys.filter { $0.year == year } }
    if let version { keys = keys.filter { $0.version.lowercased() == version.lowercased() } }
    let current = worksheets.current.flatMap { key in keys.first { $0.matches(key) } }
    let preferred = [context.year + 1, context.year].lazy.compactMap { year in keys.last { $0.year == year } }
      .first
    guard let key = current ?? preferred ?? keys.last, let sheet = try worksheet(key, in: context) else {
      throw noWorksheet(year: year, version: version, unit: unit, context: context)
    }
    return ChosenWorksheet(sheet, context: context, model: try requireModel())
  }

  private func noWorksheet(year: Int?, version: String?, unit: String, context: Context) -> Problem {
    let wanted = [year.map { " \($0)" } ?? "", version.map { " versi \($0)" } ?? ""].joined()
    let known = worksheetKeys(context).map { "\($0.year) \($0.version)" }
    return Problem(
      "KKTP\(wanted) \(unit) belum ada", kind: .data,
      expected: known.isEmpty
        ? "buat dahulu dengan kktp buat" : "salah satu dari \(known.joined(separator: ", "))",
      suggestions: ["kktp buat \(year ?? context.year + 1)"])
  }

  /// The worksheet of the context's unit that is being worked on, to be changed.
  func currentWorksheet() throws(Problem) -> ChosenWorksheet {
    let context = try requireContext()
    let unit = unitName(context)
    let current = worksheets.current.flatMap { $0.unit == unit ? worksheets.sheet($0) : nil }
    guard let sheet = current ?? worksheets.sheets.last(where: { $0.key.unit == unit }) else {
      throw Problem(
        "belum ada KKTP \(unit) yang dikerjakan", kind: .data, expected: "kktp buat TAHUN lebih dahulu",
        suggestions: ["kktp buat \(context.year + 1)"])
    }
    return ChosenWorksheet(sheet, context: context, model: try requireModel())
  }
}

extension Option {
  /// The version of a worksheet.
  static let version = Option(
    "versi", alias: "version", .text, help: "versi KKTP, misalnya awal atau perubahan")
  /// The year of a worksheet.
  static let worksheetYear = Option("tahun", alias: "year", .year, help: "tahun KKTP")
}
