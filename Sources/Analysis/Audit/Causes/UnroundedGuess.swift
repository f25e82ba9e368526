/// A formula written with rounded figures whose report was computed from the unrounded ones.
struct UnroundedGuess: CauseGuess {
  func causes(of doubt: ClaimDoubt, _ desk: inout CauseDesk) -> [String] {
    let literals = doubt.expression.literals
    guard literals.contains(where: { desk.unrounded[$0] != nil }), literals.count <= 60 else { return [] }
    var found: [String] = []
    let all = desk.unrounded.compactMapValues(\.first)
    for swaps in [all] + single(literals, desk) {
      let exact = doubt.expression.replacing { part in
        guard case .number(let value) = part.node, let other = swaps[value] else { return nil }
        return Expression(.number(other), range: part.range)
      }
      guard let value = desk.value(of: exact, in: desk.context) else { continue }
      if doubt.isReproduced(by: value) {
        found.append(
          "masukannya belum dibulatkan ketika dihitung: \(doubt.shown(value)) (\(shown(literals, swaps)))")
      } else if doubt.isReproduced(byCutting: value), !doubt.isReproduced(byCutting: doubt.number) {
        found.append(
          "masukannya belum dibulatkan, hasilnya dipotong: \(doubt.shown(value)) (\(shown(literals, swaps)))")
      }
      if !found.isEmpty { break }
    }
    return found
  }

  /// One literal at a time.
  private func single(_ literals: [Double], _ desk: CauseDesk) -> [[Double: Double]] {
    literals.prefix(12).flatMap { literal in (desk.unrounded[literal] ?? []).map { [literal: $0] } }
  }

  private func shown(_ literals: [Double], _ swaps: [Double: Double]) -> String {
    var seen: Set<Double> = []
    let pairs = literals.filter { swaps[$0] != nil && seen.insert($0).inserted }.prefix(4)
    return pairs.map { literal in
      "\(NumberStyle.plain.text(literal)) = \(NumberStyle.plain.text(swaps[literal] ?? literal))"
    }.joined(separator: "; ")
  }
}
