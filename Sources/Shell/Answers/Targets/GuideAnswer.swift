import Analysis

/// What a guided round changed and what is still empty.
struct GuideAnswer {
  let before: ChosenWorksheet
  let after: ChosenWorksheet

  var output: Output {
    var document = Document()
    let difference = WorksheetDifference(from: before.figures, to: after.figures)
    if !difference.changes.isEmpty {
      let answer = ChangeAnswer(
        changes: difference.changes, caption: "Yang diisi dalam \(after.title)", before: "sebelum",
        after: "sesudah", nothing: "")
      document.append(answer.output.document)
    }
    let gaps = WorksheetGap.all(in: after)
    if gaps.isEmpty {
      document.append(.note(Prose("Semua bagian \(after.title) sudah terisi."), tone: .success))
    } else {
      var table = Table(
        caption: "Yang masih kosong dalam \(after.title)",
        columns: [.init("kode"), .init("kolom")])
      for gap in gaps { table.append([.text(gap.code), .text(gap.field)]) }
      table.footnotes = [
        "Isi dengan \(code: "kktp isi KODE kolom=…"), misalnya \(code: Self.command(gaps[0]))."
      ]
      document.append(.table(table))
    }
    return Output(
      document,
      result: .object([
        .init(
          "kosong",
          .array(gaps.map { .object([.init("kode", .string($0.code)), .init("kolom", .string($0.field))]) })),
        .init("perubahan", .integer(difference.changes.count)),
      ]))
  }

  private static func command(_ gap: WorksheetGap) -> String {
    let isText = ["tindak", "program", "analisis"].contains(gap.field)
    return "kktp isi \(gap.code) \(gap.field)=\(isText ? "\"…\"" : "…")"
  }
}
