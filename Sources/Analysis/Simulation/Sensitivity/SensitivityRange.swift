/// How far the inputs of a sensitivity analysis move.
public enum SensitivityRange: Hashable, Sendable {
  /// A share of the value up and down: 0.05 for `±5%`.
  case relative(Double)
  /// An amount up and down: `±0,5`.
  case absolute(Double)
  /// Between two values: `80..90`.
  case interval(ClosedRange<Double>)
  /// Between the least and the greatest value of past years.
  case history
  /// Between the bounds of the catalogue.
  case bounds

  /// Reads `±5%`, `±0,5`, `80..90`, `riwayat` or `batas`.
  ///
  /// - Throws: A usage problem placed in the text.
  public init(parsing source: String) throws(Problem) {
    let text = ConstantText(source)
    let word = source.lowercased()
    if ["riwayat", "history"].contains(word) {
      self = .history
    } else if ["batas", "bounds"].contains(word) {
      self = .bounds
    } else if let dots = source.unicodeScalars.indices(of: "..") {
      let low = try text.value(in: text.trimmed(0..<dots)).value
      let high = try text.value(in: text.trimmed((dots + 2)..<text.count)).value
      guard low <= high else {
        throw text.problem(
          "rentang “\(source)” terbalik", 0..<text.count, expected: "terendah..tertinggi")
      }
      self = .interval(low...high)
    } else {
      let start = Self.signLength(source)
      guard start > 0 else {
        throw text.problem(
          "rentang “\(source)” tidak dikenal", 0..<text.count,
          expected: "±5%, ±0,5, 80..90, riwayat, atau batas")
      }
      let (amount, expression) = try text.value(in: text.trimmed(start..<text.count))
      guard amount > 0 else {
        throw text.problem("rentang harus lebih dari nol", start..<text.count, expected: "misalnya ±5%")
      }
      if case .percent = expression.node { self = .relative(amount) } else { self = .absolute(amount) }
    }
  }

  private static func signLength(_ source: String) -> Int {
    for sign in ["±", "+-", "+/-"] where source.hasPrefix(sign) { return sign.unicodeScalars.count }
    return 0
  }

  /// The range of one input around its value; it stays inside the bounds of the catalogue.
  ///
  /// - Returns: `nil` when the input has no such range.
  func range(of figure: FigureKey, base: Double, _ model: FormulaModel) -> ClosedRange<Double>? {
    let bounds = model.bounds(of: figure)
    func around(_ reach: Double) -> ClosedRange<Double>? {
      guard reach > 0 else { return nil }
      let low = min(bounds.least.map { max($0, base - reach) } ?? base - reach, base)
      let high = max(bounds.greatest.map { min($0, base + reach) } ?? base + reach, base)
      return low < high ? low...high : nil
    }
    switch self {
    case .relative(let share): return around(abs(base) * share)
    case .absolute(let amount): return around(amount)
    case .interval(let range): return range
    case .history:
      guard figure.quantity == .realization, case .indicator(let index) = figure.subject else { return nil }
      return InputHistory(of: index, model: model, in: figure.context).range
    case .bounds:
      guard let least = bounds.least, let greatest = bounds.greatest, least < greatest else { return nil }
      return least...greatest
    }
  }
}

extension String.UnicodeScalarView {
  /// How many scalars stand before a text; `nil` when it does not occur.
  fileprivate func indices(of wanted: String) -> Int? {
    let (line, part) = (Array(self), Array(wanted.unicodeScalars))
    guard line.count >= part.count else { return nil }
    return (0...(line.count - part.count)).first { line[$0...].starts(with: part) }
  }
}
