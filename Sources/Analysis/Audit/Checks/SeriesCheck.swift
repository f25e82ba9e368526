/// Values against their bounds and against their own past: other scales, other units, figures copied over.
struct SeriesCheck: AuditCheck {
  let title = "batas dan deret tahunan"

  /// Factors that a change of unit or scale gives: powers of ten, and 25 between the scales 1–4 and 25–100.
  private static let factors = [10.0, 100, 1000, 25]

  func run(_ desk: inout AuditDesk) throws(Problem) {
    let facts = desk.dataset.performance
    for row in 0..<facts.count {
      try desk.step(row, of: facts.count, title)
      let index = Int(facts.subjects[row])
      let context = desk.context(of: row, in: facts)
      guard desk.scope.contains(unit: context.unit, year: context.year),
        desk.scope.contains(.indicator(index))
      else { continue }
      bounds(index, row, context, &desk)
      guard context.period == 0, facts.entry(.actual, context.key(index))?.row == row else { continue }
      for back in 1...2 {
        let earlier = context.with(year: context.year - back)
        guard let before = facts.entry(.actual, earlier.key(index)) else { continue }
        compare(index, row, context, before, earlier.year, &desk)
        break
      }
    }
  }

  private func bounds(_ index: Int, _ row: Int, _ context: Context, _ desk: inout AuditDesk) {
    let indicator = desk.catalogue.indicators[index]
    let facts = desk.dataset.performance
    for (name, value) in [("realisasi", facts.actual[row]), ("target", facts.planned[row])]
    where value.isFinite {
      let low = indicator.minimum.map { value < $0 } ?? false
      let high = indicator.maximum.map { value > $0 } ?? false
      guard low || high else { continue }
      let limit = (low ? indicator.minimum : indicator.maximum) ?? 0
      var text =
        "\(name) \(NumberStyle.plain.text(value)) di \(low ? "bawah" : "atas") batas"
        + " \(NumberStyle.plain.text(limit))"
      if let hint = Self.hint(value, indicator) { text += "; \(hint)" }
      if desk.keepsNotice(.bounds) { desk.add(finding(.bounds, index, value, text, row, context, desk)) }
    }
  }

  /// The scale a value outside its bounds may be written in.
  private static func hint(_ value: Double, _ indicator: Indicator) -> String? {
    guard let low = indicator.minimum, let high = indicator.maximum, value > 0 else { return nil }
    if low == 25, high == 100, (1...4).contains(value) {
      return "pada skala 1–4 ini sama dengan \(NumberStyle.plain.text(value * 25))"
    }
    for factor in [10.0, 100, 1000]
    where value > high && value / factor <= high && value / factor >= high * 0.8 {
      return "koma desimalnya mungkin hilang: \(NumberStyle.plain.text(value / factor))"
    }
    return nil
  }

  private func compare(
    _ index: Int, _ row: Int, _ context: Context, _ before: FactTable.Entry, _ year: Int,
    _ desk: inout AuditDesk
  ) {
    let indicator = desk.catalogue.indicators[index]
    let value = desk.dataset.performance.actual[row]
    guard Self.isContinuous(indicator), value != 0, before.value != 0 else { return }
    let ratio = value / before.value
    let size = ratio > 1 ? ratio : 1 / ratio
    if let factor = Self.factors.first(where: { (0.8...1.25).contains(size / $0) }), ratio > 0,
      desk.keepsNotice(.scale)
    {
      var found = finding(
        .scale, index, value,
        "dari \(NumberStyle.plain.text(before.value)) (\(year)) menjadi \(NumberStyle.plain.text(value)): kira-kira \(ratio > 1 ? "" : "seper")"
          + "\(NumberStyle.plain.text(factor))\(ratio > 1 ? " kali" : ""), mungkin satuan atau skalanya berganti",
        row, context, desk)
      found.others = [desk.dataset.source(of: before.row, in: .performance)]
      desk.add(found)
    } else if value == before.value, Self.isTelling(value, indicator), desk.keepsNotice(.copy) {
      var found = finding(
        .copy, index, value, "sama persis dengan tahun \(year): \(NumberStyle.plain.text(value))", row,
        context,
        desk)
      found.others = [desk.dataset.source(of: before.row, in: .performance)]
      desk.add(found)
    }
  }

  /// Whether the indicator is measured rather than counted.
  private static func isContinuous(_ indicator: Indicator) -> Bool {
    ["nilai", "indeks", "persen", "skor", "%"].contains(indicator.measure.lowercased())
  }

  /// Whether equal values are odd: both have decimals and are not an end of the scale.
  private static func isTelling(_ value: Double, _ indicator: Indicator) -> Bool {
    value != value.rounded() && value != indicator.minimum && value != indicator.maximum
  }

  private func finding(
    _ kind: AuditKind, _ index: Int, _ value: Double, _ text: String, _ row: Int, _ context: Context,
    _ desk: AuditDesk
  ) -> AuditFinding {
    var finding = AuditFinding(
      kind, .notice, desk.title(.indicator(index)), in: context,
      at: desk.dataset.source(of: row, in: .performance))
    finding.code = desk.catalogue.indicators[index].code
    finding.printed = NumberStyle.plain.text(value)
    finding.printedValue = value
    finding.explanation = text
    return finding
  }
}
