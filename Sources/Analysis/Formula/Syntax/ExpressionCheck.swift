extension Expression {
  /// Reads a formula.
  ///
  /// - Parameter source: The text; ranges of the parts count its Unicode scalars.
  /// - Throws: A `Problem` at the first wrong place: what is wrong, what was expected, the nearest names.
  /// - Complexity: O(length).
  public init(parsing source: String) throws(Problem) {
    var parser = try Parser(source)
    let expression = try parser.formula()
    try ExpressionCheck(source: source).check(expression, allowsPattern: false)
    self = expression
  }
}

/// Checks what grammar alone does not: where patterns and texts may stand.
struct ExpressionCheck {
  let source: String

  /// Checks a part and everything below it.
  func check(_ expression: Expression, allowsPattern: Bool) throws(Problem) {
    if case .reference(let reference) = expression.node, reference.isPattern, !allowsPattern {
      throw problem(
        "\(reference.code).* berarti banyak nilai", expression,
        expected: "di dalam jumlah, rata, min, maks, median, cacah, atau ada")
    }
    try checkTexts(expression)
    let takesPatterns =
      if case .call(let function, _) = expression.node {
        function.signature.takesPatterns
      } else {
        false
      }
    for child in expression.children { try check(child, allowsPattern: takesPatterns) }
  }

  private func checkTexts(_ expression: Expression) throws(Problem) {
    switch expression.node {
    case .number, .text, .reference: return
    case .negation(let operand), .percent(let operand): try requireNumber(operand)
    case .binary(let sign, let left, let right) where sign.comparesText:
      guard left.isText == right.isText else {
        throw problem(
          "teks tidak dapat dibandingkan dengan angka", right,
          expected: left.isText ? "teks, misalnya \"A\"" : "angka")
      }
    case .binary(let sign, let left, let right):
      if sign.isComparison, left.isText, right.isText {
        throw problem("teks hanya dapat dibandingkan dengan = atau <>", left)
      }
      try requireNumber(left)
      try requireNumber(right)
    case .call(.exists, _): return
    case .call(.count, _): return
    case .call(.condition, let arguments) where arguments.count == 3:
      try requireNumber(arguments[0])
      guard arguments[1].isText == arguments[2].isText else {
        throw problem("kedua pilihan jika harus sama-sama angka atau sama-sama teks", arguments[2])
      }
    case .call(_, let arguments):
      for argument in arguments { try requireNumber(argument) }
    }
  }

  private func requireNumber(_ expression: Expression) throws(Problem) {
    guard expression.isText else { return }
    throw problem("teks tidak dapat dihitung", expression, expected: "angka")
  }

  private func problem(_ message: String, _ part: Expression, expected: String? = nil) -> Problem {
    Problem(message, place: .text(source, range: part.range), expected: expected)
  }
}
