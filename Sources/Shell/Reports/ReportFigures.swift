import Analysis

/// The figures of a report as they are printed, with their full values, in reading order.
struct ReportFigures: Hashable, Sendable {
  /// A figure in a table.
  struct Cell: Hashable, Sendable {
    /// Row below the heading and column, from 0.
    var row: Int
    var column: Int
    /// What the row is about.
    var label: String
    /// The figure as printed.
    var text: String
    /// Its value; `nil` when it is missing.
    var value: Double?
  }

  /// A table with the figures in it.
  struct NumberedTable: Hashable, Sendable {
    /// Its number in the report, from 1.
    var number: Int
    /// The caption without the number.
    var caption: String
    /// The headings of its columns.
    var columns: [String]
    /// Its figures by row, then column.
    var cells: [Cell]
  }

  /// A paragraph, list item or footnote with figures in it.
  struct Sentence: Hashable, Sendable {
    /// The text as printed.
    var text: String
    /// The values of its figures, in order.
    var values: [Double?]
  }

  /// The tables in order.
  var tables: [NumberedTable] = []
  /// The sentences with figures, in order.
  var sentences: [Sentence] = []

  init() {}

  /// Collects the figures of a document; text inside is cleaned as exports clean it.
  init(_ document: Document) {
    var number = 0
    for block in document.blocks {
      switch block {
      case .heading(let prose, _), .paragraph(let prose), .note(let prose, _): add(prose)
      case .list(let items): for item in items { add(item) }
      case .table(let table):
        number += 1
        add(table, number: number)
      case .chart, .verbatim, .placeholder: break
      }
    }
  }

  private mutating func add(_ prose: Prose) {
    let values = prose.spans.compactMap { span -> Double?? in
      if case .figure(let figure) = span { .some(figure.value) } else { nil }
    }
    if !values.isEmpty { sentences.append(Sentence(text: Sanitizer.inline(prose.plain), values: values)) }
  }

  private mutating func add(_ table: Table, number: Int) {
    var cells: [Cell] = []
    for (row, content) in table.rows.enumerated() {
      let label = content.cells.first { if case .text = $0 { true } else { false } }?.plain ?? ""
      for (column, cell) in content.cells.enumerated() {
        guard case .figure(let figure) = cell else { continue }
        cells.append(
          Cell(
            row: row, column: column, label: Sanitizer.inline(label), text: figure.text, value: figure.value))
      }
    }
    tables.append(
      NumberedTable(
        number: number, caption: Sanitizer.inline(table.caption),
        columns: table.columns.map { Sanitizer.inline($0.title) }, cells: cells))
    for note in table.footnotes { add(note) }
  }

  /// How many figures there are.
  var count: Int { tables.reduce(0) { $0 + $1.cells.count } + sentences.reduce(0) { $0 + $1.values.count } }
}

extension ReportFigures {
  /// The figures as JSON, each with a name: `t2.3.4` is row 3, column 4 of table 2, `k5` the fifth sentence.
  var json: JSONValue {
    .object([
      .init("tabel", .array(tables.map(\.json))),
      .init(
        "kalimat",
        .array(
          sentences.enumerated().map { index, sentence in
            .object([
              .init("id", .string("k\(index + 1)")), .init("teks", .string(sentence.text)),
              .init("nilai", .array(sentence.values.map { .optional($0) })),
            ])
          })),
    ])
  }

  /// Reads what ``json`` wrote.
  init?(_ json: JSONValue) {
    for item in json["tabel"]?.list ?? [] {
      guard let table = NumberedTable(item) else { return nil }
      tables.append(table)
    }
    for item in json["kalimat"]?.list ?? [] {
      guard let text = item["teks"]?.content else { return nil }
      sentences.append(Sentence(text: text, values: (item["nilai"]?.list ?? []).map(\.double)))
    }
  }
}

extension ReportFigures.NumberedTable {
  fileprivate var json: JSONValue {
    .object([
      .init("nomor", .integer(number)), .init("judul", .string(caption)),
      .init("kolom", .array(columns.map { .string($0) })),
      .init(
        "angka",
        .array(
          cells.map { cell in
            .object([
              .init("id", .string("t\(number).\(cell.row + 1).\(cell.column + 1)")),
              .init("baris", .string(cell.label)),
              .init("teks", .string(cell.text)), .init("nilai", .optional(cell.value)),
            ])
          })),
    ])
  }

  fileprivate init?(_ json: JSONValue) {
    guard let number = json["nomor"]?.double, let caption = json["judul"]?.content else { return nil }
    self.number = Int(clamping: Int64(number))
    self.caption = caption
    columns = (json["kolom"]?.list ?? []).compactMap(\.content)
    cells = []
    for item in json["angka"]?.list ?? [] {
      let place = (item["id"]?.content ?? "").split(separator: ".").compactMap { Int($0) }
      guard place.count == 2, let text = item["teks"]?.content else { return nil }
      cells.append(
        ReportFigures.Cell(
          row: place[0] - 1, column: place[1] - 1, label: item["baris"]?.content ?? "", text: text,
          value: item["nilai"]?.double))
    }
  }
}
