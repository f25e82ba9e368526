/// What a goal seek asks for: a comparison that is to become true.
public struct GoalQuestion: Sendable {
  /// The comparison as typed, the organisational score written out.
  public let expression: Expression
  /// The text as typed.
  public let source: String
  /// What is to reach the goal: the left side.
  public let subject: Expression
  /// What is searched.
  let aim: Aim

  /// How the comparison is searched.
  enum Aim: Sendable {
    /// A number that reaches a goal.
    case number(Expression, goal: Double, GoalSeek.Comparison)
    /// A truth that jumps from 0 to 1, such as a predicate.
    case truth
  }

  /// Reads a goal: `IKPP=9,05`, `capaian(AKIP)>=100`, `predikat(AKIP)="A"`.
  ///
  /// - Throws: A usage problem placed in the text.
  public init(parsing source: String, model: FormulaModel, in context: Context) throws(Problem) {
    self.source = source
    let typed = try Expression(parsing: source)
    let expression = try model.resolvingScore(typed, in: context)
    try model.checkNames(of: expression, source: source, in: context)
    let whole = 0..<source.unicodeScalars.count
    guard case .binary(let sign, let left, let right) = expression.node,
      sign.isComparison || sign == .and || sign == .or
    else {
      throw Problem(
        "tujuan belum diberikan", place: .text(source, range: whole), expected: "UNGKAPAN=NILAI",
        suggestions: ["\(source)=…", "\(source)>=…"])
    }
    if sign == .notEqual {
      throw Problem(
        "<> bukan tujuan yang dapat dicari", place: .text(source, range: whole), expected: "=, >=, atau <=")
    }
    self.expression = expression
    subject = sign.isComparison ? left : expression
    aim = Self.aim(sign, left, right)
    try checkLabel(left, right, model, context)
  }

  private static func aim(_ sign: Operator, _ left: Expression, _ right: Expression) -> Aim {
    let comparisons: [Operator: GoalSeek.Comparison] = [
      .equal: .equal, .greaterOrEqual: .atLeast, .lessOrEqual: .atMost,
    ]
    guard let comparison = comparisons[sign], !left.isText else { return .truth }
    let program = try? Program([right], columnCount: 0) { (_) throws(Problem) in
      throw Problem("bukan bilangan")
    }
    if let goal = program?.evaluate([], count: 1)[0][0], goal.isFinite {
      return .number(left, goal: goal, comparison)
    }
    return .number(Expression(.binary(.subtract, left, right)), goal: 0, comparison)
  }

  /// Refuses a predicate that the scale does not have.
  private func checkLabel(
    _ left: Expression, _ right: Expression, _ model: FormulaModel, _ context: Context
  ) throws(Problem) {
    guard case .text(let label) = right.node, let scale = model.scale(ofPredicate: left, in: context) else {
      return
    }
    let labels = scale.classes.map(\.label)
    guard !labels.contains(label) else { return }
    let near = labels.filter { $0.lowercased() == label.lowercased() }
    throw Problem(
      "predikat “\(label)” tidak ada dalam skala \(scale.name)", place: .text(source, range: right.range),
      expected: "salah satu dari \(labels.joined(separator: ", "))",
      suggestions: near.isEmpty ? Suggestion.nearest(to: label, among: labels) : near)
  }
}

extension FormulaModel {
  /// The scale that gives a formula of the form `predikat(X)` its text; `nil` for other formulas.
  func scale(ofPredicate expression: Expression, in context: Context) -> Scale? {
    guard case .reference(let reference) = expression.node, reference.quantity == .predicate,
      let figure = (try? figures(of: reference, in: context))?.first
    else { return nil }
    return valueScale(of: figure) ?? rules[figure.context.dataset].achievementScale
  }

  /// The number by which a formula of the form `predikat(X)` is classed; `nil` for other formulas.
  func classedNumber(ofPredicate expression: Expression, in context: Context) -> Expression? {
    guard case .reference(var reference) = expression.node, reference.quantity == .predicate,
      let figure = (try? figures(of: reference, in: context))?.first
    else { return nil }
    if valueScale(of: figure) != nil {
      reference.quantity = .realization
      return Expression(.reference(reference))
    }
    reference.quantity = .achievement
    let cap = rules[figure.context.dataset].cap
    return Expression(
      .call(.clamp, [Expression(.reference(reference)), Expression(.number(0)), Expression(.number(cap))]))
  }
}
