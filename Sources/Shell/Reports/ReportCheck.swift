import Analysis

/// Compares the figures that a report's manifest records with those a reader sees and with those computed now.
struct ReportCheck {
  /// A figure that is not what the manifest says.
  struct Difference: Hashable, Sendable {
    /// Where it stands, in words.
    var place: String
    /// As recorded when the report was made.
    var recorded: String
    /// As it stands in the file or comes out now.
    var found: String
  }

  /// Figures that were changed in the file.
  private(set) var edited: [Difference] = []
  /// Figures that come out differently now.
  private(set) var recomputed: [Difference] = []
  /// How many figures were compared with the file.
  private(set) var visibleCount = 0

  /// Whether everything agrees.
  var isClean: Bool { edited.isEmpty && recomputed.isEmpty }

  // MARK: - With the file

  /// Looks for the recorded figures in what a reader sees.
  mutating func compare(_ figures: ReportFigures, with visible: VisibleReport) {
    var next = 0
    for table in figures.tables where !table.cells.isEmpty {
      let place = "Tabel \(table.number)" + (table.caption.isEmpty ? "" : " (\(table.caption))")
      guard
        let index = visible.tables.indices.dropFirst(next).first(where: {
          Self.matches(visible.tables[$0], table)
        })
      else {
        edited.append(
          Difference(place: place, recorded: "\(table.cells.count) angka", found: "tabel tidak ditemukan"))
        continue
      }
      next = index + 1
      compare(table, place, with: visible.tables[index])
    }
    compare(figures.sentences, with: visible.paragraphs)
  }

  private static func matches(_ rows: [[String]], _ table: ReportFigures.NumberedTable) -> Bool {
    guard let heading = rows.first, heading.count == table.columns.count else { return false }
    return zip(heading, table.columns).allSatisfy { folded($0) == folded($1) }
  }

  private static func folded(_ text: String) -> String { text.filter { !$0.isWhitespace }.lowercased() }

  private mutating func compare(_ table: ReportFigures.NumberedTable, _ place: String, with rows: [[String]])
  {
    for cell in table.cells where cell.value != nil {
      visibleCount += 1
      let shown =
        cell.row + 1 < rows.count && cell.column < rows[cell.row + 1].count
        ? rows[cell.row + 1][cell.column] : nil
      guard NumberTokens.of(shown ?? "") != NumberTokens.of(cell.text) else { continue }
      let column = cell.column < table.columns.count ? table.columns[cell.column] : ""
      edited.append(
        Difference(
          place: "\(place): \(cell.label), \(column)", recorded: cell.text, found: shown ?? "tidak ditemukan")
      )
    }
  }

  private mutating func compare(_ sentences: [ReportFigures.Sentence], with paragraphs: [String]) {
    let tokens = paragraphs.map { NumberTokens.of($0) }
    for sentence in sentences {
      let wanted = NumberTokens.of(sentence.text)
      guard !wanted.isEmpty else { continue }
      visibleCount += sentence.values.count { $0 != nil }
      if tokens.contains(where: { Self.contains($0, wanted) }) { continue }
      let nearest = paragraphs.indices.max {
        Self.likeness(paragraphs[$0], sentence.text) < Self.likeness(paragraphs[$1], sentence.text)
      }
      guard let nearest, Self.likeness(paragraphs[nearest], sentence.text) > 0.5 else {
        edited.append(
          Difference(
            place: Self.short(sentence.text), recorded: wanted.joined(separator: "; "),
            found: "kalimat tidak ditemukan"))
        continue
      }
      let changes = DraftRemark.changes(from: sentence.text, to: paragraphs[nearest])
      for change in changes {
        edited.append(
          Difference(place: Self.short(sentence.text), recorded: change.before, found: change.after))
      }
    }
  }

  /// Whether the wanted numbers stand one after another among others.
  private static func contains(_ tokens: [String], _ wanted: [String]) -> Bool {
    guard tokens.count >= wanted.count else { return false }
    return (0...(tokens.count - wanted.count)).contains { Array(tokens[$0..<($0 + wanted.count)]) == wanted }
  }

  /// The share of a sentence's words that another text has too.
  private static func likeness(_ text: String, _ sentence: String) -> Double {
    let words = Set(sentence.lowercased().split(separator: " "))
    guard !words.isEmpty else { return 0 }
    return Double(words.intersection(text.lowercased().split(separator: " ")).count) / Double(words.count)
  }

  private static func short(_ text: String) -> String {
    text.count > 60 ? "Kalimat “\(text.prefix(57).trimmingEnd)…”" : "Kalimat “\(text)”"
  }

  // MARK: - With a new run

  /// Compares the recorded figures with those of a new run.
  mutating func compare(_ figures: ReportFigures, withNew new: ReportFigures) {
    for (index, table) in figures.tables.enumerated() {
      let place = "Tabel \(table.number)" + (table.caption.isEmpty ? "" : " (\(table.caption))")
      guard index < new.tables.count else {
        recomputed.append(
          Difference(place: place, recorded: "\(table.cells.count) angka", found: "tabel tidak ada lagi"))
        continue
      }
      let current = Dictionary(
        new.tables[index].cells.map { (Place(row: $0.row, column: $0.column), $0) },
        uniquingKeysWith: { first, _ in first })
      for cell in table.cells {
        let now = current[Place(row: cell.row, column: cell.column)]
        guard now == nil || !Self.isSame(cell.value, now?.value) || cell.text != now?.text else { continue }
        let column = cell.column < table.columns.count ? table.columns[cell.column] : ""
        recomputed.append(
          Difference(
            place: "\(place): \(cell.label), \(column)", recorded: cell.text,
            found: now?.text ?? "tidak ada lagi"))
      }
    }
    for (index, sentence) in figures.sentences.enumerated() {
      let now = index < new.sentences.count ? new.sentences[index].text : ""
      guard now != sentence.text else { continue }
      for change in DraftRemark.changes(from: sentence.text, to: now) {
        recomputed.append(
          Difference(place: Self.short(sentence.text), recorded: change.before, found: change.after))
      }
    }
  }

  private struct Place: Hashable {
    var row: Int
    var column: Int
  }

  /// Whether two values are the same up to the last bits, which differ between machines' mathematics.
  private static func isSame(_ left: Double?, _ right: Double?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) <= 1e-9 * max(1, max(abs(left), abs(right)))
  }
}

extension Substring {
  /// The text without white space at its end.
  fileprivate var trimmingEnd: String {
    var part = self
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }
}
