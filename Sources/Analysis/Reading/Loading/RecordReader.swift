/// Reads the tables of records: `klaim`, `sumberdaya`, `kktp`, `aturan`.
struct RecordReader {
  var symbols: DatasetSymbols
  var log: LoadLog
  /// The year of the report by `aturan`, for claims that name no year.
  var reportYear: Int?

  /// The printed figures.
  mutating func claims(_ table: SchemaTable) -> [Claim] {
    var result: [Claim] = []
    result.reserveCapacity(table.count)
    for row in 0..<table.count {
      var year = YearText.parse(table.text(row, "tahun"))
      if year == nil, table.text(row, "tahun").isEmpty, let reportYear {
        year = reportYear
        log.notice(
          table.file, line: table.line(row), column: "tahun",
          "tahun kosong; dipakai tahun laporan \(reportYear)")
      }
      guard let place = place(table, row, year: year) else { continue }
      let text = table.text(row, "periode")
      guard let period = symbols.period(text) else {
        log.rejected(
          table.file, line: place.line, text: text, column: "periode",
          "lebih dari \(DatasetSymbols.periodLimit) periode berbeda")
        continue
      }
      result.append(
        Claim(
          unit: place.unit, year: place.year, period: period, statement: table.text(row, "pernyataan"),
          expression: table.text(row, "ungkapan"), printed: table.text(row, "tercetak"),
          source: table.text(row, "sumber"), sourceLine: table.text(row, "baris"), fileLine: place.line))
    }
    return result
  }

  /// Staff and facilities.
  mutating func resources(_ table: SchemaTable, _ resolver: CodeResolver, _ catalogue: Catalogue)
    -> [ResourceRow]
  {
    var result: [ResourceRow] = []
    for row in 0..<table.count {
      guard let place = place(table, row, year: YearText.parse(table.text(row, "tahun"))) else { continue }
      let kind = table.text(row, "jenis")
      guard let known = ["SDM", "sarana"].first(where: { $0.lowercased() == kind.lowercased() }) else {
        log.rejected(
          table.file, line: place.line, text: kind, column: "jenis",
          "jenis “\(kind)” tidak dikenal; isi SDM atau sarana")
        continue
      }
      let code = indicatorCode(table, row, resolver, catalogue)
      result.append(
        ResourceRow(
          unit: place.unit, year: place.year, kind: known, category: table.text(row, "kategori"),
          code: code ?? "",
          needed: table.number(row, "kebutuhan", &log), available: table.number(row, "tersedia", &log),
          source: table.text(row, "sumber"), sourceLine: table.text(row, "baris"), fileLine: place.line))
    }
    return result
  }

  /// Target-setting worksheets.
  mutating func worksheets(
    _ table: SchemaTable, _ resolver: CodeResolver, _ catalogue: Catalogue
  ) -> [WorksheetRow] {
    var result: [WorksheetRow] = []
    for row in 0..<table.count {
      guard let place = place(table, row, year: YearText.parse(table.text(row, "tahun"))) else { continue }
      let text = table.text(row, "kode")
      guard case .found(let index, let note) = resolver.resolve(text) else {
        if case .unknown(let reason) = resolver.resolve(text) {
          log.rejected(table.file, line: place.line, text: text, column: "kode", reason)
        }
        continue
      }
      if let note { log.notice(table.file, line: place.line, column: "kode", text: text, note) }
      var record = WorksheetRow(
        unit: place.unit, year: place.year, version: table.text(row, "versi"),
        code: catalogue.indicators[Int(index)].code, fileLine: place.line)
      record.previousTarget = table.number(row, "target_sebelum", &log)
      record.previousActual = table.number(row, "realisasi_sebelum", &log)
      record.target = table.number(row, "target", &log)
      record.previousValue = table.number(row, "nilai_sebelum", &log)
      record.gain = table.number(row, "tambahan", &log)
      record.forecast = table.number(row, "perkiraan", &log)
      record.followUp = table.text(row, "tindak_lanjut")
      record.reasoning = table.text(row, "analisis")
      record.programmes = table.text(row, "keterkaitan")
      record.sourceLine = table.text(row, "baris")
      result.append(record)
    }
    return result
  }

  /// The settings; a key that comes twice keeps its first value.
  mutating func settings(_ table: SchemaTable) -> [Dataset.Setting] {
    var result: [Dataset.Setting] = []
    for row in 0..<table.count {
      let key = table.text(row, "kunci").lowercased()
      let line = table.line(row)
      guard !key.isEmpty else {
        log.rejected(
          table.file, line: line, text: table.text(row, "nilai"), column: "kunci", "kolom kunci kosong")
        continue
      }
      if let first = result.first(where: { $0.key == key }) {
        log.rejected(
          table.file, line: line, text: key, column: "kunci",
          "kunci \(key) sudah ada pada baris \(first.fileLine); baris ini tidak dipakai")
        continue
      }
      result.append(Dataset.Setting(key: key, value: table.text(row, "nilai"), fileLine: line))
    }
    return result
  }

  /// The unit, year and line of a row; `nil` after it was rejected.
  private mutating func place(
    _ table: SchemaTable, _ row: Int, year: Int?
  ) -> (unit: Int32, year: Int, line: Int)? {
    let line = table.line(row)
    guard let year else {
      let text = table.text(row, "tahun")
      log.rejected(table.file, line: line, text: text, column: "tahun", YearText.reason(text))
      return nil
    }
    guard let unit = symbols.unit(table.text(row, "unit")) else {
      log.rejected(table.file, line: line, column: "unit", "kolom unit kosong")
      return nil
    }
    return (unit.number, year, line)
  }

  /// The official spelling of the code in a row; the text itself, with a remark, when it is unknown.
  private mutating func indicatorCode(
    _ table: SchemaTable, _ row: Int, _ resolver: CodeResolver, _ catalogue: Catalogue
  ) -> String? {
    guard let text = table.text(row, "kode").nilIfEmpty else { return nil }
    switch resolver.resolve(text) {
    case .found(let index, _): return catalogue.indicators[Int(index)].code
    case .unknown(let reason):
      log.unreadable(table.file, line: table.line(row), column: "kode", text: text, reason)
      return nil
    }
  }
}
