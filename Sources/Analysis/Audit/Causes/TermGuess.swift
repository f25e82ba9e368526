/// A sum or mean with a term too few or too many, a wrong count, or a term whose digits were swapped.
struct TermGuess: CauseGuess {
  func causes(of doubt: ClaimDoubt, _ desk: inout CauseDesk) -> [String] {
    switch doubt.expression.node {
    case .call(.mean, let arguments): return mean(arguments, divisor: nil, doubt, &desk)
    case .binary(.divide, let sum, let divisor):
      guard case .number(let count) = divisor.node, count == count.rounded(), (2...10_000).contains(count)
      else {
        return []
      }
      return mean(sum.terms ?? [sum], divisor: count, doubt, &desk)
    default:
      guard let terms = doubt.expression.terms else { return [] }
      return total(terms, doubt, &desk)
    }
  }

  private func total(_ terms: [Expression], _ doubt: ClaimDoubt, _ desk: inout CauseDesk) -> [String] {
    guard terms.count > 1, terms.count <= 200 else { return [] }
    let values = terms.map { desk.value(of: $0, in: desk.context) }
    guard !values.contains(where: { $0 == nil }) else { return [] }
    let numbers = values.compactMap { $0 }
    var found: [String] = []
    for (term, value) in zip(terms, numbers) where value != 0 {
      if doubt.isReproduced(by: doubt.number - value) { found.append("\(term.text) tidak ikut dijumlahkan") }
      if doubt.isReproduced(by: doubt.number + value) { found.append("\(term.text) terhitung dua kali") }
      let needed = value + doubt.printed.value - doubt.number
      if let swap = Self.swapped(value, needed) { found.append("angka dalam satu suku tertukar: \(swap)") }
    }
    if let pair = Self.missingPair(terms, numbers, doubt) { found.append(pair) }
    return found
  }

  private static func missingPair(_ terms: [Expression], _ numbers: [Double], _ doubt: ClaimDoubt) -> String?
  {
    guard terms.count > 3, terms.count <= 40, doubt.isTelling else { return nil }
    for first in terms.indices {
      for second in terms.indices where second > first && numbers[first] != 0 && numbers[second] != 0 {
        guard doubt.isReproduced(by: doubt.number - numbers[first] - numbers[second]) else { continue }
        return "\(terms[first].text) dan \(terms[second].text) tidak ikut dijumlahkan"
      }
    }
    return nil
  }

  private func mean(
    _ terms: [Expression], divisor: Double?, _ doubt: ClaimDoubt, _ desk: inout CauseDesk
  ) -> [String] {
    guard doubt.isTelling, terms.count <= 200 else { return [] }
    let count = divisor ?? Double(terms.count)
    let sum = doubt.number * count
    var found: [String] = []
    for other in [count - 1, count + 1, count - 2, count + 2] where other > 0 {
      guard doubt.isReproduced(by: sum / other) else { continue }
      found.append("dibagi \(NumberStyle.count.text(other)), bukan \(NumberStyle.count.text(count))")
    }
    guard terms.count > 2 else { return found }
    for term in terms {
      guard let value = desk.value(of: term, in: desk.context) else { continue }
      if doubt.isReproduced(by: (sum - value) / (count - 1)) {
        found.append("\(term.text) tidak ikut dirata-ratakan")
      }
    }
    return found
  }

  /// `1.023 menjadi 1.032` when the numbers differ by one swap of neighbouring digits.
  private static func swapped(_ value: Double, _ needed: Double) -> String? {
    guard value >= 10, needed > 0, value == value.rounded(), needed == needed.rounded(), value < 1e15 else {
      return nil
    }
    guard DigitCause.cause(printed: needed, computed: value, decimals: 0)?.hasPrefix("dua angka") ?? false
    else {
      return nil
    }
    return "\(NumberStyle.rupiah.text(value)) menjadi \(NumberStyle.rupiah.text(needed))"
  }
}
