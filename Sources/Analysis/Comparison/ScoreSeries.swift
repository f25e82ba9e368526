extension SeriesBuilder {
  /// The organisational score (NKO) of a unit over the years.
  ///
  /// A year's score is the mean over its own indicators: of those asked for the ones with a target that year,
  /// without those that are inputs of another of them; without any asked for, the year's key indicators. The
  /// series breaks where the rule begins to hold and where the set of indicators changes.
  ///
  /// - Parameters:
  ///   - indicators: Indexes in the catalogue of the unit's dataset; empty takes the key indicators.
  ///   - unit: The unit; its year is the year of the question.
  /// - Throws: A rule problem when the scale of the score is unknown.
  public func scoreSeries(_ indicators: [Int], of unit: Context) throws(Problem) -> IndicatorSeries {
    let model = evaluator.model
    let whole = unit.with(period: 0)
    let dataset = model.dataset(of: whole)
    let rule = model.rules[whole.dataset].score
    let stored = dataset.measuredYears(of: whole.unit)
    let span = years ?? (stored.first ?? whole.year)...(stored.last ?? whole.year)
    var entries: [IndicatorSeries.Entry] = []
    var breaks = self.breaks
    var previous: [Int]?
    for year in span {
      let context = whole.with(year: year)
      let members = members(indicators, in: context)
      let entry = score(members, in: context, rule: rule)
      entries.append(entry)
      guard entry.value.number != nil else { continue }
      if let previous, previous != members {
        let codes = members.map { dataset.catalogue.indicators[$0].code }.joined(separator: ", ")
        breaks.append(SeriesBreak(year: year, reason: "susunan indikator menjadi \(codes)"))
      }
      previous = members
    }
    let scale = try RuleBook.scale(rule.scale)
    breaks.insert(
      SeriesBreak(year: scale.since, reason: "aturan nilai kinerja organisasi, \(rule.source)"), at: 0)
    if years == nil { entries = entries.trimmedToValues }
    return try IndicatorSeries(
      code: "NKO", name: "Nilai kinerja organisasi", unit: dataset.units[whole.unit], context: whole,
      measure: "nilai", direction: .rising, entries: entries, breaks: breaks, targets: [],
      bounds: ValueBounds(least: 0, greatest: rule.cap))
  }

  private func members(_ indicators: [Int], in context: Context) -> [Int] {
    let model = evaluator.model
    guard !indicators.isEmpty else { return model.keyIndicators(in: context).sorted() }
    let targeted = indicators.filter { indicator in
      model.entry(of: FigureKey(.target, of: .indicator(indicator), in: context)) != nil
    }
    let graph = model.graphs[context.dataset]
    let inputs = Set(targeted.flatMap { graph.inputs[$0] })
    return targeted.filter { !inputs.contains($0) }.sorted()
  }

  private func score(_ members: [Int], in context: Context, rule: ScoreRule) -> IndicatorSeries.Entry {
    func entry(_ value: Value, isAssumed: Bool = false) -> IndicatorSeries.Entry {
      let codes = members.map { evaluator.model.catalogue(of: context).indicators[$0].code }
      let origin = Origin.computed("NKO dari \(codes.joined(separator: ", ")), \(rule.source)", from: [])
      return IndicatorSeries.Entry(
        year: context.year, value: value, origin: value.number == nil ? nil : origin, isAssumed: isAssumed,
        code: "NKO")
    }
    guard !members.isEmpty else {
      return entry(.missing(Missing("tidak ada indikator bertarget pada tahun \(context.year)")))
    }
    func value(_ assumptions: Assumptions) -> Value {
      var yearly = Evaluator(evaluator.model, in: context, assuming: assumptions)
      let table = AchievementTable(members, evaluator: &yearly)
      do {
        return Value(try OrganisationalScore(table, evaluator: &yearly).value)
      } catch {
        return .missing(Missing(error.message))
      }
    }
    let assumed = value(evaluator.assumptions)
    return entry(assumed, isAssumed: !evaluator.assumptions.isEmpty && assumed != value(Assumptions()))
  }
}
