import Analysis

/// Turns what audits found into an answer.
struct AuditAnswer {
  let state: SessionState
  let results: [AuditRequest.Result]
  let filter: AuditRequest.Filter

  /// The answer.
  ///
  /// - Parameter isDetailed: Whether every finding is listed, not the gravest alone.
  func output(isDetailed: Bool) -> Output {
    var document = Document()
    for result in results { document.append(self.document(of: result, isDetailed: isDetailed)) }
    return Output(document, result: json(isDetailed: isDetailed))
  }

  // MARK: - For people

  /// A report in reading order: how much was checked, counts, then the findings.
  ///
  /// - Parameters:
  ///   - result: What was found in one dataset or unit.
  ///   - isDetailed: Whether every severity is listed.
  ///   - limit: How many findings of one severity are listed at most.
  func document(of result: AuditRequest.Result, isDetailed: Bool, limit: Int = 500) -> Document {
    let report = result.report
    let findings = report.findings.filter { filter.shows($0) }
    var document = Document([.heading(Prose("Pemeriksaan \(result.title)"), level: 1)])
    document.append(.paragraph(sentence(report)))
    document.append(.table(AuditTables.counts(report, filter)))
    let listed = isDetailed || filter.severity != nil ? AuditSeverity.allCases : [.wrong]
    for severity in listed {
      let some = findings.filter { $0.severity == severity }
      guard !some.isEmpty else { continue }
      document.append(.table(tables(result).findings(Array(some.prefix(limit)), of: severity)))
      if some.count > limit { document.append(.note(omission(some.count - limit, severity.rawValue))) }
    }
    let unverified = report.unverified.filter { filter.shows($0) }
    if isDetailed, !unverified.isEmpty {
      document.append(.table(tables(result).unverified(Array(unverified.prefix(limit)))))
      if unverified.count > limit {
        document.append(.note(omission(unverified.count - limit, "tak terverifikasi")))
      }
    }
    if report.omitted > 0 {
      document.append(
        .note(
          "\(Figure(Double(report.omitted), .count)) hal lain yang perlu dilihat atau tak terverifikasi hanya dihitung; persempit dengan unit= atau tahun=."
        ))
    }
    document.append(.note(closing(findings, listed: listed, isDetailed: isDetailed), tone: tone(findings)))
    return document
  }

  private func omission(_ count: Int, _ name: String) -> Prose {
    "\(Figure(Double(count), .count)) \(name) lain tidak ditampilkan; \(code: "periksa ekspor temuan.xlsx") memuat semuanya."
  }

  private func tables(_ result: AuditRequest.Result) -> AuditTables {
    AuditTables(dataset: state.workspace.datasets[result.dataset])
  }

  private func sentence(_ report: AuditReport) -> Prose {
    let total = report.total
    func count(_ number: Int) -> Figure { Figure(Double(number), .count) }
    return
      "\(count(total.checked)) angka dihitung ulang: \(count(total.agreeing)) cocok, \(count(total.rounding)) pembulatan, \(count(total.wrong)) salah, \(count(total.unverified)) tak terverifikasi. Selain itu \(count(report.count(.contradiction))) kontradiksi dan \(count(report.count(.notice))) hal yang perlu dilihat."
  }

  private func closing(_ findings: [AuditFinding], listed: [AuditSeverity], isDetailed: Bool) -> Prose {
    guard let first = findings.first else { return "Tidak ada temuan." }
    let hidden = findings.count { !listed.contains($0.severity) }
    let more: Prose =
      hidden > 0
      ? "\(hidden) temuan lain: \(code: "periksa rinci=ya") atau \(code: "periksa tingkat=kontradiksi"). "
      : ""
    return more + "Hitungan sebuah temuan: \(code: "jelaskan temuan \(first.number)")."
  }

  private func tone(_ findings: [AuditFinding]) -> Block.Tone {
    findings.isEmpty ? .success : .plain
  }

  // MARK: - For programs

  private func json(isDetailed: Bool) -> JSONValue {
    var findings: [JSONValue] = []
    var total = AuditTally()
    var claims = AuditTally()
    for result in results {
      total += result.report.total
      claims += result.report.claims
      findings += result.report.findings.filter { filter.shows($0) }.map {
        FindingJSON(finding: $0, state: state).value
      }
    }
    var summary = Self.members(of: total)
    for severity in [AuditSeverity.contradiction, .notice] {
      let count = results.reduce(0) { $0 + $1.report.count(severity) }
      summary.append(.init(severity == .contradiction ? "kontradiksi" : "perlu_dilihat", .integer(count)))
    }
    summary.append(.init("klaim", .object(Self.members(of: claims))))
    summary.append(.init("jenis", .array(kinds)))
    var members: [JSONValue.Member] = [
      .init("temuan", .array(findings)), .init("ringkasan", .object(summary)),
    ]
    let unverified = results.flatMap { $0.report.unverified.filter { filter.shows($0) } }
    members.append(
      .init("tak_terverifikasi", .array(unverified.map { FindingJSON.value(of: $0, state: state) })))
    return .object(members)
  }

  private static func members(of tally: AuditTally) -> [JSONValue.Member] {
    [
      .init("diperiksa", .integer(tally.checked)), .init("cocok", .integer(tally.agreeing)),
      .init("pembulatan", .integer(tally.rounding)), .init("salah", .integer(tally.wrong)),
      .init("tak_terverifikasi", .integer(tally.unverified)),
    ]
  }

  private var kinds: [JSONValue] {
    AuditKind.allCases.compactMap { kind in
      var tally = AuditTally()
      for result in results { tally += result.report.tallies[kind] ?? AuditTally() }
      let found = results.reduce(0) { $0 + $1.report.findings.count { $0.kind == kind } }
      guard tally.checked > 0 || found > 0 else { return nil }
      return .object(
        [.init("jenis", .string(kind.rawValue)), .init("temuan", .integer(found))] + Self.members(of: tally))
    }
  }
}
