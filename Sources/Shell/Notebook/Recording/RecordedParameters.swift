import Analysis

/// The parameters of a saved session: a year or unit that all commands naming one have in common.
struct RecordedParameters {
  /// The parameters.
  private(set) var list: [NotebookParameter] = []

  /// Looks through recorded lines.
  init(_ lines: [String]) {
    for kind in [NotebookParameter.Kind.unit, .year] {
      var found: [String] = []
      for line in lines {
        for word in Self.words(of: line) where word.raw.hasPrefix(kind.rawValue + "=") {
          let value = String(word.text.dropFirst(kind.rawValue.count + 1))
          if !found.contains(value) { found.append(value) }
        }
      }
      guard let value = found.first, found.count == 1, !["semua", "all"].contains(value.lowercased()),
        !value.contains(where: { ",{}".contains($0) })
      else { continue }
      let parameter = NotebookParameter(kind.rawValue, kind, value: value)
      if (try? parameter.check(value)) != nil { list.append(parameter) }
    }
  }

  /// The values.
  func values() throws(Problem) -> ParameterValues { try ParameterValues(list) }

  /// A line with the values replaced by `{nama}`, and other braces doubled.
  func substituted(in line: String) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(line.unicodeScalars)
    var position = 0
    for word in Self.words(of: line) {
      guard
        let parameter = list.first(where: {
          word.text == "\($0.name)=\($0.value)" && word.raw.hasPrefix($0.name)
        })
      else { continue }
      Self.append(scalars[position..<word.range.lowerBound], to: &result)
      result.append(contentsOf: "\(parameter.name)={\(parameter.name)}".unicodeScalars)
      position = word.range.upperBound
    }
    Self.append(scalars[position...], to: &result)
    return String(result)
  }

  private static func words(of line: String) -> [Word] { (try? Words.split(line)) ?? [] }

  private static func append(_ scalars: ArraySlice<Unicode.Scalar>, to text: inout String.UnicodeScalarView) {
    for scalar in scalars {
      if scalar == "{" { text.append(scalar) }
      text.append(scalar)
    }
  }
}
