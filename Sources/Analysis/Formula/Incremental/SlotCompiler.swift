/// Turns formulas read in one context into instructions over that context's slots.
///
/// Figures of other contexts do not follow assumptions made in this one and become constants.
struct SlotCompiler {
  let model: FormulaModel
  let context: Context
  let layout: SlotLayout
  /// The operand that holds a slot's number.
  var operand: (Int) -> Operand = { Operand(.column, $0) }
  /// The value of a figure of another context.
  let constant: (FigureKey) -> Value

  /// The operand that holds a formula's value.
  func compile(_ expression: Expression, _ builder: inout ProgramBuilder) throws(Problem) -> Operand {
    try compiler.compile(expression, &builder)
  }

  private var compiler: ExpressionCompiler {
    ExpressionCompiler { (reference: Reference, builder: inout ProgramBuilder) throws(Problem) -> [Operand] in
      var result: [Operand] = []
      for figure in try model.figures(of: reference, in: context) {
        result.append(self.figure(figure, &builder))
      }
      return result
    }
  }

  private func figure(_ figure: FigureKey, _ builder: inout ProgramBuilder) -> Operand {
    guard figure.context == context else {
      switch constant(figure) {
      case .number(let value): return builder.constant(value)
      case .text(let text): return builder.constant(builder.number(of: text))
      case .missing: return builder.constant(.nan)
      }
    }
    switch figure.quantity {
    case .realization, .target, .ceiling, .spending:
      guard let holder = try? model.budgetHolder(of: figure),
        let slot = layout.slot(holder.quantity, of: holder.subject)
      else { return builder.constant(.nan) }
      return operand(slot)
    case .absorption:
      let spending = self.figure(FigureKey(.spending, of: figure.subject, in: context), &builder)
      let ceiling = self.figure(FigureKey(.ceiling, of: figure.subject, in: context), &builder)
      return builder.emit(.multiply, builder.emit(.divide, spending, ceiling), builder.constant(100))
    case .achievement: return achievement(figure.subject, &builder)
    case .efficiency:
      let achievement = achievement(figure.subject, &builder)
      let absorption = self.figure(FigureKey(.absorption, of: figure.subject, in: context), &builder)
      return builder.emit(.subtract, achievement, absorption)
    case .predicate: return predicate(figure, &builder)
    }
  }

  private func achievement(_ subject: Catalogue.Subject, _ builder: inout ProgramBuilder) -> Operand {
    let catalogue = model.catalogue(of: context)
    switch subject {
    case .indicator(let index):
      let target = operand(layout.target(index))
      var result = operand(layout.result(index))
      if catalogue.indicators[index].direction == .falling {
        let double = builder.emit(.multiply, builder.constant(2), target)
        result = builder.emit(.subtract, double, result)
      }
      return builder.emit(.multiply, builder.emit(.divide, result, target), builder.constant(100))
    case .node(let index):
      var members: [ProgramBuilder.Member] = []
      for indicator in catalogue.indicators(of: index) {
        members.append(.init(operand: achievement(.indicator(indicator), &builder), isSkipped: true))
      }
      return compiler.aggregate(.mean, members, &builder)
    }
  }

  private func predicate(_ figure: FigureKey, _ builder: inout ProgramBuilder) -> Operand {
    if let scale = model.valueScale(of: figure), case .indicator(let index) = figure.subject {
      return builder.classify(operand(layout.result(index)), scale)
    }
    let rules = model.rules[context.dataset]
    let achievement = achievement(figure.subject, &builder)
    let capped = builder.emit(.clamp, achievement, builder.constant(0), builder.constant(rules.cap))
    return builder.classify(capped, rules.achievementScale)
  }
}
