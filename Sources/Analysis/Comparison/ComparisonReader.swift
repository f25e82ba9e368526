/// Reads the values of one indicator for units of any dataset and notes what keeps them from being comparable.
struct ComparisonReader {
  /// The indicator in the base's dataset.
  let indicator: Indicator
  /// The unit to compare, its year and whole-year period.
  let base: Context
  /// Reads the values.
  var evaluator: Evaluator

  /// The row of a unit that any dataset may know.
  mutating func row(named name: String) -> UnitComparison.Row {
    var best: (distance: Int, context: Context)?
    for context in places(of: name) {
      guard let year = nearestYear(in: context) else { continue }
      let distance = abs(year - base.year)
      if distance < best?.distance ?? Int.max { best = (distance, context.with(year: year)) }
    }
    if let best { return row(of: best.context, isBase: false) }
    let reason = "\(indicator.code) tidak ada datanya untuk \(name)"
    return UnitComparison.Row(
      unit: name, context: base, value: .missing(Missing(reason)), origin: nil, difference: .missing(reason),
      percent: .missing(reason), rank: nil, remarks: ["tidak ada data"], isBase: false, isComparable: false)
  }

  /// The row of a unit in a context.
  mutating func row(of context: Context, isBase: Bool) -> UnitComparison.Row {
    let model = evaluator.model
    let dataset = model.dataset(of: context)
    let number = dataset.catalogue.indicator(indicator.code) ?? 0
    let figure = FigureKey(.realization, of: .indicator(number), in: context)
    let value = evaluator.value(of: figure)
    let own = dataset.catalogue.indicators[number]
    var remarks: [String] = []
    if context.year != base.year { remarks.append("tahun \(context.year)") }
    if !isBase, own.measure != indicator.measure { remarks.append("satuan \(own.measure)") }
    if !isBase, own.direction != indicator.direction { remarks.append("arah \(own.direction.rawValue)") }
    if !isBase, isFormulaDifferent(number, in: context) { remarks.append("rumus berbeda") }
    let isComparable = value.number.map { isPossible($0) } ?? false
    if value.number != nil, !isComparable { remarks.append("skala berbeda") }
    if value.number == nil { remarks.append("tidak ada data") }
    let isStored = model.entry(of: figure) != nil
    if value.number != nil, !isStored { remarks.append("dihitung dari rumus") }
    if value != evaluator.baseline(of: figure) { remarks.append("asumsi") }
    let origin: Origin? =
      value.number == nil
      ? nil : model.source(of: figure).map { .row($0) } ?? .computed("rumus \(own.code)", from: [])
    return UnitComparison.Row(
      unit: dataset.units[context.unit], context: context, value: value, origin: origin,
      difference: .missing(value.reason), percent: .missing(value.reason), rank: nil, remarks: remarks,
      isBase: isBase, isComparable: isComparable && own.direction == indicator.direction)
  }

  private func isPossible(_ value: Double) -> Bool {
    ValueBounds(least: indicator.minimum, greatest: indicator.maximum).contains(value)
  }

  /// Whether the unit's dataset computes the indicator in another way.
  private func isFormulaDifferent(_ number: Int, in context: Context) -> Bool {
    guard context.dataset != base.dataset else { return false }
    let graphs = evaluator.model.graphs
    let theirs = graphs[context.dataset].formulas[number]?.expression.text
    let ours = evaluator.model.catalogue(of: base).indicator(indicator.code).flatMap {
      graphs[base.dataset].formulas[$0]?.expression.text
    }
    return theirs != ours
  }

  /// Where a unit is known, the base's dataset first.
  private func places(of name: String) -> [Context] {
    let datasets = evaluator.model.workspace.datasets
    let order = [base.dataset] + datasets.indices.filter { $0 != base.dataset }
    var found: [Context] = []
    for index in order {
      guard let unit = datasets[index].units.number(of: name) else { continue }
      found.append(Context(dataset: index, unit: unit, year: base.year))
    }
    // The dataset that is about a unit knows it better than one that mentions it.
    return found.filter { datasets[$0.dataset].mainUnit == $0.unit }
      + found.filter { datasets[$0.dataset].mainUnit != $0.unit }
  }

  private mutating func nearestYear(in context: Context) -> Int? {
    let dataset = evaluator.model.dataset(of: context)
    guard let number = dataset.catalogue.indicator(indicator.code) else { return nil }
    let years = dataset.measuredYears(of: context.unit).filter { year in
      evaluator.value(of: FigureKey(.realization, of: .indicator(number), in: context.with(year: year)))
        .number != nil
    }
    return years.min { (abs($0 - base.year), $0) < (abs($1 - base.year), $1) }
  }
}
