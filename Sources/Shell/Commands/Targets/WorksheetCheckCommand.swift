import Analysis

/// `kktp periksa`: every check of a worksheet with its numbers.
struct WorksheetCheckCommand: Command {
  static let declaration = Declaration(
    "kktp periksa", aliases: ["worksheet check"], summary: "memeriksa KKTP sebelum ditetapkan",
    details: [
      "Setiap pemeriksaan lulus, peringatan, atau gagal dengan angkanya; yang datanya tidak ada disebut demikian.",
      "Tanpa rinci=ya yang lulus hanya dihitung.",
    ],
    parameters: [Parameter("KODE", .code, .any, help: "indikator kunci; tanpa kode semuanya")],
    options: [
      Option("rinci", alias: "details", .flag, help: "menampilkan juga yang lulus"), .version, .worksheetYear,
      .unit,
    ],
    examples: [
      .init("kktp periksa", "KKTP yang sedang dikerjakan"),
      .init("kktp periksa tahun=2025 versi=perubahan rinci=ya", "KKTP perubahan 2025"),
    ],
    group: .targets)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let state = session.state
    let chosen = try state.chosenWorksheet(arguments)
    let codes = try chosen.entryCodes(arguments.values("KODE"), arguments: arguments)
    let inspection = WorksheetInspection(chosen.figures, earlier: try earlier(than: chosen, state))
    let findings = inspection.findings.filter { codes.isEmpty || $0.code.isEmpty || codes.contains($0.code) }
    return InspectionReport(chosen: chosen, findings: findings, showsPassed: arguments.flag("rinci")).output
  }

  /// The versions of the same unit and year that stand before this one.
  private func earlier(than chosen: ChosenWorksheet, _ state: SessionState) throws(Problem)
    -> [WorksheetFigures]
  {
    let model = try state.requireModel()
    let keys = state.worksheetKeys(chosen.context).filter { $0.year == chosen.worksheet.key.year }
    var found: [WorksheetFigures] = []
    for key in keys {
      if key.matches(chosen.worksheet.key) { break }
      guard let sheet = try state.worksheet(key, in: chosen.context) else { continue }
      found.append(WorksheetFigures(sheet, model: model, context: chosen.context))
    }
    return found
  }
}

/// Turns the findings of a worksheet into an answer.
struct InspectionReport {
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
