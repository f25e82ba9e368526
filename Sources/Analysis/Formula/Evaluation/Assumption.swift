/// A figure that is supposed to be different: set, shifted or scaled.
public struct Assumption: Hashable, Sendable {
  /// What is done to the figure.
  public enum Operation: String, Hashable, Sendable {
    /// The figure becomes the amount.
    case set = "="
    /// The amount is added.
    case add = "+="
    /// The amount is taken away.
    case subtract = "-="
    /// The figure is multiplied by the amount.
    case multiply = "*="
    /// The figure is divided by the amount.
    case divide = "/="
  }

  /// Which figure or, with a pattern, which figures.
  public var reference: Reference
  /// What is done.
  public var operation: Operation
  /// By how much.
  public var amount: Double

  /// Makes an assumption.
  public init(_ reference: Reference, _ operation: Operation = .set, _ amount: Double) {
    self.reference = reference
    self.operation = operation
    self.amount = amount
  }
}

/// A set of assumptions whose order does not matter.
///
/// A figure may be set once and also scaled and shifted; it is then set first, scaled next, shifted last.
public struct Assumptions: Hashable, Sendable {
  /// What becomes of one figure.
  struct Change: Hashable, Sendable {
    var set: Double?
    var factor = 1.0
    var shift = 0.0
  }

  private(set) var changes: [FigureKey: Change] = [:]

  /// No assumptions.
  public init() {}

  /// Resolves assumptions in a context.
  ///
  /// - Throws: A usage problem without a place when a code or unit is unknown, the quantity is derived from
  ///   others (capaian, serapan, …), an amount is not usable, or two assumptions set the same figure
  ///   differently.
  public init(_ assumptions: [Assumption], model: FormulaModel, context: Context) throws(Problem) {
    // In order of amount, so that sums come out the same whatever the order they were given in.
    for assumption in assumptions.sorted(by: { $0.amount < $1.amount }) {
      try Self.check(assumption)
      for figure in try model.figures(of: assumption.reference, in: context) {
        if case .node(let index) = figure.subject, !figure.quantity.isBudget {
          throw Problem(
            "“\(model.catalogue(of: figure.context).nodes[index].code)” adalah simpul, bukan indikator")
        }
        let target = try model.budgetHolder(of: figure)
        try apply(assumption, to: target, name: model.name(of: target))
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

  private mutating func apply(_ assumption: Assumption, to figure: FigureKey, name: String) throws(Problem) {
    var change = changes[figure] ?? Change()
    switch assumption.operation {
    case .set:
      if let other = change.set, other != assumption.amount {
        throw Problem("\(name) diandaikan dua kali dengan nilai berbeda", expected: "satu nilai")
      }
      change.set = assumption.amount
    case .add: change.shift += assumption.amount
    case .subtract: change.shift -= assumption.amount
    case .multiply: change.factor *= assumption.amount
    case .divide: change.factor /= assumption.amount
    }
    changes[figure] = change
  }

  /// Whether nothing is assumed.
  public var isEmpty: Bool { changes.isEmpty }

  /// The figures that are assumed, in no particular order.
  public var figures: [FigureKey] { Array(changes.keys) }
}

extension Assumptions.Change {
  /// The figure after the change.
  func applied(to base: Value, name: @autoclosure () -> String) -> Value {
    let start = set.map { Value.number($0) } ?? base
    switch start {
    case .number(let value):
      return Value(value * factor + shift, otherwise: "\(name()) menjadi terlalu besar")
    case .text, .missing:
      guard let missing = start.missing else { return start }
      return .missing(missing.causing("\(name()) tidak dapat digeser"))
    }
  }
}
