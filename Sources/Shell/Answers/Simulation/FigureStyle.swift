import Analysis

extension FormulaModel {
  /// How a figure is written: rupiah for budgets, percentages with two decimals, counts whole, indices as precisely as
  /// they are.
  func style(of figure: FigureKey) -> NumberStyle {
    switch figure.quantity {
    case .ceiling, .spending: return .rupiah
    case .achievement, .absorption, .efficiency: return .score
    case .realization, .target, .predicate: break
    }
    guard case .indicator(let index) = figure.subject else { return .score }
    let measure = catalogue(of: figure.context).indicators[index].measure
    return ["nilai", "indeks", "persen", ""].contains(measure)
      ? NumberStyle(decimals: 2...4) : NumberStyle(decimals: 0...2)
  }

  /// How a formula's value is written.
  func style(of expression: Expression, in context: Context) -> NumberStyle {
    if case .reference(let reference) = expression.node, !isScore(reference, in: context),
      let figure = (try? figures(of: reference, in: context))?.first
    {
      return style(of: figure)
    }
    if case .reference(let reference) = expression.node, isScore(reference, in: context) { return .score }
    return NumberStyle(decimals: 2...4)
  }

  /// A code as it is typed, of an indicator of a context.
  func code(ofIndicator index: Int, in context: Context) -> String {
    catalogue(of: context).indicators[index].code
  }
}

extension Scale.Classification {
  /// The predicate, or a dash in a hole of the scale.
  var label: String { predicate?.label ?? "–" }
}
