import Analysis

/// Turns candidate targets into an answer.
struct ProposalAnswer {
  let chosen: ChosenWorksheet
  let sets: [TargetProposals]
  /// The methods to show; empty means all.
  let methods: [TargetMethod]

  var output: Output {
    var document = Document()
    for set in sets {
      document.append(.table(table(set)))
      document.append(.paragraph(Prose(situation(set.history))))
    }
    var dangers: [Prose] = []
    for method in TargetMethod.allCases where methods.isEmpty || methods.contains(method) {
      dangers.append("\(strong: method.rawValue): \(method.danger).")
    }
    document.append(.list(dangers))
    return Output(document, result: .object([.init("baris", .array(sets.map { json($0) }))]))
  }

  private func shown(_ set: TargetProposals) -> [TargetProposal] {
    set.proposals.filter { methods.isEmpty || methods.contains($0.method) }
  }

  private func table(_ set: TargetProposals) -> Table {
    var table = Table(
      caption: "Calon target \(set.history.indicator.code) \(set.history.year)",
      columns: [
        .init("metode"), .number("target"), .number("beda"), .number("peluang"), .number("capaian (%)"),
        .init("predikat"),
      ])
    let style = WorksheetAnswer.style
    for proposal in shown(set) {
      let probability = proposal.probability
      guard let value = proposal.value.value else {
        table.append([
          .text(proposal.name), .number(nil, style, reason: proposal.value.reason), .empty, .empty, .empty,
          .empty,
        ])
        continue
      }
      table.append([
        .text(proposal.name), .number(value, style),
        .number(proposal.difference, style.signed, reason: "realisasi tahun lalu belum ada"),
        .number(probability.value, NumberStyle(decimals: 2...2), reason: probability.reason ?? ""),
        .number(proposal.achievement.value, reason: proposal.achievement.reason),
        .text(
          [proposal.predicate ?? "–", proposal.isClipped ? "(batas skala)" : ""].filter { !$0.isEmpty }
            .joined(separator: " ")),
      ])
    }
    table.footnotes = [
      "Beda terhadap realisasi \(set.history.year - 1); capaian dan predikat bila realisasi itu terulang."
    ]
    return table
  }

  /// Where the indicator stands: last result, path, other units.
  private func situation(_ history: TargetHistory) -> String {
    let style = WorksheetAnswer.style
    var parts: [String] = []
    if let last = history.last { parts.append("realisasi \(history.year - 1) \(style.text(last))") }
    if let end = history.midTerm {
      let goal = "target akhir renstra \(end.year) \(style.text(end.value))"
      if history.isMidTermReached {
        parts.append("\(goal) sudah tercapai")
      } else if let path = history.path {
        parts.append("\(goal), jalurnya \(style.text(path)) pada \(history.year)")
      }
    } else {
      parts.append("tidak ada target akhir renstra")
    }
    if let best = history.bestPeer { parts.append("unit terbaik \(best.unit) \(style.text(best.value))") }
    if let count = history.analysis?.segment.count { parts.append("tren dari \(count) tahun") }
    return "\(history.indicator.code): \(parts.joined(separator: "; "))."
  }

  private func json(_ set: TargetProposals) -> JSONValue {
    let history = set.history
    return .object([
      .init("kode", .string(history.indicator.code)), .init("tahun", .integer(history.year)),
      .init("realisasi_sebelum", .optional(history.last)), .init("jalur", .optional(history.path)),
      .init("target_akhir", .optional(history.midTerm?.value)),
      .init("tahun_akhir", history.midTerm.map { .integer($0.year) } ?? .null),
      .init("calon", .array(shown(set).map { json($0) })),
    ])
  }

  private func json(_ proposal: TargetProposal) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("metode", .string(proposal.name)), .init("target", .optional(proposal.value.value)),
      .init("cara", .string(proposal.derivation)), .init("bahaya", .string(proposal.method.danger)),
      .init("selisih", .optional(proposal.difference)),
      .init("peluang", .optional(proposal.probability.value)),
      .init("capaian", .optional(proposal.achievement.value)),
      .init("predikat", .optional(proposal.predicate)),
      .init("predikat_nilai", .optional(proposal.valuePredicate)),
      .init("selisih_jalur", .optional(proposal.fromPath)), .init("dibatasi", .bool(proposal.isClipped)),
    ]
    let reasons = [proposal.value.reason, proposal.probability.reason ?? "", proposal.achievement.reason]
    if let reason = reasons.first(where: { !$0.isEmpty }) { members.append(.init("sebab", .string(reason))) }
    return .object(members)
  }
}
