/// Checks and writes entries.
struct WorksheetEditor {
  let model: FormulaModel
  let context: Context

  private var catalogue: Catalogue { model.catalogue(of: context) }

  func applied(_ edit: WorksheetEdit, to code: String, in worksheet: Worksheet) throws(Problem) -> Worksheet {
    var result = worksheet
    if let index = worksheet.entryIndex(code) {
      try write(edit, to: &result.entries[index])
      return result
    }
    let place = try placeOrAdd(code, in: &result)
    let structure = WorksheetStructure(result, model: model, context: context)
    try write(
      edit, to: &result.entries[place.entry].components[place.component],
      isComputed: structure.isComputed(result.entries[place.entry].components[place.component].code))
    return result
  }

  private func placeOrAdd(_ code: String, in worksheet: inout Worksheet) throws(Problem) -> (
    entry: Int, component: Int
  ) {
    if let place = worksheet.componentIndex(code) { return place }
    let graph = model.graphs[context.dataset]
    if let index = catalogue.indicator(code) {
      for (entry, found) in worksheet.entries.enumerated() {
        guard let owner = catalogue.indicator(found.code), graph.ancestors(of: owner).contains(index) else {
          continue
        }
        var maker = WorksheetMaker(model: model, now: context, before: context.with(year: context.year - 1))
        worksheet.entries[entry].components.append(maker.component(index))
        return (entry, worksheet.entries[entry].components.count - 1)
      }
    }
    throw Problem(
      "“\(code)” bukan indikator atau komponen dalam KKTP \(worksheet.key.year) versi \(worksheet.key.version)",
      expected: "indikator kunci (\(worksheet.entries.map(\.code).joined(separator: ", "))) atau komponennya",
      suggestions: Suggestion.nearest(to: code, among: worksheet.codes))
  }

  private func write(_ edit: WorksheetEdit, to entry: inout WorksheetEntry) throws(Problem) {
    if edit.forecast != nil {
      throw Problem(
        "\(entry.code) adalah indikator kunci, bukan komponen", expected: "target= untuk \(entry.code)")
    }
    if edit.gain != nil, edit.target != nil {
      throw Problem(
        "tambahan dan target diberikan sekaligus untuk \(entry.code)", expected: "salah satu saja")
    }
    if let previous = edit.previous { entry.previousActual = try checked(previous, of: entry.code, "nilai") }
    if let previous = edit.previousTarget {
      entry.previousTarget = try checked(previous, of: entry.code, "target_sebelum")
    }
    if let target = edit.target { entry.target = try checked(target, of: entry.code, "target") }
    if let gain = edit.gain {
      guard let before = entry.previousActual else {
        throw Problem(
          "realisasi \(context.year - 1) \(entry.code) belum ada sehingga tambahan tidak dapat dipakai",
          kind: .data, expected: "target= atau nilai= lebih dahulu")
      }
      let target =
        gain.value.map { WorksheetEdit.Entry.number(WorksheetComponent.sum(before, $0)) } ?? .cleared
      entry.target = try checked(target, of: entry.code, "target")
    }
    if edit.target != nil || edit.gain != nil { entry.choice = nil }
    if let followUps = edit.followUps { entry.followUps = followUps }
    entry.followUps += edit.addedFollowUps
    if let reasoning = edit.reasoning { entry.reasoning = reasoning }
    if let programmes = edit.programmes { entry.programmes = programmes }
  }

  private func write(_ edit: WorksheetEdit, to component: inout WorksheetComponent, isComputed: Bool)
    throws(Problem)
  {
    let code = component.code
    if edit.target != nil || edit.previousTarget != nil || edit.programmes != nil {
      throw Problem(
        "\(code) adalah komponen: target dan program hanya untuk indikator kunci",
        expected: "tambahan= atau perkiraan= untuk \(code)")
    }
    if edit.gain != nil, edit.forecast != nil {
      throw Problem("tambahan dan perkiraan diberikan sekaligus untuk \(code)", expected: "salah satu saja")
    }
    if isComputed, edit.gain != nil || edit.forecast?.value != nil {
      throw Problem(
        "\(code) dihitung dari komponennya", expected: "tambahan= atau perkiraan= pada komponen \(code)")
    }
    if let previous = edit.previous { component.previousValue = try checked(previous, of: code, "nilai") }
    if edit.previous != nil, component.gain != nil { component.forecast = nil }
    if let gain = edit.gain {
      component.gain = gain.value
      component.forecast = nil
      guard gain == .cleared || component.previousValue != nil else {
        throw Problem(
          "nilai \(context.year - 1) \(code) belum ada sehingga tambahan tidak dapat dipakai", kind: .data,
          expected: "perkiraan= atau nilai= lebih dahulu")
      }
    }
    if let forecast = edit.forecast {
      component.forecast = forecast.value
      component.gain = nil
    }
    if let expected = component.expected { _ = try checked(.number(expected), of: code, "perkiraan") }
    if let followUps = edit.followUps { component.followUps = followUps }
    component.followUps += edit.addedFollowUps
    if let reasoning = edit.reasoning { component.reasoning = reasoning }
  }

  /// Refuses a number outside the bounds of its indicator.
  func check(_ value: Double?, of code: String, _ field: String) throws(Problem) {
    if let value { _ = try checked(.number(value), of: code, field) }
  }

  /// A number inside the bounds of its indicator.
  private func checked(_ entry: WorksheetEdit.Entry, of code: String, _ field: String) throws(Problem)
    -> Double?
  {
    guard let value = entry.value else { return nil }
    guard let index = catalogue.indicator(code) else { return value }
    let indicator = catalogue.indicators[index]
    let isInside = value >= indicator.minimum ?? -.infinity && value <= indicator.maximum ?? .infinity
    guard value.isFinite, isInside else {
      let style = NumberStyle.plain
      let range = [
        indicator.minimum.map { "paling kecil \(style.text($0))" },
        indicator.maximum.map { "paling besar \(style.text($0))" },
      ].compactMap { $0 }.joined(separator: " dan ")
      throw Problem("\(field) \(style.text(value)) di luar batas \(code)", expected: range)
    }
    return value
  }
}
