import Analysis

/// Turns the effects of assumptions into an answer.
struct WhatIfAnswer {
  let state: SessionState
  let model: FormulaModel
  let effects: WhatIfEffects
  /// Assumptions that gave way to new ones.
  var replaced: [Supposition] = []

  var context: Context { effects.context }
  var catalogue: Catalogue { model.catalogue(of: context) }

  var output: Output {
    Output(document, result: result, warnings: warnings)
  }

  // MARK: - For people

  private var document: Document {
    guard !state.assumptions.isEmpty else {
      return Document([.note("Tidak ada asumsi yang berlaku; semua angka menurut data.")])
    }
    var document = Document([.table(assumptionTable)])
    guard !effects.isEmpty else {
      document.append(.paragraph("Tidak ada yang berubah untuk \(state.describe(context))."))
      return document
    }
    let tables = WhatIfTables(model: model, effects: effects, place: state.describe(context))
    document.append(.paragraph(WhatIfSentences(model: model, effects: effects).summary))
    for table in [tables.values, tables.achievements, tables.thresholds, tables.budgets] {
      if let table { document.append(.table(table)) }
    }
    document.append(.paragraph(WhatIfSentences(model: model, effects: effects).thresholds))
    if let chart = tables.chart { document.append(.chart(chart)) }
    return document
  }

  private var assumptionTable: Table {
    var table = Table(
      caption: "Asumsi yang berlaku",
      columns: [.init("asumsi"), .number("dasar"), .number("menjadi"), .init("tentang")])
    for item in state.assumptions.items {
      let change = change(of: item)
      let style = change.figure.map { model.style(of: $0) } ?? .score
      let place = change.count == 1 ? state.placeText(item.place, beside: context) : "\(change.count) angka"
      table.append([
        .text(item.assumption.text),
        change.count == 1
          ? .number(change.before, style, origin: change.source, reason: change.reason) : .empty,
        change.count == 1
          ? .number(change.after, style, origin: .given(item.assumption.text), reason: change.reason)
          : .empty,
        .text(place),
      ])
    }
    return table
  }

  private struct Change {
    var count = 0
    var figure: FigureKey?
    var before: Double?
    var after: Double?
    var reason = ""
    var source: Origin?
  }

  /// What an assumption does to its figure; only the count where it is about several.
  private func change(of item: Supposition) -> Change {
    guard let place = try? model.context(named: item.place),
      let figures = try? model.figures(of: item.assumption.reference, in: place)
    else { return Change() }
    var base = Evaluator(model, in: place)
    guard figures.count == 1, let figure = figures.first else {
      return Change(count: figures.count { base.value(of: $0).number != nil })
    }
    var supposed = Evaluator(model, in: place, assuming: effects.assumptions)
    let (before, after) = (base.value(of: figure), supposed.value(of: figure))
    return Change(
      count: 1, figure: figure, before: before.number, after: after.number,
      reason: after.reason + before.reason,
      source: model.source(of: figure).map { .row($0) })
  }

  private var warnings: [String] {
    var result: [String] = []
    if !replaced.isEmpty {
      result.append("menggantikan asumsi lama: \(replaced.map(\.assumption.text).joined(separator: ", "))")
    }
    result += boundWarnings + budgetWarnings
    for row in effects.rows where row.after.value.isMissing && !row.before.value.isMissing {
      result.append("\(code(row.indicator)) menjadi tanpa nilai: \(row.after.value.reason)")
    }
    if effects.scoreBefore.value.value != nil, effects.scoreAfter.value.value == nil {
      result.append("NKO tidak dapat dihitung: \(effects.scoreAfter.value.reason)")
    }
    return result
  }

  private func code(_ index: Int) -> String { catalogue.indicators[index].code }

  /// Figures that reach a bound or lie beyond it.
  private var boundWarnings: [String] {
    var stopped: [String] = []
    var result: [String] = []
    for row in effects.rows where row.difference != 0 || row.isAssumed {
      let bounds = model.bounds(of: FigureKey(.realization, of: .indicator(row.indicator), in: context))
      guard let value = row.after.value.number else { continue }
      if !bounds.contains(value), row.after.value.number != row.before.value.number {
        result.append("\(code(row.indicator)) menjadi \(NumberStyle.plain.text(value)), di luar batasnya")
      } else if row.isAssumed, isRelative(row.indicator), value == bounds.greatest || value == bounds.least {
        stopped.append(code(row.indicator))
      }
    }
    if !stopped.isEmpty { result.append("berhenti di batas: \(stopped.joined(separator: ", "))") }
    return result
  }

  private func isRelative(_ indicator: Int) -> Bool {
    state.assumptions.items.contains { item in
      item.assumption.operation != .set && item.assumption.reference.quantity == .realization
        && ((try? model.figures(of: item.assumption.reference, in: context)) ?? []).contains {
          $0.subject == .indicator(indicator)
        }
    }
  }

  /// Budgets of higher levels are stored figures and do not add up by themselves.
  private var budgetWarnings: [String] {
    let changed = Set(effects.budgets.filter { [.ceiling, .spending].contains($0.quantity) }.map(\.node))
    let parents = changed.compactMap { catalogue.nodes[$0].parent }.filter { !changed.contains($0) }
    guard !parents.isEmpty else { return [] }
    let names = Set(parents).sorted().map { catalogue.nodes[$0].code }
    return ["anggaran induk (\(names.joined(separator: ", "))) tidak ikut berubah; andaikan juga bila perlu"]
  }
}

extension SessionState {
  /// The place of an assumption, as far as it differs from what is asked about.
  func placeText(_ place: NamedContext, beside context: Context) -> String {
    var parts: [String] = []
    if place.unit != unitName(context) { parts.append(place.unit) }
    if place.year != context.year || !parts.isEmpty { parts.append(String(place.year)) }
    if place.period != periodName(context) { parts.append(place.period.isEmpty ? "setahun" : place.period) }
    return parts.isEmpty ? "di sini" : parts.joined(separator: ", ")
  }
}
