import Analysis

/// Turns differences between worksheets into an answer.
struct ChangeAnswer {
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
