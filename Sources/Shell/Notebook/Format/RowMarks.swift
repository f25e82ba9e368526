import Analysis

/// Two letters for every row of a table, by which a later check finds the rows that changed, were added or removed.
struct RowMarks: Hashable, Sendable {
  /// The dataset's name.
  var dataset: String
  /// `kinerja` or `anggaran`.
  var table: String
  /// The marks in the order of the rows, two letters each.
  var marks: [String]

  /// Tables with more rows are not marked.
  static let greatestCount = 5000
  /// How many marks stand on a line.
  private static let perLine = 40
  private static let lead = "sidik "

  /// The marks of all loaded tables that are not too long.
  static func list(of workspace: Workspace) -> [RowMarks] {
    workspace.datasets.flatMap { dataset in
      let entries = FigureCollector.entries(of: dataset)
      return ["kinerja", "anggaran"].compactMap { (table: String) -> RowMarks? in
        let marks = entries.filter { $0.entry.key.tableName == table }.map { mark(of: $0.entry) }
        guard !marks.isEmpty, marks.count <= greatestCount else { return nil }
        return RowMarks(dataset: dataset.name, table: table, marks: marks)
      }
    }
  }

  /// The mark of a row: twelve bits of an FNV-1a hash over all it says.
  static func mark(of entry: RecordedFigures.Entry) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in entry.text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let folded = Int((hash ^ (hash >> 12) ^ (hash >> 29) ^ (hash >> 47)) & 0xFFF)
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-")
    return String([letters[folded >> 6], letters[folded & 63]])
  }

  /// The lines as they are written: `sidik plandaan kinerja ABcd…`.
  var lines: [String] {
    stride(from: 0, to: marks.count, by: Self.perLine).map { start in
      Self.lead + "\(dataset) \(table) " + marks[start..<min(start + Self.perLine, marks.count)].joined()
    }
  }

  /// Reads a line; `nil` when it holds no marks.
  init?(line: String) {
    let words = line.split(separator: " ")
    guard line.hasPrefix(Self.lead), words.count >= 4, let letters = words.last, letters.count % 2 == 0 else {
      return nil
    }
    dataset = words[1..<(words.count - 2)].joined(separator: " ")
    table = String(words[words.count - 2])
    let all = Array(letters)
    marks = stride(from: 0, to: all.count, by: 2).map { String(all[$0...($0 + 1)]) }
  }

  private init(dataset: String, table: String, marks: [String]) {
    self.dataset = dataset
    self.table = table
    self.marks = marks
  }
}
