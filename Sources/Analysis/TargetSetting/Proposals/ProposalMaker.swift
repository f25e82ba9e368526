/// Computes candidates one method after another.
struct ProposalMaker {
  let history: TargetHistory
  let rules: RuleSet
  let parameters: ProposalParameters
  let computed: Measured?

  private let style = NumberStyle.score.with(decimals: 2...4)

  init(history: TargetHistory, rules: RuleSet, parameters: ProposalParameters, computed: Measured?) {
    self.history = history
    self.rules = rules
    self.parameters = parameters
    self.computed = computed
  }

  /// The candidates of a method: several for the trend, else one.
  func proposals(by method: TargetMethod) -> [TargetProposal] {
    if method == .trend {
      return [20, 50, 80].map { share in
        let value = history.predictive(Double(share) / 100)
        return proposal(method, "tren-p\(share)", Measured(value), trendText("kuantil \(share)"))
      }
    }
    if method == .stretch {
      let count = history.analysis?.segment.count ?? 0
      let value: Measured =
        count >= 5
        ? Measured(history.predictive(0.9))
        : .missing("memerlukan sedikitnya lima tahun realisasi, yang ada \(count)")
      return [proposal(method, method.rawValue, value, trendText("kuantil 90"))]
    }
    let (value, text) = single(method)
    return [proposal(method, method.rawValue, value, text)]
  }

  private func trendText(_ what: String) -> String {
    let years = history.analysis?.segment.years ?? []
    guard let first = years.first, let last = years.last else { return what }
    return "\(what) prediksi garis \(first)–\(last), n = \(years.count)"
  }

  private func single(_ method: TargetMethod) -> (Measured, String) {
    if method == .components {
      return (computed ?? .missing("tidak mempunyai komponen"), "rumus atas perkiraan")
    }
    if method == .mandated { return mandated }
    guard let last = history.last else {
      return (.missing("realisasi \(history.year - 1) belum ada"), "")
    }
    let sign = history.higherIsBetter ? 1.0 : -1.0
    switch method {
    case .maintain: return (.value(last), "realisasi \(history.year - 1)")
    case .increment: return increment(last)
    case .percent:
      let text =
        "\(style.text(last)) × (1 \(sign > 0 ? "+" : "−") \(NumberStyle.plain.text(parameters.percent))%)"
      return (.value(last * (1 + sign * parameters.percent / 100)), text)
    case .detectable:
      guard let error = parameters.standardError else {
        return (.missing("memerlukan galat baku survei (galat=…)"), "")
      }
      let least = 1.96 * 2.0.squareRoot() * error
      return (.value(last + sign * least), "\(style.text(last)) \(sign > 0 ? "+" : "−") \(style.text(least))")
    case .catchUp:
      guard let best = history.bestPeer else {
        return (.missing("tidak ada realisasi \(history.year - 1) unit lain dalam data"), "")
      }
      guard history.isBetter(best.value, than: last) else {
        return (.missing("unit terbaik (\(best.unit), \(style.text(best.value))) tidak lebih baik"), "")
      }
      let share = NumberStyle.plain.text(parameters.share)
      return (
        .value(last + parameters.share * (best.value - last)),
        "κ \(share) menuju \(best.unit) \(style.text(best.value))"
      )
    case .path: return path(last)
    case .capacity: return capacity(last)
    case .components, .mandated, .trend, .stretch: return (.missing("tidak berlaku"), "")
    }
  }

  private var mandated: (Measured, String) {
    guard let agreement = history.agreements.last else {
      return (.missing("tidak ada target \(history.year) dalam perjanjian atau rencana"), "")
    }
    let period = agreement.period.isEmpty ? "" : " (\(agreement.period))"
    return (.value(agreement.value), "target \(history.year) dalam data\(period)")
  }

  private func increment(_ last: Double) -> (Measured, String) {
    var changes = history.analysis?.growth?.changes.map(\.perYear) ?? []
    guard !changes.isEmpty else { return (.missing("memerlukan sedikitnya dua tahun realisasi"), "") }
    let count = changes.count
    let median = Arithmetic.median(&changes)
    return (
      .value(last + median),
      "\(style.text(last)) \(style.signed.text(median)) (median \(count) perubahan tahunan)"
    )
  }

  private func path(_ last: Double) -> (Measured, String) {
    guard let end = history.midTerm, let path = history.path else {
      return (.missing("tidak ada target akhir renstra dalam data"), "")
    }
    let goal = "\(style.text(end.value)) pada \(end.year)"
    return (
      .value(path), history.isMidTermReached ? "target akhir \(goal) sudah terlampaui" : "menuju \(goal)"
    )
  }

  private func capacity(_ last: Double) -> (Measured, String) {
    guard let before = history.previousCeiling, let now = history.ceiling, before > 0 else {
      return (.missing("pagu \(history.year - 1) atau \(history.year) tidak ada"), "")
    }
    let ratio = now / before
    return (
      .value(last * (history.higherIsBetter ? ratio : 1 / ratio)),
      "pagu \(NumberStyle.percent.text(ratio * 100)) dari tahun lalu"
    )
  }

  // MARK: - What a candidate means

  private func proposal(_ method: TargetMethod, _ name: String, _ value: Measured, _ text: String)
    -> TargetProposal
  {
    let bounds = ValueBounds(least: history.indicator.minimum, greatest: history.indicator.maximum)
    let rounded = value.map { $0.roundedHalfAway(places: 2) }
    let kept = rounded.map { bounds.clipping($0) }
    let target = kept.value
    let achievement: Measured = Measured.combine(
      kept, history.last.map { .value($0) } ?? .missing("realisasi \(history.year - 1) belum ada")
    ) { target, last in
      Achievement.percent(actual: last, target: target, direction: history.indicator.direction)
    }
    return TargetProposal(
      method: method, name: name, value: kept, derivation: text, isClipped: kept != rounded,
      probability: target.map { history.probability(of: $0) } ?? .withheld(kept.reason),
      difference: target.flatMap { target in history.last.map { WorksheetComponent.sum(target, -$0) } },
      achievement: achievement,
      predicate: achievement.value.flatMap { rules.classify(achievement: $0).predicate?.label },
      valuePredicate: target.flatMap {
        rules.valueScale(of: history.indicator.code)?.classify($0).predicate?.label
      },
      fromPath: target.flatMap { target in history.path.map { WorksheetComponent.sum(target, -$0) } })
  }
}

extension Measured {
  /// A finding of the statistics: its value, or why there is none.
  init(_ finding: Finding<Double>) {
    switch finding {
    case .known(let value): self = value.isFinite ? .value(value) : .missing("hasilnya bukan bilangan")
    case .withheld(let reason): self = .missing(reason)
    }
  }
}
