/// Formulas as a function of a few figures of one context, everything else under the assumptions that stand.
///
/// All that depends on the varying figures is computed by its formula, also where a value is stored; so the function
/// is as smooth as its formulas. It is a value, and quick to ask again and again.
public struct WhatIfFunction: Sendable {
  /// The figures that vary.
  public let inputs: [FigureKey]
  /// Their values under the assumptions.
  public let base: [Double]
  /// The compiled formulas, whose columns are the inputs.
  public let program: Program
  private var registers: [Double] = []

  /// Compiles formulas.
  ///
  /// - Parameters:
  ///   - expressions: The formulas; each is one output.
  ///   - inputs: The figures that vary: results, targets, ceilings or spending of the context.
  ///   - model: What is evaluated over.
  ///   - context: Where codes are read.
  ///   - assumptions: What stands.
  ///   - needsBase: Whether every input must have a value to start from.
  /// - Throws: A problem when a formula names something unknown, an input has no value to start from, or assumptions
  ///   about other years or units bear on a formula.
  public init(
    _ expressions: [Expression], varying inputs: [FigureKey], model: FormulaModel, in context: Context,
    assuming assumptions: Assumptions, needsBase: Bool = true
  ) throws(Problem) {
    try Self.refuseForeign(expressions, model, context, assumptions)
    var dense = ContextModel(model, in: context)
    dense.assume(assumptions)
    program = try dense.program(for: expressions, varying: inputs.map { ($0.quantity, $0.subject) })
    var base: [Double] = []
    for input in inputs {
      let value = dense.value(input.quantity, of: input.subject)
      guard value != nil || !needsBase else {
        throw Problem(
          "\(model.name(of: input)) belum ada nilainya sehingga tidak dapat digeser", kind: .data,
          expected: "beri nilai awal dahulu, misalnya simulasi \(model.code(of: input))=…")
      }
      base.append(value ?? .nan)
    }
    self.base = base
    self.inputs = inputs
  }

  /// The value of every formula; `nil` where it is missing.
  public mutating func values(at point: [Double]) -> [Double?] {
    guard point.count == inputs.count else { return [] }
    return point.withUnsafeBufferPointer { row in
      guard let start = row.baseAddress else { return [] }
      return program.evaluate(row: start, registers: &registers).map { $0.isNaN ? nil : $0 }
    }
  }

  /// A formula's value at a point as it is meant: a number, a text or nothing.
  public func meaning(_ number: Double?, of expression: Expression) -> Value {
    guard let number else { return .missing(Missing("\(expression.text) tidak dapat dihitung")) }
    return expression.isText ? .text(program.texts[Int(number)]) : .number(number)
  }

  /// Figures of other contexts are constants of a program; assumptions about them would be lost.
  private static func refuseForeign(
    _ expressions: [Expression], _ model: FormulaModel, _ context: Context, _ assumptions: Assumptions
  ) throws(Problem) {
    guard let foreign = assumptions.figures.first(where: { $0.context != context }) else { return }
    var all = Evaluator(model, in: context, assuming: assumptions)
    var local = Evaluator(model, in: context, assuming: assumptions.restricted(to: context))
    for expression in expressions where all.value(of: expression) != local.value(of: expression) {
      throw Problem(
        "\(expression.text) bergantung pada asumsi tentang \(model.name(of: foreign)), di luar yang sedang ditanyakan",
        expected: "asumsi tentang tahun dan unit ini saja; simulasi hapus \(model.code(of: foreign))")
    }
  }
}
