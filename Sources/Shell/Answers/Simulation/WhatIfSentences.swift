import Analysis

/// What assumptions change, in words.
struct WhatIfSentences {
  let model: FormulaModel
  let effects: WhatIfEffects

  private var catalogue: Catalogue { model.catalogue(of: effects.context) }

  /// The indices and the score that move.
  var summary: Prose {
    var parts: [Prose] = []
    for row in effects.rows where !row.isAssumed && !catalogue.indicators[row.indicator].isComponent {
      guard let before = row.before.value.number, let after = row.after.value.number, before != after else {
        continue
      }
      let style = model.style(of: FigureKey(.realization, of: .indicator(row.indicator), in: effects.context))
      parts.append(
        "\(code: catalogue.indicators[row.indicator].code) \(verb(before, after)) dari \(Figure(before, style)) menjadi \(Figure(after, style))"
      )
    }
    if let before = effects.scoreBefore.value.value, let after = effects.scoreAfter.value.value,
      before != after
    {
      parts.append(
        "NKO \(verb(before, after)) dari \(Figure(before, .score)) menjadi \(Figure(after, .score))")
    }
    guard !parts.isEmpty else { return "Tidak ada indeks lain yang ikut berubah." }
    return "Dengan asumsi ini " + Self.joined(parts) + "."
  }

  private func verb(_ before: Double, _ after: Double) -> String { after > before ? "naik" : "turun" }

  /// The predicates that change, or the nearest one that does not yet.
  var thresholds: Prose {
    let tables = WhatIfTables(model: model, effects: effects, place: "")
    let notes = effects.thresholds
    let crossed = notes.filter(\.isCrossed).map { note -> Prose in
      "\(code: tables.name(of: note.subject)) dari \(strong: note.before?.label ?? "–") menjadi \(strong: note.after?.label ?? "–")"
    }
    guard crossed.isEmpty else { return "Predikat yang berubah: " + Self.joined(crossed) + "." }
    let near = notes.filter { ($0.after?.distanceToNext ?? -1) >= 0 }
      .min { ($0.after?.distanceToNext ?? 0) < ($1.after?.distanceToNext ?? 0) }
    guard let near, let after = near.after, let next = after.next, let distance = after.distanceToNext else {
      return "Tidak ada predikat yang berubah."
    }
    let figure = Figure(distance, NumberStyle(decimals: 2...4))
    return
      "Tidak ada predikat yang berubah; yang terdekat \(code: tables.name(of: near.subject)), kurang \(figure) untuk \(strong: next.label)."
  }

  /// Phrases as one enumeration: `a, b, dan c`.
  static func joined(_ parts: [Prose]) -> Prose {
    var text: Prose = ""
    for (place, part) in parts.enumerated() {
      if place > 0 {
        text = text + (place + 1 == parts.count ? (parts.count > 2 ? ", dan " : " dan ") : ", ")
      }
      text = text + part
    }
    return text
  }
}
