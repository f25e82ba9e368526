import Analysis

/// Formal sentences about units beside each other and about mid-term targets, made from the numbers.
struct ComparisonNarrative {
  let state: SessionState

  /// Above or below whom, by how much, and the rank.
  func sentence(_ comparison: UnitComparison) -> Prose {
    guard let base = comparison.base, let value = base.value.number else {
      let unit = comparison.base?.unit ?? ""
      let subject = "\(comparison.code) \(unit)"
      return "\(subject) tidak mempunyai nilai tahun \(comparison.year), sehingga tidak dapat dibandingkan."
    }
    let style = Self.style(comparison)
    var text: Prose = "\(comparison.code) \(base.unit) \(comparison.year) sebesar \(Figure(value, style))"
    let parts = comparison.rows.filter { !$0.isBase && $0.difference.value != nil }
    for (index, row) in parts.enumerated() {
      let joint = index == 0 ? ": " : index == parts.count - 1 ? " dan " : ", "
      text = text + Prose(joint) + relation(row, comparison, style)
    }
    text = text + "."
    if let rank = base.rank, comparison.rankedCount > 1 {
      text = text + " Urutan \(rank) dari \(comparison.rankedCount) nilai yang sebanding."
    }
    return text
  }

  private func relation(_ row: UnitComparison.Row, _ comparison: UnitComparison, _ style: NumberStyle)
    -> Prose
  {
    guard let difference = row.difference.value, let value = row.value.number else { return "" }
    let year = row.context.year == comparison.year ? "" : " tahun \(row.context.year)"
    let name = "\(row.unit)\(year) (\(style.text(value)))"
    if difference == 0 { return "sama dengan \(name)" }
    let size = Figure(abs(difference), style)
    return "\(size) di \(difference > 0 ? "atas" : "bawah") \(name)"
  }

  /// How far the end target is, and what is needed each year.
  func sentence(_ item: MidTermProgress) -> Prose {
    let indicator = state.dataset(of: item.context).catalogue.indicators[item.indicator]
    let unit = state.unitName(item.context)
    guard let target = item.target.number, let endYear = item.endYear else {
      return Prose(item.target.reason + ".")
    }
    guard let actual = item.actual.number, let remaining = item.remaining.value else {
      return Prose("\(item.actual.reason), sehingga kemajuan \(indicator.code) tidak dapat dihitung.")
    }
    let style = Self.style(indicator.measure, [actual, target])
    let subject = "\(indicator.code) \(unit) \(item.context.year)"
    let start: Prose =
      "\(subject) sebesar \(Figure(actual, style)), target akhir renstra \(endYear) sebesar \(Figure(target, style))"
    let progress =
      item.progress.value.map { Prose(" (tingkat kemajuan \(NumberStyle.percent.text($0)))") } ?? ""
    if item.isReached == true {
      let past: Prose =
        remaining == 0
        ? ": target sudah tercapai tepat"
        : ": target sudah terlampaui \(Figure(abs(remaining), style)); target itu tidak lagi mendorong perbaikan"
      return start + progress + past + "."
    }
    guard let gain = item.yearlyGain.value else {
      return start + progress + Prose(": belum tercapai, \(item.yearlyGain.reason).")
    }
    let verb = gain > 0 ? "naik" : "turun"
    return start + progress + ": perlu \(verb) rata-rata \(Figure(abs(gain), style)) per tahun."
  }

  /// How the values of a comparison are written.
  static func style(_ comparison: UnitComparison) -> NumberStyle {
    style("", comparison.rows.compactMap(\.value.number))
  }

  /// Counts are written whole, other values with two to four decimals.
  static func style(_ measure: String, _ values: [Double]) -> NumberStyle {
    let isCount = !["nilai", "indeks", "persen", ""].contains(measure)
    return isCount && values.allSatisfy { $0 == $0.rounded() } ? .count : .score.with(decimals: 2...4)
  }
}
