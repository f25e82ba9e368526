/// A figure cut off instead of rounded, or made from parts that were rounded first.
struct RoundingGuess: CauseGuess {
  func causes(of doubt: ClaimDoubt, _ desk: inout CauseDesk) -> [String] {
    var found: [String] = []
    if doubt.agreement == .rounding, doubt.isReproduced(byCutting: doubt.number) {
      found.append("dipotong, bukan dibulatkan: \(doubt.shown(doubt.number)) menjadi \(doubt.claim.printed)")
    }
    guard doubt.agreement == .rounding || doubt.isTelling else { return found }
    for places in Self.places(doubt) {
      if doubt.expression.references.count > 0 {
        let rounded = roundingFigures(in: doubt.expression, places)
        if rounded != doubt.expression, doubt.isReproduced(by: desk.value(of: rounded, in: desk.context)) {
          found.append("masukannya dibulatkan \(places) desimal lebih dahulu: \(rounded.text)")
          break
        }
      }
      let rounded = roundingParts(of: doubt.expression, places)
      if rounded != doubt.expression, doubt.isReproduced(by: desk.value(of: rounded, in: desk.context)) {
        found.append("hitungan antaranya dibulatkan \(places) desimal: \(rounded.text)")
        break
      }
    }
    return found
  }

  private static func places(_ doubt: ClaimDoubt) -> [Int] {
    var seen: Set<Int> = []
    return [doubt.printed.decimals, 2, 1, 0].filter { seen.insert($0).inserted }
  }

  /// Every figure rounded, unless it is the whole formula; sources of percentages rounded too.
  private func roundingFigures(in expression: Expression, _ places: Int) -> Expression {
    if case .reference = expression.node { return expression }
    return expression.replacing { part in
      if case .reference(let reference) = part.node, !reference.isPattern {
        return part.rounded(places: places)
      }
      return nil
    }
  }

  /// Every product and quotient inside the formula rounded.
  private func roundingParts(of expression: Expression, _ places: Int) -> Expression {
    func inside(_ part: Expression) -> Expression {
      let inner = descend(part)
      if case .binary(let sign, _, _) = part.node, sign == .multiply || sign == .divide {
        return inner.rounded(places: places)
      }
      return inner
    }
    func descend(_ part: Expression) -> Expression {
      switch part.node {
      case .number, .text, .reference: return part
      case .negation(let operand): return Expression(.negation(inside(operand)))
      case .percent(let operand): return Expression(.percent(inside(operand)))
      case .binary(let sign, let left, let right):
        return Expression(.binary(sign, inside(left), inside(right)))
      case .call(let function, let arguments): return Expression(.call(function, arguments.map(inside)))
      }
    }
    return descend(expression)
  }
}
