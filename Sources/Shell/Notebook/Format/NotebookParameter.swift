import Analysis

/// A parameter of a notebook: a name, a type, and the value it has unless a run says otherwise.
struct NotebookParameter: Hashable, Sendable {
  /// What values it takes.
  enum Kind: String, Hashable, Sendable, CaseIterable {
    case text = "teks"
    case number = "bilangan"
    case integer = "bulat"
    case year = "tahun"
    case unit
    case code = "kode"
    case choice = "pilihan"
    case flag = "ya-tidak"
  }

  /// The name that stands in braces in commands.
  var name: String
  /// What values it takes.
  var kind: Kind
  /// The value of the notebook itself.
  var value: String
  /// Least and greatest value of numbers and years.
  var bounds: ClosedRange<Double>?
  /// The words that may be chosen.
  var choices: [String] = []
  /// What it is for.
  var help = ""

  /// Makes a parameter.
  init(_ name: String, _ kind: Kind, value: String) {
    self.name = name
    self.kind = kind
    self.value = value
  }

  /// Reads an entry of `parameter`: `tahun: 2025`, or nested `nilai`, `jenis`, `rentang`, `pilihan`, `bantuan`.
  ///
  /// - Throws: A problem with file and line; also when the value does not fit the type.
  init(_ entry: FrontMatterEntry) throws(Problem) {
    guard Self.isName(entry.key) else {
      var problem = entry.problem("“\(entry.key)” tidak dapat menjadi nama parameter")
      problem.expected = "huruf kecil, angka, atau _"
      throw problem
    }
    self.init(entry.key, .text, value: entry.value)
    var declared: Kind?
    for child in try entry.children() { try take(child, &declared) }
    kind = declared ?? (choices.isEmpty ? Self.inferred(name, value) : .choice)
    do {
      try check(value)
    } catch {
      throw error.located(at: entry.problem("").place ?? .file("", line: 0, column: 0))
    }
  }

  private mutating func take(_ entry: FrontMatterEntry, _ declared: inout Kind?) throws(Problem) {
    switch entry.key {
    case "nilai": value = entry.value
    case "jenis":
      guard let known = Kind(rawValue: entry.value.lowercased()) else {
        var problem = entry.problem("jenis parameter “\(entry.value)” tidak dikenal")
        problem.expected = "salah satu dari " + Kind.allCases.map(\.rawValue).joined(separator: ", ")
        problem.suggestions = Suggestion.nearest(to: entry.value, among: Kind.allCases.map(\.rawValue))
        throw problem
      }
      declared = known
    case "rentang":
      guard let read = Self.bounds(entry.value) else {
        var problem = entry.problem("rentang “\(entry.value)” tidak terbaca")
        problem.expected = "misalnya 2021..2030 atau 0..100"
        throw problem
      }
      bounds = read
    case "pilihan":
      choices = entry.value.split(whereSeparator: { ",[]".contains($0) }).map { String($0).trimmed }
        .filter { !$0.isEmpty }
      choices += entry.items().map(\.text)
    case "bantuan": help = entry.value
    default:
      let known = ["nilai", "jenis", "rentang", "pilihan", "bantuan"]
      var problem = entry.problem("“\(entry.key)” tidak dikenal dalam parameter \(name)")
      problem.expected = known.joined(separator: ", ")
      problem.suggestions = Suggestion.nearest(to: entry.key, among: known)
      throw problem
    }
  }

  private static func isName(_ text: String) -> Bool {
    text.first?.isLetter == true && text.allSatisfy { $0.isLetter || $0.isASCIIDigit || $0 == "_" }
  }

  private static func inferred(_ name: String, _ value: String) -> Kind {
    switch name {
    case "tahun": .year
    case "unit": .unit
    default: (try? NumberReader.number(value)).flatMap { $0 } == nil ? .text : .number
    }
  }

  private static func bounds(_ text: String) -> ClosedRange<Double>? {
    guard let dots = text.firstRange(of: "..") else { return nil }
    let ends = [text[..<dots.lowerBound], text[dots.upperBound...]].map { part in
      (try? NumberReader.number(String(part).trimmed)).flatMap { $0 }
    }
    guard let lower = ends[0], let upper = ends[1], lower <= upper else { return nil }
    return lower...upper
  }

  /// Checks a value against the type and the bounds.
  ///
  /// - Throws: A usage problem without a place.
  func check(_ value: String) throws(Problem) {
    guard !value.isEmpty, !value.unicodeScalars.contains(where: { Sanitizer.isHarmful($0) || $0 == "\"" })
    else {
      throw Problem("parameter \(name) tidak dapat bernilai “\(value)”", expected: expectation)
    }
    switch kind {
    case .text, .unit: break
    case .code:
      guard !value.contains(where: { $0.isWhitespace || $0 == "=" }) else { throw refusal(value) }
    case .choice:
      guard choices.contains(value) else {
        throw Problem(
          "parameter \(name) tidak mengenal “\(value)”", expected: expectation,
          suggestions: Suggestion.nearest(to: value, among: choices))
      }
    case .flag:
      guard ["ya", "tidak"].contains(value) else { throw refusal(value) }
    case .year:
      guard let year = Int(value), NumberReader.isYear(year) else { throw refusal(value) }
      try checkBounds(Double(year), value)
    case .integer:
      guard let number = Int(value) else { throw refusal(value) }
      try checkBounds(Double(number), value)
    case .number:
      guard let number = try NumberReader.number(value) else { throw refusal(value) }
      try checkBounds(number, value)
    }
  }

  private func checkBounds(_ number: Double, _ text: String) throws(Problem) {
    guard let bounds, !bounds.contains(number) else { return }
    throw Problem("parameter \(name) bernilai \(text), di luar rentangnya", expected: expectation)
  }

  private func refusal(_ value: String) -> Problem {
    Problem("“\(value)” tidak dapat dipakai untuk parameter \(name)", expected: expectation)
  }

  /// What values it takes, in words.
  var expectation: String {
    var words =
      switch kind {
      case .text: "teks tanpa tanda kutip"
      case .number: "bilangan"
      case .integer: "bilangan bulat"
      case .year: "tahun empat angka"
      case .unit: "nama unit"
      case .code: "kode"
      case .choice: "salah satu dari " + choices.joined(separator: ", ")
      case .flag: "ya atau tidak"
      }
    if let bounds {
      words +=
        " dari \(NumberStyle.plain.text(bounds.lowerBound)) sampai \(NumberStyle.plain.text(bounds.upperBound))"
    }
    return help.isEmpty ? words : words + " (\(help))"
  }
}
