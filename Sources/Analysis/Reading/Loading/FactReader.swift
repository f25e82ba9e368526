/// Reads a table of facts (`kinerja` or `anggaran`) into columns.
struct FactReader {
  var symbols: DatasetSymbols
  var log: LoadLog

  /// The facts in file order; rows that cannot be used are in the log.
  ///
  /// - Parameters:
  ///   - subject: The name of the column with the code.
  ///   - planned: The name of the column with the target or ceiling.
  ///   - resolver: What codes name.
  ///   - shouldStop: Asked now and then; `true` ends the work.
  /// - Throws: A ``Problem`` of kind `.interrupted`.
  /// - Complexity: O(bytes); texts are made once per distinct cell.
  mutating func read(
    _ table: SchemaTable, subject: String, planned: String, _ resolver: CodeResolver,
    shouldStop: () -> Bool
  ) throws(Problem) -> FactTable {
    let text = table.text
    var facts = FactTable()
    facts.reserve(table.count)
    var units = ColumnSymbols<Int32>(text, column: table.column("unit"), absent: -1)
    var years = ColumnSymbols<Int16>(text, column: table.column("tahun"), absent: -1)
    var periods = ColumnSymbols<Int16>(text, column: table.column("periode"), absent: 0)
    var subjects = ColumnSymbols<Subject>(text, column: table.column(subject), absent: .unknown(""))
    var sources = ColumnSymbols<Int32>(text, column: table.column("sumber"), absent: 0)
    var lines = ColumnSymbols<Int32>(text, column: table.column("baris"), absent: 0)
    let plannedColumn = table.numbers(planned)
    let actualColumn = table.numbers("realisasi")
    for row in 0..<table.count {
      if row & 0x3FFF == 0, shouldStop() { throw DatasetLoader.interrupted(table.file) }
      let line = text.lines[row]
      let unit = units.value(text, row) { takeUnit($0, table, Int(line)) }
      let year = years.value(text, row) { YearText.parse($0).map { Int16($0) } ?? -1 }
      let period = periods.value(text, row) { symbols.period($0) ?? -1 }
      let named = subjects.value(text, row) { takeSubject($0, resolver, table, Int(line), subject) }
      guard unit >= 0, year >= 0, period >= 0, case .index(let index) = named else {
        reject(table, row, subject: subject, unit: unit, year: year, named)
        continue
      }
      let first = plannedColumn?.value(text, row, &log)
      let second = actualColumn?.value(text, row, &log)
      facts.append(
        FactTable.Key(unit: unit, subject: index, year: year, period: period), planned: first ?? .nan,
        actual: second ?? .nan, source: sources.value(text, row) { symbols.sources.intern($0) },
        sourceLine: lines.value(text, row) { symbols.sources.intern($0) }, fileLine: line)
    }
    return facts
  }

  private enum Subject {
    case index(Int32)
    case unknown(String)
  }

  private mutating func takeUnit(_ text: String, _ table: SchemaTable, _ line: Int) -> Int32 {
    guard let unit = symbols.unit(text) else { return -1 }
    if let other = unit.other {
      log.notice(
        table.file, line: line, column: "unit", text: text, "unit “\(text)” dibaca sebagai “\(other)”")
    }
    return unit.number
  }

  private mutating func takeSubject(
    _ text: String, _ resolver: CodeResolver, _ table: SchemaTable, _ line: Int, _ column: String
  ) -> Subject {
    switch resolver.resolve(text) {
    case .found(let index, let note):
      if let note { log.notice(table.file, line: line, column: column, text: text, note) }
      return .index(index)
    case .unknown(let reason): return .unknown(reason)
    }
  }

  private mutating func reject(
    _ table: SchemaTable, _ row: Int, subject: String, unit: Int32, year: Int16, _ named: Subject
  ) {
    let line = table.line(row)
    if unit < 0 {
      let text = table.text(row, "unit")
      log.rejected(
        table.file, line: line, text: text, column: "unit",
        text.isEmpty ? "kolom unit kosong" : "terlalu banyak unit")
    } else if year < 0 {
      let text = table.text(row, "tahun")
      log.rejected(table.file, line: line, text: text, column: "tahun", YearText.reason(text))
    } else if case .unknown(let reason) = named {
      log.rejected(table.file, line: line, text: table.text(row, subject), column: subject, reason)
    } else {
      log.rejected(
        table.file, line: line, text: table.text(row, "periode"), column: "periode",
        "lebih dari \(DatasetSymbols.periodLimit) periode berbeda")
    }
  }
}
