import Analysis

/// What moved inside the indicators, and which of them need improvement; reasons are left to the planner.
enum AnalysisSection {
  /// The components of each composite key indicator beside their values of the year before.
  static func write(_ writer: inout DraftWriter) throws(Problem) {
    let model = try writer.state.requireModel()
    let graph = model.graphs[writer.context.dataset]
    for key in try writer.keyIndicators() {
      let code = writer.catalogue.indicators[key].code
      var evaluator = try writer.evaluator()
      let year = writer.context.year
      let items = graph.inputs[key].map {
        IndicatorYears($0, years: (year - 1)...year, evaluator: &evaluator)
      }
      let known = items.filter { $0.last.actual.number != nil }
      if !known.isEmpty {
        writer.generate(
          "analisis.\(code)", command: "jelaskan \(code)",
          [.table(table(known, code, year)), .paragraph(sentence(known, code, year))])
      }
      writer.placeholder("analisis penyebab keberhasilan atau kegagalan \(code)")
    }
  }

  private static func table(_ items: [IndicatorYears], _ code: String, _ year: Int) -> Table {
    var table = Table(
      caption: "Komponen \(code) tahun \(year - 1) dan \(year)",
      columns: [
        .init("komponen"), .init("nama", shrinkPriority: 1), .number(String(year - 1)), .number(String(year)),
        .number("perubahan"),
      ])
    for item in items {
      table.append([
        .text(item.indicator.code), .text(item.indicator.name), item.actualCell(item.years[0]),
        item.actualCell(item.last),
        .number(change(item), item.style.signed, reason: "nilai tahun \(year - 1) tidak ada"),
      ])
    }
    return table
  }

  private static func change(_ item: IndicatorYears) -> Double? {
    guard let now = item.last.actual.number, let before = item.years[0].actual.number else { return nil }
    return now - before
  }

  private static func sentence(_ items: [IndicatorYears], _ code: String, _ year: Int) -> Prose {
    let changes = items.compactMap { item in change(item).map { (item: item, value: $0) } }
    guard !changes.isEmpty else {
      return
        "Perubahan komponen \(code) belum dapat dibandingkan karena nilai tahun \(year - 1) tidak ada datanya."
    }
    let gain = { (entry: (item: IndicatorYears, value: Double)) in
      entry.item.indicator.direction == .rising ? entry.value : -entry.value
    }
    var pieces: [Prose] = []
    if let best = changes.max(by: { gain($0) < gain($1) }), gain(best) > 0 {
      pieces.append(
        "perbaikan terbesar terjadi pada \(best.item.indicator.code) (\(figure(best.value, best.item)))")
    }
    if let worst = changes.min(by: { gain($0) < gain($1) }), gain(worst) < 0 {
      pieces.append(
        "penurunan mutu terbesar pada \(worst.item.indicator.code) (\(figure(worst.value, worst.item)))")
    }
    guard !pieces.isEmpty else { return "Komponen \(code) tidak berubah dibandingkan tahun \(year - 1)." }
    return "Di antara komponen \(code), dibandingkan tahun \(year - 1), " + Sentence.list(pieces) + "."
  }

  private static func figure(_ value: Double, _ item: IndicatorYears) -> Figure {
    Figure(value, item.style.signed)
  }

  /// The indicators below target, worst first, with a place for what will be done.
  static func improvement(_ writer: inout DraftWriter) throws(Problem) {
    var evaluator = try writer.evaluator()
    let model = try writer.state.requireModel()
    let year = writer.context.year
    let missed = model.targetedIndicators(in: writer.context)
      .map { IndicatorYears($0, years: year...year, evaluator: &evaluator) }
      .filter { ($0.last.percent.number ?? 100) < 100 }
      .sorted { ($0.last.percent.number ?? 0, $0.index) < ($1.last.percent.number ?? 0, $1.index) }
    guard !missed.isEmpty else {
      writer.generate(
        "perbaikan", [.paragraph("Semua indikator yang terukur mencapai target tahun \(year).")])
      return writer.placeholder("langkah mempertahankan capaian")
    }
    var table = Table(
      caption: "Indikator yang belum mencapai target tahun \(year)",
      columns: [.init("kode"), .init("indikator", shrinkPriority: 1), .number("capaian (%)")])
    for item in missed {
      table.append([.text(item.indicator.code), .text(item.indicator.name), item.percentCell(item.last)])
    }
    writer.generate("perbaikan", command: "capaian", [.table(table)])
    for item in missed.prefix(10) {
      writer.placeholder("langkah perbaikan \(item.indicator.code): kegiatan, penanggung jawab, dan waktu")
    }
  }
}
