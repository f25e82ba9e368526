import Analysis

/// `kktp tampil`: the worksheet with targets, components and what they give.
struct WorksheetShowCommand: Command {
  static let declaration = Declaration(
    "kktp tampil", aliases: ["worksheet show"],
    summary: "menampilkan KKTP dengan komponen, target, dan hitungannya",
    details: [
      "Tanpa pilihan menampilkan KKTP yang sedang dikerjakan, atau yang ada dalam data untuk tahun berikutnya.",
      "“dihitung” memakai rumus yang sama dengan pengukuran, dengan perkiraan komponen sebagai nilainya.",
    ],
    parameters: [Parameter("KODE", .code, .any, help: "indikator kunci; tanpa kode semuanya")],
    options: [.version, .worksheetYear, .unit],
    examples: [
      .init("kktp tampil", "KKTP yang sedang dikerjakan"),
      .init("kktp tampil IKPP tahun=2025 versi=awal", "IKPP dalam KKTP 2025 versi awal"),
    ],
    group: .targets)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let chosen = try session.state.chosenWorksheet(arguments)
    let codes = try chosen.entryCodes(arguments.values("KODE"), arguments: arguments)
    return WorksheetAnswer(chosen: chosen, codes: codes).output
  }
}

extension ChosenWorksheet {
  /// The key indicators that typed codes name; a component stands for the key indicators it is part of.
  func entryCodes(_ values: [Arguments.Value], arguments: Arguments) throws(Problem) -> [String] {
    var found: [String] = []
    for value in values {
      let code = try arguments.at(value) { () throws(Problem) in try entryCode(value.text) }
      if !found.contains(code) { found.append(code) }
    }
    return found
  }

  private func entryCode(_ text: String) throws(Problem) -> String {
    if let index = worksheet.entryIndex(text) { return worksheet.entries[index].code }
    if let place = worksheet.componentIndex(text) { return worksheet.entries[place.entry].code }
    let codes = worksheet.entries.map(\.code)
    let begun = codes.filter { $0.lowercased().hasPrefix(text.lowercased()) }
    if begun.count == 1 { return begun[0] }
    throw Problem(
      "“\(text)” tidak ada dalam \(title)", expected: "salah satu dari \(codes.joined(separator: ", "))",
      suggestions: Suggestion.nearest(to: text, among: worksheet.codes))
  }
}
