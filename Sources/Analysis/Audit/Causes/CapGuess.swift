/// A figure printed with the cap where the formula has none, or without it where the formula has one.
struct CapGuess: CauseGuess {
  func causes(of doubt: ClaimDoubt, _ desk: inout CauseDesk) -> [String] {
    let own = desk.model.rules[desk.audit.dataset].cap
    var found: [String] = []
    for cap in [own, 100, 110, 120] where doubt.number > cap && doubt.printed.value == cap {
      found.append("dibatasi \(NumberStyle.plain.text(cap))%: sebelum dibatasi \(doubt.shown(doubt.number))")
      break
    }
    if doubt.number < 0, doubt.printed.value == 0 {
      found.append("dibatasi 0: sebelum dibatasi \(doubt.shown(doubt.number))")
    }
    let bare = doubt.expression.replacing { part in
      guard case .call(let function, let arguments) = part.node, let first = arguments.first else {
        return nil
      }
      return function == .clamp || (function == .minimum && arguments.count == 2) ? first : nil
    }
    if bare != doubt.expression, doubt.isReproduced(by: desk.value(of: bare, in: desk.context)) {
      found.append("tidak dibatasi: \(bare.text)")
    }
    let capped = doubt.expression.replacing { part in
      guard case .reference(let reference) = part.node, reference.quantity == .achievement else { return nil }
      let limits = [Expression(.number(0)), Expression(.number(own))]
      return Expression(.call(.clamp, [part] + limits), range: part.range)
    }
    if found.isEmpty, capped != doubt.expression,
      doubt.isReproduced(by: desk.value(of: capped, in: desk.context))
    {
      found.append("capaiannya dibatasi \(NumberStyle.plain.text(own))% lebih dahulu")
    }
    return found
  }
}
