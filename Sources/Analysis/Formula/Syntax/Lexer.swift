/// Cuts a formula into words.
///
/// Signs that word processors and reports print for the plain ones are read as well: `−`, `×`, `÷`, `≤`, `≥`,
/// `≠` and curly quotes. A code that holds other signs than letters, digits, `_` and `.` is written in single
/// quotes: `'7.01.02'`.
struct Lexer {
  let source: String
  let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ source: String) {
    self.source = source
    scalars = Array(source.unicodeScalars)
  }

  /// The longest formula that is read, in Unicode scalars.
  static let limit = 100_000

  /// All words, ending with one of kind `end`.
  mutating func tokens() throws(Problem) -> [Token] {
    guard scalars.count <= Self.limit else {
      throw problem("rumus terlalu panjang", Self.limit..<Self.limit, expected: "paling banyak 100.000 huruf")
    }
    var result: [Token] = []
    while true {
      while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
      guard position < scalars.count else { break }
      let start = position
      let kind = try next()
      result.append(Token(kind: kind, range: start..<position))
    }
    result.append(Token(kind: .end, range: scalars.count..<scalars.count))
    return result
  }

  private mutating func next() throws(Problem) -> Token.Kind {
    let scalar = scalars[position]
    if scalar.isASCIIDigit { return try number() }
    if scalar.startsName { return try name() }
    switch scalar {
    case "\"", "\u{201C}", "\u{201D}": return try text()
    case "'", "\u{2018}", "\u{2019}": return try quotedCode()
    default: return try sign(scalar)
    }
  }

  private mutating func sign(_ scalar: Unicode.Scalar) throws(Problem) -> Token.Kind {
    let following: Unicode.Scalar? = position + 1 < scalars.count ? scalars[position + 1] : nil
    position += 1
    switch (scalar, following) {
    case ("<", "="), (">", "="), ("<", ">"):
      position += 1
      return .operator(scalar == ">" ? .greaterOrEqual : following == "=" ? .lessOrEqual : .notEqual)
    case ("(", _): return .open
    case (")", _): return .close
    case ("[", _): return .openBracket
    case ("]", _): return .closeBracket
    case (";", _): return .semicolon
    case ("%", _): return .percent
    case ("−", _), ("–", _): return .operator(.subtract)
    case ("×", _), ("·", _): return .operator(.multiply)
    case ("÷", _): return .operator(.divide)
    case ("≤", _): return .operator(.lessOrEqual)
    case ("≥", _): return .operator(.greaterOrEqual)
    case ("≠", _): return .operator(.notEqual)
    default:
      if let simple = Operator(rawValue: String(scalar)) { return .operator(simple) }
      throw unknownSign(scalar, following: following)
    }
  }

  private func unknownSign(_ scalar: Unicode.Scalar, following: Unicode.Scalar?) -> Problem {
    let place = (position - 1)..<position
    switch scalar {
    case ",", ".":
      if following?.isASCIIDigit == true, !followsOperand {
        return problem(
          "angka tidak dapat diawali tanda desimal", place, expected: "nol di depannya, misalnya 0,5")
      }
      return problem(
        "tanda “\(scalar)” tidak pada tempatnya", place,
        expected: "; di antara argumen, karena koma adalah tanda desimal")
    case ":": return problem("tanda : bukan operator", place, expected: "/ untuk membagi")
    case "&", "|", "!":
      return problem("tanda “\(scalar)” bukan operator", place, expected: "dan, atau, <>")
    case "{", "}": return problem("tanda “\(scalar)” tidak dikenal", place, expected: "tanda kurung ( )")
    default:
      return problem("tanda \(Self.shown(scalar)) tidak dikenal dalam rumus", place)
    }
  }

  /// Whether the sign just read stands right behind a value.
  private var followsOperand: Bool {
    guard position >= 2 else { return false }
    let before = scalars[position - 2]
    return before.continuesName || before == ")" || before == "]" || before == "*"
  }

  /// A sign as a message can show it: control characters by their number.
  private static func shown(_ scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .unassigned, .privateUse, .lineSeparator, .paragraphSeparator:
      "U+" + String(repeating: "0", count: max(0, 4 - String(scalar.value, radix: 16).count))
        + String(scalar.value, radix: 16, uppercase: true)
    default: "“\(scalar)”"
    }
  }

  private mutating func text() throws(Problem) -> Token.Kind {
    let start = position
    let closing: Set<Unicode.Scalar> = ["\"", "\u{201C}", "\u{201D}"]
    guard let content = quoted(closing) else {
      throw problem("tanda petik tidak ditutup", start..<(start + 1), expected: "\" di akhir teks")
    }
    return .text(content)
  }

  private mutating func quotedCode() throws(Problem) -> Token.Kind {
    let start = position
    guard let content = quoted(["'", "\u{2018}", "\u{2019}"]), !content.isEmpty else {
      throw problem(
        "kode di antara tanda petik tunggal tidak lengkap", start..<(start + 1), expected: "'KODE'")
    }
    return takesPatternEnd() ? .pattern(content) : .name(content, isQuoted: true)
  }

  /// Reads up to a closing quote; a doubled one stands for itself.
  private mutating func quoted(_ closing: Set<Unicode.Scalar>) -> String? {
    position += 1
    var content = String.UnicodeScalarView()
    while position < scalars.count {
      let scalar = scalars[position]
      position += 1
      if closing.contains(scalar) {
        guard position < scalars.count, scalars[position] == scalar else { return String(content) }
        position += 1
      }
      content.append(scalar)
    }
    return nil
  }

  private mutating func name() throws(Problem) -> Token.Kind {
    let start = position
    while position < scalars.count {
      if scalars[position].continuesName {
        position += 1
      } else if scalars[position] == ".", position + 1 < scalars.count, scalars[position + 1].continuesName {
        position += 2
      } else {
        break
      }
    }
    var content = String.UnicodeScalarView()
    content.append(contentsOf: scalars[start..<position])
    let written = String(content)
    if takesPatternEnd() { return .pattern(written) }
    if position < scalars.count, scalars[position] == "." {
      throw problem(
        "kode tidak dapat diakhiri titik", position..<(position + 1),
        expected: "nama komponen, atau * untuk semuanya")
    }
    switch written.lowercased() {
    case Operator.or.rawValue: return .operator(.or)
    case Operator.and.rawValue: return .operator(.and)
    default: return .name(written, isQuoted: false)
    }
  }

  private mutating func takesPatternEnd() -> Bool {
    guard position + 1 < scalars.count, scalars[position] == ".", scalars[position + 1] == "*" else {
      return false
    }
    position += 2
    return true
  }

  private mutating func number() throws(Problem) -> Token.Kind {
    let start = position
    while position < scalars.count {
      let isMark = scalars[position] == "," || scalars[position] == "."
      let isFollowed = position + 1 < scalars.count && scalars[position + 1].isASCIIDigit
      guard scalars[position].isASCIIDigit || (isMark && isFollowed) else { break }
      position += 1
    }
    let reading = NumberLiteral(scalars[start..<position])
    if position < scalars.count, scalars[position].startsName {
      throw problem(
        "huruf menempel pada angka \(reading.written)", position..<(position + 1),
        expected: "operator; kode yang diawali angka ditulis 'seperti ini'")
    }
    return .number(try reading.value(at: .text(source, range: start..<position)))
  }

  private func problem(_ message: String, _ range: Range<Int>, expected: String? = nil) -> Problem {
    Problem(message, place: .text(source, range: range), expected: expected)
  }
}

extension Unicode.Scalar {
  /// Whether this is one of 0–9.
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }

  /// Whether a code or function name may start with this.
  var startsName: Bool { self == "_" || properties.isAlphabetic }

  /// Whether a code or function name may go on with this.
  var continuesName: Bool { isASCIIDigit || startsName }
}
