/// Achievements that cannot be measured, and means whose predicate depends on whether the cap is applied.
struct AchievementCheck: AuditCheck {
  let title = "capaian dan rata-ratanya"

  func run(_ desk: inout AuditDesk) throws(Problem) {
    let facts = desk.dataset.performance
    var contexts: [Context] = []
    var seen: Set<Context> = []
    for row in 0..<facts.count {
      try desk.step(row, of: facts.count, title)
      let context = desk.context(of: row, in: facts)
      guard desk.scope.contains(unit: context.unit, year: context.year) else { continue }
      let index = Int(facts.subjects[row])
      if facts.planned[row] == 0, facts.actual[row].isFinite, facts.actual[row] != 0,
        desk.scope.contains(.indicator(index))
      {
        zeroTarget(index, row, context, &desk)
      }
      if seen.insert(context).inserted { contexts.append(context) }
    }
    guard desk.scope.subjects == nil else { return }
    for (done, context) in contexts.enumerated() {
      try desk.step(done, of: contexts.count, title)
      means(in: context, &desk)
    }
  }

  private func zeroTarget(_ index: Int, _ row: Int, _ context: Context, _ desk: inout AuditDesk) {
    var finding = AuditFinding(
      .achievement, .notice, desk.title(.indicator(index)), in: context,
      at: desk.dataset.source(of: row, in: .performance))
    finding.code = desk.catalogue.indicators[index].code
    finding.printed = NumberStyle.plain.text(desk.dataset.performance.actual[row])
    finding.printedValue = desk.dataset.performance.actual[row]
    finding.formula = "capaian(\(finding.code))"
    finding.explanation = "target 0 dengan realisasi \(finding.printed): capaiannya tidak dapat dihitung"
    desk.add(finding)
  }

  private func means(in context: Context, _ desk: inout AuditDesk) {
    let indicators = desk.model.keyIndicators(in: context)
    guard indicators.count > 1 else { return }
    let table = desk.with(context) { AchievementTable(indicators, evaluator: &$0) }
    guard let raw = table.mean.value, let limited = table.limitedMean.value, raw != limited,
      let row = indicators.compactMap({ desk.dataset.performance.entry(.actual, context.key($0))?.row }).first
    else { return }
    let scale = table.rules.achievementScale
    let before = scale.classify(raw).predicate?.label ?? "tanpa predikat"
    let after = scale.classify(limited).predicate?.label ?? "tanpa predikat"
    guard before != after, desk.keepsNotice(.mean) else { return }
    var finding = AuditFinding(
      .mean, .notice, "rata-rata capaian indikator kinerja utama", in: context,
      at: desk.dataset.source(of: row, in: .performance))
    finding.printed = NumberStyle.percent.text(raw)
    finding.printedValue = raw
    finding.computed = .number(limited)
    let codes = indicators.map { desk.catalogue.indicators[$0].code }
    finding.formula = "rata(\(codes.map { "capaian(\($0))" }.joined(separator: "; ")))"
    finding.explanation =
      "tanpa batas \(NumberStyle.percent.text(raw)) (\(before)), dengan batas"
      + " \(NumberStyle.plain.text(table.rules.cap))% menjadi \(NumberStyle.percent.text(limited)) (\(after));"
      + " sebutkan yang mana yang dipakai"
    desk.add(finding)
  }
}
