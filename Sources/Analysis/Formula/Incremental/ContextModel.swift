/// All figures of one context in arrays, in which a change is followed through the formulas at once.
///
/// It gives the same numbers as ``Evaluator`` with assumptions in that context, without the reasons, fast
/// enough to be asked again and again: by a goal seek, a tornado, or while a value is being typed. Copies
/// are independent.
public struct ContextModel: Sendable {
  /// What it is a model of.
  public let model: FormulaModel
  /// Where its figures are read.
  public let context: Context

  let layout: SlotLayout
  /// The value of each slot without assumptions; NaN when missing.
  let baseline: [Double]
  /// The formulas of the context, in order of computing.
  let code: ContextCode
  /// The value of each slot under the assumptions that were made.
  private(set) var values: [Double]

  private var changes: [Int: Assumptions.Change] = [:]
  private var isAssumed: [Bool]
  private var isDirty: [Bool]
  private var firstDirty: Int
  private var registers: [Double]

  /// Reads the context and compiles its formulas.
  ///
  /// - Complexity: O(indicators + total length of the formulas).
  public init(_ model: FormulaModel, in context: Context) {
    self.model = model
    self.context = context
    let catalogue = model.catalogue(of: context)
    layout = SlotLayout(indicatorCount: catalogue.indicators.count, nodeCount: catalogue.nodes.count)
    var evaluator = Evaluator(model, in: context)
    var start = [Double](repeating: .nan, count: layout.count)
    for slot in start.indices {
      let (quantity, subject) = layout.figure(slot)
      start[slot] = evaluator.value(quantity, of: subject).number ?? .nan
    }
    baseline = start
    values = start
    code = ContextCode(model, context, layout)
    isAssumed = Array(repeating: false, count: layout.count)
    isDirty = Array(repeating: false, count: code.order.count)
    firstDirty = code.order.count
    registers = Array(repeating: 0, count: max(1, code.registerCount))
  }

  /// A figure of the context under the assumptions made so far; `nil` when missing.
  ///
  /// Derived figures (capaian, serapan, …) come from ``value(of:)-Probe``.
  public func value(_ quantity: Quantity = .realization, of subject: Catalogue.Subject) -> Double? {
    layout.slot(quantity, of: subject).flatMap { values[$0].isNaN ? nil : values[$0] }
  }

  /// The same without assumptions.
  public func baseline(_ quantity: Quantity = .realization, of subject: Catalogue.Subject) -> Double? {
    layout.slot(quantity, of: subject).flatMap { baseline[$0].isNaN ? nil : baseline[$0] }
  }

  /// Supposes a value of a figure, or with `nil` drops what was supposed of it; everything downstream
  /// follows.
  ///
  /// - Returns: Whether the figure is one that can be supposed: a result, target, ceiling or spending.
  /// - Complexity: O(formulas downstream) and a scan of one byte per formula.
  @discardableResult
  public mutating func set(
    _ quantity: Quantity = .realization, of subject: Catalogue.Subject, to value: Double?
  ) -> Bool {
    guard let slot = layout.slot(quantity, of: subject) else { return false }
    change(slot, value.map { Assumptions.Change(set: $0) })
    recompute()
    return true
  }

  /// Replaces all that is supposed; figures of other contexts are left out.
  public mutating func assume(_ assumptions: Assumptions) {
    for slot in changes.keys { change(slot, nil) }
    for (figure, change) in assumptions.changes where figure.context == context {
      if let slot = layout.slot(figure.quantity, of: figure.subject) { self.change(slot, change) }
    }
    recompute()
  }

  private mutating func change(_ slot: Int, _ change: Assumptions.Change?) {
    changes[slot] = change
    isAssumed[slot] = change != nil
    if let position = code.position(of: slot) {
      isDirty[position] = true
      firstDirty = min(firstDirty, position)
    } else {
      store(Self.applied(change, to: baseline[slot]), in: slot)
    }
  }

  private static func applied(_ change: Assumptions.Change?, to base: Double) -> Double {
    change?.applied(to: base) ?? base
  }

  /// The operand after what is supposed of a slot.
  func applied(to operand: Operand, _ slot: Int, _ builder: inout ProgramBuilder) -> Operand {
    guard let change = changes[slot] else { return operand }
    if let value = change.set { return builder.constant(change.applied(to: value)) }
    return change.applied(to: operand, &builder)
  }

  /// Keeps a value and marks what reads it when it is a different one.
  private mutating func store(_ value: Double, in slot: Int) {
    guard Self.differ(value, values[slot]) else { return }
    values[slot] = value
    for position in code.readers(of: slot) {
      isDirty[Int(position)] = true
      firstDirty = min(firstDirty, Int(position))
    }
  }

  @inline(__always)
  private static func differ(_ a: Double, _ b: Double) -> Bool { a != b && !(a.isNaN && b.isNaN) }

  private mutating func recompute() {
    var position = firstDirty
    while position < code.order.count {
      if isDirty[position] {
        isDirty[position] = false
        let slot = code.order[position]
        var value = baseline[slot]
        if code.inputs(at: position).contains(where: { Self.differ(values[Int($0)], baseline[Int($0)]) }) {
          value = code.run(at: position, values, &registers)
        }
        if isAssumed[slot], let change = changes[slot] { value = Self.applied(change, to: value) }
        store(value, in: slot)
      }
      position += 1
    }
    firstDirty = code.order.count
  }
}
