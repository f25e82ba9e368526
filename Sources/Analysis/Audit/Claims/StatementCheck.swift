/// The same figure printed differently in different places of the report.
///
/// Two prints of one formula contradict each other when no value rounds to both.
struct StatementCheck: AuditCheck {
  let title = "pernyataan yang bertentangan"

  func run(_ desk: inout AuditDesk) throws(Problem) {
    let claims = desk.dataset.claims
    let names = desk.scope.subjects.map { ClaimSubjects($0, catalogue: desk.catalogue) }
    var groups: [Group: [Int32]] = [:]
    for (index, claim) in claims.enumerated() where desk.scope.contains(unit: claim.unit, year: claim.year) {
      try desk.step(index, of: claims.count, title)
      guard names?.concern(claim) ?? true else { continue }
      let text = String(claim.expression.filter { !$0.isWhitespace })
      groups[Group(unit: claim.unit, year: claim.year, period: claim.period, formula: text), default: []]
        .append(Int32(index))
    }
    var judge = ClaimJudge(desk.model, dataset: desk.audit.dataset)
    let shared = groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    for members in shared { look(at: members.map { claims[Int($0)] }, &judge, &desk) }
  }

  /// How many different prints of one figure are compared with each other.
  private static let printLimit = 40

  private struct Group: Hashable {
    var unit: Int32
    var year: Int
    var period: Int16
    var formula: String
  }

  private func look(at members: [Claim], _ judge: inout ClaimJudge, _ desk: inout AuditDesk) {
    var distinct: [(claim: Claim, printed: PrintedNumber)] = []
    var all: [(claim: Claim, printed: PrintedNumber)] = []
    for claim in members {
      guard let printed = PrintedNumber(claim.printed) else { continue }
      all.append((claim, printed))
      let isKnown = distinct.contains { $0.printed == printed }
      if !isKnown, distinct.count < Self.printLimit { distinct.append((claim, printed)) }
    }
    // A print with few decimals agrees with many others, so every pair is looked at.
    distinct = distinct.filter { item in distinct.contains { !Self.agree($0.printed, item.printed) } }
    guard let first = distinct.first else { return }
    let detail = judge.detail(of: first.claim)
    // The print that departs most from the computed value is the one to put right.
    var odd = distinct[distinct.count - 1]
    if let number = detail.value.number {
      odd = first
      for item in distinct
      where (item.printed.value - number).magnitude > (odd.printed.value - number).magnitude {
        odd = item
      }
    }
    var finding = AuditFinding(
      .statements, .contradiction, odd.claim.statement, in: judge.context(of: odd.claim),
      at: odd.claim.place(in: desk.dataset))
    finding.printed = odd.claim.printed
    finding.printedValue = odd.printed.value
    finding.computed = detail.value
    finding.formula = detail.expression?.text ?? odd.claim.expression
    finding.code = detail.expression?.references.first?.code ?? ""
    let different = all.filter { !Self.agree($0.printed, odd.printed) }
    finding.others = different.map { $0.claim.place(in: desk.dataset) }
    let texts = Self.unique(different.map(\.claim.printed)).joined(separator: ", ")
    finding.explanation = "angka yang sama dicetak \(odd.claim.printed) dan di tempat lain \(texts)"
    desk.add(finding)
  }

  /// Whether some value rounds to both prints.
  static func agree(_ left: PrintedNumber, _ right: PrintedNumber) -> Bool {
    let room = (left.unit + right.unit) / 2
    return (left.value - right.value).magnitude < room * (1 - 1e-9)
  }

  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
