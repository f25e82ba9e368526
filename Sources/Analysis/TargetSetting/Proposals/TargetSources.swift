/// Looks up what other plans, units and budgets say about an indicator's year.
struct TargetSources {
  let model: FormulaModel
  let context: Context
  let indicator: Int

  private var dataset: Dataset { model.dataset(of: context) }

  /// The latest target of a mid-term plan that reaches the year.
  var midTerm: YearValue? {
    let facts = dataset.performance
    var found: YearValue?
    for row in facts.rows(unit: context.unit, subject: Int32(indicator)) {
      let key = facts.key(ofRow: Int(row))
      let value = facts.value(.planned, row: Int(row))
      let period = dataset.periods[Int32(key.period)].lowercased()
      guard period == "renstra" || period == "rpjmd", !value.isNaN, Int(key.year) >= context.year else {
        continue
      }
      if found.map({ $0.year < Int(key.year) }) ?? true {
        found = YearValue(year: Int(key.year), value: value)
      }
    }
    return found
  }

  /// The targets stored for the year, mid-term ones left out; the first of each period.
  var agreements: [TargetHistory.Agreement] {
    let facts = dataset.performance
    var found: [TargetHistory.Agreement] = []
    for row in facts.rows(unit: context.unit, subject: Int32(indicator)).sorted() {
      let key = facts.key(ofRow: Int(row))
      let value = facts.value(.planned, row: Int(row))
      let period = dataset.periods[Int32(key.period)]
      guard Int(key.year) == context.year, !value.isNaN, period.lowercased() != "renstra",
        !found.contains(where: { $0.period == period })
      else { continue }
      found.append(TargetHistory.Agreement(period: period, value: value))
    }
    return found
  }

  /// Results of the year before of the other units that this dataset and the others hold.
  var peers: [TargetHistory.Peer] {
    var found: [TargetHistory.Peer] = []
    let own = dataset.units[context.unit]
    let code = dataset.catalogue.indicators[indicator].code
    for reference in model.workspace.units {
      let name = model.workspace.name(of: reference)
      let other = model.workspace.datasets[reference.dataset]
      guard name != own, let subject = other.catalogue.indicator(code) else { continue }
      let place = Context(dataset: reference.dataset, unit: reference.unit, year: context.year - 1)
      let figure = FigureKey(.realization, of: .indicator(subject), in: place)
      if let value = model.entry(of: figure)?.value {
        found.append(TargetHistory.Peer(unit: name, value: value))
      }
    }
    return found
  }

  /// The ceiling of a node in a year: the latest one stored, else the sum of the nodes below it.
  func ceiling(of node: Int, in year: Int) -> Double? {
    for name in ["", "perubahan", "awal"] {
      guard let period = dataset.periods.number(of: name) else { continue }
      let place = context.with(year: year).with(period: Int16(period))
      if let value = model.entry(of: FigureKey(.ceiling, of: .node(node), in: place))?.value { return value }
    }
    let children = dataset.catalogue.children(of: node)
    guard !children.isEmpty else { return nil }
    var sum = 0.0
    for child in children {
      guard let value = ceiling(of: child, in: year) else { return nil }
      sum += value
    }
    return sum
  }
}
