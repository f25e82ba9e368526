import Analysis

/// Everything known about how a figure came to be.
struct Explanation {
  let state: SessionState
  let context: Context
  let subject: Catalogue.Subject

  private var dataset: Dataset { state.dataset(of: context) }

  /// The answer.
  func output(_ evaluator: inout Evaluator) -> Output {
    let listing = FactListing(dataset: dataset, unit: context.unit)
    var document = Document([.heading(Prose(listing.title(of: subject)), level: 1)])
    document.append(.paragraph(Prose(identity)))
    let rows = listing.rows(of: subject, years: context.year...context.year, period: nil)
    document.append(rows.isEmpty ? .note("Tidak ada baris data untuk tahun ini.") : .table(usage(rows)))
    var members: [JSONValue.Member] = [
      .init("kode", .string(code)), .init("baris", .array(rows.map { listing.json($0, of: subject) })),
    ]
    switch subject {
    case .indicator(let index): explain(index, &evaluator, &document, &members)
    case .node(let index): explain(node: index, &evaluator, &document, &members)
    }
    return Output(document, result: .object(members))
  }

  private var code: String {
    switch subject {
    case .indicator(let index): dataset.catalogue.indicators[index].code
    case .node(let index): dataset.catalogue.nodes[index].code
    }
  }

  private var identity: String {
    switch subject {
    case .node(let index):
      let node = dataset.catalogue.nodes[index]
      let parent = node.parent.map { ", di bawah \(dataset.catalogue.nodes[$0].code)" } ?? ""
      return "Simpul jenjang \(node.level.rawValue)\(parent). \(state.describe(context))."
    case .indicator(let index):
      let indicator = dataset.catalogue.indicators[index]
      var parts = ["Satuan \(indicator.measure.isEmpty ? "tidak disebut" : indicator.measure)"]
      parts.append(indicator.direction == .rising ? "makin tinggi makin baik" : "makin rendah makin baik")
      if let low = indicator.minimum { parts.append("paling rendah \(NumberStyle.plain.text(low))") }
      if let high = indicator.maximum { parts.append("paling tinggi \(NumberStyle.plain.text(high))") }
      if let node = indicator.node {
        parts.append("mengukur \(dataset.catalogue.nodes[node].code) \(dataset.catalogue.nodes[node].name)")
      }
      return parts.joined(separator: "; ") + ". " + state.describe(context) + "."
    }
  }

  /// The rows of the year with what became of each.
  private func usage(_ rows: [FactListing.Row]) -> Table {
    let isBudget = if case .node = subject { true } else { false }
    let style: NumberStyle = isBudget ? .rupiah : .plain
    var table = Table(
      caption: "Baris data \(code) \(context.year)",
      columns: [
        .init("periode"), .number(isBudget ? "pagu" : "target"), .number("realisasi"),
        .init("asal", shrinkPriority: 1), .init("dipakai?", shrinkPriority: 2),
      ])
    let period = state.periodName(context)
    for row in rows {
      let fate =
        if row.period != period {
          "tidak: periode lain"
        } else if !row.contradicts.isEmpty {
          "tidak: \(row.contradicts.joined(separator: ", ")) sudah disebut baris sebelumnya dengan angka lain"
        } else {
          "ya"
        }
      let origin = Origin.row(row.source)
      table.append([
        .text(row.period.isEmpty ? "setahun" : row.period),
        row.planned.map { .number($0, style, origin: origin) } ?? .empty,
        row.actual.map { .number($0, style, origin: origin) } ?? .empty, .text(row.source.shortText),
        .text(fate),
      ])
    }
    return table
  }

  // MARK: - Indicators

  private func explain(
    _ index: Int, _ evaluator: inout Evaluator, _ document: inout Document,
    _ members: inout [JSONValue.Member]
  ) {
    explainFormula(of: index, &evaluator, &document, &members)
    let table = AchievementTable([index], evaluator: &evaluator)
    guard let row = table.rows.first else { return }
    document.append(.heading("Capaian", level: 2))
    document.append(
      .paragraph(
        achievement(row, rules: table.rules, direction: dataset.catalogue.indicators[index].direction)))
    members += [
      .init("target", .optional(row.target.number)), .init("realisasi", .optional(row.actual.number)),
      .init("capaian", .optional(row.percent.number)),
      .init("capaian_terbatas", .optional(row.limited.number)),
      .init("predikat", .optional(row.classification?.predicate?.label)),
      .init("aturan", .string(table.rules.name)),
    ]
    if !row.percent.reason.isEmpty { members.append(.init("sebab", .string(row.percent.reason))) }
    if let scale = table.rules.valueScale(of: code), let value = row.actual.number {
      let result = scale.classify(value)
      document.append(.paragraph(classed("Nilai \(code)", value, result, scale)))
      members.append(.init("predikat_nilai", .optional(result.predicate?.label)))
    }
  }

  private func explainFormula(
    of index: Int, _ evaluator: inout Evaluator, _ document: inout Document,
    _ members: inout [JSONValue.Member]
  ) {
    guard let formula = dataset.catalogue.indicators[index].formula else { return }
    document.append(.heading("Rumus", level: 2))
    members.append(.init("rumus", .string(formula)))
    if let fault = evaluator.model.graphs[context.dataset].fault(of: index) {
      document.append(.note(Prose(fault.message), tone: .error))
      return
    }
    guard let expression = evaluator.model.graphs[context.dataset].formulas[index]?.expression else { return }
    document.append(.paragraph("\(code: "\(code) = \(expression.text)")"))
    let steps = evaluator.steps(of: expression)
    document.append(.table(CalculationAnswer.table(steps)))
    let figure = FigureKey(.realization, of: .indicator(index), in: context)
    let computed = evaluator.computed(index) ?? .missing(Missing("tidak ada rumus"))
    members.append(.init("dihitung", computed.json))
    guard let stored = evaluator.model.entry(of: figure)?.value else { return }
    members.append(.init("tersimpan", .number(stored)))
    guard let number = computed.number else {
      document.append(
        .note("Tersimpan \(Figure(stored, .plain)); rumus tidak dapat dihitung: \(computed.reason)."))
      return
    }
    let difference = Figure(number - stored, .plain.signed)
    document.append(
      .note(
        "Tersimpan \(Figure(stored, .plain)), dihitung \(Figure(number, .plain)), selisih \(difference); laporan mengutip angka yang tersimpan.",
        tone: number == stored ? .plain : .warning))
  }

  private func achievement(_ row: AchievementTable.Row, rules: RuleSet, direction: Direction) -> Prose {
    guard let percent = row.percent.number, let target = row.target.number, let actual = row.actual.number
    else {
      return Prose("Capaian tidak dapat dihitung: \(row.percent.reason).")
    }
    let t = Figure(target, .plain, origin: row.targetSource.map { .row($0) })
    let r = Figure(actual, .plain, origin: row.actualSource.map { .row($0) })
    let formula: Prose = direction == .rising ? "\(r) ÷ \(t) × 100" : "(2 × \(t) − \(r)) ÷ \(t) × 100"
    let start: Prose = "Capaian = \(formula) = \(Figure(percent, .percent))"
    guard let classification = row.classification, let limited = row.limited.number else {
      return start + "."
    }
    let cap: Prose = limited == percent ? "" : ", dibatasi menjadi \(Figure(limited, .percent))"
    return start + cap + ". " + classed("Capaian", limited, classification, rules.achievementScale)
  }

  private func classed(_ name: String, _ value: Double, _ result: Scale.Classification, _ scale: Scale)
    -> Prose
  {
    guard let predicate = result.predicate else { return Prose("\(name) tanpa predikat: \(result.reason).") }
    let meaning = predicate.meaning.isEmpty ? "" : " (\(predicate.meaning))"
    var text: Prose =
      "\(name) \(Figure(value, .plain)) berpredikat \(strong: predicate.label)\(meaning) menurut skala \(scale.name) (\(scale.source))"
    if let next = result.next, let distance = result.distanceToNext, distance > 0 {
      text = text + "; kurang \(Figure(distance, .plain)) lagi untuk \(next.label)"
    }
    if result.isDecidedByRounding { text = text + "; predikat ini ditentukan oleh pembulatan" }
    return text + "."
  }

  // MARK: - Nodes

  private func explain(
    node index: Int, _ evaluator: inout Evaluator, _ document: inout Document,
    _ members: inout [JSONValue.Member]
  ) {
    func value(_ quantity: Quantity) -> Value {
      evaluator.value(of: FigureKey(quantity, of: subject, in: context))
    }
    let figures: [(String, Quantity, NumberStyle)] = [
      ("pagu", .ceiling, .rupiah), ("realisasi_anggaran", .spending, .rupiah),
      ("serapan", .absorption, .percent),
      ("capaian", .achievement, .percent), ("efisiensi", .efficiency, .difference),
    ]
    var table = Table(
      caption: "Angka \(code)", columns: [.init("angka"), .number("nilai"), .init("cara", shrinkPriority: 1)])
    let ways = [
      "baris anggaran", "baris anggaran", "realisasi ÷ pagu × 100",
      "rata-rata capaian indikatornya yang terukur", "capaian − serapan",
    ]
    for (figure, way) in zip(figures, ways) {
      let result = value(figure.1)
      let name = figure.0 == "realisasi_anggaran" ? "realisasi anggaran" : figure.0
      table.append([.text(name), .number(result.number, figure.2, reason: result.reason), .text(way)])
      members.append(.init(figure.0, .optional(result.number)))
    }
    document.append(.table(table))
    let indicators = dataset.catalogue.indicators(of: index)
    guard !indicators.isEmpty else { return }
    let names = indicators.map { dataset.catalogue.indicators[$0].code }
    document.append(.paragraph(Prose("Indikatornya: \(names.joined(separator: ", ")).")))
    members.append(.init("indikator", .array(names.map { .string($0) })))
  }
}
