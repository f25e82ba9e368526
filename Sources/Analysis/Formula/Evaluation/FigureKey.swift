/// One figure: a quantity of an indicator or node in one unit, year and period.
public struct FigureKey: Hashable, Sendable {
  /// Which figure.
  public var quantity: Quantity
  /// Of what.
  public var subject: Catalogue.Subject
  /// Where and when.
  public var context: Context

  /// Makes a key.
  public init(_ quantity: Quantity, of subject: Catalogue.Subject, in context: Context) {
    self.quantity = quantity
    self.subject = subject
    self.context = context
  }
}

extension FormulaModel {
  /// The figures a reference names in a context; a pattern may name none.
  ///
  /// - Throws: A usage problem without a place when the unit or the code is unknown.
  public func figures(of reference: Reference, in context: Context) throws(Problem) -> [FigureKey] {
    let place = try self.context(of: reference, from: context)
    let catalogue = catalogue(of: place)
    let subjects = catalogue.subjects(of: reference)
    guard !subjects.isEmpty || reference.isPattern else {
      throw Problem(
        "kode “\(reference.code)” tidak dikenal", expected: "kode indikator atau simpul",
        suggestions: Suggestion.nearest(to: reference.code, among: catalogue.codes))
    }
    return subjects.map { FigureKey(reference.quantity, of: $0, in: place) }
  }

  /// The context a reference is read in: another year or unit when it names one.
  func context(of reference: Reference, from context: Context) throws(Problem) -> Context {
    var place = context.with(year: reference.year.resolved(from: context.year))
    guard let unit = reference.unit else { return place }
    let found = try workspace.resolveUnit(unit, preferring: context.dataset)
    place.unit = found.unit
    guard found.dataset != context.dataset else { return place }
    let period = workspace.datasets[context.dataset].periods[Int32(context.period)]
    place.dataset = found.dataset
    place.period = workspace.datasets[found.dataset].periods.number(of: period).map { Int16($0) } ?? -1
    return place
  }

  /// The code of a figure's subject, as the catalogue spells it.
  public func code(of figure: FigureKey) -> String {
    let catalogue = catalogue(of: figure.context)
    switch figure.subject {
    case .indicator(let index): return catalogue.indicators[index].code
    case .node(let index): return catalogue.nodes[index].code
    }
  }

  /// A figure as a reader writes it, with its year, and its unit and period where they matter:
  /// `capaian(AKIP[2025]) TB IV`.
  public func name(of figure: FigureKey, beside context: Context? = nil) -> String {
    let dataset = dataset(of: figure.context)
    var place = "\(code(of: figure))[\(figure.context.year)"
    let unit = dataset.units[figure.context.unit]
    if let context, workspace.datasets[context.dataset].units[context.unit] != unit {
      place += "; \(Expression.quoted(unit))"
    }
    place += "]"
    let period = dataset.periods[Int32(figure.context.period)]
    let text = figure.quantity == .realization ? place : "\(figure.quantity.name)(\(place))"
    return period.isEmpty ? text : "\(text) periode \(period)"
  }

  /// Checks every name of a formula typed in a context, other units' included.
  ///
  /// - Parameters:
  ///   - expression: The formula.
  ///   - source: Its text, for carets.
  ///   - context: Where it is evaluated.
  /// - Throws: A usage problem at the first unknown code or unit, with the nearest names.
  public func checkNames(of expression: Expression, source: String, in context: Context) throws(Problem) {
    if case .reference(let reference) = expression.node {
      do {
        let place = try self.context(of: reference, from: context)
        try NameCheck(catalogue: catalogue(of: place), source: source).check(reference, at: expression.range)
      } catch {
        throw error.located(at: .text(source, range: expression.range))
      }
    }
    for child in expression.children { try checkNames(of: child, source: source, in: context) }
  }
}
