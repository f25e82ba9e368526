extension Assumptions {
  /// What becomes of one figure.
  struct Change: Hashable, Sendable {
    var set: Double?
    var factor = 1.0
    var shift = 0.0
    /// Where scaling and shifting stop.
    var bounds = ValueBounds.none

    /// Whether the figure is scaled or shifted, so that it may meet its bounds.
    var isRelative: Bool { factor != 1 || shift != 0 }

    /// The figure after the change; it stops at its bounds unless it lay beyond them before.
    func applied(to base: Double) -> Double {
      let start = set ?? base
      guard isRelative else { return start }
      var value = Arithmetic.finite(start * factor + shift)
      if let lower = bounds.least, value < lower { value = Swift.min(lower, start) }
      if let upper = bounds.greatest, value > upper { value = Swift.max(upper, start) }
      return value
    }

    /// The figure after the change.
    func applied(to base: Value, name: @autoclosure () -> String) -> Value {
      let start = set.map { Value.number($0) } ?? base
      switch start {
      case .number(let value): return Value(applied(to: value), otherwise: "\(name()) menjadi terlalu besar")
      case .text, .missing:
        guard let missing = start.missing else { return start }
        return .missing(missing.causing("\(name()) tidak dapat digeser"))
      }
    }

    /// The same as a step of a program, for a figure that has no fixed value.
    func applied(to operand: Operand, _ builder: inout ProgramBuilder) -> Operand {
      guard isRelative else { return operand }
      let scaled = builder.emit(.multiply, operand, builder.constant(factor))
      var value = builder.emit(.add, scaled, builder.constant(shift))
      if let lower = bounds.least {
        value = builder.emit(.greatest, value, builder.emit(.least, builder.constant(lower), operand))
      }
      if let upper = bounds.greatest {
        value = builder.emit(.least, value, builder.emit(.greatest, builder.constant(upper), operand))
      }
      return value
    }
  }
}
