import Analysis

/// How far the results have come towards the targets at the end of the mid-term plan.
enum MidTermSection {
  static func write(_ writer: inout DraftWriter) throws(Problem) {
    var evaluator = try writer.evaluator()
    let keys = try writer.keyIndicators()
    let progress = keys.map { MidTermProgress($0, in: writer.context, evaluator: &evaluator) }
    let known = progress.filter { $0.target.number != nil }
    guard !known.isEmpty else {
      writer.generate(
        "capaian.renstra",
        [
          .note(
            "Data tidak memuat target akhir Renstra untuk indikator utama \(writer.unit).", tone: .warning)
        ])
      return writer.placeholder("perbandingan dengan target jangka menengah")
    }
    let catalogue = writer.catalogue
    writer.generate(
      "capaian.renstra",
      command: "banding " + known.map { catalogue.indicators[$0.indicator].code }.joined(separator: " ")
        + " dengan=renstra",
      [.table(table(known, catalogue, writer.context.year))]
        + known.map { .paragraph(sentence($0, catalogue)) })
  }

  private static func table(_ items: [MidTermProgress], _ catalogue: Catalogue, _ year: Int) -> Table {
    var table = Table(
      caption: "Kemajuan menuju target jangka menengah",
      columns: [
        .init("kode"), .number("realisasi \(year)"), .init("tahun akhir", .right), .number("target akhir"),
        .number("kemajuan (%)"), .number("sisa"),
      ])
    for item in items {
      let style = NumberStyle.score.with(decimals: 2...4)
      table.append([
        .text(catalogue.indicators[item.indicator].code),
        .number(item.actual.number, style, reason: item.actual.missing?.root ?? ""),
        .text(item.endYear.map(String.init) ?? "–"),
        .number(item.target.number, style, origin: item.origin, reason: item.target.missing?.root ?? ""),
        .number(item.progress.value, .score, reason: item.progress.reason),
        .number(item.remaining.value, style, reason: item.remaining.reason),
      ])
    }
    table.footnotes.append(
      "Sisa adalah yang masih harus ditambah; bertanda minus bila target akhir sudah dilampaui.")
    return table
  }

  private static func sentence(_ item: MidTermProgress, _ catalogue: Catalogue) -> Prose {
    let code = catalogue.indicators[item.indicator].code
    let style = NumberStyle.score.with(decimals: 2...4)
    guard let target = item.target.number, let progress = item.progress.value, let end = item.endYear,
      let remaining = item.remaining.value
    else { return "Kemajuan \(code) belum dapat dihitung: \(item.progress.reason)." }
    let start: Prose =
      "Tingkat kemajuan \(code) terhadap target akhir tahun \(end) sebesar \(Figure(target, style, origin: item.origin)) adalah \(Figure(progress, .percent))"
    if remaining <= 0 { return start + ", sehingga target akhir sudah tercapai." }
    return start + "; masih diperlukan perbaikan \(Figure(remaining, style)) sampai tahun itu."
  }
}
