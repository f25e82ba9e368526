import Analysis

/// Turns forecasts beside results into an answer.
struct EvaluationAnswer {
  let chosen: ChosenWorksheet
  let evaluation: WorksheetEvaluation

  private var year: Int { chosen.worksheet.key.year }

  var output: Output {
    Output(Document([.table(table), .paragraph(summary)]), result: result)
  }

  private var table: Table {
    var table = Table(
      caption: "Evaluasi \(chosen.title)",
      columns: [
        .init("kode"), .number("perkiraan"), .number("realisasi"), .number("selisih"),
        .init("capai", .center),
      ])
    let style = WorksheetAnswer.style
    for row in evaluation.rows {
      let why = row.expected == nil ? "tidak ada perkiraan" : row.actual.reason
      table.append(
        [
          .text(row.code), .number(row.expected, style, reason: "tidak ada perkiraan"),
          .number(row.actual.value, style, origin: row.source.map { .row($0) }, reason: row.actual.reason),
          .number(row.difference, style.signed, reason: why),
          .text(row.isReached.map { $0 ? "ya" : "tidak" } ?? "–"),
        ], role: row.isKey ? .group : .body, depth: max(row.depth - 1, 0))
    }
    return table
  }

  private var summary: Prose {
    let judged = evaluation.rows.filter { $0.isReached != nil }
    let reached = judged.count { $0.isReached == true }
    var text: Prose =
      "Dari \(judged.count) target dan perkiraan yang dapat dinilai, \(reached) tercapai dan \(judged.count - reached) tidak."
    let missed = judged.filter { $0.isReached == false && !$0.isKey }
      .sorted { abs(relative($0)) > abs(relative($1)) }
    if let worst = missed.first, let difference = worst.difference {
      text =
        text + " Meleset paling jauh: \(worst.code) (\(Figure(difference, WorksheetAnswer.style.signed)))."
    }
    let open = evaluation.rows.count - judged.count
    return open == 0 ? text : text + " \(open) lainnya belum dapat dinilai."
  }

  private func relative(_ row: WorksheetEvaluation.Row) -> Double {
    guard let difference = row.difference, let expected = row.expected, expected != 0 else { return 0 }
    return difference / expected
  }

  private var result: JSONValue {
    .object([
      .init("unit", .string(chosen.worksheet.key.unit)), .init("tahun", .integer(year)),
      .init("versi", .string(chosen.worksheet.key.version)),
      .init("baris", .array(evaluation.rows.map { json($0) })),
    ])
  }

  private func json(_ row: WorksheetEvaluation.Row) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("kode", .string(row.code)), .init("jenis", .string(row.isKey ? "indikator" : "komponen")),
      .init("nilai_sebelum", .optional(row.previous)),
      .init(row.isKey ? "target" : "perkiraan", .optional(row.expected)),
      .init("realisasi", .optional(row.actual.value)), .init("selisih", .optional(row.difference)),
      .init("tercapai", row.isReached.map { .bool($0) } ?? .null), .init("kemajuan", .optional(row.progress)),
    ]
    if !row.actual.reason.isEmpty { members.append(.init("sebab", .string(row.actual.reason))) }
    return .object(members)
  }
}
