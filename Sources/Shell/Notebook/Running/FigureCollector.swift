import Analysis

/// Collects the rows of the data that outputs were made of, by following where their figures came from.
struct FigureCollector {
  /// A row of a loaded table.
  private struct Place: Hashable {
    var dataset: String
    var table: String
    var line: Int
  }

  private var rows: [Place: RecordedFigures.Entry] = [:]
  private var indexed: [String: String] = [:]
  private var entries: [RecordedFigures.Key: RecordedFigures.Entry] = [:]
  /// The cells, by number, whose output was made of a row.
  private(set) var cells: [RecordedFigures.Key: Set<Int>] = [:]

  /// The rows found so far.
  var figures: RecordedFigures {
    var result = RecordedFigures()
    result.entries = entries.values.sorted {
      let left = $0.key, right = $1.key
      return (left.dataset, left.table, left.unit, left.code, left.time)
        < (right.dataset, right.table, right.unit, right.code, right.time)
    }
    return result
  }

  /// Adds the rows behind the answers of a cell.
  mutating func add(_ answers: [NotebookRun.Answer], cell: Int, workspace: Workspace) {
    var found: Set<Place> = []
    for answer in answers { Self.collect(answer.output.document, into: &found) }
    for dataset in workspace.datasets { index(dataset) }
    for answer in answers where !Self.tellsOrigins(answer.output.document) {
      found.formUnion(places(of: MentionedSubjects(answer.output.result)))
    }
    for place in found {
      guard let entry = rows[place] else { continue }
      entries[entry.key] = entry
      cells[entry.key, default: []].insert(cell)
    }
  }

  private mutating func index(_ dataset: Dataset) {
    let mark = RecordedFile.fingerprint(of: dataset.report.files)
    guard indexed[dataset.name] != mark else { return }
    indexed[dataset.name] = mark
    for (line, entry) in Self.entries(of: dataset) {
      rows[Place(dataset: dataset.name, table: entry.key.tableName, line: line)] = entry
    }
  }

  /// The rows of the indicators that an answer names without saying where its figures came from.
  private func places(of mentioned: MentionedSubjects) -> [Place] {
    guard !mentioned.codes.isEmpty, !mentioned.units.isEmpty else { return [] }
    return rows.compactMap { place, entry in
      mentioned.codes.contains(entry.key.code) && mentioned.units.contains(entry.key.unit) ? place : nil
    }
  }

  private static func tellsOrigins(_ document: Document) -> Bool {
    var found: Set<Place> = []
    collect(document, into: &found)
    return !found.isEmpty
  }

  /// Every row of performance and budgets with its line in the file; rows about the same thing are counted.
  static func entries(of dataset: Dataset) -> [(line: Int, entry: RecordedFigures.Entry)] {
    var result: [(line: Int, entry: RecordedFigures.Entry)] = []
    for (table, facts) in [("kinerja", dataset.performance), ("anggaran", dataset.budgets)] {
      var counts: [FactTable.Key: Int] = [:]
      for row in 0..<facts.count {
        let key = facts.key(ofRow: row)
        let count = counts[key, default: 0] + 1
        counts[key] = count
        let name = count == 1 ? table : "\(table)#\(count)"
        result.append((Int(facts.fileLines[row]), entry(row, of: facts, table: name, in: dataset)))
      }
    }
    return result
  }

  private static func entry(
    _ row: Int, of facts: FactTable, table: String, in dataset: Dataset
  ) -> RecordedFigures.Entry {
    let subject = Int(facts.subjects[row])
    let isBudget = table.hasPrefix("anggaran")
    let period = dataset.periods[Int32(facts.periods[row])]
    let key = RecordedFigures.Key(
      dataset: dataset.name, table: table, unit: dataset.units[facts.units[row]],
      time: String(facts.years[row]) + (period.isEmpty ? "" : " " + period),
      code: isBudget ? dataset.catalogue.nodes[subject].code : dataset.catalogue.indicators[subject].code)
    func value(_ number: Double) -> Double? { number.isNaN ? nil : number }
    return RecordedFigures.Entry(
      key: key, planned: value(facts.planned[row]), actual: value(facts.actual[row]))
  }

  // MARK: - Following origins

  private static func collect(_ document: Document, into found: inout Set<Place>) {
    for block in document.blocks {
      switch block {
      case .heading(let prose, _), .paragraph(let prose), .note(let prose, _): collect(prose, into: &found)
      case .list(let items): for item in items { collect(item, into: &found) }
      case .table(let table):
        for row in table.rows {
          for case .figure(let figure) in row.cells { collect(figure.origin, into: &found) }
        }
      case .chart, .verbatim, .placeholder: break
      }
    }
  }

  private static func collect(_ prose: Prose, into found: inout Set<Place>) {
    for case .figure(let figure) in prose.spans { collect(figure.origin, into: &found) }
  }

  private static func collect(_ origin: Origin?, into found: inout Set<Place>) {
    switch origin {
    case .row(let row): found.insert(Place(dataset: row.dataset, table: row.table, line: row.fileLine))
    case .computed(_, let parts): for part in parts { collect(part, into: &found) }
    case .given, nil: break
    }
  }
}
