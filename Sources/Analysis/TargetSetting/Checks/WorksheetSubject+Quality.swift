extension WorksheetSubject {
  /// Whether everything that makes a target specific, measurable, achievable, relevant and timed is there.
  var smart: WorksheetFinding {
    let indicator = history.indicator
    var missing: [String] = []
    if target == nil { missing.append("T: target \(year)") }
    if indicator.name.isEmpty { missing.append("S: nama") }
    if indicator.measure.isEmpty { missing.append("S: satuan") }
    if indicator.formula == nil { missing.append("S: rumus atau definisi") }
    if history.values.isEmpty { missing.append("M: realisasi sebagai sumber") }
    if indicator.minimum == nil && indicator.maximum == nil { missing.append("M: batas nilai") }
    if history.last == nil { missing.append("A: realisasi \(year - 1)") }
    if indicator.node == nil { missing.append("R: sasaran") }
    if entry.programmes.isEmpty { missing.append("R: program") }
    let hasActions = !entry.followUps.isEmpty || entry.components.contains { !$0.followUps.isEmpty }
    if !hasActions { missing.append("A: tindak lanjut") }
    guard !missing.isEmpty else { return finding(.smart, .pass, "lengkap, untuk tahun \(year)") }
    let isGrave = indicator.name.isEmpty || target == nil
    return finding(.smart, isGrave ? .fail : .warn, "kurang \(missing.joined(separator: ", "))")
  }

  /// How near predicates lie when results repeat or follow the trend.
  func predicateEdge(_ target: Double) -> WorksheetFinding {
    guard let last = history.last,
      let achieved = Achievement.percent(actual: last, target: target, direction: history.indicator.direction)
        .value
    else {
      return finding(
        .predicateEdge, .unknown, "capaian tidak dapat dihitung tanpa realisasi \(year - 1)", target)
    }
    let classed = rules.classify(achievement: achieved)
    let label = classed.predicate?.label ?? "tanpa predikat"
    var text = "bila realisasi \(year - 1) terulang: capaian \(NumberStyle.percent.text(achieved)) (\(label))"
    for share in [0.5, 0.9] {
      guard let value = history.predictive(share).value,
        let percent = Achievement.percent(
          actual: value, target: target, direction: history.indicator.direction
        ).value
      else { continue }
      let name = rules.classify(achievement: percent).predicate?.label ?? "tanpa predikat"
      text += "; P\(Int(share * 100)) tren: \(NumberStyle.percent.text(percent)) (\(name))"
    }
    if classed.predicate == nil {
      return finding(.predicateEdge, .warn, text + "; " + classed.reason, achieved)
    }
    if classed.isDecidedByRounding {
      return finding(.predicateEdge, .warn, text + "; ditentukan pembulatan", achieved)
    }
    if let distance = classed.distanceToNext, distance < 0.5, let next = classed.next {
      return finding(
        .predicateEdge, .warn, text + "; \(NumberStyle.score.text(distance)) poin dari \(next.label)",
        achieved, next.lower)
    }
    if let distance = classed.distanceToLoss, distance < 0.5 {
      return finding(
        .predicateEdge, .warn,
        text + "; hanya \(NumberStyle.score.text(distance)) poin di atas batas bawahnya", achieved)
    }
    return finding(.predicateEdge, .pass, text, achieved)
  }

  /// What a point costs against the year before.
  func budget(_ target: Double) -> WorksheetFinding {
    guard let before = history.previousCeiling, let now = history.ceiling, let last = history.last, last != 0,
      target != 0, before > 0
    else {
      let reason =
        history.indicator.node == nil
        ? "\(entry.code) tidak menggantung pada simpul" : "pagu \(year - 1) atau \(year) tidak ada"
      return finding(.budget, .unknown, reason)
    }
    let costs = (before / last, now / target)
    let change = (costs.1 / costs.0 - 1) * 100
    let text =
      "Rp \(NumberStyle.count.text(costs.1)) per poin, tahun lalu Rp \(NumberStyle.count.text(costs.0)) (\(NumberStyle.difference.text(change))%)"
    return finding(.budget, change.magnitude > 20 ? .warn : .pass, text, costs.1, costs.0)
  }

  /// Whether it is on record how and why the target was chosen.
  var provenance: WorksheetFinding {
    if let choice = entry.choice {
      let rejected =
        choice.rejected.isEmpty ? "" : "; tidak dipilih: \(choice.rejected.prefix(3).joined(separator: ", "))"
      return finding(.provenance, .pass, "metode \(choice.method)\(rejected)")
    }
    guard entry.reasoning.isEmpty else { return finding(.provenance, .pass, "analisis sudah ditulis") }
    return finding(
      .provenance, .warn, "metode, alasan, dan pilihan lain belum dicatat (kktp usul \(entry.code) pilih=…)")
  }
}
