import Analysis

/// The results beside those of the regency, the province and the country.
enum HigherLevelsSection {
  static func write(_ writer: inout DraftWriter) throws(Problem) {
    let names = try others(writer)
    guard !names.isEmpty else {
      writer.generate(
        "capaian.tingkat-atas",
        [.note("Data tidak memuat realisasi kabupaten, provinsi, atau nasional.", tone: .warning)])
      return writer.placeholder("perbandingan dengan tingkat yang lebih tinggi")
    }
    var evaluator = try writer.evaluator()
    let comparisons = try writer.keyIndicators().map {
      UnitComparison($0, base: writer.context, units: names, evaluator: &evaluator)
    }
    let known = comparisons.filter { comparison in
      comparison.base?.value.number != nil
        && comparison.rows.contains { !$0.isBase && $0.value.number != nil }
    }
    let codes = known.map(\.code).joined(separator: " ")
    writer.generate(
      "capaian.tingkat-atas", command: codes.isEmpty ? "" : "banding \(codes)",
      [.table(table(known, names))] + known.map { .paragraph(sentence($0)) })
  }

  /// Units of the dataset that are neither the unit itself nor like it, nearest level first.
  private static func others(_ writer: DraftWriter) throws(Problem) -> [String] {
    let dataset = writer.state.dataset(of: writer.context)
    let levels = ["kabupaten", "kota", "provinsi", "nasional"]
    let found = dataset.units.texts.compactMap { name -> (level: Int, name: String)? in
      guard name != writer.unit else { return nil }
      return levels.firstIndex { name.lowercased().hasPrefix($0) }.map { ($0, name) }
    }
    return found.sorted { ($0.level, $0.name) < ($1.level, $1.name) }.map(\.name)
  }

  private static func table(_ items: [UnitComparison], _ names: [String]) -> Table {
    var columns: [Table.Column] = [.init("kode"), .number("unit ini")]
    columns += names.map { .number($0) }
    var table = Table(caption: "Realisasi dibandingkan tingkat yang lebih tinggi", columns: columns)
    let style = NumberStyle.score.with(decimals: 2...4)
    for item in items {
      var cells: [Table.Cell] = [.text(item.code)]
      let base = item.base
      cells.append(.number(base?.value.number, style, origin: base?.origin, reason: base?.value.reason ?? ""))
      for name in names {
        let row = item.rows.first { !$0.isBase && $0.unit == name }
        cells.append(
          .number(row?.value.number, style, origin: row?.origin, reason: row?.value.missing?.root ?? ""))
      }
      table.append(cells)
    }
    for item in items {
      for row in item.rows where !row.isBase && row.value.number != nil && !row.remarks.isEmpty {
        table.footnotes.append("\(item.code) \(row.unit): \(row.remarks.joined(separator: ", ")).")
      }
    }
    return table
  }

  private static func sentence(_ item: UnitComparison) -> Prose {
    let style = NumberStyle.score.with(decimals: 2...4)
    guard let base = item.base, let value = base.value.number else { return "" }
    let pieces = item.rows.compactMap { row -> Prose? in
      guard !row.isBase, row.isComparable, let other = row.value.number else { return nil }
      let year = row.context.year == item.year ? "" : " tahun \(row.context.year)"
      return
        "\(Sentence.comparison(value, other)) \(row.unit)\(year) (\(Figure(other, style, origin: row.origin)))"
    }
    guard !pieces.isEmpty else { return "\(item.code) tidak mempunyai pembanding yang skalanya sama." }
    return "Realisasi \(item.code) sebesar \(Figure(value, style, origin: base.origin)) "
      + Sentence.list(pieces) + "."
  }
}
