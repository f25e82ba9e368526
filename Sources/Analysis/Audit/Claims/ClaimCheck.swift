/// Every row of `klaim`: the printed figure against its formula.
struct ClaimCheck: AuditCheck {
  let title = "klaim"

  /// How many claims one block judges.
  private static let blockSize = 4096

  func run(_ desk: inout AuditDesk) throws(Problem) {
    let claims = desk.dataset.claims
    let order = try ordered(desk)
    let verdicts = try judged(order, desk)
    var judge = ClaimJudge(desk.model, dataset: desk.audit.dataset)
    var tally = AuditTally()
    var doubtful: [(position: Int, index: Int)] = []
    for (position, index) in order.enumerated() {
      switch verdicts[position].agreement {
      case .agrees?: tally.agreeing += 1
      default: doubtful.append((position, Int(index)))
      }
    }
    // In file order, so that numbers and output do not depend on how the work was cut up.
    doubtful.sort { $0.index < $1.index }
    var causes = CauseFinder(desk.audit, claims: order, verdicts: verdicts)
    for (done, item) in doubtful.enumerated() {
      if done.isMultiple(of: 256) { try desk.checkInterruption() }
      let claim = claims[item.index]
      let detail = judge.detail(of: claim)
      guard let agreement = verdicts[item.position].agreement else {
        tally.unverified += 1
        desk.keep(Self.unverified(claim, detail, desk))
        continue
      }
      tally.count(agreement)
      var finding = Self.finding(claim, detail, agreement, desk)
      if let number = detail.value.number, let printed = detail.printed, let expression = detail.expression {
        let doubt = ClaimDoubt(
          index: item.index, claim: claim, expression: expression, number: number, printed: printed,
          agreement: agreement)
        finding.causes = causes.causes(of: doubt)
      }
      desk.add(finding)
    }
    desk.report.claims = tally
    desk.report.tallies[.claim] = tally
  }

  /// The claims in scope, by context, in file order within each.
  private func ordered(_ desk: AuditDesk) throws(Problem) -> [Int32] {
    let claims = desk.dataset.claims
    let scope = desk.scope
    var found: [(key: UInt64, index: Int32)] = []
    found.reserveCapacity(claims.count)
    for (index, claim) in claims.enumerated() where scope.contains(unit: claim.unit, year: claim.year) {
      try desk.step(index, of: claims.count, title)
      let key =
        UInt64(UInt32(bitPattern: claim.unit)) << 32 | UInt64(UInt16(truncatingIfNeeded: claim.year)) << 16
        | UInt64(UInt16(bitPattern: claim.period))
      found.append((key, Int32(index)))
    }
    if let subjects = scope.subjects {
      let names = ClaimSubjects(subjects, catalogue: desk.catalogue)
      found = found.filter { names.concern(claims[Int($0.index)]) }
    }
    var isSorted = true
    for (left, right) in zip(found, found.dropFirst()) where right.key < left.key {
      isSorted = false
      break
    }
    if !isSorted { found.sort { ($0.key, $0.index) < ($1.key, $1.index) } }
    return found.map(\.index)
  }

  /// The verdicts in the given order, judged on all cores.
  private func judged(_ order: [Int32], _ desk: AuditDesk) throws(Problem) -> [ClaimJudge.Verdict] {
    let claims = desk.dataset.claims
    let audit = desk.audit
    let (from, to) = desk.share
    let title = title
    do {
      return try ParallelBlocks.map(
        count: order.count, blockSize: Self.blockSize,
        progress: { done in audit.progress(from + (to - from) * Double(done) / Double(order.count), title) },
        body: { range in
          if audit.isInterrupted() { throw Problem("pemeriksaan dihentikan", kind: .interrupted) }
          var judge = ClaimJudge(audit.model, dataset: audit.dataset)
          return range.map { judge.verdict(on: claims[Int(order[$0])]) }
        })
    } catch let problem as Problem {
      throw problem
    } catch {
      throw Problem("klaim tidak dapat diperiksa", kind: .data)
    }
  }

  private static func finding(
    _ claim: Claim, _ detail: ClaimJudge.Detail, _ agreement: Agreement, _ desk: AuditDesk
  ) -> AuditFinding {
    var finding = AuditFinding(
      .claim, agreement == .rounding ? .rounding : .wrong, claim.statement,
      in: Context(dataset: desk.audit.dataset, unit: claim.unit, year: claim.year, period: claim.period),
      at: claim.place(in: desk.dataset))
    finding.printed = claim.printed
    finding.printedValue = detail.printed?.value
    finding.computed = detail.value
    finding.formula = detail.expression?.text ?? claim.expression
    if let reference = detail.expression?.references.first { finding.code = reference.code }
    return finding
  }

  private static func unverified(
    _ claim: Claim, _ detail: ClaimJudge.Detail, _ desk: AuditDesk
  ) -> UnverifiedFigure {
    let reason =
      detail.value.isMissing
      ? detail.value.reason : "“\(claim.printed)” bukan satu angka sehingga tidak dapat dibandingkan"
    return UnverifiedFigure(
      kind: .claim, statement: claim.statement,
      context: Context(dataset: desk.audit.dataset, unit: claim.unit, year: claim.year, period: claim.period),
      printed: claim.printed, formula: claim.expression, reason: reason, place: claim.place(in: desk.dataset))
  }
}

extension Claim {
  /// Where the claim stands in the report and in the file.
  func place(in dataset: Dataset) -> SourceRow {
    SourceRow(
      dataset: dataset.name, table: "klaim", fileLine: fileLine, source: source, sourceLine: sourceLine)
  }
}

/// A claim that does not agree, with everything known about it.
struct ClaimDoubt {
  /// Its index among the claims.
  let index: Int
  let claim: Claim
  let expression: Expression
  let number: Double
  let printed: PrintedNumber
  let agreement: Agreement
}
