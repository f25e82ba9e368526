/// A formula ready to be asked again and again of a ``ContextModel``.
public struct Probe: Sendable {
  let program: Program
  /// Whether the formula gives a text.
  public let isText: Bool
}

extension ContextModel {
  /// Prepares a formula over the figures of this context.
  ///
  /// - Throws: A usage problem without a place when it names something unknown.
  public func probe(_ expression: Expression) throws(Problem) -> Probe {
    var builder = ProgramBuilder()
    var evaluator = Evaluator(model, in: context)
    let compiler = SlotCompiler(model: model, context: context, layout: layout) { evaluator.baseline(of: $0) }
    let output = try compiler.compile(expression, &builder)
    return Probe(
      program: builder.program(outputs: [output], columnCount: layout.count), isText: expression.isText)
  }

  /// The number a prepared formula gives under the assumptions made so far; `nil` when missing.
  ///
  /// A formula that gives a text answers with the text's number; see ``text(of:)``.
  public func value(of probe: Probe) -> Double? { Self.value(of: probe, values) }

  /// The same without assumptions.
  public func baseline(of probe: Probe) -> Double? { Self.value(of: probe, baseline) }

  /// The text a prepared formula gives, such as a predicate; `nil` when missing or a number.
  public func text(of probe: Probe) -> String? {
    guard probe.isText, let number = value(of: probe) else { return nil }
    return probe.program.texts[Int(number)]
  }

  private static func value(of probe: Probe, _ values: [Double]) -> Double? {
    var registers: [Double] = []
    let result = values.withUnsafeBufferPointer { row in
      row.baseAddress.map { probe.program.evaluate(row: $0, registers: &registers)[0] } ?? .nan
    }
    return result.isNaN ? nil : result
  }

  /// Compiles formulas over columns of varying figures; all that is computed from those follows inside.
  ///
  /// What does not vary keeps its value under the assumptions made so far. A varying figure that has a
  /// formula itself takes its column's values instead.
  ///
  /// - Parameters:
  ///   - expressions: The formulas, one output each.
  ///   - varying: The figures that vary, in the order of the columns: results, targets, ceilings or spending.
  /// - Throws: A usage problem when a figure cannot vary or a formula names something unknown.
  public func program(
    for expressions: [Expression], varying: [(quantity: Quantity, subject: Catalogue.Subject)]
  ) throws(Problem) -> Program {
    var builder = ProgramBuilder()
    let table = OperandTable(values.map { builder.constant($0) })
    var varies = [Bool](repeating: false, count: layout.count)
    for (column, figure) in varying.enumerated() {
      guard let slot = layout.slot(figure.quantity, of: figure.subject) else {
        throw Problem(
          "\(figure.quantity.name) tidak dapat diubah langsung", expected: "realisasi, target, pagu, belanja")
      }
      table.operands[slot] = Operand(.column, column)
      varies[slot] = true
    }
    var evaluator = Evaluator(model, in: context)
    let compiler = SlotCompiler(
      model: model, context: context, layout: layout, operand: { table.operands[$0] },
      constant: { evaluator.baseline(of: $0) })
    for position in code.order.indices {
      let slot = code.order[position]
      guard !varies[slot], code.inputs(at: position).contains(where: { varies[Int($0)] }),
        let formula = model.formula(of: slot, in: context)
      else { continue }
      let result = try compiler.compile(formula.expression, &builder)
      table.operands[slot] = applied(to: result, slot, &builder)
      varies[slot] = true
    }
    var outputs: [Operand] = []
    for expression in expressions { outputs.append(try compiler.compile(expression, &builder)) }
    return builder.program(outputs: outputs, columnCount: varying.count)
  }
}

/// The operand of each slot while a program is put together.
private final class OperandTable {
  var operands: [Operand]

  init(_ operands: [Operand]) { self.operands = operands }
}
