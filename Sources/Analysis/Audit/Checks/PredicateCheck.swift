/// Predicates against the scale in force: values in a hole of the scale, on an edge, or classed by rounding
/// alone.
struct PredicateCheck: AuditCheck {
  let title = "predikat"

  func run(_ desk: inout AuditDesk) throws(Problem) {
    if desk.scope.subjects == nil { holes(of: desk.rules.achievementScale, &desk) }
    let facts = desk.dataset.performance
    for row in 0..<facts.count {
      try desk.step(row, of: facts.count, title)
      let index = Int(facts.subjects[row])
      let context = desk.context(of: row, in: facts)
      guard desk.scope.contains(unit: context.unit, year: context.year),
        desk.scope.contains(.indicator(index)), facts.actual[row].isFinite,
        facts.entry(.actual, context.key(index))?.row == row
      else { continue }
      if let scale = desk.rules.valueScale(of: desk.catalogue.indicators[index].code) {
        let name = desk.catalogue.indicators[index].code
        tell(index, name, facts.actual[row], scale, row, context, &desk)
      }
      guard let target = facts.entry(.planned, context.key(index))?.value,
        let achievement = Achievement.percent(
          actual: facts.actual[row], target: target, direction: desk.catalogue.indicators[index].direction
        ).value
      else { continue }
      let limited = Achievement.limited(achievement, to: desk.rules.cap)
      let name = "capaian(\(desk.catalogue.indicators[index].code))"
      tell(index, name, limited, desk.rules.achievementScale, row, context, &desk)
    }
  }

  private func tell(
    _ index: Int, _ name: String, _ value: Double, _ scale: Scale, _ row: Int, _ context: Context,
    _ desk: inout AuditDesk
  ) {
    guard !Self.isWellInside(value, scale) else { return }
    let result = scale.classify(value)
    let shown = NumberStyle.plain.text(value)
    let text: String
    if result.predicate == nil {
      text = "\(name) = \(shown) tanpa predikat: \(result.reason)"
    } else if result.isDecidedByRounding, let label = result.predicate?.label {
      text =
        "\(name) = \(shown) berpredikat \(label) hanya karena dibulatkan menjadi"
        + " \(NumberStyle.plain.text(result.rounded)) (skala \(scale.name))"
    } else if let edge = Self.edge(of: scale, at: result.rounded), let label = result.predicate?.label {
      text =
        "\(name) = \(shown) tepat di batas \(NumberStyle.plain.text(edge)) skala \(scale.name);"
        + " dibaca \(label), batas yang tertulis tidak tegas"
    } else {
      return
    }
    guard desk.keepsNotice(.predicate) else { return }
    var finding = AuditFinding(
      .predicate, .notice, desk.title(.indicator(index)), in: context,
      at: desk.dataset.source(of: row, in: .performance))
    finding.code = desk.catalogue.indicators[index].code
    finding.printed = shown
    finding.printedValue = value
    finding.formula = "predikat(\(finding.code))"
    if let label = result.predicate?.label { finding.computed = .text(label) }
    finding.explanation = text
    desk.add(finding)
  }

  /// Whether a value lies so far from both ends of its class that neither rounding nor an edge matters.
  private static func isWellInside(_ value: Double, _ scale: Scale) -> Bool {
    let room = 2 * PrintedNumber.unit(decimals: scale.places)
    return scale.classes.contains { value > $0.lower + room && value < $0.upper - room }
  }

  /// The boundary a value stands on where two classes meet without a gap; full achievement is no edge.
  private static func edge(of scale: Scale, at value: Double) -> Double? {
    guard value != 100 else { return nil }
    for (upper, lower) in zip(scale.classes, scale.classes.dropFirst())
    where !upper.includesLower && upper.lower == lower.upper && lower.upper == value {
      return value
    }
    return nil
  }

  private func holes(of scale: Scale, _ desk: inout AuditDesk) {
    guard let unit = desk.mainUnit, let year = desk.dataset.reportYear,
      desk.scope.contains(unit: unit, year: year)
    else { return }
    let setting = desk.dataset.settings.first { $0.key == "skala_capaian" }
    for hole in scale.holes {
      var finding = AuditFinding(
        .predicate, .notice, "skala \(scale.name)",
        in: Context(dataset: desk.audit.dataset, unit: unit, year: year),
        at: SourceRow(
          dataset: desk.dataset.name, table: "aturan", fileLine: setting?.fileLine ?? 0, source: scale.source,
          sourceLine: ""))
      let from = NumberStyle.plain.text(hole.lowerBound)
      let to = NumberStyle.plain.text(hole.upperBound)
      finding.explanation =
        "skala \(scale.name) berlubang: nilai di antara \(from) dan \(to) tidak berpredikat"
      desk.add(finding)
    }
  }
}
