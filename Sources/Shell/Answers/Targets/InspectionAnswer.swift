import Analysis

/// Turns the findings of a worksheet into an answer.
struct InspectionAnswer {
  let chosen: ChosenWorksheet
  let findings: [WorksheetFinding]
  let showsPassed: Bool

  var output: Output {
    var document = Document()
    let shown = findings.filter { showsPassed || $0.outcome != .pass }
    for code in codes {
      let own = shown.filter { $0.code == code }
      if !own.isEmpty { document.append(.table(table(own, code: code))) }
    }
    let counts = WorksheetFinding.Outcome.allCases.map { outcome in
      "\(findings.count { $0.outcome == outcome }) \(outcome.rawValue)"
    }
    let hasFailed = findings.contains { $0.outcome == .fail }
    document.append(
      .note(
        Prose("\(chosen.title): \(findings.count) pemeriksaan; \(counts.joined(separator: ", "))."),
        tone: hasFailed ? .error : .success))
    return Output(document, result: result)
  }

  private var codes: [String] {
    var seen: Set<String> = []
    return findings.map(\.code).filter { seen.insert($0).inserted }
  }

  private func table(_ findings: [WorksheetFinding], code: String) -> Table {
    var table = Table(
      caption: code.isEmpty ? chosen.title : "Pemeriksaan \(code)",
      columns: [.init("hasil"), .init("pemeriksaan"), .init("keterangan", shrinkPriority: 1)])
    for finding in findings {
      table.append([.text(Self.word(finding.outcome)), .text(finding.check.rawValue), .text(finding.text)])
    }
    return table
  }

  private static func word(_ outcome: WorksheetFinding.Outcome) -> String {
    switch outcome {
    case .pass: "✓ lulus"
    case .warn: "! periksa"
    case .fail: "✗ gagal"
    case .unknown: "? tak ada data"
    }
  }

  private var result: JSONValue {
    .object([
      .init("unit", .string(chosen.worksheet.key.unit)), .init("tahun", .integer(chosen.worksheet.key.year)),
      .init("versi", .string(chosen.worksheet.key.version)),
      .init(
        "temuan",
        .array(
          findings.map { finding in
            .object([
              .init("kode", .string(finding.code)), .init("pemeriksaan", .string(finding.check.rawValue)),
              .init("hasil", .string(finding.outcome.rawValue)), .init("keterangan", .string(finding.text)),
              .init("angka", .optional(finding.figure)), .init("pembanding", .optional(finding.reference)),
            ])
          })),
      .init(
        "ringkasan",
        .object(
          WorksheetFinding.Outcome.allCases.map { outcome in
            .init(outcome.rawValue, .integer(findings.count { $0.outcome == outcome }))
          })),
    ])
  }
}
