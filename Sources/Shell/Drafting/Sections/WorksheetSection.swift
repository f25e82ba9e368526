import Analysis

/// The target-setting worksheet of the next year.
enum WorksheetSection {
  static func write(_ writer: inout DraftWriter) throws(Problem) {
    writer.heading("Penetapan target tahun \(writer.context.year + 1)")
    try table(&writer)
    writer.heading("Dasar pertimbangan")
    for entry in try sheet(writer)?.entries ?? [] {
      if entry.reasoning.isEmpty {
        writer.placeholder("dasar pertimbangan target \(entry.code)")
      } else {
        writer.generate(
          "kktp.alasan.\(entry.code)", command: "kktp tampil", [.paragraph(Prose(entry.reasoning))])
      }
    }
  }

  /// The worksheet for the year after the draft's: the session's own, else the last version in the data.
  static func sheet(_ writer: DraftWriter) throws(Problem) -> Worksheet? {
    let year = writer.context.year + 1
    guard let key = writer.state.worksheetKeys(writer.context).last(where: { $0.year == year }) else {
      return nil
    }
    return try writer.state.worksheet(key, in: writer.context)
  }

  /// Targets, and what each component is expected to add.
  static func table(_ writer: inout DraftWriter) throws(Problem) {
    let year = writer.context.year + 1
    guard let sheet = try sheet(writer) else {
      writer.generate(
        "kktp.target",
        [
          .note(
            "Kertas kerja penetapan target tahun \(year) untuk \(writer.unit) belum ada dalam data.",
            tone: .warning)
        ])
      return writer.placeholder("target tahun \(year) setiap indikator utama (buat dengan kktp buat \(year))")
    }
    var blocks: [Block] = [.table(targets(sheet, writer.catalogue, year))]
    if let components = components(sheet, writer.catalogue, year) { blocks.append(.table(components)) }
    blocks += sheet.entries.compactMap { sentence($0, writer.catalogue, year) }.map { .paragraph($0) }
    writer.generate("kktp.target", command: "kktp tampil", blocks)
  }

  private static let style = NumberStyle.score.with(decimals: 2...4)
  private static let notStated = "tidak tercantum dalam kertas kerja"

  private static func targets(_ sheet: Worksheet, _ catalogue: Catalogue, _ year: Int) -> Table {
    var table = Table(
      caption: "Target tahun \(year)",
      columns: [
        .init("kode"), .init("indikator", shrinkPriority: 1), .number("target \(year - 1)"),
        .number("realisasi \(year - 1)"), .number("target \(year)"), .number("kenaikan"),
      ])
    for row in sheet.entries {
      let title = catalogue.indicator(row.code).map { catalogue.indicators[$0].title } ?? row.code
      table.append([
        .text(row.code), .text(title), .number(row.previousTarget, style, reason: notStated),
        .number(row.previousActual, style, reason: notStated),
        .number(row.target, style, reason: "belum ditetapkan"),
        .number(difference(row), style.signed, reason: "realisasi sebelumnya tidak tercantum"),
      ])
    }
    table.footnotes.append("Kenaikan adalah selisih target terhadap realisasi tahun \(year - 1).")
    return table
  }

  private static func difference(_ row: WorksheetEntry) -> Double? {
    guard let target = row.target, let before = row.previousActual else { return nil }
    return target - before
  }

  private static func components(_ sheet: Worksheet, _ catalogue: Catalogue, _ year: Int) -> Table? {
    let parts = sheet.entries.flatMap(\.components).filter { $0.expected != nil || $0.gain != nil }
    guard !parts.isEmpty else { return nil }
    var table = Table(
      caption: "Perkiraan komponen tahun \(year)",
      columns: [
        .init("kode"), .init("komponen", shrinkPriority: 1), .number("nilai \(year - 1)"),
        .number("tambahan"),
        .number("perkiraan \(year)"),
      ])
    for row in parts {
      let title = catalogue.indicator(row.code).map { catalogue.indicators[$0].title } ?? row.code
      table.append([
        .text(row.code), .text(title), .number(row.previousValue, style, reason: notStated),
        .number(row.gain, style.signed, reason: notStated),
        .number(row.expected, style, reason: notStated),
      ])
    }
    return table
  }

  private static func sentence(_ row: WorksheetEntry, _ catalogue: Catalogue, _ year: Int) -> Prose? {
    guard let target = row.target, let before = row.previousActual, let change = difference(row) else {
      return nil
    }
    let direction = catalogue.indicator(row.code).map { catalogue.indicators[$0].direction } ?? .rising
    let goal: Prose = "Target \(row.code) tahun \(year) ditetapkan \(Figure(target, style))"
    if change == 0 { return goal + ", sama dengan realisasi tahun \(year - 1)." }
    let comparison = Sentence.comparison(target, before)
    let isWeaker = (change > 0) != (direction == .rising)
    return goal + ", \(comparison) realisasi tahun \(year - 1) sebesar \(Figure(before, style))"
      + Prose(
        isWeaker ? "; target itu lebih rendah mutunya daripada yang sudah dicapai dan perlu alasan." : ".")
  }
}
