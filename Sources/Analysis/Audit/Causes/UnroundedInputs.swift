/// What formulas give when the figures below them are not rounded: each lowest formula's own value stands in
/// for the stored, rounded one, and everything above it is computed.
struct UnroundedInputs {
  private let model: FormulaModel
  private let context: Context

  init(_ model: FormulaModel, in context: Context) {
    self.model = model
    self.context = context
  }

  /// The value of an indicator's formula from unrounded inputs; `nil` when nothing below it is rounded.
  func value(of indicator: Int) -> Double? {
    let graph = model.graphs[context.dataset]
    let ancestors = graph.ancestors(of: indicator)
    let lowest = ancestors.filter { index in
      graph.formulas[index] != nil && graph.ancestors(of: index).allSatisfy { graph.formulas[$0] == nil }
    }
    guard let assumptions = assumptions(lowest) else { return nil }
    var evaluator = Evaluator(model, in: context, assuming: assumptions)
    return evaluator.computed(indicator)?.number
  }

  /// Every lowest formula's computed value in place of the stored one; `nil` when none differs.
  private func assumptions(_ indicators: [Int]) -> Assumptions? {
    var plain = Evaluator(model, in: context)
    var list: [Assumption] = []
    for index in indicators {
      let stored = plain.value(of: .indicator(index)).number
      guard let computed = plain.computed(index)?.number, let stored, computed != stored else { continue }
      list.append(Assumption(Reference(model.catalogue(of: context).indicators[index].code), .set, computed))
    }
    guard !list.isEmpty else { return nil }
    return try? Assumptions(list, model: model, context: context)
  }
}
