import Analysis

/// What Tab offers: commands, options, and the values that options and parameters declare.
struct Completer: Sendable {
  /// The session's state when the line is being typed.
  let state: SessionState
  /// The folder that relative paths start from.
  let folder: String

  /// The completions of a line at a cursor.
  ///
  /// - Parameters:
  ///   - line: The line as typed.
  ///   - cursor: In Unicode scalars from the start.
  func completions(in line: String, cursor: Int) -> Completions {
    let head = Self.prefix(of: line, scalars: cursor)
    let (words, current) = Self.lastWord(of: head)
    let range = (cursor - current.unicodeScalars.count)..<cursor
    if words.isEmpty { return commands(startingWith: current, range: range) }
    guard let match = try? CommandRegistry.match(words, in: head) else {
      return secondWords(after: words, startingWith: current, range: range)
    }
    let declaration = match.type.declaration
    if let equals = current.firstIndex(of: "="),
      let option = declaration.options.first(where: {
        $0.key == current[..<equals] || $0.alias == current[..<equals]
      })
    {
      return value(of: option.kind, typed: String(current[current.index(after: equals)...]), cursor: cursor)
    }
    let given = words.dropFirst(match.wordCount).filter { !$0.raw.contains("=") }.count
    let offered =
      Self.parameter(at: given, of: declaration).map { value(of: $0.kind, typed: current, cursor: cursor) }
      ?? Completions(range: range)
    let named =
      family(words, startingWith: current, range: range)
      + options(of: declaration, given: words, startingWith: current)
    // Of a path, a list or a formula only the last part is replaced; names of options hold no such parts.
    return Completions(
      range: named.isEmpty ? offered.range : range, candidates: offered.candidates + named)
  }

  // MARK: - Commands and options

  private func commands(startingWith typed: String, range: Range<Int>) -> Completions {
    let folded = typed.lowercased()
    var seen: Set<String> = []
    let candidates = CommandRegistry.declarations.compactMap { declaration -> Completions.Candidate? in
      let word = declaration.name.split(separator: " ").first.map(String.init) ?? declaration.name
      guard word.hasPrefix(folded), seen.insert(word).inserted else { return nil }
      let isFamily = declaration.name.contains(" ")
      return .init(word, help: isFamily ? "perintah \(word) …" : declaration.summary)
    }
    if !candidates.isEmpty { return Completions(range: range, candidates: candidates) }
    let aliases = CommandRegistry.declarations.flatMap { declaration in
      declaration.aliases.filter { $0.hasPrefix(folded) }.map {
        Completions.Candidate($0, help: declaration.summary)
      }
    }
    return Completions(range: range, candidates: aliases)
  }

  private func secondWords(after words: [Word], startingWith typed: String, range: Range<Int>) -> Completions
  {
    Completions(range: range, candidates: family(words, startingWith: typed, range: range))
  }

  /// The second words of a family such as `kktp`.
  private func family(_ words: [Word], startingWith typed: String, range: Range<Int>) -> [Completions
    .Candidate]
  {
    guard words.count == 1 else { return [] }
    let first = words[0].text.lowercased() + " "
    return CommandRegistry.declarations.filter { $0.name.hasPrefix(first + typed.lowercased()) }
      .map { .init(String($0.name.dropFirst(first.count)), help: $0.summary) }
  }

  private func options(
    of declaration: Declaration, given words: [Word], startingWith typed: String
  ) -> [Completions.Candidate] {
    declaration.options.filter { option in
      option.key.hasPrefix(typed)
        && (option.repeats || !words.contains { $0.raw.hasPrefix(option.key + "=") })
    }.map { .init($0.key, help: $0.help, suffix: "=") }
  }

  private static func parameter(at index: Int, of declaration: Declaration) -> Parameter? {
    if declaration.parameters.indices.contains(index) { return declaration.parameters[index] }
    guard let last = declaration.parameters.last else { return nil }
    switch last.count {
    case .any, .atLeastOne, .rest: return last
    case .one, .optional: return nil
    }
  }

  // MARK: - Values

  private static let formulaBreaks: Set<Character> = [
    "(", ")", "+", "-", "*", "/", "^", ";", " ", "<", ">", "=", ",",
  ]

  private func value(of kind: ValueKind, typed: String, cursor: Int) -> Completions {
    switch kind {
    case .code: return codes(typed, cursor: cursor)
    case .codes: return codes(Self.tail(of: typed, after: [","]), cursor: cursor)
    case .formula, .assignment:
      return codes(Self.tail(of: typed, after: Self.formulaBreaks), cursor: cursor)
    case .unit: return units(typed, cursor: cursor)
    case .units: return units(Self.tail(of: typed, after: [","]), cursor: cursor, offersAll: true)
    case .year, .years: return years(typed, cursor: cursor)
    case .period: return periods(typed, cursor: cursor)
    case .flag: return words(["ya", "tidak"], typed, cursor: cursor)
    case .choice(let choices): return words(choices, typed, cursor: cursor)
    case .command: return words(CommandRegistry.declarations.map(\.name), typed, cursor: cursor)
    case .path: return PathCompletion(folder: folder).completions(typed, cursor: cursor)
    case .text, .number, .integer: return Completions(range: cursor..<cursor)
    }
  }

  private func words(_ words: [String], _ typed: String, cursor: Int) -> Completions {
    Completions(
      range: Self.range(of: typed, cursor),
      candidates: words.filter { $0.hasPrefix(typed.lowercased()) }.map { .init($0) })
  }

  private func codes(_ typed: String, cursor: Int) -> Completions {
    guard let context = state.context else { return Completions(range: Self.range(of: typed, cursor)) }
    let catalogue = state.dataset(of: context).catalogue
    let folded = typed.uppercased()
    let depth = folded.count { $0 == "." }
    var candidates = catalogue.indicators.filter { indicator in
      indicator.code.uppercased().hasPrefix(folded) && indicator.code.count { $0 == "." } <= depth
    }.map { indicator in Completions.Candidate(indicator.code, help: indicator.name, suffix: "") }
    candidates += catalogue.nodes.filter { $0.code.uppercased().hasPrefix(folded) }
      .map { .init($0.code, help: $0.name, suffix: "") }
    return Completions(range: Self.range(of: typed, cursor), candidates: candidates)
  }

  private func units(_ typed: String, cursor: Int, offersAll: Bool = false) -> Completions {
    let open = typed.hasPrefix("\"") ? String(typed.dropFirst()) : typed
    let folded = open.lowercased()
    var candidates = state.workspace.units.map { state.workspace.name(of: $0) }
      .filter { name in
        let lower = name.lowercased()
        return lower.hasPrefix(folded) || lower.split(separator: " ").contains { $0.hasPrefix(folded) }
      }.map { Completions.Candidate("\"\($0)\"") }
    if offersAll, "semua".hasPrefix(folded) { candidates.append(.init("semua", help: "semua unit")) }
    return Completions(range: Self.range(of: typed, cursor), candidates: candidates)
  }

  private func years(_ typed: String, cursor: Int) -> Completions {
    guard let context = state.context else { return Completions(range: Self.range(of: typed, cursor)) }
    let years = state.dataset(of: context).measuredYears(of: context.unit).map(String.init)
    return words(years, typed, cursor: cursor)
  }

  private func periods(_ typed: String, cursor: Int) -> Completions {
    guard let context = state.context else { return Completions(range: Self.range(of: typed, cursor)) }
    let open = typed.hasPrefix("\"") ? String(typed.dropFirst()) : typed
    let names = ["setahun"] + state.dataset(of: context).periods.texts.filter { !$0.isEmpty }
    let candidates = names.filter { $0.lowercased().hasPrefix(open.lowercased()) }
      .map { Completions.Candidate($0.contains(" ") ? "\"\($0)\"" : $0) }
    return Completions(range: Self.range(of: typed, cursor), candidates: candidates)
  }

  // MARK: - Text

  private static func range(of typed: String, _ cursor: Int) -> Range<Int> {
    (cursor - typed.unicodeScalars.count)..<cursor
  }

  private static func prefix(of line: String, scalars count: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: line.unicodeScalars.prefix(count))
    return String(view)
  }

  private static func tail(of text: String, after breaks: Set<Character>) -> String {
    text.lastIndex { breaks.contains($0) }.map { String(text[text.index(after: $0)...]) } ?? text
  }

  /// The finished words and the one being typed; an open quote or bracket belongs to the latter.
  private static func lastWord(of head: String) -> (words: [Word], current: String) {
    if let words = try? Words.split(head) {
      guard let last = words.last, head.unicodeScalars.count == last.range.upperBound else {
        return (words, "")
      }
      return (Array(words.dropLast()), last.raw)
    }
    for closing in ["\"", ")", "]", "\")", "])"] {
      guard let words = try? Words.split(head + closing), let last = words.last else { continue }
      return (Array(words.dropLast()), String(last.raw.dropLast(closing.count)))
    }
    return ([], head)
  }
}
