/// A set of assumptions whose order does not matter.
///
/// A figure may be set once and also scaled and shifted; it is then set first, scaled next, shifted last. What is
/// scaled or shifted stops at the bounds of its indicator.
public struct Assumptions: Hashable, Sendable {
  private(set) var changes: [FigureKey: Change] = [:]

  /// No assumptions.
  public init() {}

  /// Resolves assumptions in a context.
  ///
  /// - Throws: A usage problem without a place when a code or unit is unknown, the quantity is derived from
  ///   others (capaian, serapan, …), an amount is not usable or outside the indicator's bounds, or two
  ///   assumptions set the same figure differently.
  public init(_ assumptions: [Assumption], model: FormulaModel, context: Context) throws(Problem) {
    try self.init(assumptions.map { ($0, context) }, model: model)
  }

  /// Resolves assumptions, each in the context it was made in; problems as above.
  public init(
    _ assumptions: [(assumption: Assumption, context: Context)], model: FormulaModel
  ) throws(Problem) {
    // In order of amount, so that sums come out the same whatever the order they were given in.
    for (assumption, context) in assumptions.sorted(by: { $0.assumption.amount < $1.assumption.amount }) {
      try Self.check(assumption)
      for figure in try model.figures(of: assumption.reference, in: context) {
        if case .node(let index) = figure.subject, !figure.quantity.isBudget {
          throw Problem(
            "“\(model.catalogue(of: figure.context).nodes[index].code)” adalah simpul, bukan indikator")
        }
        let target = try model.budgetHolder(of: figure)
        try apply(assumption, to: target, model)
      }
    }
  }

  private static func check(_ assumption: Assumption) throws(Problem) {
    switch assumption.reference.quantity {
    case .realization, .target, .ceiling, .spending: break
    case .achievement, .absorption, .efficiency, .predicate:
      throw Problem(
        "\(assumption.reference.quantity.name) mengikuti nilai lain dan tidak dapat diandaikan langsung",
        expected: "realisasi, target, pagu, atau belanja")
    }
    let isUsable = assumption.amount.isFinite && !(assumption.operation == .divide && assumption.amount == 0)
    guard isUsable else {
      throw Problem("besar perubahan tidak dapat dipakai", expected: "bilangan bukan nol")
    }
  }

  private mutating func apply(
    _ assumption: Assumption, to figure: FigureKey, _ model: FormulaModel
  ) throws(Problem) {
    var change = changes[figure] ?? Change(bounds: model.bounds(of: figure))
    switch assumption.operation {
    case .set:
      try Self.check(assumption.amount, against: change.bounds, name: model.name(of: figure))
      if let other = change.set, other != assumption.amount {
        throw Problem(
          "\(model.name(of: figure)) diandaikan dua kali dengan nilai berbeda", expected: "satu nilai")
      }
      change.set = assumption.amount
    case .add: change.shift += assumption.amount
    case .subtract: change.shift -= assumption.amount
    case .multiply: change.factor *= assumption.amount
    case .divide: change.factor /= assumption.amount
    }
    changes[figure] = change
  }

  private static func check(_ value: Double, against bounds: ValueBounds, name: String) throws(Problem) {
    let isBelow = bounds.least.map { value < $0 } ?? false
    let isAbove = bounds.greatest.map { value > $0 } ?? false
    guard isBelow || isAbove else { return }
    func text(_ bound: Double?) -> String { bound.map { NumberStyle.plain.text($0) } ?? "" }
    let expected =
      switch (bounds.least, bounds.greatest) {
      case (let lower, nil): "sedikitnya \(text(lower))"
      case (nil, let upper): "paling banyak \(text(upper))"
      case (let lower, let upper): "\(text(lower)) sampai \(text(upper))"
      }
    throw Problem("\(NumberStyle.plain.text(value)) di luar batas \(name)", expected: expected)
  }

  /// Whether nothing is assumed.
  public var isEmpty: Bool { changes.isEmpty }

  /// The figures that are assumed, in no particular order.
  public var figures: [FigureKey] { Array(changes.keys) }

  /// The same without what is assumed of figures elsewhere.
  public func restricted(to context: Context) -> Assumptions {
    var copy = self
    copy.changes = changes.filter { $0.key.context == context }
    return copy
  }
}

extension FormulaModel {
  /// The least and greatest value a figure can have, as far as the catalogue or the rules say; budgets are not
  /// negative.
  public func bounds(of figure: FigureKey) -> ValueBounds {
    switch (figure.quantity, figure.subject) {
    case (.realization, .indicator(let index)), (.target, .indicator(let index)):
      let indicator = catalogue(of: figure.context).indicators[index]
      let code = indicator.code.uppercased()
      let usual = RuleBook.componentBounds.first { $0.code == code }?.bounds ?? .none
      return ValueBounds(
        least: indicator.minimum ?? usual.least, greatest: indicator.maximum ?? usual.greatest)
    case (.ceiling, _), (.spending, _): return ValueBounds(least: 0)
    default: return .none
    }
  }
}
