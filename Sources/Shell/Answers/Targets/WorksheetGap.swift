import Analysis

/// Something empty in a worksheet, with the question that fills it.
struct WorksheetGap: Hashable {
  /// The code it belongs to.
  var code: String
  /// The option of `kktp isi` that fills it.
  var field: String
  /// What is asked.
  var question: String

  /// Everything that is empty, in the order of the worksheet.
  static func all(in chosen: ChosenWorksheet) -> [WorksheetGap] {
    let year = chosen.worksheet.key.year
    let style = WorksheetAnswer.style
    var gaps: [WorksheetGap] = []
    func add(_ code: String, _ field: String, _ hint: String = "") {
      gaps.append(
        WorksheetGap(
          code: code, field: field, question: "\(code) \(field)" + (hint.isEmpty ? "" : " (\(hint))")))
    }
    for entry in chosen.worksheet.entries {
      for node in chosen.figures.structure.tree(of: entry.code) where !node.isComputed {
        guard let component = chosen.worksheet.component(node.code) else { continue }
        if component.expected == nil {
          let before = component.previousValue.map { "\(year - 1): \(style.text($0))" } ?? ""
          add(node.code, component.previousValue == nil ? "perkiraan" : "tambahan", before)
        }
        if component.followUps.isEmpty, (component.expectedGain ?? 0) != 0 { add(node.code, "tindak") }
      }
      if entry.previousActual == nil { add(entry.code, "nilai", "realisasi \(year - 1)") }
      if chosen.figures.target(of: entry) == nil { add(entry.code, "target", String(year)) }
      if entry.programmes.isEmpty { add(entry.code, "program") }
      if entry.reasoning.isEmpty { add(entry.code, "analisis", "“susun” menyusunnya dari angka") }
    }
    return gaps
  }
}
