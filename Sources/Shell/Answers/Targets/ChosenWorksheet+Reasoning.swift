import Analysis

extension ChosenWorksheet {
  /// The reasoning that stands for a drafted one when it is typed.
  static let draftWord = "susun"

  /// An entry whose reasoning `susun` is replaced by one drafted from the numbers.
  func drafting(_ edit: WorksheetEdit, of code: String) -> WorksheetEdit {
    guard edit.reasoning?.lowercased() == Self.draftWord, let index = worksheet.entryIndex(code) else {
      return edit
    }
    let entry = worksheet.entries[index]
    let target = edit.target?.value ?? figures.target(of: entry)
    guard let target, let history = TargetHistory(entry, model: figures.model, context: context) else {
      return edit
    }
    let isOwn = entry.target != nil || edit.target?.value != nil
    var drafted = edit
    drafted.reasoning = reasoning(
      history, target, method: isOwn ? "penetapan sendiri" : TargetMethod.components.title)
    return drafted
  }

  /// The drafted reasoning for a target.
  func reasoning(_ history: TargetHistory, _ target: Double, method: String) -> String {
    let entry = worksheet.entryIndex(history.indicator.code).map { worksheet.entries[$0] }
    let leaves = entry?.components.filter { !figures.structure.isComputed($0.code) } ?? []
    let gains = leaves.compactMap { component in component.expectedGain.map { (component.code, $0) } }
      .filter { $0.1 > 0 }.enumerated().sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
      .prefix(3)
      .map { "\($0.element.0) \(WorksheetAnswer.style.signed.text($0.element.1))" }
    return TargetReasoning(
      history: history, target: target, method: method, rules: figures.model.rules[context.dataset],
      gains: gains
    ).text
  }
}
