/// A figure that was computed from, or copied from, another figure of the same report.
struct OtherFigureGuess: CauseGuess {
  func causes(of doubt: ClaimDoubt, _ desk: inout CauseDesk) -> [String] {
    guard doubt.isTelling else { return [] }
    var found: [String] = []
    if let wrong = fromWrongFigure(doubt, &desk) { found.append(wrong) }
    if let neighbour = copied(doubt, desk) { found.append(neighbour) }
    return found
  }

  /// One number of the formula in the wrong form in which the report prints it elsewhere.
  private func fromWrongFigure(_ doubt: ClaimDoubt, _ desk: inout CauseDesk) -> String? {
    let literals = Set(doubt.expression.literals)
    guard !literals.isEmpty else { return nil }
    for companion in desk.companions
    where companion.verdict.agreement == .wrong && companion.index != doubt.index {
      let right = companion.verdict.number.roundedHalfAway(places: companion.printed.decimals)
      guard right != 100, literals.contains(right) else { continue }
      let swapped = doubt.expression.replacing { part in
        if case .number(right) = part.node { return Expression(.number(companion.printed.value)) }
        return nil
      }
      guard doubt.isReproduced(by: desk.value(of: swapped, in: desk.context)) else { continue }
      return
        "memakai angka yang salah tercetak: \(doubt.shown(companion.printed.value)), seharusnya \(doubt.shown(right))"
        + " (klaim baris \(desk.line(companion)))"
    }
    return nil
  }

  /// The printed figure of the row just above or below in the same table.
  private func copied(_ doubt: ClaimDoubt, _ desk: CauseDesk) -> String? {
    guard doubt.agreement == .wrong else { return nil }
    for companion in desk.companions where companion.verdict.agreement == .agrees {
      let other = desk.dataset.claims[companion.index]
      guard abs(other.fileLine - doubt.claim.fileLine) <= 2, other.source == doubt.claim.source,
        other.expression != doubt.claim.expression, companion.printed.value == doubt.printed.value
      else { continue }
      return "sama dengan angka baris di dekatnya (klaim baris \(other.fileLine))"
    }
    return nil
  }
}
