import Analysis

/// Tells what checking a report found.
struct ReportCheckAnswer {
  /// The report's name as typed.
  let name: String
  let record: ReportRecord
  let check: ReportCheck
  let run: NotebookRun
  /// Whether what a reader sees could be compared.
  let readsFile: Bool

  /// The answer; exit status 3 when a figure differs.
  var output: Output {
    var document = Document([.heading(Prose("Verifikasi \(FilePath.name(name))"), level: 1)])
    let scope = readsFile ? "\(check.visibleCount) angka dalam berkas dan " : ""
    document.append(
      .paragraph("\(scope)\(record.figures.count) angka hasil hitung dibandingkan dengan manifes."))
    append(check.edited, "Angka yang diubah dalam berkas", "dalam berkas", to: &document)
    append(check.recomputed, "Angka yang kini berbeda hasilnya", "hasil sekarang", to: &document)
    if check.isClean { document.append(.note("Semua angka sama dengan yang tercatat.", tone: .success)) }
    let remarks = self.remarks
    if !remarks.isEmpty { document.append(.list(remarks.map { Prose($0) })) }
    return Output(
      document, result: json, status: check.isClean ? ExitStatus.success : ExitStatus.drift)
  }

  private func append(
    _ list: [ReportCheck.Difference], _ caption: String, _ heading: String, to document: inout Document
  ) {
    guard !list.isEmpty else { return }
    var table = Table(
      caption: caption,
      columns: [.init("tempat", shrinkPriority: 1), .init("tercatat", .right), .init(heading, .right)])
    for item in list { table.append([.text(item.place), .text(item.recorded), .text(item.found)]) }
    document.append(.table(table))
  }

  /// What else changed since the report was made.
  private var remarks: [String] {
    var found: [String] = []
    let now = Dictionary(run.data.map { ($0.path, $0.fingerprint) }, uniquingKeysWith: { first, _ in first })
    let moved = record.data.filter { $0.rows != nil && now[$0.path] != $0.fingerprint }.map {
      FilePath.name($0.path)
    }
    if !moved.isEmpty { found.append("Data berubah sejak laporan dibuat: \(moved.joined(separator: ", ")).") }
    if record.program != Release.version {
      found.append(
        "Laporan dibuat dengan Telaah \(record.program); yang memeriksa Telaah \(Release.version).")
    }
    return found
  }

  private var json: JSONValue {
    func list(_ items: [ReportCheck.Difference]) -> JSONValue {
      .array(
        items.map {
          .object([
            .init("tempat", .string($0.place)), .init("tercatat", .string($0.recorded)),
            .init("ditemukan", .string($0.found)),
          ])
        })
    }
    return .object([
      .init("diperiksa", .integer(record.figures.count)), .init("dalam_berkas", .integer(check.visibleCount)),
      .init("diubah", list(check.edited)), .init("berbeda", list(check.recomputed)),
    ])
  }
}
