/// Targets below the last result or beyond the mid-term target, and mid-term targets already passed.
struct TargetCheck: AuditCheck {
  let title = "target"

  func run(_ desk: inout AuditDesk) throws(Problem) {
    let facts = desk.dataset.performance
    let midterm = Set(
      desk.dataset.periods.texts.indices.filter {
        desk.dataset.periods.texts[$0].lowercased().contains("renstra")
      }
      .map { Int16($0) })
    for row in 0..<facts.count {
      try desk.step(row, of: facts.count, title)
      let index = Int(facts.subjects[row])
      let context = desk.context(of: row, in: facts)
      guard desk.scope.contains(unit: context.unit, year: context.year),
        desk.scope.contains(.indicator(index)), facts.planned[row].isFinite,
        facts.entry(.planned, context.key(index))?.row == row
      else { continue }
      if midterm.contains(context.period) {
        progress(index, row, context, &desk)
      } else if context.period == 0 {
        yearly(index, row, context, midterm, &desk)
      }
    }
  }

  /// Whether a value is better than another.
  private func isBetter(_ value: Double, than other: Double, _ index: Int, _ desk: AuditDesk) -> Bool {
    desk.catalogue.indicators[index].direction == .rising ? value > other : value < other
  }

  private func yearly(
    _ index: Int, _ row: Int, _ context: Context, _ midterm: Set<Int16>, _ desk: inout AuditDesk
  ) {
    let facts = desk.dataset.performance
    let target = facts.planned[row]
    let before = context.with(year: context.year - 1)
    if let last = desk.result(of: index, in: before),
      isBetter(last, than: target, index, desk)
    {
      tell(
        .target, index, target, last,
        "target \(context.year) tidak setinggi hasil \(before.year): \(shown(target)) sesudah \(shown(last))",
        row, context, &desk)
    }
    for other in facts.rows(unit: context.unit, subject: Int32(index)) {
      let key = facts.key(ofRow: Int(other))
      let end = facts.planned[Int(other)]
      guard midterm.contains(key.period), Int(key.year) >= context.year, end.isFinite,
        isBetter(target, than: end, index, desk)
      else { continue }
      tell(
        .target, index, target, end,
        "target \(context.year) sudah melampaui target akhir renstra \(key.year): \(shown(target)) terhadap \(shown(end))",
        row, context, &desk)
      break
    }
  }

  private func progress(_ index: Int, _ row: Int, _ context: Context, _ desk: inout AuditDesk) {
    let facts = desk.dataset.performance
    let end = facts.planned[row]
    var last: FactTable.Entry?
    var year = 0
    for other in facts.rows(unit: context.unit, subject: Int32(index)) {
      let key = facts.key(ofRow: Int(other))
      guard Int(key.year) < context.year, key.period != context.period, Int(key.year) >= year,
        let entry = facts.entry(.actual, key), entry.row == Int(other)
      else { continue }
      last = entry
      year = Int(key.year)
    }
    guard let last, isBetter(last.value, than: end, index, desk) else { return }
    let part = end == 0 ? "" : " (kemajuan \(NumberStyle.percent.text(last.value / end * 100)))"
    tell(
      .progress, index, end, last.value,
      "target akhir \(context.year) sudah terlampaui hasil \(year): \(shown(end)) terhadap \(shown(last.value))\(part)",
      row, context, &desk)
  }

  private func shown(_ value: Double) -> String { NumberStyle.plain.text(value) }

  private func tell(
    _ kind: AuditKind, _ index: Int, _ target: Double, _ other: Double, _ text: @autoclosure () -> String,
    _ row: Int,
    _ context: Context, _ desk: inout AuditDesk
  ) {
    guard desk.keepsNotice(kind) else { return }
    var finding = AuditFinding(
      kind, .notice, desk.title(.indicator(index)), in: context,
      at: desk.dataset.source(of: row, in: .performance))
    finding.code = desk.catalogue.indicators[index].code
    finding.printed = shown(target)
    finding.printedValue = target
    finding.computed = .number(other)
    finding.formula = kind == .progress ? "" : "target(\(finding.code))"
    finding.explanation = text()
    desk.add(finding)
  }
}
