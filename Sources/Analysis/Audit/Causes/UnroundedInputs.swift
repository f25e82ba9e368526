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
    var list: [Assumption] = []
    var evaluator = Evaluator(model, in: context)
    // Inputs come before what is computed from them; what follows from a changed input is computed by itself.
    for index in graph.ancestors(of: indicator) where graph.formulas[index] != nil {
      let official = evaluator.value(of: .indicator(index)).number
      guard let computed = evaluator.computed(index)?.number, let official,
        !Arithmetic.agree(computed, official),
        (computed - official).magnitude <= max(0.05, official.magnitude * 0.001)
      else { continue }
      list.append(Assumption(Reference(model.catalogue(of: context).indicators[index].code), .set, computed))
      guard let assumptions = try? Assumptions(list, model: model, context: context) else { return nil }
      evaluator = Evaluator(model, in: context, assuming: assumptions)
    }
    return list.isEmpty ? nil : evaluator.computed(indicator)?.number
  }
}
