import Analysis

extension Arguments {
  /// The values of a parameter that takes assignments; `IKM = 98` typed with spaces is one value.
  func assignments(_ name: String) -> [Value] {
    var joined: [Value] = []
    for value in values(name) {
      guard let last = joined.last, Self.endsOpen(last.raw) || Self.startsWithSign(value.raw) else {
        joined.append(Value(text: value.raw, raw: value.raw, range: value.range))
        continue
      }
      let range = last.range.lowerBound..<value.range.upperBound
      let raw = String(String.UnicodeScalarView(Array(line.unicodeScalars)[range]))
      joined[joined.count - 1] = Value(text: raw, raw: raw, range: range)
    }
    return joined
  }

  private static func endsOpen(_ text: String) -> Bool { text.hasSuffix("=") || text.hasSuffix("~") }

  private static func startsWithSign(_ text: String) -> Bool {
    ["=", "~", "+=", "-=", "*=", "/="].contains { text.hasPrefix($0) }
  }

  /// The figures that an option such as `ubah=IKM.SKCK,pagu(P01),AKIP.*` names; a pattern stands for its components
  /// that have a value.
  func figures(_ key: String, model: FormulaModel, in context: Context) throws(Problem) -> [FigureKey] {
    guard let value = option(key) else { return [] }
    let reader = AssumptionReader(model, in: context)
    var found: [FigureKey] = []
    for part in value.pieces(separatedBy: ",") {
      let figures = try insideFormula(part) { () throws(Problem) in try reader.figures(part.raw) }
      for figure in figures where !found.contains(figure) { found.append(figure) }
    }
    return found
  }

  /// A range `a..b` given as an option.
  func interval(_ key: String) throws(Problem) -> ClosedRange<Double>? {
    guard let value = option(key) else { return nil }
    let range = try insideFormula(value) { () throws(Problem) in try SensitivityRange(parsing: value.raw) }
    if case .interval(let interval) = range { return interval }
    throw locate(
      Problem("rentang “\(value.raw)” tidak dikenal", expected: "terendah..tertinggi, misalnya 3..4,5"),
      at: value)
  }
}

extension Arguments.Value {
  /// The parts of the value between marks that stand outside brackets and quotes, each with its place.
  func pieces(separatedBy mark: Unicode.Scalar) -> [Arguments.Value] {
    let scalars = Array(raw.unicodeScalars)
    var pieces: [Arguments.Value] = []
    var (start, depth, isQuoted) = (0, 0, false)
    func append(to end: Int) {
      var (first, last) = (start, end)
      while first < last, scalars[first].properties.isWhitespace { first += 1 }
      while last > first, scalars[last - 1].properties.isWhitespace { last -= 1 }
      let text = String(String.UnicodeScalarView(scalars[first..<last]))
      let range = (self.range.lowerBound + first)..<(self.range.lowerBound + last)
      pieces.append(Arguments.Value(text: text, raw: text, range: range))
    }
    for (place, scalar) in scalars.enumerated() {
      if scalar == "\"" { isQuoted.toggle() }
      if isQuoted { continue }
      if scalar == "(" || scalar == "[" { depth += 1 }
      if scalar == ")" || scalar == "]" { depth -= 1 }
      if scalar == mark, depth == 0 {
        append(to: place)
        start = place + 1
      }
    }
    append(to: scalars.count)
    return pieces
  }
}
