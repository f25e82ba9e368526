/// One line of how a formula came to its value.
public struct EvaluationStep: Hashable, Sendable {
  /// What the line is about.
  public enum Kind: Hashable, Sendable {
    /// A figure read from the data.
    case stored
    /// A figure computed by its formula or derived by the rules.
    case computed
    /// A figure that is supposed.
    case assumed
    /// A part of the formula.
    case operation
  }

  /// What the line is about.
  public var kind: Kind
  /// The figure's name or the part of the formula, as text.
  public var text: String
  /// Its value.
  public var value: Value
  /// Where it came from.
  public var origin: Origin?
  /// How deep the line stands in formulas of formulas; 0 for the formula asked for.
  public var level: Int
}

extension Evaluator {
  /// How a formula comes to its value under the assumptions, line by line, each figure and part once.
  ///
  /// The lines of a figure that is computed by a formula stand before it, one level deeper.
  public mutating func steps(of expression: Expression) -> [EvaluationStep] {
    var tracer = EvaluationTracer(context: context)
    tracer.trace(expression, in: context, level: 0, &self)
    return tracer.steps
  }

  /// Where a figure's value comes from: its row, its formula with the rows behind, or what is supposed.
  public mutating func origin(of figure: FigureKey) -> Origin? {
    var tracer = EvaluationTracer(context: context)
    return tracer.trace(figure, level: 0, &self)
  }
}

/// Gathers the lines of an evaluation.
private struct EvaluationTracer {
  let context: Context
  var steps: [EvaluationStep] = []
  private var seenFigures: [FigureKey: Origin?] = [:]
  private var seenTexts: Set<String> = []

  /// How deep formulas of formulas are followed.
  static let limit = 12

  init(context: Context) { self.context = context }

  @discardableResult
  mutating func trace(
    _ expression: Expression, in place: Context, level: Int, _ evaluator: inout Evaluator
  ) -> Origin? {
    switch expression.node {
    case .number, .text: return .given(expression.text)
    case .reference(let reference):
      let figures = (try? evaluator.model.figures(of: reference, in: place)) ?? []
      var origins: [Origin] = []
      for figure in figures {
        if let origin = trace(figure, level: level, &evaluator) { origins.append(origin) }
      }
      return reference.isPattern ? .computed(reference.text, from: origins) : origins.first
    case .negation, .percent, .binary, .call:
      var origins: [Origin] = []
      for child in expression.children {
        if let origin = trace(child, in: place, level: level, &evaluator) { origins.append(origin) }
      }
      let origin = Origin.computed(expression.text, from: origins)
      guard seenTexts.insert("\(level) \(expression.text) \(place.year) \(place.unit)").inserted else {
        return origin
      }
      let value = evaluator.value(of: expression, at: place)
      steps.append(
        EvaluationStep(kind: .operation, text: expression.text, value: value, origin: origin, level: level))
      return origin
    }
  }

  mutating func trace(_ figure: FigureKey, level: Int, _ evaluator: inout Evaluator) -> Origin? {
    if let known = seenFigures[figure] { return known }
    seenFigures[figure] = .some(nil)
    let value = evaluator.value(of: figure)
    let name = evaluator.model.name(of: figure, beside: context)
    let (kind, origin) = origin(of: figure, value, name, level, &evaluator)
    seenFigures[figure] = .some(origin)
    steps.append(EvaluationStep(kind: kind, text: name, value: value, origin: origin, level: level))
    return origin
  }

  private mutating func origin(
    of figure: FigureKey, _ value: Value, _ name: String, _ level: Int, _ evaluator: inout Evaluator
  ) -> (EvaluationStep.Kind, Origin?) {
    let model = evaluator.model
    if evaluator.assumptions.changes[figure] != nil { return (.assumed, .given(name)) }
    let source = model.source(of: figure)
    if let source, value == evaluator.baseline(of: figure) { return (.stored, .row(source)) }
    guard level < Self.limit else { return (.computed, nil) }
    if figure.quantity == .realization, case .indicator(let index) = figure.subject,
      let formula = model.formula(of: index, in: figure.context)
    {
      let origin = trace(formula.expression, in: figure.context, level: level + 1, &evaluator)
      return (.computed, .computed(formula.expression.text, from: origin.map { [$0] } ?? []))
    }
    var origins: [Origin] = []
    for part in model.parts(of: figure) {
      if let origin = trace(part, level: level + 1, &evaluator) { origins.append(origin) }
    }
    if origins.isEmpty, source == nil { return (.stored, nil) }
    return (.computed, .computed(figure.quantity.name, from: origins))
  }
}

extension Evaluator {
  /// The value of a formula in another place, under the assumptions.
  public mutating func value(of expression: Expression, at place: Context) -> Value {
    value(of: expression, in: place, assumptions.isEmpty ? .baseline : .assumed)
  }
}

extension FormulaModel {
  /// The figures that a derived figure is made from by the rules.
  func parts(of figure: FigureKey) -> [FigureKey] {
    func same(_ quantity: Quantity) -> FigureKey {
      FigureKey(quantity, of: figure.subject, in: figure.context)
    }
    switch figure.quantity {
    case .realization, .target: return []
    case .ceiling, .spending:
      return (try? budgetHolder(of: figure)).flatMap { $0 == figure ? nil : [$0] } ?? []
    case .absorption: return [same(.spending), same(.ceiling)]
    case .efficiency: return [same(.achievement), same(.absorption)]
    case .predicate: return [same(valueScale(of: figure) == nil ? .achievement : .realization)]
    case .achievement:
      guard case .node(let index) = figure.subject else { return [same(.realization), same(.target)] }
      return catalogue(of: figure.context).indicators(of: index).map {
        FigureKey(.achievement, of: .indicator($0), in: figure.context)
      }
    }
  }
}
