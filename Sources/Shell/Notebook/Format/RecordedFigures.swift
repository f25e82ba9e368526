import Analysis

/// The figures of the data that the outputs of a notebook were made of, so that a later check can name those
/// that changed.
struct RecordedFigures: Sendable {
  /// What a figure is about.
  struct Key: Hashable, Sendable {
    /// The dataset's name.
    var dataset: String
    /// `kinerja` or `anggaran`; `kinerja#2` for the second row about the same thing.
    var table: String
    /// The unit's name.
    var unit: String
    /// Calendar year and, after a space, the period.
    var time: String
    /// Code of the indicator or node.
    var code: String

    /// The key in words: `Kecamatan Plandaan 2024 AKIP`.
    var words: String { "\(unit) \(time) \(code)" }

    /// The name of the table without the count.
    var tableName: String { String(table.prefix { $0 != "#" }) }
  }

  /// One row of the data.
  struct Entry: Hashable, Sendable {
    /// What it is about.
    var key: Key
    /// Target or ceiling; `nil` when missing.
    var planned: Double?
    /// Result or spending; `nil` when missing.
    var actual: Double?

    /// The row on one line.
    var text: String {
      [
        key.dataset, key.table, key.unit, key.time, key.code, RecordedFigures.text(planned),
        RecordedFigures.text(actual),
      ]
      .map { Sanitizer.inline($0).split(separator: "|").joined(separator: "/") }
      .joined(separator: RecordedFigures.separator)
    }
  }

  /// The rows, sorted by key.
  var entries: [Entry] = []
  /// Marks of all rows of the data, used or not.
  var marks: [RowMarks] = []
  /// The lines of the block in the file; empty when there is none.
  var lines = 0..<0

  fileprivate static let separator = " | "

  init() {}

  /// Reads the lines of the block, each with its number in the file.
  ///
  /// - Throws: A data problem with file and line.
  init(reading source: [(text: String, line: Int)], lines: Range<Int>, file: String) throws(Problem) {
    self.lines = lines
    for (text, line) in source where !text.isBlankOrComment {
      if let mark = RowMarks(line: text) {
        if let last = marks.last, last.dataset == mark.dataset, last.table == mark.table {
          marks[marks.count - 1].marks += mark.marks
        } else {
          marks.append(mark)
        }
        continue
      }
      let parts = text.split(separator: Self.separator).map { String($0).trimmed }
      guard parts.count == 7, let planned = Self.number(parts[5]), let actual = Self.number(parts[6]) else {
        throw Problem(
          "baris angka “\(text)” tidak terbaca", kind: .data, place: .file(file, line: line, column: 0),
          expected: "dataset | tabel | unit | tahun | kode | target | realisasi")
      }
      let key = Key(dataset: parts[0], table: parts[1], unit: parts[2], time: parts[3], code: parts[4])
      entries.append(Entry(key: key, planned: planned.value, actual: actual.value))
    }
  }

  /// The lines of the block with its fences.
  var block: [String] {
    let rows = entries.map(\.text) + marks.flatMap(\.lines)
    let fence = CodeFence.around(rows)
    return [fence + "angka telaah=\(Notebook.formatVersion)"] + rows + [fence]
  }

  fileprivate static func text(_ value: Double?) -> String {
    guard let value else { return "–" }
    return String(JSONValue.number(value).text.map { $0 == "." ? "," : $0 })
  }

  private static func number(_ text: String) -> (value: Double?, Void)? {
    if text == "–" { return (nil, ()) }
    return Double(String(text.map { $0 == "," ? "." : $0 })).map { ($0, ()) }
  }
}
