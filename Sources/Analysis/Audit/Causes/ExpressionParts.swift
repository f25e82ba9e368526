extension Expression {
  /// The same formula with every part replaced that the closure gives something for, from the outside in.
  func replacing(_ change: (Expression) -> Expression?) -> Expression {
    if let changed = change(self) { return changed }
    switch node {
    case .number, .text, .reference: return self
    case .negation(let operand): return Expression(.negation(operand.replacing(change)), range: range)
    case .percent(let operand): return Expression(.percent(operand.replacing(change)), range: range)
    case .binary(let sign, let left, let right):
      return Expression(.binary(sign, left.replacing(change), right.replacing(change)), range: range)
    case .call(let function, let arguments):
      return Expression(.call(function, arguments.map { $0.replacing(change) }), range: range)
    }
  }

  /// The same formula with this part rounded.
  func rounded(places: Int) -> Expression {
    Expression(.call(.round, [self, Expression(.number(Double(places)))]), range: range)
  }

  /// The numbers written in the formula, in reading order.
  var literals: [Double] {
    var found: [Double] = []
    visit { part in
      if case .number(let value) = part.node { found.append(value) }
    }
    return found
  }

  /// The terms of a sum: `a + b + c` or `jumlah(a; b; c)`; `nil` when it is no sum.
  var terms: [Expression]? {
    switch node {
    case .binary(.add, let left, let right): (left.terms ?? [left]) + [right]
    case .call(.sum, let arguments): arguments
    default: nil
    }
  }

  /// The sum of some terms.
  static func sum(_ terms: [Expression]) -> Expression { Expression(.call(.sum, terms)) }

  /// Whether the formula reads figures from the data.
  var readsData: Bool { !references.isEmpty }
}
