extension Parser {
  /// A reference with its year and unit in brackets, if any.
  mutating func reference(_ base: Reference, from start: Range<Int>) throws(Problem) -> Expression {
    guard case .openBracket = token.kind else { return Expression(.reference(base), range: start) }
    var result = base
    advance()
    if case .text = token.kind {
      result.unit = try unitName()
    } else {
      result.year = try year()
      if case .semicolon = token.kind {
        advance()
        result.unit = try unitName()
      }
    }
    guard case .closeBracket = token.kind else {
      throw problem("kurung siku tidak ditutup", token.range, expected: result.unit == nil ? "] atau ;" : "]")
    }
    let range = start.lowerBound..<token.range.upperBound
    advance()
    return Expression(.reference(result), range: range)
  }

  private mutating func year() throws(Problem) -> Reference.Year {
    var isRelative = false
    if case .name(let word, isQuoted: false) = token.kind, word.lowercased() == "tahun" {
      isRelative = true
      advance()
      if case .operator = token.kind {} else { return .relative(0) }
    }
    var sign = 1
    if case .operator(let written) = token.kind, written == .subtract || written == .add {
      sign = written == .subtract ? -1 : 1
      isRelative = true
      advance()
    }
    guard case .number(let value) = token.kind, let number = Int(exactly: value) else { throw badYear() }
    let isValid = isRelative ? number <= 100 : (1900...2999).contains(number) || number == 0
    guard isValid else { throw badYear() }
    advance()
    return isRelative || number == 0 ? .relative(sign * number) : .absolute(number)
  }

  private func badYear() -> Problem {
    problem(
      "tahun tidak dikenali", token.range, expected: "tahun seperti [2024] atau jarak tahun seperti [-1]")
  }

  private mutating func unitName() throws(Problem) -> String {
    guard case .text(let name) = token.kind, name.contains(where: { !$0.isWhitespace }) else {
      throw problem(
        "nama unit tidak dikenali", token.range, expected: "nama unit di antara tanda petik, \"…\"")
    }
    advance()
    return name
  }
}
