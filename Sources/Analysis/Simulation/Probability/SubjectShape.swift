/// What kind of figure a formula is, where it is a single one.
public struct SubjectShape: Hashable, Sendable {
  /// The indicator, where the formula is the result of one in the context.
  public let indicator: Int?
  /// Whether it is the organisational score.
  public let isScore: Bool
  /// The scale by which it is classed: its own, or that of achievements or of the score.
  public let scale: Scale?
  /// The cap before it is classed; `nil` for values on their own scale.
  public let cap: Double?
  /// Which side of a target counts as reaching it.
  public let direction: TrialTarget.Direction

  /// Looks at a formula.
  public init(_ expression: Expression, model: FormulaModel, in context: Context) {
    let rules = model.rules[context.dataset]
    var found: (indicator: Int?, isScore: Bool, scale: Scale?, cap: Double?) = (nil, false, nil, nil)
    var isFalling = false
    if case .reference(let reference) = expression.node {
      if model.isScore(reference, in: context) {
        found = (nil, true, try? RuleBook.scale(rules.score.scale), rules.score.cap)
      } else if reference.isInContext, !reference.isPattern,
        let figure = (try? model.figures(of: reference, in: context))?.first
      {
        if reference.quantity == .achievement { found = (nil, false, rules.achievementScale, rules.cap) }
        if reference.quantity == .realization, case .indicator(let index) = figure.subject {
          found = (index, false, model.valueScale(of: figure), nil)
          isFalling = model.catalogue(of: context).indicators[index].direction == .falling
        }
      }
    }
    (indicator, isScore, scale, cap) = found
    direction = isFalling ? .atMost : .atLeast
  }

  /// The class of a value of the formula; `nil` when it is not classed.
  public func classify(_ value: Double) -> Scale.Classification? {
    scale?.classify(cap.map { Achievement.limited(value, to: $0) } ?? value)
  }
}
