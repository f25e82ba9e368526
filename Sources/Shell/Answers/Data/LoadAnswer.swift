import Analysis

/// Tells what loading a dataset found.
struct LoadAnswer {
  let dataset: Dataset
  let state: SessionState
  /// Whether everything is listed, however long.
  let isDetailed: Bool

  private static let shortList = 6

  var output: Output {
    var document = Document([.paragraph(summary)])
    if isDetailed { document.append(.table(files)) }
    appendConflicts(to: &document)
    appendRemarks(to: &document)
    return Output(document, result: result)
  }

  /// What was read in one sentence, and what is asked about from now on.
  private var summary: Prose {
    let contents = dataset.report.files.map { file in
      "\(file.table) \(NumberStyle.count.text(Double(file.rows)))"
    }
    let place = state.context.map { " Memakai \(state.describe($0))." } ?? ""
    return "Data \(strong: dataset.name) dimuat: \(contents.joined(separator: ", ")) baris.\(place)"
  }

  private var files: Table {
    var table = Table(
      caption: "Berkas yang dibaca",
      columns: [.init("tabel"), .init("baris", .right), .init("cara baca", shrinkPriority: 1)])
    for file in dataset.report.files {
      table.append([.text(file.table), .number(Double(file.rows), .count), .text(file.dialect)])
    }
    return table
  }

  private func appendConflicts(to document: inout Document) {
    let conflicts = dataset.report.conflicts
    guard !conflicts.isEmpty else { return }
    document.append(.heading("Konflik: angka yang disebut berbeda", level: 2))
    document.append(.list(shown(conflicts).map(Self.sentence)))
    appendMore(conflicts.count, "konflik", to: &document)
  }

  /// `IKM.SKCK 2025, realisasi: 95,34 dipakai (Tabel 3.9 baris 1415); 95,24 tidak (narasi baris 1038)`.
  private static func sentence(_ conflict: LoadReport.Conflict) -> Prose {
    let period = conflict.period.isEmpty ? "" : " \(conflict.period)"
    var text: Prose = "\(strong: conflict.code) \(conflict.year)\(period), \(conflict.column): "
    for (index, statement) in conflict.statements.enumerated() {
      let figure = Figure(statement.value, .plain, origin: .row(statement.source))
      let fate = index == 0 ? "dipakai" : "tidak"
      text = text + "\(index == 0 ? "" : "; ")\(figure) \(fate) (\(statement.source.shortText))"
    }
    return text + "."
  }

  private func appendRemarks(to document: inout Document) {
    let all = dataset.report.remarks
    let remarks = isDetailed ? all : all.filter { $0.kind != .notice }
    guard !remarks.isEmpty else {
      let rest = all.isEmpty ? "" : " \(all.count) catatan cara baca: tambahkan rinci=ya."
      document.append(.note(Prose("Semua baris terpakai dan semua angka terbaca.\(rest)"), tone: .success))
      return
    }
    var table = Table(
      caption: "Catatan pemuatan \(dataset.name)",
      columns: [
        .init("jenis"), .init("tempat"), .init("teks", shrinkPriority: 2), .init("sebab", shrinkPriority: 1),
      ])
    for remark in shown(remarks) {
      table.append([
        .text(remark.kind.rawValue), .text(dataset.report.place(of: remark)), .text(remark.text),
        .text(remark.message),
      ])
    }
    document.append(.table(table))
    appendMore(all.count, "catatan", to: &document)
  }

  private func shown<Item>(_ items: [Item]) -> ArraySlice<Item> {
    isDetailed ? items[...] : items.prefix(Self.shortList)
  }

  private func appendMore(_ count: Int, _ what: String, to document: inout Document) {
    guard !isDetailed, count > Self.shortList else { return }
    document.append(.note("Seluruhnya \(count) \(what): tambahkan \(code: "rinci=ya") pada \(code: "muat")."))
  }

  // MARK: - For programs

  private var result: JSONValue {
    guard case .object(var members) = dataset.summaryJSON else { return dataset.summaryJSON }
    members.append(
      .init(
        "rincian",
        .object([
          .init("berkas", .array(dataset.report.files.map(json))),
          .init("konflik", .array(dataset.report.conflicts.map(json))),
          .init("catatan", .array(dataset.report.remarks.map(json))),
        ])))
    return .object(members)
  }

  private func json(_ file: LoadReport.File) -> JSONValue {
    .object([
      .init("tabel", .string(file.table)), .init("berkas", .string(file.path)),
      .init("baris", .integer(file.rows)),
      .init("cara_baca", .string(file.dialect)), .init("sha256", .string(file.fingerprint)),
    ])
  }

  private func json(_ conflict: LoadReport.Conflict) -> JSONValue {
    .object([
      .init("unit", .string(conflict.unit)), .init("tahun", .integer(conflict.year)),
      .init("periode", .string(conflict.period)), .init("kode", .string(conflict.code)),
      .init("kolom", .string(conflict.column)),
      .init(
        "pernyataan",
        .array(
          conflict.statements.map { statement in
            .object([
              .init("nilai", .number(statement.value)), .init("sumber", .string(statement.source.source)),
              .init("baris", .string(statement.source.sourceLine)),
              .init("baris_berkas", .integer(statement.source.fileLine)),
            ])
          })),
    ])
  }

  private func json(_ remark: LoadReport.Remark) -> JSONValue {
    .object([
      .init("jenis", .string(remark.kind.rawValue)), .init("berkas", .string(remark.path)),
      .init("baris", .integer(remark.line)), .init("kolom", .string(remark.column)),
      .init("tempat", .string(dataset.report.place(of: remark))), .init("teks", .string(remark.text)),
      .init("sebab", .string(remark.message)),
    ])
  }
}

extension Dataset {
  /// The counts that `muat` and `data` report.
  var summaryJSON: JSONValue {
    .object([
      .init("nama", .string(name)), .init("indikator", .integer(catalogue.indicators.count)),
      .init("fakta", .integer(performance.count + budgets.count)), .init("klaim", .integer(claims.count)),
      .init("konflik", .integer(report.conflicts.count)), .init("dilewati", .integer(report.rejectedCount)),
    ])
  }
}
