extension Expression {
  /// The formula written in its usual form: Indonesian names, decimal comma, no needless parentheses.
  ///
  /// Reading the text again gives an equal expression.
  public var text: String { written(atLeast: 0) }

  /// The text, in parentheses when it binds less tightly than its place asks for.
  private func written(atLeast precedence: Int) -> String {
    let plain = plainText
    return ownPrecedence < precedence ? "(\(plain))" : plain
  }

  /// How tightly the outermost sign of the text binds.
  private var ownPrecedence: Int {
    switch node {
    case .binary(let sign, _, _): sign.precedence
    case .negation: Operator.unaryPrecedence
    case .number(let value) where value < 0: Operator.unaryPrecedence
    case .percent: Self.postfixPrecedence
    case .number, .text, .reference, .call: Self.postfixPrecedence + 1
    }
  }

  private static let postfixPrecedence = Operator.power.precedence + 1

  private var plainText: String {
    switch node {
    case .number(let value): return Self.numberText(value)
    case .text(let value): return Self.quoted(value)
    case .reference(let reference): return reference.text
    case .negation(let operand): return "-" + operand.written(atLeast: Operator.power.precedence)
    case .percent(let operand): return operand.written(atLeast: Self.postfixPrecedence) + "%"
    case .call(let function, let arguments):
      return function.rawValue + "(" + arguments.map(\.text).joined(separator: "; ") + ")"
    case .binary(let sign, let left, let right):
      let own = sign.precedence
      let leftText = left.written(atLeast: sign == .power || sign.isComparison ? own + 1 : own)
      let rightText = right.writtenAsRightOperand(of: sign)
      let gap = own <= Operator.add.precedence ? " " : ""
      return leftText + gap + sign.rawValue + gap + rightText
    }
  }

  /// After `^` a sign needs no parentheses; elsewhere the right operand binds more tightly than its sign.
  private func writtenAsRightOperand(of sign: Operator) -> String {
    guard sign == .power else { return written(atLeast: sign.precedence + 1) }
    if case .negation = node { return plainText }
    return written(atLeast: sign.precedence)
  }

  /// A text in double quotes; quotes inside are doubled.
  static func quoted(_ text: String) -> String {
    quoted(text, with: "\"", doubling: ["\"", "\u{201C}", "\u{201D}"])
  }

  static func quoted(_ text: String, with mark: Unicode.Scalar, doubling: Set<Unicode.Scalar>) -> String {
    var result = String.UnicodeScalarView([mark])
    for scalar in text.unicodeScalars {
      if doubling.contains(scalar) { result.append(scalar) }
      result.append(scalar)
    }
    result.append(mark)
    return String(result)
  }

  /// The shortest decimal digits that give the same double back, without an exponent.
  public static func numberText(_ value: Double) -> String {
    let magnitude = value.magnitude.description
    let sign = value < 0 ? "-" : ""
    let parts = magnitude.split(separator: "e")
    let digits = parts[0].split(separator: ".")
    var whole = String(digits[0])
    var fraction = digits.count > 1 && digits[1] != "0" ? String(digits[1]) : ""
    var shift = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    while shift > 0 {
      whole.append(fraction.isEmpty ? "0" : fraction.removeFirst())
      shift -= 1
    }
    while shift < 0 {
      fraction.insert(whole.removeLast(), at: fraction.startIndex)
      if whole.isEmpty { whole = "0" }
      shift += 1
    }
    return sign + whole + (fraction.isEmpty ? "" : "," + fraction)
  }
}

extension Reference {
  /// The reference as it is written in a formula.
  public var text: String {
    let place = codeText + bracketText
    return quantity == .realization ? place : "\(quantity.name)(\(place))"
  }

  private var codeText: String {
    var lexer = Lexer(code)
    let plain: Token.Kind = .name(code, isQuoted: false)
    let isPlain = (try? lexer.tokens().map(\.kind)) == [plain, .end]
    let name = isPlain ? code : Expression.quoted(code, with: "'", doubling: ["'", "\u{2018}", "\u{2019}"])
    return isPattern ? name + ".*" : name
  }

  private var bracketText: String {
    let yearText: String? =
      switch year {
      case .relative(0): nil
      case .relative(let distance): distance > 0 ? "+\(distance)" : "\(distance)"
      case .absolute(let year): "\(year)"
      }
    let parts = [yearText, unit.map(Expression.quoted)].compactMap { $0 }
    return parts.isEmpty ? "" : "[" + parts.joined(separator: "; ") + "]"
  }
}
