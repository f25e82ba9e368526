extension WorksheetSubject {
  /// Below the last result, below the mean of three years, or all but certain.
  func belowResult(_ target: Double) -> WorksheetFinding {
    guard let last = history.last else {
      return finding(.belowResult, .unknown, "realisasi \(year - 1) belum ada")
    }
    let shown = "target \(style.text(target)), realisasi \(year - 1) \(style.text(last))"
    if history.isBetter(last, than: target) {
      let gap = style.signed.text(WorksheetComponent.sum(target, -last))
      return finding(
        .belowResult, .fail, "\(shown): target lebih rendah mutunya daripada yang sudah dicapai (\(gap))",
        target, last)
    }
    if let mean = history.meanOfThree, history.isBetter(mean, than: target) {
      return finding(
        .belowResult, .warn, "\(shown); di bawah rata-rata tiga tahun \(style.text(mean))", target, mean)
    }
    if let chance = history.probability(of: target).value, chance > 0.95 {
      return finding(
        .belowResult, .warn, "\(shown); peluang tercapai \(percent(chance)) menurut tren, terlalu mudah",
        target, last)
    }
    return finding(.belowResult, .pass, shown, target, last)
  }

  /// Hardly possible by the trend, or beyond the best other unit.
  func overReach(_ target: Double) -> WorksheetFinding {
    let chance = history.probability(of: target)
    let count = history.analysis?.segment.count ?? 0
    if let value = chance.value, value < 0.1 {
      return finding(
        .overReach, .fail, "peluang tercapai hanya \(percent(value)) menurut tren (n = \(count))", target)
    }
    let chanceText = chance.value.map { "peluang tercapai \(percent($0)) menurut tren (n = \(count))" }
    if let best = history.bestPeer, history.isBetter(target, than: best.value) {
      let text = [chanceText, "melampaui unit terbaik, \(best.unit) \(style.text(best.value))"].compactMap {
        $0
      }
      return finding(.overReach, .warn, text.joined(separator: "; "), target, best.value)
    }
    guard let chanceText else {
      return finding(
        .overReach, .unknown, "peluang tidak dapat dihitung: \(chance.reason ?? "data kurang")", target)
    }
    return finding(.overReach, .pass, chanceText, target)
  }

  /// Beyond the bounds of the indicator, or a component beyond its own.
  func beyondScale(_ target: Double) -> WorksheetFinding {
    for (code, value) in [(entry.code, target)] + expectedValues {
      guard let indicator = figures.indicator(code) else { continue }
      if let greatest = indicator.maximum, value > greatest {
        return finding(
          .beyondScale, .fail, "\(code) \(style.text(value)) melampaui batas \(style.text(greatest))", value,
          greatest)
      }
      if let least = indicator.minimum, value < least {
        return finding(
          .beyondScale, .fail, "\(code) \(style.text(value)) di bawah batas \(style.text(least))", value,
          least)
      }
    }
    guard history.indicator.minimum != nil || history.indicator.maximum != nil else {
      return finding(.beyondScale, .unknown, "batas \(entry.code) tidak ada dalam katalog", target)
    }
    let ends = [history.indicator.minimum, history.indicator.maximum].map {
      $0.map { NumberStyle.plain.text($0) } ?? "…"
    }
    return finding(
      .beyondScale, .pass, "target \(style.text(target)) dalam skala \(ends.joined(separator: "–"))", target)
  }

  private var expectedValues: [(String, Double)] {
    entry.components.compactMap { component in figures.expected(of: component).map { (component.code, $0) } }
  }

  /// Off the path to the mid-term target, which may already be reached; promised less than before.
  func midTermPath(_ target: Double) -> WorksheetFinding {
    if let first = history.agreements.first(where: { $0.period == "awal" }),
      let revised = history.agreements.first(where: { $0.period == "perubahan" }),
      history.isBetter(first.value, than: revised.value)
    {
      return finding(
        .midTermPath, .warn,
        "perjanjian \(year) diturunkan dari \(style.text(first.value)) menjadi \(style.text(revised.value))",
        revised.value, first.value)
    }
    guard let end = history.midTerm, let path = history.path else {
      return finding(
        .midTermPath, .unknown, "tidak ada target akhir renstra \(entry.code) dalam data", target)
    }
    let goal = "target akhir \(end.year) \(style.text(end.value))"
    if history.isMidTermReached, let last = history.last {
      return finding(
        .midTermPath, .warn,
        "\(goal) sudah dicapai pada \(year - 1) (\(style.text(last))); jalurnya mendatar", target, end.value)
    }
    let rounded = path.roundedHalfAway(places: 2)
    if history.isBetter(rounded, than: target) {
      return finding(
        .midTermPath, .warn,
        "target \(style.text(target)) tertinggal dari jalur \(style.text(rounded)) menuju \(goal)", target,
        path)
    }
    return finding(.midTermPath, .pass, "jalur \(style.text(rounded)) menuju \(goal)", target, path)
  }
}
