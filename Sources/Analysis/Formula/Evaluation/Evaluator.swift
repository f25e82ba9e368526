/// Evaluates formulas in a context, with or without assumptions, and can say why a value is missing.
///
/// The official value of an indicator is its stored result, or what its formula gives where none is stored.
/// Under assumptions, as soon as an input of a formula differs from its baseline, the computed value
/// replaces the stored one. Every figure is computed once and kept, so that a second question about the
/// same model is quick.
public struct Evaluator: Sendable {
  /// Whether assumptions are looked at.
  enum Layer: Hashable, Sendable {
    case baseline
    case assumed
  }

  /// The value of an indicator that was or is to be computed.
  struct Task: Hashable, Sendable {
    var layer: Layer
    var indicator: Int
    var context: Context
  }

  /// What is evaluated over.
  public let model: FormulaModel
  /// Where bare codes are read.
  public let context: Context
  /// What is supposed.
  public let assumptions: Assumptions

  private var memo: [Task: Value] = [:]
  private var open: Set<Task> = []

  /// Makes an evaluator.
  public init(_ model: FormulaModel, in context: Context, assuming assumptions: Assumptions = Assumptions()) {
    self.model = model
    self.context = context
    self.assumptions = assumptions
  }

  private var layer: Layer { assumptions.isEmpty ? .baseline : .assumed }

  /// The value of a formula under the assumptions.
  public mutating func value(of expression: Expression) -> Value {
    value(of: expression, in: context, layer)
  }

  /// The value of a formula without the assumptions.
  public mutating func baseline(of expression: Expression) -> Value {
    value(of: expression, in: context, .baseline)
  }

  /// A figure under the assumptions.
  public mutating func value(of figure: FigureKey) -> Value { value(of: figure, layer) }

  /// A figure without the assumptions.
  public mutating func baseline(of figure: FigureKey) -> Value { value(of: figure, .baseline) }

  /// A figure of the context by its code, under the assumptions.
  public mutating func value(_ quantity: Quantity = .realization, of subject: Catalogue.Subject) -> Value {
    value(of: FigureKey(quantity, of: subject, in: context), layer)
  }

  /// What the formula of an indicator gives from the official values of its inputs, under the assumptions.
  ///
  /// - Returns: `nil` when the indicator has no formula; missing when its formula cannot be used.
  public mutating func computed(_ indicator: Int, in place: Context? = nil) -> Value? {
    computed(Task(layer: layer, indicator: indicator, context: place ?? context))
  }

  /// How far the formula lies above the stored value without assumptions; `nil` unless both are there.
  public mutating func gap(_ indicator: Int, in place: Context? = nil) -> Double? {
    let task = Task(layer: .baseline, indicator: indicator, context: place ?? context)
    let figure = FigureKey(.realization, of: .indicator(indicator), in: task.context)
    guard let stored = model.entry(of: figure), let computed = computed(task)?.number else { return nil }
    return computed - stored.value
  }

  // MARK: Values of indicators

  /// The official value of an indicator; resolves what it depends on first, without recursion.
  mutating func official(_ task: Task) -> Value {
    if let known = memo[task] { return known }
    guard !open.contains(task) else {
      let figure = FigureKey(.realization, of: .indicator(task.indicator), in: task.context)
      return .missing(Missing("\(model.name(of: figure)) bergantung pada dirinya sendiri"))
    }
    var stack = [task]
    while let next = stack.last {
      if memo[next] != nil {
        stack.removeLast()
        continue
      }
      if open.insert(next).inserted {
        let needed = dependencies(of: next).filter { memo[$0] == nil && !open.contains($0) }
        stack.append(contentsOf: needed.reversed())
        if !needed.isEmpty { continue }
      }
      memo[next] = compute(next)
      open.remove(next)
      stack.removeLast()
    }
    return memo[task] ?? .missing(Missing("tidak dapat dihitung"))
  }

  private func dependencies(of task: Task) -> [Task] {
    var found: [Task] = []
    if task.layer == .assumed {
      found.append(Task(layer: .baseline, indicator: task.indicator, context: task.context))
    } else if model.entry(of: FigureKey(.realization, of: .indicator(task.indicator), in: task.context))
      != nil
    {
      return []
    }
    guard let formula = model.formula(of: task.indicator, in: task.context) else { return found }
    for reference in formula.references {
      guard let figures = try? model.figures(of: reference, in: task.context) else { continue }
      for figure in figures {
        for indicator in model.measured(by: figure) {
          found.append(Task(layer: task.layer, indicator: indicator, context: figure.context))
          if task.layer == .assumed {
            found.append(Task(layer: .baseline, indicator: indicator, context: figure.context))
          }
        }
      }
    }
    return found
  }

  private mutating func compute(_ task: Task) -> Value {
    let figure = FigureKey(.realization, of: .indicator(task.indicator), in: task.context)
    guard task.layer == .assumed else {
      if let entry = model.entry(of: figure) { return .number(entry.value) }
      return computed(task) ?? .missing(model.noData(figure))
    }
    var result = official(Task(layer: .baseline, indicator: task.indicator, context: task.context))
    if let formula = model.formula(of: task.indicator, in: task.context), isChanged(formula, in: task.context)
    {
      result = computed(task) ?? result
    }
    let change = assumptions.changes[figure]
    return change?.applied(to: result, name: model.name(of: figure)) ?? result
  }

  private mutating func computed(_ task: Task) -> Value? {
    let figure = FigureKey(.realization, of: .indicator(task.indicator), in: task.context)
    if let fault = model.graphs[task.context.dataset].fault(of: task.indicator) {
      return .missing(Missing(fault.message))
    }
    guard let formula = model.formula(of: task.indicator, in: task.context) else { return nil }
    let result = value(of: formula.expression, in: task.context, task.layer)
    guard let missing = result.missing else { return result }
    let isStored = model.entry(of: figure) != nil
    let effect = isStored ? "\(model.name(of: figure)) menurut rumus" : model.noData(figure).text + " dan"
    return .missing(missing.causing("\(effect) tidak dapat dihitung"))
  }

  private mutating func isChanged(_ formula: DependencyGraph.Formula, in place: Context) -> Bool {
    for reference in formula.references {
      for figure in (try? model.figures(of: reference, in: place)) ?? [] {
        if value(of: figure, .assumed) != value(of: figure, .baseline) { return true }
      }
    }
    return false
  }
}
