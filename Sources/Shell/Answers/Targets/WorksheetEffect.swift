import Analysis

/// What an entry changed: the code itself and everything computed from it.
struct WorksheetEffect {
  let before: ChosenWorksheet
  let after: ChosenWorksheet
  let code: String

  private struct Change {
    var code: String
    var what: String
    var before: Double?
    var after: Double?
  }

  var output: Output {
    var document = Document()
    let changes = changes
    if changes.isEmpty {
      document.append(.note(Prose("\(code) dicatat; tidak ada angka yang berubah."), tone: .success))
    } else {
      document.append(.table(table(changes)))
    }
    for entry in after.worksheet.entries where changes.contains(where: { $0.code == entry.code }) {
      if let remark = remark(entry) { document.append(.paragraph(remark)) }
    }
    return Output(document, result: result(changes))
  }

  private var changes: [Change] {
    var found: [Change] = []
    for entry in after.worksheet.entries {
      let old = before.worksheet.entryIndex(entry.code).map { before.worksheet.entries[$0] }
      let oldTarget = old.flatMap { before.figures.target(of: $0) }
      let newTarget = after.figures.target(of: entry)
      for component in entry.components {
        let oldExpected = before.worksheet.component(component.code).flatMap {
          before.figures.expected(of: $0)
        }
        let newExpected = after.figures.expected(of: component)
        if oldExpected != newExpected {
          found.append(
            Change(code: component.code, what: "perkiraan", before: oldExpected, after: newExpected))
        }
      }
      let oldComputed = before.figures.computed(entry.code)?.value.value
      let newComputed = after.figures.computed(entry.code)?.value.value
      if oldComputed != newComputed {
        found.append(Change(code: entry.code, what: "dihitung", before: oldComputed, after: newComputed))
      }
      if oldTarget != newTarget {
        found.append(Change(code: entry.code, what: "target", before: oldTarget, after: newTarget))
      }
    }
    return found.enumerated().sorted {
      ($0.element.code != code ? 1 : 0, $0.offset) < ($1.element.code != code ? 1 : 0, $1.offset)
    }
    .map(\.element)
  }

  private func table(_ changes: [Change]) -> Table {
    var table = Table(
      caption: "Pengaruh pada \(after.title)",
      columns: [.init("kode"), .init("angka"), .number("sebelum"), .number("sesudah"), .number("selisih")])
    let style = NumberStyle.score.with(decimals: 2...4)
    for change in changes {
      let difference = change.before.flatMap { old in change.after.map { WorksheetAnswer.clean($0 - old) } }
      table.append([
        .text(change.code), .text(change.what), .number(change.before, style, reason: "belum ada"),
        .number(change.after, style, reason: "tidak ada lagi"),
        .number(difference, style.signed, reason: "tidak dapat dibandingkan"),
      ])
    }
    return table
  }

  /// What is worth saying of a key indicator whose target differs from its components.
  private func remark(_ entry: WorksheetEntry) -> Prose? {
    guard entry.target != nil, let difference = after.figures.difference(of: entry),
      let target = after.figures.target(of: entry),
      let computed = after.figures.computed(entry.code)?.value.value,
      !Worksheet.agrees(target, computed)
    else { return nil }
    let style = NumberStyle.score.with(decimals: 2...4)
    return
      "Target \(entry.code) \(Figure(target, style)) ditetapkan sendiri; komponennya memberi \(Figure(computed, style)) (selisih \(Figure(difference, style.signed)))."
  }

  private func result(_ changes: [Change]) -> JSONValue {
    .object([
      .init("kode", .string(code)), .init("versi", .string(after.worksheet.key.version)),
      .init("tahun", .integer(after.worksheet.key.year)),
      .init(
        "perubahan",
        .array(
          changes.map { change in
            .object([
              .init("kode", .string(change.code)), .init("angka", .string(change.what)),
              .init("sebelum", .optional(change.before)), .init("sesudah", .optional(change.after)),
            ])
          })),
    ])
  }
}
