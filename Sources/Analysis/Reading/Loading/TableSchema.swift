/// The columns that a table of a dataset has.
struct TableSchema: Sendable {
  /// The name of the table and of its file.
  var name: String
  /// Columns without which the table cannot be used.
  var required: [String]
  /// Columns that may be absent.
  var optional: [String]
  /// Those of the columns that hold numbers.
  var numbers: [String] = []
  /// Those of the columns whose texts hold figures as a report prints them, with a decimal comma.
  var printed: [String] = []

  /// Whether a dataset cannot do without the table.
  var isRequired: Bool { name == "indikator" || name == "kinerja" }

  /// All names.
  var columns: [String] { required + optional }

  static let nodes = TableSchema(
    name: "simpul", required: ["kode", "nama", "jenjang"], optional: ["induk", "gaji"])
  static let indicators = TableSchema(
    name: "indikator", required: ["kode", "nama"],
    optional: ["simpul", "satuan", "arah", "min", "maks", "rumus", "padanan"], numbers: ["min", "maks"])
  static let performance = TableSchema(
    name: "kinerja", required: ["unit", "tahun", "kode", "target", "realisasi"],
    optional: ["periode", "sumber", "baris"], numbers: ["target", "realisasi"])
  static let budgets = TableSchema(
    name: "anggaran", required: ["unit", "tahun", "simpul", "pagu", "realisasi"],
    optional: ["periode", "sumber", "baris"], numbers: ["pagu", "realisasi"])
  static let claims = TableSchema(
    name: "klaim", required: ["unit", "tahun", "pernyataan", "ungkapan", "tercetak"],
    optional: ["periode", "sumber", "baris"], printed: ["tercetak"])
  static let resources = TableSchema(
    name: "sumberdaya", required: ["unit", "tahun", "jenis", "kategori", "kebutuhan", "tersedia"],
    optional: ["kode", "sumber", "baris"], numbers: ["kebutuhan", "tersedia"])
  static let worksheets = TableSchema(
    name: "kktp", required: ["unit", "tahun", "versi", "kode"],
    optional: [
      "target_sebelum", "realisasi_sebelum", "target", "nilai_sebelum", "tambahan", "perkiraan",
      "tindak_lanjut",
      "analisis", "keterkaitan", "baris",
    ],
    numbers: ["target_sebelum", "realisasi_sebelum", "target", "nilai_sebelum", "tambahan", "perkiraan"])
  static let settings = TableSchema(
    name: "aturan", required: ["kunci", "nilai"], optional: [], printed: ["nilai"])

  /// The tables in the order of reading: what others refer to comes first.
  static let all = [settings, nodes, indicators, performance, budgets, claims, resources, worksheets]

  /// The table with a name, ignoring case.
  static func named(_ name: String) -> TableSchema? { all.first { $0.name == name.lowercased() } }
}

/// A table of a dataset with its columns found and the notation of its numbers decided.
struct SchemaTable {
  let schema: TableSchema
  var text: TextTable
  private let positions: [String: Int]
  private let notation: ColumnNotation

  /// Finds the columns.
  ///
  /// - Throws: A data problem that names a missing required column and the nearest header, or the first column
  ///   of numbers that has two meanings when `resolve` does not decide it.
  init(
    _ table: TextTable, _ schema: TableSchema, options: DatasetLoader.Options, log: inout LoadLog
  ) throws(Problem) {
    self.schema = schema
    var positions: [String: Int] = [:]
    for name in schema.columns { positions[name] = table.column(name) }
    for name in schema.required where positions[name] == nil {
      let known = Set(positions.values)
      let others = table.names.indices.filter { !known.contains($0) }.map { table.names[$0] }
      let near = Suggestion.nearest(to: name, among: others.isEmpty ? table.names : others)
      let hint = near.first.map { "; yang terdekat “\($0)”" } ?? ""
      throw Problem(
        "tabel \(schema.name) tidak punya kolom “\(name)”\(hint)", kind: .data,
        place: .file(table.file, line: table.headerLine, column: 0),
        expected: "kolom " + schema.required.joined(separator: ", "), suggestions: near)
    }
    for (index, name) in table.names.enumerated() where !positions.values.contains(index) {
      let near = Suggestion.nearest(to: name, among: schema.columns.filter { positions[$0] == nil }, limit: 1)
      let hint = near.first.map { "; maksudnya “\($0)”?" } ?? ""
      log.notice(
        table.file, line: table.headerLine, column: name,
        "kolom “\(name)” tidak dikenal; isinya disimpan, tidak dihitung\(hint)")
    }
    self.positions = positions
    text = table
    let numbers = schema.numbers.compactMap { positions[$0] }
    notation = try Self.decide(table, numbers, options)
    log.remarks += notation.remarks
    for (column, sign) in notation.decided { text.dialect.decimals[table.names[column]] = sign }
  }

  /// Decides the notation, asking for columns that stay open.
  private static func decide(
    _ table: TextTable, _ columns: [Int], _ options: DatasetLoader.Options
  ) throws(Problem) -> ColumnNotation {
    let first = ColumnNotation(table, columns: columns, preferred: options.decimal)
    guard !first.ambiguities.isEmpty else { return first }
    var answered = table
    for ambiguity in first.ambiguities {
      guard let sign = options.resolve(ambiguity) else { throw ambiguity.problem }
      answered.dialect.decimals[ambiguity.column] = sign
    }
    return ColumnNotation(answered, columns: columns, preferred: options.decimal)
  }

  /// The file.
  var file: String { text.file }
  /// The number of rows.
  var count: Int { text.count }
  /// The file line of a row.
  func line(_ row: Int) -> Int { Int(text.lines[row]) }
  /// The columns that the schema does not know.
  var unknownColumns: [Int] { text.names.indices.filter { !positions.values.contains($0) } }
  /// Where a column stands.
  func column(_ name: String) -> Int? { positions[name] }
  /// The notation of a column.
  func notation(_ name: String) -> NumberNotation { notation.notation(positions[name] ?? -1) }

  /// The text of a cell; empty when the table has no such column.
  func text(_ row: Int, _ name: String) -> String {
    positions[name].map { text.text(row, $0) } ?? ""
  }

  /// A column of numbers, ready for reading many rows; `nil` when the table has no such column.
  func numbers(_ name: String) -> NumberColumn? {
    positions[name].map { NumberColumn(name: name, position: $0, notation: notation.notation($0)) }
  }

  /// The number in a cell, reporting it when it cannot be read.
  func number(_ row: Int, _ name: String, _ log: inout LoadLog) -> Double? {
    numbers(name)?.value(text, row, &log)
  }
}

/// A column of numbers with its notation.
struct NumberColumn {
  let name: String
  let position: Int
  let notation: NumberNotation

  /// The number in a row, reporting it when it cannot be read.
  func value(_ table: TextTable, _ row: Int, _ log: inout LoadLog) -> Double? {
    let cell = table.cell(row, position)
    if cell.isEmpty { return nil }
    guard cell.isWritten else { return typedValue(cell, table, row, &log) }
    switch notation.read(cell.bytes(in: table.buffer)) {
    case .value(let value): return value
    case .missing: return nil
    case .unreadable(let reason):
      log.unreadable(
        table.file, line: Int(table.lines[row]), column: name, text: table.text(row, position), reason)
      return nil
    }
  }

  /// The number of a cell that the file holds as a number, or the reason why it holds none.
  private func typedValue(_ cell: Cell, _ table: TextTable, _ row: Int, _ log: inout LoadLog) -> Double? {
    let text = cell.text(in: table.buffer)
    if cell.form == .number, let value = Double(text), value.isFinite { return value }
    log.unreadable(
      table.file, line: Int(table.lines[row]), column: name, text: text,
      table.refusals[cell.start] ?? "bukan angka")
    return nil
  }
}
