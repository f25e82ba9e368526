import Analysis

/// Writes formulas of the measurement in the language of spreadsheets, with cells for codes.
struct SpreadsheetFormula {
  /// What stands for an indicator in its place: a cell, a number or a formula in parentheses; `nil` leaves it
  /// out of
  /// sums and means, and makes other formulas impossible.
  let operand: (Int) -> String?
  /// The catalogue that references name.
  let catalogue: Catalogue

  /// The formula of an expression without `=`; `nil` when a spreadsheet cannot say it.
  func text(_ expression: Expression) -> String? {
    switch expression.node {
    case .number(let value): return Self.number(value)
    case .text: return nil
    case .reference(let reference):
      guard reference.isInContext, reference.quantity == .realization, !reference.isPattern else {
        return nil
      }
      return catalogue.indicator(reference.code).flatMap(operand)
    case .negation(let inner): return text(inner).map { "(-\($0))" }
    case .percent(let inner): return text(inner).map { "(\($0)/100)" }
    case .binary(let sign, let left, let right):
      guard let left = text(left), let right = text(right) else { return nil }
      switch sign {
      case .and: return "AND(\(left),\(right))"
      case .or: return "OR(\(left),\(right))"
      default: return "(\(left)\(sign.rawValue)\(right))"
      }
    case .call(let function, let arguments): return call(function, arguments)
    }
  }

  /// A number as formulas write it.
  static func number(_ value: Double) -> String { JSONValue.number(value).text }

  private func call(_ function: Function, _ arguments: [Expression]) -> String? {
    switch function {
    case .sum: return list(arguments).map { "SUM(\($0))" }
    case .mean: return list(arguments).map { "AVERAGE(\($0))" }
    case .minimum: return list(arguments).map { "MIN(\($0))" }
    case .maximum: return list(arguments).map { "MAX(\($0))" }
    case .median: return list(arguments).map { "MEDIAN(\($0))" }
    case .count: return list(arguments).map { "COUNT(\($0))" }
    case .absolute: return list(arguments).map { "ABS(\($0))" }
    case .round:
      guard let value = text(arguments[0]) else { return nil }
      guard arguments.count > 1 else { return "ROUND(\(value),0)" }
      return text(arguments[1]).map { "ROUND(\(value),\($0))" }
    case .clamp:
      let parts = arguments.compactMap { text($0) }
      return parts.count == 3 ? "MAX(\(parts[1]),MIN(\(parts[2]),\(parts[0])))" : nil
    case .condition:
      let parts = arguments.compactMap { text($0) }
      return parts.count == 3 ? "IF(\(parts[0]),\(parts[1]),\(parts[2]))" : nil
    case .weighted: return weighted(arguments.compactMap { text($0) }, count: arguments.count)
    case .exists: return nil
    }
  }

  private func weighted(_ parts: [String], count: Int) -> String? {
    guard parts.count == count, count.isMultiple(of: 2) else { return nil }
    let pairs = stride(from: 0, to: count, by: 2).map { "\(parts[$0])*\(parts[$0 + 1])" }
    let weights = stride(from: 1, to: count, by: 2).map { parts[$0] }
    return "((\(pairs.joined(separator: "+")))/(\(weights.joined(separator: "+"))))"
  }

  /// Arguments of a gathering function; a pattern stands for its parts.
  private func list(_ arguments: [Expression]) -> String? {
    var parts: [String] = []
    for argument in arguments {
      if case .reference(let reference) = argument.node, reference.isPattern {
        guard reference.isInContext, reference.quantity == .realization else { return nil }
        for case .indicator(let index) in catalogue.subjects(of: reference) {
          if let part = operand(index) { parts.append(part) }
        }
      } else if let part = text(argument) {
        parts.append(part)
      } else {
        return nil
      }
    }
    return parts.isEmpty || parts.count > 250 ? nil : parts.joined(separator: ",")
  }
}
