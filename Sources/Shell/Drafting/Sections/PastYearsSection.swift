import Analysis

/// The year beside the two years before it.
enum PastYearsSection {
  static func write(_ writer: inout DraftWriter) throws(Problem) {
    let year = writer.context.year
    var evaluator = try writer.evaluator()
    var items: [IndicatorYears] = []
    for key in try writer.keyIndicators() {
      items.append(IndicatorYears(key, years: (year - 2)...year, evaluator: &evaluator))
    }
    var blocks: [Block] = [.table(actuals(items, year)), .table(percents(items, year))]
    blocks += items.compactMap(sentence).map { .paragraph($0) }
    writer.generate(
      "capaian.tahun-lalu", command: "lihat " + items.map(\.indicator.code).joined(separator: " "), blocks)
  }

  private static func actuals(_ items: [IndicatorYears], _ year: Int) -> Table {
    var columns: [Table.Column] = [.init("kode")]
    columns += ((year - 2)...year).map { .number(String($0)) }
    columns.append(.number("perubahan"))
    var table = Table(caption: "Realisasi \(year - 2)–\(year)", columns: columns)
    for item in items {
      let cells = item.years.map { item.actualCell($0) }
      table.append([.text(item.indicator.code)] + cells + [.figure(change(item))])
    }
    table.footnotes.append("Perubahan adalah selisih terhadap tahun \(year - 1).")
    return table
  }

  private static func percents(_ items: [IndicatorYears], _ year: Int) -> Table {
    var columns: [Table.Column] = [.init("kode")]
    columns += ((year - 2)...year).map { .number(String($0)) }
    var table = Table(caption: "Capaian \(year - 2)–\(year) (%)", columns: columns)
    for item in items { table.append([.text(item.indicator.code)] + item.years.map { item.percentCell($0) }) }
    return table
  }

  private static func change(_ item: IndicatorYears) -> Figure {
    guard item.years.count > 1, let now = item.last.actual.number,
      let before = item.years[item.years.count - 2].actual.number
    else { return Figure(nil, .difference, reason: "tidak ada realisasi kedua tahun") }
    return Figure(now - before, item.style.signed, origin: .computed("selisih dua tahun", from: []))
  }

  private static func sentence(_ item: IndicatorYears) -> Prose? {
    guard let now = item.last.actual.number else { return nil }
    let earlier = item.years.dropLast().filter { $0.actual.number != nil }
    guard let before = earlier.last, let value = before.actual.number else {
      return
        "Realisasi \(item.indicator.code) tahun \(item.last.year) belum dapat dibandingkan karena dua tahun sebelumnya tidak ada datanya."
    }
    let movement = Sentence.movement(from: value, to: now)
    var text: Prose = "Realisasi \(item.indicator.code) \(movement)"
    if now == value {
      text = text + " pada \(figure(now, item)) seperti tahun \(before.year)"
    } else {
      text =
        text
        + " dari \(figure(value, item)) pada tahun \(before.year) menjadi \(figure(now, item)) pada tahun \(item.last.year)"
    }
    text = text + Prose(Sentence.meaning(from: value, to: now, item.indicator.direction))
    if let first = earlier.first, first.year != before.year, let start = first.actual.number {
      let comparison = Sentence.comparison(now, start)
      text = text + "; nilai itu \(comparison) realisasi tahun \(first.year) sebesar \(figure(start, item))"
    }
    return text + "."
  }

  private static func figure(_ value: Double, _ item: IndicatorYears) -> Figure { Figure(value, item.style) }
}
