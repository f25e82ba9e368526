/// Words of direction in a claim against the sign of its figure.
///
/// Only claims whose formula is a change are read, and only where it is clear which side is the earlier one;
/// names of indicators and nodes, which may contain such words themselves, are left out of the text.
struct DirectionCheck: AuditCheck {
  let title = "kata arah"

  private static let rising: Set<String> = [
    "naik", "meningkat", "kenaikan", "peningkatan", "bertambah", "membaik",
  ]
  private static let falling: Set<String> = ["turun", "menurun", "penurunan", "berkurang", "memburuk"]
  private static let steady: Set<String> = ["tetap", "stagnan"]

  func run(_ desk: inout AuditDesk) throws(Problem) {
    let claims = desk.dataset.claims
    let names = Self.names(desk.catalogue)
    var judge = ClaimJudge(desk.model, dataset: desk.audit.dataset)
    // Reports say the same again and again, so every text is read once.
    var known: [String: Word?] = [:]
    for (index, claim) in claims.enumerated() where desk.scope.contains(unit: claim.unit, year: claim.year) {
      try desk.step(index, of: claims.count, title)
      let found = known[claim.statement] ?? Self.word(in: claim.statement, without: names)
      if known.count < 50_000 { known[claim.statement] = .some(found) }
      guard let word = found else { continue }
      let detail = judge.detail(of: claim)
      guard let expression = detail.expression, let number = detail.value.number,
        word.isEfficiency || Self.startsAtEarlier(expression)
      else { continue }
      let rounded = detail.printed.map { number.roundedHalfAway(places: $0.decimals) } ?? number
      let sign = rounded > 0 ? 1 : rounded < 0 ? -1 : 0
      guard word.signs.contains(sign) else {
        desk.add(finding(claim, detail, word: word.text, judge, desk))
        continue
      }
    }
  }

  private struct Word {
    var text: String
    var signs: Set<Int>
    var isEfficiency = false
  }

  private func finding(
    _ claim: Claim, _ detail: ClaimJudge.Detail, word: String, _ judge: ClaimJudge, _ desk: AuditDesk
  ) -> AuditFinding {
    var finding = AuditFinding(
      .direction, .wrong, claim.statement, in: judge.context(of: claim), at: claim.place(in: desk.dataset))
    finding.printed = claim.printed
    finding.printedValue = detail.printed?.value
    finding.computed = detail.value
    finding.formula = detail.expression?.text ?? claim.expression
    let shown = NumberStyle.plain.signed.text(detail.value.number ?? .nan)
    finding.explanation = "tertulis “\(word)”, padahal angkanya \(shown)"
    return finding
  }

  /// The word of direction in a statement; `nil` when there is none or several that disagree.
  private static func word(in statement: String, without names: [String]) -> Word? {
    let folded = statement.lowercased()
    guard mayHoldWord(folded) else { return nil }
    var text = folded
    for name in names where text.contains(name) { text = cut(name, from: text) }
    let words = text.split { !$0.isLetter }.map(String.init)
    var found: [Word] = []
    for (index, word) in words.enumerated() {
      if rising.contains(word) { found.append(Word(text: word, signs: [1])) }
      if falling.contains(word) { found.append(Word(text: word, signs: [-1])) }
      if steady.contains(word) { found.append(Word(text: word, signs: [0])) }
      if word == "efisien" {
        let isDenied = index > 0 && ["tidak", "belum", "kurang"].contains(words[index - 1])
        let text = isDenied ? "\(words[index - 1]) efisien" : word
        found.append(Word(text: text, signs: isDenied ? [-1] : [0, 1], isEfficiency: true))
      }
    }
    guard let first = found.first, found.allSatisfy({ $0.signs == first.signs }) else { return nil }
    return first
  }

  private static func mayHoldWord(_ text: String) -> Bool {
    ["naik", "tingkat", "tambah", "baik", "turun", "nurun", "kurang", "buruk", "tetap", "stagnan", "efisien"]
      .contains { text.contains($0) }
  }

  private static func cut(_ name: String, from text: String) -> String {
    guard let range = text.firstRange(of: name) else { return text }
    return text[..<range.lowerBound] + " " + text[range.upperBound...]
  }

  private static func names(_ catalogue: Catalogue) -> [String] {
    let all = catalogue.indicators.flatMap { [$0.name] + $0.aliases } + catalogue.nodes.map(\.name)
    return Set(all.map { $0.lowercased() }).filter { $0.count > 3 && mayHoldWord($0) }
      .sorted { ($1.count, $0) < ($0.count, $1) }
  }

  /// Whether a formula is a change from an earlier to a later figure: `X - X[-1]`, `(b - a)/a*100`.
  private static func startsAtEarlier(_ expression: Expression) -> Bool {
    switch expression.node {
    case .binary(.subtract, let later, let earlier):
      guard case .reference(let a) = later.node, case .reference(let b) = earlier.node else { return false }
      guard case .relative(let left) = a.year, case .relative(let right) = b.year else {
        if case .absolute(let left) = a.year, case .absolute(let right) = b.year { return left > right }
        if case .absolute = b.year, a.year == .relative(0) { return true }
        return false
      }
      return left > right
    case .binary(.multiply, let inner, let factor):
      guard case .number(100) = factor.node else { return false }
      return isRelativeChange(inner)
    default: return isRelativeChange(expression)
    }
  }

  private static func isRelativeChange(_ expression: Expression) -> Bool {
    guard case .binary(.divide, let change, let base) = expression.node,
      case .binary(.subtract, _, let earlier) = change.node
    else { return false }
    return earlier == base
  }
}
