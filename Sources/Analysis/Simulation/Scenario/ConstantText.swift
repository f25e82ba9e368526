/// Reads a number or an arithmetic of numbers that stands somewhere in a longer text.
struct ConstantText {
  /// The longer text.
  let source: String
  private let scalars: [Unicode.Scalar]

  init(_ source: String) {
    self.source = source
    scalars = Array(source.unicodeScalars)
  }

  /// The formula in a part of the text; its places count from the start of the whole text.
  ///
  /// - Throws: A usage problem placed in the whole text.
  func expression(in range: Range<Int>, isPatternAllowed: Bool = false) throws(Problem) -> Expression {
    var padded = String.UnicodeScalarView()
    for _ in 0..<range.lowerBound { padded.append(" ") }
    padded.append(contentsOf: scalars[range])
    do throws(Problem) {
      var parser = try Parser(String(padded))
      let expression = try parser.formula()
      try ExpressionCheck(source: source).check(expression, allowsPattern: isPatternAllowed)
      return expression
    } catch {
      guard case .text(_, let place) = error.place else { throw error }
      var copy = error
      copy.place = .text(source, range: place)
      throw copy
    }
  }

  /// The number in a part of the text.
  ///
  /// - Throws: A usage problem when it is no number or cannot be computed.
  func value(in range: Range<Int>) throws(Problem) -> (value: Double, expression: Expression) {
    let expression = try expression(in: range)
    if let reference = expression.references.first {
      throw problem(
        "“\(reference.text)” bukan bilangan", expression.range, expected: "bilangan, misalnya 98,5")
    }
    guard !expression.isText else {
      throw problem("teks bukan bilangan", expression.range, expected: "bilangan, misalnya 98,5")
    }
    let program = try Program([expression], columnCount: 0) { (_) throws(Problem) in .number(.nan) }
    let value = program.evaluate([], count: 1)[0][0]
    guard value.isFinite else {
      throw problem(
        "“\(expression.text)” tidak dapat dihitung", expression.range, expected: "bilangan terhingga")
    }
    return (value, expression)
  }

  /// A part of the text without outer white space.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, scalars[start].properties.isWhitespace { start += 1 }
    while end > start, scalars[end - 1].properties.isWhitespace { end -= 1 }
    return start..<end
  }

  /// The places of scalars that stand outside quotes and brackets.
  func openPlaces(where isWanted: (Unicode.Scalar) -> Bool, in range: Range<Int>? = nil) -> [Int] {
    var found: [Int] = []
    var depth = 0
    var isQuoted = false
    for place in range ?? scalars.indices {
      let scalar = scalars[place]
      if scalar == "\"" { isQuoted.toggle() }
      if isQuoted { continue }
      if scalar == "(" || scalar == "[" { depth += 1 }
      if scalar == ")" || scalar == "]" { depth -= 1 }
      if depth == 0, isWanted(scalar) { found.append(place) }
    }
    return found
  }

  /// The scalar at a place; `nil` outside the text.
  func scalar(at place: Int) -> Unicode.Scalar? { scalars.indices.contains(place) ? scalars[place] : nil }

  /// How long the text is.
  var count: Int { scalars.count }

  /// A part of the text.
  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  /// A problem at a part of the text.
  func problem(
    _ message: String, _ range: Range<Int>, expected: String? = nil, suggestions: [String] = []
  ) -> Problem {
    Problem(message, place: .text(source, range: range), expected: expected, suggestions: suggestions)
  }
}
