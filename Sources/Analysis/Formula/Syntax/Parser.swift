/// Reads a formula by precedence climbing.
struct Parser {
  let source: String
  let tokens: [Token]
  private var index = 0
  private var nesting = 0

  /// How deep parentheses, functions and signs may be nested.
  static let nestingLimit = 100
  /// How many levels the whole tree may have; a sum of n terms has n levels.
  static let depthLimit = 1_000

  init(_ source: String) throws(Problem) {
    self.source = source
    var lexer = Lexer(source)
    tokens = try lexer.tokens()
  }

  var token: Token { tokens[index] }

  mutating func advance() {
    if index + 1 < tokens.count { index += 1 }
  }

  /// The whole formula.
  mutating func formula() throws(Problem) -> Expression {
    if case .end = token.kind {
      throw problem("rumus kosong", token.range, expected: "angka, kode indikator, atau fungsi")
    }
    if case .operator(.equal) = token.kind {
      throw problem(
        "rumus tidak diawali tanda =", token.range, expected: "angka, kode indikator, atau fungsi")
    }
    let expression = try expression(atLeast: 0)
    if case .end = token.kind { return expression }
    throw unexpected(after: expression)
  }

  /// An expression whose operators bind at least so tightly.
  private mutating func expression(atLeast precedence: Int) throws(Problem) -> Expression {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Self.nestingLimit else {
      throw problem(
        "rumus bersarang terlalu dalam", token.range, expected: "rumus yang dipecah menjadi beberapa bagian")
    }
    var left = try prefix()
    while case .operator(let sign) = token.kind, sign.precedence >= precedence {
      let place = token.range
      advance()
      let right = try expression(atLeast: sign == .power ? sign.precedence : sign.precedence + 1)
      left = Expression(.binary(sign, left, right), range: left.range.lowerBound..<right.range.upperBound)
      try checkDepth(left, place)
      if sign.isComparison { try refuseChain() }
    }
    return left
  }

  private func checkDepth(_ expression: Expression, _ place: Range<Int>) throws(Problem) {
    guard expression.depth <= Self.depthLimit else {
      throw problem("rumus terlalu panjang", place, expected: "paling banyak 1.000 suku berurutan")
    }
  }

  private func refuseChain() throws(Problem) {
    if case .operator(let next) = token.kind, next.isComparison {
      throw problem(
        "perbandingan tidak dapat dirangkai", token.range, expected: "dan, misalnya 1 < x dan x < 5")
    }
  }

  private mutating func prefix() throws(Problem) -> Expression {
    guard case .operator(.subtract) = token.kind else { return try postfix() }
    let start = token.range.lowerBound
    advance()
    let operand = try expression(atLeast: Operator.power.precedence)
    return Expression(.negation(operand), range: start..<operand.range.upperBound)
  }

  private mutating func postfix() throws(Problem) -> Expression {
    var operand = try primary()
    while case .percent = token.kind {
      operand = Expression(.percent(operand), range: operand.range.lowerBound..<token.range.upperBound)
      try checkDepth(operand, token.range)
      advance()
    }
    return operand
  }

  private mutating func primary() throws(Problem) -> Expression {
    let first = token
    switch first.kind {
    case .number(let value):
      advance()
      return Expression(.number(value), range: first.range)
    case .text(let value):
      advance()
      return Expression(.text(value), range: first.range)
    case .open: return try parenthesized()
    case .pattern(let code):
      advance()
      return try reference(Reference(code, isPattern: true), from: first.range)
    case .name(let name, let isQuoted):
      advance()
      if case .open = token.kind, !isQuoted { return try call(name, from: first.range) }
      return try reference(Reference(name), from: first.range)
    default: throw missingOperand()
    }
  }

  private mutating func parenthesized() throws(Problem) -> Expression {
    let opening = token.range
    advance()
    let inner = try expression(atLeast: 0)
    guard case .close = token.kind else { throw unclosed(opening, after: inner) }
    let end = token.range.upperBound
    advance()
    return Expression(inner.node, range: opening.lowerBound..<end)
  }

  // MARK: Functions

  private mutating func call(_ name: String, from start: Range<Int>) throws(Problem) -> Expression {
    let opening = token.range
    if let quantity = Quantity.named(name) { return try figure(quantity, from: start) }
    guard let function = Function.named(name) else {
      throw problem(
        "fungsi “\(name)” tidak dikenal", start,
        suggestions: Suggestion.nearest(to: name, among: Function.allNames))
    }
    advance()
    var arguments: [Expression] = []
    if case .close = token.kind {
      // No argument: the count below says what is missing.
    } else {
      arguments.append(try expression(atLeast: 0))
      while case .semicolon = token.kind {
        advance()
        arguments.append(try expression(atLeast: 0))
      }
    }
    guard case .close = token.kind else { throw unclosed(opening, after: arguments.last) }
    let range = start.lowerBound..<token.range.upperBound
    try checkCount(arguments, function, closing: token.range)
    advance()
    let result = Expression(.call(function, arguments), range: range)
    try checkDepth(result, start)
    return result
  }

  private func checkCount(_ arguments: [Expression], _ function: Function, closing: Range<Int>)
    throws(Problem)
  {
    let signature = function.signature
    let isPaired = function != .weighted || arguments.count.isMultiple(of: 2)
    if arguments.count < signature.least || !isPaired {
      throw problem("argumen \(function.rawValue) kurang", closing, expected: signature.usage)
    }
    if let most = signature.most, arguments.count > most {
      throw problem(
        "argumen \(function.rawValue) terlalu banyak", arguments[most].range, expected: signature.usage)
    }
  }

  /// `target(KODE[…])` and the like.
  private mutating func figure(_ quantity: Quantity, from start: Range<Int>) throws(Problem) -> Expression {
    advance()
    let argument = token
    let base: Reference
    switch argument.kind {
    case .name(let code, _): base = Reference(code, quantity: quantity)
    case .pattern(let code): base = Reference(code, quantity: quantity, isPattern: true)
    default:
      throw problem(
        "\(quantity.name)(…) memerlukan kode", argument.range, expected: "kode indikator atau simpul")
    }
    advance()
    let inner = try reference(base, from: argument.range)
    guard case .close = token.kind else {
      throw problem("\(quantity.name)(…) hanya menerima satu kode", token.range, expected: ") setelah kode")
    }
    let range = start.lowerBound..<token.range.upperBound
    advance()
    if case .openBracket = token.kind {
      throw problem(
        "tahun ditulis di dalam kurung", token.range,
        expected: "misalnya \(quantity.name)(\(base.code)[2024])")
    }
    return Expression(inner.node, range: range)
  }
}
