import Analysis

/// The findings of an audit as a file.
struct AuditFile {
  let answer: AuditAnswer

  /// The endings of the files that can be written.
  static let endings = ["xlsx", "csv", "html", "docx", "json"]

  /// The ending of a path.
  ///
  /// - Throws: A usage problem when it is none of ``endings``.
  static func ending(of path: String) throws(Problem) -> String {
    let ending = path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() } ?? ""
    guard endings.contains(ending) else {
      throw Problem(
        "“\(path)” tidak berakhiran yang dikenal",
        expected: "salah satu dari \(endings.map { "." + $0 }.joined(separator: ", "))")
    }
    return ending
  }

  /// Writes the file in one step.
  ///
  /// - Throws: A system problem when the file cannot be written.
  func write(to path: String, as ending: String) throws(Problem) {
    switch ending {
    case "xlsx":
      try WorkbookWriter(workbook: Workbook(document: tables, title: title)).write(to: path)
    case "docx":
      try DocxWriter(report: DocxReport(title: title, document: reading, hasContents: false)).write(to: path)
    case "html":
      var content = HTMLWriter()
      content.write(reading)
      try AtomicFile(path: path).write(Array(HTMLPage(title: title, content: content).text.utf8))
    case "json":
      try AtomicFile(path: path).write(Array((answer.output(isDetailed: true).result.text + "\n").utf8))
    default:
      try AtomicFile(path: path).write(
        Array(CSVRenderer().text(of: Document([.table(list(captioned: false))])).utf8))
    }
  }

  private var title: String {
    "Temuan pemeriksaan " + answer.results.map(\.title).joined(separator: ", ")
  }

  /// What a person reads: the summary and the findings by severity.
  private var reading: Document {
    var document = Document()
    for result in answer.results {
      document.append(answer.document(of: result, isDetailed: true, limit: .max))
    }
    return document
  }

  /// What a person works through in a spreadsheet: counts, one flat list, and what could not be checked.
  private var tables: Document {
    var document = Document()
    for result in answer.results { document.append(.table(AuditTables.counts(result.report, answer.filter))) }
    document.append(.table(list(captioned: true)))
    return document
  }

  /// One row per finding, with numbers as numbers.
  private func list(captioned: Bool) -> Table {
    var table = Table(
      caption: captioned ? "Temuan" : "",
      columns: [
        .init("nomor"), .init("jenis"), .init("tingkat"), .init("unit"), .init("tahun"), .init("periode"),
        .init("kode"), .init("pernyataan", shrinkPriority: 1), .init("tercetak", .right), .number("dihitung"),
        .number("selisih"), .init("sumber"), .init("baris"), .init("berkas"), .init("baris berkas", .right),
        .init("ungkapan", shrinkPriority: 2), .init("penjelasan", shrinkPriority: 3),
        .init("sebab", shrinkPriority: 4),
      ])
    for result in answer.results {
      for finding in result.report.findings where answer.filter.shows(finding) {
        table.append(cells(of: finding))
      }
    }
    return table
  }

  private func cells(of finding: AuditFinding) -> [Table.Cell] {
    let context = finding.context
    let style = AuditTables.style(of: finding)
    let computed: Table.Cell
    switch finding.computed {
    case .number(let number)?: computed = .number(number, style)
    case .text(let text)?: computed = .text(text)
    case .missing?, nil: computed = .empty
    }
    return [
      .text(finding.number), .text(finding.kind.rawValue), .text(finding.severity.rawValue),
      .text(answer.state.unitName(context)), .text(String(context.year)),
      .text(answer.state.periodName(context)),
      .text(finding.code), .text(finding.statement), .text(finding.printed), computed,
      finding.difference.map { .number($0, style.signed) } ?? .empty, .text(finding.place.source),
      .text(finding.place.sourceLine), .text(finding.place.table), .text(String(finding.place.fileLine)),
      .text(finding.formula), .text(finding.explanation), .text(finding.causes.joined(separator: "; ")),
    ]
  }
}
