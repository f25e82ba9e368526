import Analysis

/// Tells what a check found.
struct NotebookCheckAnswer {
  let check: NotebookCheck
  /// The name of the notebook as typed.
  let name: String

  private static let shownDifferences = 5
  private static let shownRows = 10

  /// The answer; exit status 3 when anything drifted.
  var output: Output {
    var document = Document([.heading(Prose("Pemeriksaan ulang \(FilePath.name(name))"), level: 1)])
    let same = check.cellCount - check.changes.count
    document.append(
      .paragraph("\(check.cellCount) sel diperiksa: \(same) cocok, \(check.changes.count) berubah."))
    if check.hasDrifted {
      appendFiles(to: &document)
      appendFigures(to: &document)
      appendChanges(to: &document)
      document.append(.note("Bila perubahan ini benar, ketik \(code: "perbarui \(Words.quoted(name))")."))
    } else {
      document.append(.note("Semua hasil sama dengan yang tercatat.", tone: .success))
    }
    return Output(
      document, result: json(same: same),
      status: check.hasDrifted ? ExitStatus.drift : ExitStatus.success)
  }

  private func appendFiles(to document: inout Document) {
    guard !check.drift.files.isEmpty else { return }
    var table = Table(
      caption: "Data yang berubah", columns: [.init("berkas"), .init("perubahan", shrinkPriority: 1)])
    for file in check.drift.files { table.append([.text(file.path), .text(file.what)]) }
    document.append(.table(table))
    if !check.drift.rows.isEmpty {
      let shown = check.drift.rows.prefix(Self.shownRows).map { Prose(Self.text($0)) }
      let more = check.drift.rows.count - Self.shownRows
      document.append(.heading("Baris data lain yang berubah", level: 2))
      document.append(.list(shown + (more > 0 ? ["dan \(more) baris lagi"] : [])))
    }
    if check.drift.figures.isEmpty {
      document.append(.note("Tidak ada angka yang tercatat sebagai sumber hasil yang berubah."))
    }
  }

  private static func text(_ row: DataDrift.RowChange) -> String {
    guard let entry = row.entry else { return "\(row.file): \(row.what)" }
    let first = entry.key.tableName == "anggaran" ? "pagu" : "target"
    func value(_ number: Double?) -> String { number.map { NumberStyle.plain.text($0) } ?? "–" }
    return
      "\(row.file):\(row.line) \(row.what): \(entry.key.words), sekarang \(first) \(value(entry.planned)),"
      + " realisasi \(value(entry.actual)) (nilai lama tidak tercatat)"
  }

  private func appendFigures(to document: inout Document) {
    guard !check.drift.figures.isEmpty else { return }
    document.append(.heading("Angka yang berubah", level: 2))
    document.append(
      .list(
        check.drift.figures.map { change in
          let cells = change.cells.map(String.init).joined(separator: ", ")
          let used: Prose = cells.isEmpty ? "tidak lagi dipakai" : "dipakai sel \(cells)"
          let before = Figure(change.before, .plain, reason: "tidak ada")
          let after = Figure(change.after, .plain, reason: "tidak ada")
          return "\(change.key.words) \(change.column): \(before) → \(after), \(used)"
        }))
  }

  private func appendChanges(to document: inout Document) {
    guard !check.changes.isEmpty else { return }
    document.append(.heading("Sel yang berubah", level: 2))
    document.append(
      .list(
        check.changes.map { change in
          let place = "\(FilePath.name(name)):\(change.line)"
          return
            "Sel \(change.cell) (\(place), sebab: \(change.causeText)) \(code: change.command): \(Self.what(change))"
        }))
  }

  /// What changed in a cell, in a few words.
  private static func what(_ change: NotebookCheck.Change) -> String {
    guard !change.differences.isEmpty else { return "perintah disunting, hasilnya sama" }
    let shown = change.differences.prefix(shownDifferences).map { difference in
      if difference.before.isEmpty { return "baru “\(difference.after)”" }
      if difference.after.isEmpty { return "hilang “\(difference.before)”" }
      return "\(difference.before) → \(difference.after)"
    }
    let more = change.differences.count - shownDifferences
    return shown.joined(separator: "; ") + (more > 0 ? "; dan \(more) lagi" : "")
  }

  // MARK: - For programs

  private func json(same: Int) -> JSONValue {
    let files = check.drift.files.map { file in
      JSONValue.object([.init("berkas", .string(file.path)), .init("perubahan", .string(file.what))])
    }
    return .object([
      .init("sel", .integer(check.cellCount)), .init("cocok", .integer(same)),
      .init("berubah", .array(check.changes.map(json))), .init("berkas", .array(files)),
      .init("angka", .array(check.drift.figures.map(json))),
      .init("baris_lain", .array(check.drift.rows.map { .string(Self.text($0)) })),
    ])
  }

  private func json(_ change: NotebookCheck.Change) -> JSONValue {
    .object([
      .init("sel", .integer(change.cell)), .init("baris", .integer(change.line)),
      .init("perintah", .string(change.command)), .init("sebab", .string(change.causeText)),
      .init("sebelum", .array(change.differences.map { .string($0.before) })),
      .init("sesudah", .array(change.differences.map { .string($0.after) })),
    ])
  }

  private func json(_ change: DataDrift.FigureChange) -> JSONValue {
    .object([
      .init("unit", .string(change.key.unit)), .init("tahun", .string(change.key.time)),
      .init("kode", .string(change.key.code)), .init("kolom", .string(change.column)),
      .init("sebelum", .optional(change.before)), .init("sesudah", .optional(change.after)),
      .init("sel", .array(change.cells.map { .integer($0) })),
    ])
  }
}

extension NotebookCheck.Change {
  /// The causes in words.
  var causeText: String { causes.map(\.rawValue).joined(separator: ", ") }
}
