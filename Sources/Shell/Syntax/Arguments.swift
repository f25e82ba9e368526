import Analysis

/// The words of a command line, sorted by the command's declaration and checked against its kinds.
struct Arguments: Sendable {
  /// One given value with its place.
  struct Value: Hashable, Sendable {
    /// The value without quotes.
    var text: String
    /// The value as typed.
    var raw: String
    /// Its place in the line, in Unicode scalars.
    var range: Range<Int>
  }

  /// The whole line.
  let line: String
  private var positional: [String: [Value]] = [:]
  private var options: [String: [Value]] = [:]

  /// Sorts and checks the words after the command's name.
  ///
  /// - Parameters:
  ///   - line: The whole line.
  ///   - words: The words after the name.
  ///   - declaration: The command's declaration.
  /// - Throws: A usage problem with a caret.
  init(line: String, words: [Word], declaration: Declaration) throws(Problem) {
    self.line = line
    var free: [Word] = []
    let takesRest =
      declaration.parameters.last.map { if case .rest = $0.count { true } else { false } } ?? false
    for word in words {
      guard let (option, value) = try Self.option(in: word, line: line, declaration: declaration) else {
        free.append(word)
        continue
      }
      if takesRest, !free.isEmpty, word != words.last, !Self.isTrailingOption(word, in: words, declaration) {
        free.append(word)
        continue
      }
      if options[option.key] != nil, !option.repeats {
        throw Problem("opsi \(option.key) diberikan dua kali", place: .text(line, range: word.range))
      }
      try Self.check(value, as: option.kind, named: option.key, line: line)
      options[option.key, default: []].append(value)
    }
    try assign(free, to: declaration)
  }

  /// Whether only options follow a word.
  private static func isTrailingOption(_ word: Word, in words: [Word], _ declaration: Declaration) -> Bool {
    words.drop { $0 != word }.allSatisfy { optionKey(in: $0, declaration: declaration) != nil }
  }

  private static func optionKey(in word: Word, declaration: Declaration) -> (Option, String.Index)? {
    guard let equals = word.raw.firstIndex(of: "=") else { return nil }
    let key = word.raw[..<equals]
    guard let option = declaration.options.first(where: { $0.key == key || $0.alias == key }) else {
      return nil
    }
    return (option, equals)
  }

  private static func option(
    in word: Word, line: String, declaration: Declaration
  ) throws(Problem) -> (Option, Value)? {
    if let (option, equals) = optionKey(in: word, declaration: declaration) {
      let raw = String(word.raw[word.raw.index(after: equals)...])
      let start = word.range.lowerBound + word.raw[...equals].unicodeScalars.count
      let range = start..<word.range.upperBound
      let text = raw.filter { $0 != "\"" }
      guard !text.isEmpty || raw == "\"\"" else {
        throw Problem(
          "opsi \(option.key) tidak diberi nilai", place: .text(line, range: word.range),
          expected: option.help)
      }
      return (option, Value(text: text, raw: raw, range: range))
    }
    try refuseUnknownKey(word, line: line, declaration: declaration)
    return nil
  }

  /// A lower-case `kunci=` that the command does not know is a slip, not an assignment: codes are upper case.
  private static func refuseUnknownKey(_ word: Word, line: String, declaration: Declaration) throws(Problem) {
    guard let equals = word.raw.firstIndex(of: "="), equals != word.raw.startIndex else { return }
    let key = word.raw[..<equals]
    guard key.allSatisfy({ $0.isLowercase || $0 == "_" || $0 == "-" }) else { return }
    if declaration.parameters.contains(where: { if case .rest = $0.count { true } else { false } }) { return }
    if declaration.takesAssignments { return }
    let known = declaration.options.map(\.key)
    let length = key.unicodeScalars.count
    throw Problem(
      "perintah \(declaration.name) tidak mengenal opsi “\(key)”",
      place: .text(line, range: word.range.lowerBound..<(word.range.lowerBound + length)),
      expected: known.isEmpty ? "tanpa opsi" : "salah satu dari \(known.joined(separator: ", "))",
      suggestions: Suggestion.nearest(to: String(key), among: known))
  }

  private mutating func assign(_ words: [Word], to declaration: Declaration) throws(Problem) {
    var remaining = words[...]
    for (index, parameter) in declaration.parameters.enumerated() {
      let later = declaration.parameters[(index + 1)...].count {
        if case .one = $0.count { true } else { false }
      }
      switch parameter.count {
      case .one:
        guard let word = remaining.popFirst() else { throw missing(parameter, declaration) }
        try take([word], as: parameter)
      case .optional:
        if remaining.count > later, let word = remaining.popFirst() { try take([word], as: parameter) }
      case .any, .atLeastOne:
        let taken = remaining.dropLast(later)
        if case .atLeastOne = parameter.count, taken.isEmpty { throw missing(parameter, declaration) }
        remaining = remaining.dropFirst(taken.count)
        try take(Array(taken), as: parameter)
      case .rest:
        guard let first = remaining.first, let last = remaining.last else {
          throw missing(parameter, declaration)
        }
        let scalars = Array(line.unicodeScalars)[first.range.lowerBound..<last.range.upperBound]
        let raw = String(String.UnicodeScalarView(scalars))
        positional[parameter.name] = [
          Value(text: raw, raw: raw, range: first.range.lowerBound..<last.range.upperBound)
        ]
        remaining = []
      }
    }
    if let extra = remaining.first {
      let options = declaration.options.map(\.key)
      throw Problem(
        "“\(extra.text)” tidak dimengerti di sini", place: .text(line, range: extra.range),
        expected: "bentuk: \(declaration.usage)",
        suggestions: Suggestion.nearest(to: extra.text, among: options.map { $0 + "=" }))
    }
  }

  private mutating func take(_ words: [Word], as parameter: Parameter) throws(Problem) {
    for word in words {
      let value = Value(text: word.text, raw: word.raw, range: word.range)
      try Self.check(value, as: parameter.kind, named: parameter.name, line: line)
      positional[parameter.name, default: []].append(value)
    }
  }

  private func missing(_ parameter: Parameter, _ declaration: Declaration) -> Problem {
    let end = line.unicodeScalars.count
    return Problem(
      "\(parameter.name) belum diberikan", place: .text(line, range: end..<end),
      expected: "\(parameter.help); bentuk: \(declaration.usage)",
      suggestions: declaration.examples.prefix(1).map(\.line))
  }

  // MARK: - Reading

  /// The values of a parameter.
  func values(_ name: String) -> [Value] { positional[name] ?? [] }

  /// The first value of a parameter.
  func value(_ name: String) -> Value? { positional[name]?.first }

  /// The value of an option.
  func option(_ key: String) -> Value? { options[key]?.first }

  /// All values of an option that repeats.
  func optionValues(_ key: String) -> [Value] { options[key] ?? [] }

  /// Whether an option says `ya`.
  func flag(_ key: String, default standard: Bool = false) -> Bool {
    option(key).map { Self.isYes($0.text) } ?? standard
  }

  /// An option as a number; it was checked when the line was read.
  func number(_ key: String) -> Double? {
    option(key).flatMap { value in (try? NumberReader.number(value.text)) ?? nil }
  }

  /// An option as a whole number.
  func integer(_ key: String) -> Int? { option(key).flatMap { Int($0.text) } }

  /// An option as a year.
  func year(_ key: String = "tahun") -> Int? { integer(key) }

  /// An option as a span of years.
  func years(_ key: String = "tahun") -> ClosedRange<Int>? {
    option(key).flatMap { (try? NumberReader.years($0.text)) ?? nil }
  }

  /// A problem placed at a value.
  func locate(_ problem: Problem, at value: Value) -> Problem {
    problem.located(at: .text(line, range: value.range))
  }

  /// Runs something that may fail because of a value, and places the failure at it.
  func at<Result>(_ value: Value, _ body: () throws(Problem) -> Result) throws(Problem) -> Result {
    do {
      return try body()
    } catch {
      throw locate(error, at: value)
    }
  }

  static func isYes(_ text: String) -> Bool { ["ya", "yes", "y", "1", "benar"].contains(text.lowercased()) }

  private static func check(_ value: Value, as kind: ValueKind, named name: String, line: String)
    throws(Problem)
  {
    do {
      try kind.check(value.text, named: name)
    } catch {
      throw error.located(at: .text(line, range: value.range))
    }
  }
}

extension Declaration {
  /// Whether words of the form `KODE=NILAI` may stand, also with codes in small letters.
  var takesAssignments: Bool {
    parameters.contains { if case .assignment = $0.kind { true } else { false } }
  }

  /// The form of the command on one line: `tren KODE… [tahun=…]`.
  var usage: String {
    let words = parameters.map { parameter in
      switch parameter.count {
      case .one, .rest: parameter.name
      case .optional: "[\(parameter.name)]"
      case .any: "[\(parameter.name)…]"
      case .atLeastOne: "\(parameter.name)…"
      }
    }
    return ([name] + words + options.map { "[\($0.key)=…]" }).joined(separator: " ")
  }
}
