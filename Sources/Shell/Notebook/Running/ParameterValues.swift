import Analysis

/// The values of a notebook's parameters in one run.
struct ParameterValues: Hashable, Sendable {
  /// The values by name.
  private(set) var values: [String: String]
  private let names: [String]

  /// The notebook's own values, some of them replaced.
  ///
  /// - Throws: A usage problem for a name that is not declared or a value that does not fit.
  init(_ parameters: [NotebookParameter], replacing: [Assignment] = []) throws(Problem) {
    names = parameters.map(\.name)
    values = Dictionary(parameters.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    for assignment in replacing {
      try Self.parameter(assignment.name, among: parameters).check(assignment.value)
      values[assignment.name] = assignment.value
    }
  }

  /// A value given by the person who runs the notebook: `tahun=2024`.
  struct Assignment: Hashable, Sendable {
    /// The parameter's name.
    var name: String
    /// Its value.
    var value: String

    init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }

    /// Reads `nama=nilai`.
    ///
    /// - Throws: A usage problem without a place.
    init(_ text: String) throws(Problem) {
      guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
        throw Problem(
          "“\(text)” tidak memberi nilai parameter",
          expected: "parameter=nama=nilai, misalnya parameter=tahun=2024")
      }
      name = String(text[..<equals]).trimmed
      value = String(text[text.index(after: equals)...]).trimmed
    }
  }

  /// The declared parameter with a name.
  ///
  /// - Throws: A usage problem with the nearest names.
  static func parameter(
    _ name: String, among parameters: [NotebookParameter]
  ) throws(Problem) -> NotebookParameter {
    if let found = parameters.first(where: { $0.name == name }) { return found }
    let names = parameters.map(\.name)
    throw Problem(
      "buku catatan ini tidak mempunyai parameter “\(name)”",
      expected: names.isEmpty ? "tanpa parameter" : "salah satu dari " + names.joined(separator: ", "),
      suggestions: Suggestion.nearest(to: name, among: names))
  }

  /// A command with every `{nama}` replaced; `{{` stands for a brace.
  ///
  /// - Throws: A usage problem without a place for a name that is not declared.
  func expand(_ command: String) throws(Problem) -> String {
    guard command.contains("{") else { return command }
    var result = ""
    var rest = command[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[rest.index(after: open)...]
      if rest.first == "{" {
        result += "{"
        rest = rest.dropFirst()
        continue
      }
      guard let close = rest.firstIndex(of: "}") else {
        throw Problem("kurung “{” tidak ditutup", expected: "{nama}, atau {{ untuk kurung itu sendiri")
      }
      let name = String(rest[..<close]).trimmed
      guard let value = values[name] else {
        throw Problem(
          "parameter “\(name)” tidak dinyatakan dalam kepala buku catatan",
          expected: names.isEmpty
            ? "parameter: dalam kepala" : "salah satu dari " + names.joined(separator: ", "),
          suggestions: Suggestion.nearest(to: name, among: names))
      }
      result += Self.inserted(value, after: result)
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// A value quoted when it would otherwise become several words; inside quotes it stays as it is.
  private static func inserted(_ value: String, after text: String) -> String {
    let isQuoted = text.count { $0 == "\"" } % 2 == 1
    let needsQuotes = value.contains { $0.isWhitespace || "#()[]".contains($0) }
    return isQuoted || !needsQuotes ? value : "\"\(value)\""
  }
}
