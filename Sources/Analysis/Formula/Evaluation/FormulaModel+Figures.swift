extension FormulaModel {
  /// The formula of an indicator where it may be used.
  ///
  /// Before the first year with facts and long after the last one no formula is followed, so that a formula
  /// over the year before cannot go back for ever.
  func formula(of indicator: Int, in context: Context) -> DependencyGraph.Formula? {
    let known = years[context.dataset]
    guard (known.lowerBound...(known.upperBound + 50)).contains(context.year) else { return nil }
    return graphs[context.dataset].formulas[indicator]
  }

  /// The indicators whose values a figure is made from.
  func measured(by figure: FigureKey) -> [Int] {
    switch figure.quantity {
    case .target, .ceiling, .spending, .absorption: return []
    case .realization, .achievement, .efficiency, .predicate: break
    }
    switch figure.subject {
    case .indicator(let index): return [index]
    case .node(let index): return catalogue(of: figure.context).indicators(of: index)
    }
  }

  /// The budget figure that an indicator's budget figure stands for: that of its node.
  ///
  /// - Throws: A problem when the indicator hangs on no node.
  func budgetHolder(of figure: FigureKey) throws(Problem) -> FigureKey {
    guard figure.quantity.isBudget, case .indicator(let index) = figure.subject else { return figure }
    let indicator = catalogue(of: figure.context).indicators[index]
    guard let node = indicator.node else {
      throw Problem(
        "\(indicator.code) tidak menggantung pada simpul sehingga tidak punya anggaran", kind: .data)
    }
    return FigureKey(figure.quantity, of: .node(node), in: figure.context)
  }

  /// The scale by which an indicator's own value is classed, if it has one.
  func valueScale(of figure: FigureKey) -> Scale? {
    guard case .indicator = figure.subject else { return nil }
    return rules[figure.context.dataset].valueScale(of: code(of: figure))
  }

  /// Which table, subject and column hold a figure; `nil` for derived figures.
  private func place(of figure: FigureKey) -> (
    table: Dataset.Table, subject: Int, measure: FactTable.Measure
  )? {
    switch (figure.quantity, figure.subject) {
    case (.realization, .indicator(let index)): (.performance, index, .actual)
    case (.target, .indicator(let index)): (.performance, index, .planned)
    case (.ceiling, .node(let index)): (.budgets, index, .planned)
    case (.spending, .node(let index)): (.budgets, index, .actual)
    default: nil
    }
  }

  /// The stored value of a figure with its row; `nil` when none is stored or the figure is derived.
  ///
  /// - Complexity: O(log rows).
  public func entry(of figure: FigureKey) -> FactTable.Entry? {
    guard let place = place(of: figure), figure.context.unit >= 0, figure.context.period >= 0 else {
      return nil
    }
    // Read in place: a copy of the dataset would cost more than the look-up.
    let key = figure.context.key(place.subject)
    return place.table == .performance
      ? workspace.datasets[figure.context.dataset].performance.entry(place.measure, key)
      : workspace.datasets[figure.context.dataset].budgets.entry(place.measure, key)
  }

  /// Where the stored value of a figure was printed; `nil` when none is stored.
  public func source(of figure: FigureKey) -> SourceRow? {
    guard let place = place(of: figure), let entry = entry(of: figure) else { return nil }
    return dataset(of: figure.context).source(of: entry.row, in: place.table)
  }

  /// That a figure has no data, with the nearest years and periods that have.
  func noData(_ figure: FigureKey) -> Missing {
    let text = "\(name(of: figure)) belum ada datanya"
    let known = available(figure)
    guard !known.isEmpty else { return Missing(text) }
    return Missing("\(text) (yang ada: \(known.joined(separator: ", ")))")
  }

  /// The years and periods nearest to a figure's for which it is stored, at most six, in order of time.
  private func available(_ figure: FigureKey) -> [String] {
    guard let place = place(of: figure) else { return [] }
    let dataset = dataset(of: figure.context)
    let facts = place.table == .performance ? dataset.performance : dataset.budgets
    var found: [FactTable.Key] = []
    for row in facts.rows(unit: figure.context.unit, subject: Int32(place.subject)) {
      let key = facts.key(ofRow: Int(row))
      guard !facts.value(place.measure, row: Int(row)).isNaN, key != found.last else { continue }
      found.append(key)
    }
    func distance(_ key: FactTable.Key) -> Int { abs(Int(key.year) - figure.context.year) }
    let nearest = found.enumerated().sorted {
      (distance($0.element), $0.offset) < (distance($1.element), $1.offset)
    }
    return nearest.prefix(6).sorted { $0.offset < $1.offset }.map { _, key in
      let period = dataset.periods[Int32(key.period)]
      return period.isEmpty ? "\(key.year)" : "\(key.year) \(period)"
    }
  }
}
