extension FormulaModel {
  /// The code under which the organisational score can be asked for where no indicator has it.
  public static let scoreCode = "NKO"

  /// The organisational score of a context as a formula, so that it can be followed like any other.
  ///
  /// - Returns: `nil` when no key indicator is measured there.
  public func scoreExpression(in context: Context) -> Expression? {
    let rule = rules[context.dataset].score
    let catalogue = catalogue(of: context)
    var evaluator = Evaluator(self, in: context)
    let measured = keyIndicators(in: context).filter {
      evaluator.value(.achievement, of: .indicator($0)).number != nil
    }
    guard !measured.isEmpty, catalogue.indicator(rule.indicator) != nil else { return nil }
    func call(_ function: Function, _ arguments: [Expression]) -> Expression {
      Expression(.call(function, arguments))
    }
    func number(_ value: Double) -> Expression { Expression(.number(value)) }
    func binary(_ sign: Operator, _ left: Expression, _ right: Expression) -> Expression {
      Expression(.binary(sign, left, right))
    }
    let predicate = Expression(.reference(Reference(rule.indicator, quantity: .predicate)))
    var rate = binary(.divide, number(1), number(0))
    for (label, percent) in rule.corrections.sorted(by: { $0.key > $1.key }) {
      let isIt = binary(.equal, predicate, Expression(.text(label)))
      rate = call(.condition, [isIt, number(percent), rate])
    }
    let shares = measured.map { index in
      let achievement = Expression(
        .reference(Reference(catalogue.indicators[index].code, quantity: .achievement)))
      let normalised = call(.clamp, [achievement, number(0), number(rule.cap)])
      let correction = binary(.divide, binary(.multiply, normalised, rate), number(100))
      return binary(.subtract, normalised, correction)
    }
    return call(.mean, shares)
  }

  /// A formula in which the code of the organisational score stands for its formula.
  ///
  /// - Throws: A data problem when it is asked for where there is none.
  public func resolvingScore(_ expression: Expression, in context: Context) throws(Problem) -> Expression {
    guard expression.references.contains(where: { isScore($0, in: context) }) else { return expression }
    guard let score = scoreExpression(in: context) else {
      throw Problem(
        "NKO tidak dapat dihitung: tidak ada indikator utama yang terukur", kind: .data,
        expected: "tahun dan periode dengan target dan realisasi")
    }
    return replaced(expression, score, context)
  }

  /// Whether a reference asks for the organisational score.
  public func isScore(_ reference: Reference, in context: Context) -> Bool {
    reference.code == Self.scoreCode && reference.quantity == .realization && !reference.isPattern
      && reference.isInContext && catalogue(of: context).subject(Self.scoreCode) == nil
  }

  private func replaced(_ expression: Expression, _ score: Expression, _ context: Context) -> Expression {
    func inner(_ part: Expression) -> Expression { replaced(part, score, context) }
    let node: Expression.Node
    switch expression.node {
    case .reference(let reference): return isScore(reference, in: context) ? score : expression
    case .number, .text: return expression
    case .negation(let operand): node = .negation(inner(operand))
    case .percent(let operand): node = .percent(inner(operand))
    case .binary(let sign, let left, let right): node = .binary(sign, inner(left), inner(right))
    case .call(let function, let arguments): node = .call(function, arguments.map(inner))
    }
    return Expression(node, range: expression.range)
  }
}
