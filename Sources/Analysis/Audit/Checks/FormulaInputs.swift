/// What the patterns of a formula take in, where that decides whether the formula can judge a stored figure.
struct FormulaInputs {
  /// Components of a sum that have no value although others have: the sum is not the whole.
  private(set) var missing: [String] = []
  /// Components whose value lies outside its own bounds, such as a count among scores.
  private(set) var implausible: [String] = []
  /// The formula with means over components that are not 0, when some are; 0 stands for “not surveyed”.
  private(set) var withoutZeros: Expression?

  /// Looks at a formula in a context.
  init(_ expression: Expression, _ evaluator: inout Evaluator) {
    let context = evaluator.context
    let catalogue = evaluator.model.catalogue(of: context)
    var replacements: [Expression: [Expression]] = [:]
    expression.visit { part in
      guard case .call(let function, let arguments) = part.node, function == .sum || function == .mean else {
        return
      }
      for argument in arguments {
        guard case .reference(let reference) = argument.node, reference.isPattern else { continue }
        let inputs = Self.inputs(reference, catalogue, &evaluator)
        if function == .sum { missing += inputs.filter { $0.value == nil }.map(\.code) }
        implausible += inputs.filter(\.isImplausible).map {
          "\($0.code) \(NumberStyle.plain.text($0.value ?? 0))"
        }
        let kept = inputs.filter { $0.value != nil && $0.value != 0 }
        if function == .mean, !kept.isEmpty, inputs.contains(where: { $0.value == 0 }) {
          replacements[argument] = kept.map {
            Expression(.reference(Reference($0.code, year: reference.year)))
          }
        }
      }
    }
    guard !replacements.isEmpty else { return }
    withoutZeros = expression.replacing { part in
      guard case .call(let function, let arguments) = part.node else { return nil }
      guard arguments.contains(where: { replacements[$0] != nil }) else { return nil }
      return Expression(.call(function, arguments.flatMap { replacements[$0] ?? [$0] }))
    }
  }

  private struct Input {
    var code: String
    var value: Double?
    var isImplausible: Bool
  }

  private static func inputs(
    _ reference: Reference, _ catalogue: Catalogue, _ evaluator: inout Evaluator
  ) -> [Input] {
    var found: [Input] = []
    for figure in (try? evaluator.model.figures(of: reference, in: evaluator.context)) ?? [] {
      guard case .indicator(let index) = figure.subject else { continue }
      let indicator = catalogue.indicators[index]
      let value = evaluator.value(of: figure).number
      let isLow = value.map { $0 < indicator.minimum ?? -.infinity } ?? false
      let isHigh = value.map { $0 > indicator.maximum ?? .infinity } ?? false
      found.append(Input(code: indicator.code, value: value, isImplausible: isLow || isHigh))
    }
    return found
  }

  /// Why the formula cannot judge the stored figure; `nil` when it can.
  var obstacle: String? {
    if !missing.isEmpty { return "unsur \(missing.prefix(6).joined(separator: ", ")) belum ada datanya" }
    if !implausible.isEmpty {
      return
        "rumusnya memakai unsur di luar batasnya sendiri: \(implausible.prefix(4).joined(separator: ", "))"
    }
    return nil
  }
}
