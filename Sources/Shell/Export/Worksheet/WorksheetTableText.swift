import Analysis

/// A worksheet as the rows of a dataset's `kktp.csv`, so that it can be loaded again.
enum WorksheetTableText {
  /// The columns of `kktp.csv`.
  static let columns = [
    "unit", "tahun", "versi", "kode", "target_sebelum", "realisasi_sebelum", "target", "nilai_sebelum",
    "tambahan",
    "perkiraan", "tindak_lanjut", "analisis", "keterkaitan", "baris",
  ]

  /// The file's text.
  static func text(_ chosen: ChosenWorksheet) -> String {
    let sheet = chosen.worksheet
    let start = [Sanitizer.csv(sheet.key.unit), String(sheet.key.year), Sanitizer.csv(sheet.key.version)]
    var lines = [columns]
    for entry in sheet.entries {
      lines.append(
        start + [
          Sanitizer.csv(entry.code), number(entry.previousTarget), number(entry.previousActual),
          number(chosen.figures.target(of: entry)), "", "", "", followUps(entry.followUps),
          Sanitizer.csv(entry.reasoning),
          Sanitizer.csv(entry.programmes), Sanitizer.csv(entry.sourceLine),
        ])
      for node in chosen.figures.structure.tree(of: entry.code) {
        guard let component = sheet.component(node.code) else { continue }
        let expected = chosen.figures.expected(of: component)
        lines.append(
          start + [
            Sanitizer.csv(component.code), "", "", "", number(component.previousValue),
            number(component.gain),
            number(node.isComputed ? component.forecast ?? expected?.roundedHalfAway(places: 2) : expected),
            followUps(component.followUps), Sanitizer.csv(component.reasoning), "",
            Sanitizer.csv(component.sourceLine),
          ])
      }
    }
    return lines.map { $0.joined(separator: ",") + "\n" }.joined()
  }

  private static func number(_ value: Double?) -> String { value.map { JSONValue.number($0).text } ?? "" }

  private static func followUps(_ texts: [String]) -> String { Sanitizer.csv(texts.joined(separator: "|")) }
}
