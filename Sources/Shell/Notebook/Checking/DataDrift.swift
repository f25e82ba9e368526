import Analysis

/// What changed in the data since a notebook was recorded.
struct DataDrift {
  /// A file that is not what it was.
  struct FileChange: Hashable, Sendable {
    /// The path from the notebook's folder.
    var path: String
    /// What happened, as an Indonesian phrase.
    var what: String
  }

  /// A figure that is not what it was.
  struct FigureChange: Hashable, Sendable {
    /// What it is about.
    var key: RecordedFigures.Key
    /// The column: `target`, `realisasi`, `pagu`.
    var column: String
    /// The recorded value; `nil` when it was missing.
    var before: Double?
    /// The value now; `nil` when it is missing.
    var after: Double?
    /// The cells, by number, whose output is made of it.
    var cells: [Int]
  }

  /// A row that changed, is new or is gone, whether an output is made of it or not.
  struct RowChange: Hashable, Sendable {
    /// The file: `plandaan/kinerja.csv`.
    var file: String
    /// Line in the file now; 0 when the row is gone.
    var line: Int
    /// What the row says now; `nil` when it is gone.
    var entry: RecordedFigures.Entry?
    /// What happened: `berubah`, `baru`, `dihapus`.
    var what: String
  }

  /// The files that changed; folders are left out.
  private(set) var files: [FileChange] = []
  /// The figures that changed among those the outputs were made of.
  private(set) var figures: [FigureChange] = []
  /// The other rows that changed.
  private(set) var rows: [RowChange] = []

  /// Compares what a notebook recorded with what a run read.
  init(_ run: NotebookRun) {
    let recorded = run.notebook.header.data.filter { $0.rows != nil }
    guard !recorded.isEmpty else { return }
    let now = Dictionary(run.data.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    for file in recorded {
      guard let current = now[file.path] else {
        files.append(FileChange(path: file.path, what: "tidak lagi dibaca"))
        continue
      }
      guard current.fingerprint != file.fingerprint else { continue }
      let hasMoved = current.rows != file.rows
      let rows = hasMoved ? "; \(file.rows ?? 0) baris menjadi \(current.rows ?? 0)" : ""
      files.append(FileChange(path: file.path, what: "isinya berubah" + rows))
    }
    let known = Set(recorded.map(\.path))
    for file in run.data where file.rows != nil && !known.contains(file.path) {
      files.append(FileChange(path: file.path, what: "belum tercatat"))
    }
    guard !files.isEmpty else { return }
    compareFigures(run)
    compareRows(run)
  }

  private mutating func compareFigures(_ run: NotebookRun) {
    guard let recorded = run.notebook.figures else { return }
    let current = Self.entries(Set(recorded.entries.map(\.key)), in: run.state.workspace)
    for old in recorded.entries {
      let new = current[old.key]
      let cells = run.figureCells[old.key].map { $0.sorted() } ?? []
      let first = old.key.tableName == "anggaran" ? "pagu" : "target"
      for (column, before, after) in [
        (first, old.planned, new?.planned), ("realisasi", old.actual, new?.actual),
      ]
      where before != after {
        figures.append(FigureChange(key: old.key, column: column, before: before, after: after, cells: cells))
      }
    }
  }

  /// Finds the rows whose marks differ, apart from those that ``figures`` tells already.
  private mutating func compareRows(_ run: NotebookRun) {
    let told = Set(figures.map(\.key))
    for recorded in run.notebook.figures?.marks ?? [] {
      guard let dataset = run.state.workspace.datasets.first(where: { $0.name == recorded.dataset }) else {
        continue
      }
      let current = FigureCollector.entries(of: dataset).filter { $0.entry.key.tableName == recorded.table }
      let file = "\(recorded.dataset)/\(recorded.table).csv"
      let difference = current.map { RowMarks.mark(of: $0.entry) }.difference(from: recorded.marks)
      let gone = difference.removals.count
      for case .insert(let offset, _, _) in difference.insertions
      where !told.contains(current[offset].entry.key) {
        let isNew = gone == 0 || current.count > recorded.marks.count && difference.insertions.count > gone
        rows.append(
          RowChange(
            file: file, line: current[offset].line, entry: current[offset].entry,
            what: isNew ? (gone == 0 ? "baru" : "baru atau berubah") : "berubah"))
      }
      let lost = recorded.marks.count - current.count
      if lost > 0, told.isEmpty {
        rows.append(RowChange(file: file, line: 0, entry: nil, what: "\(lost) baris dihapus"))
      }
    }
  }

  /// The rows of the loaded data with some keys.
  private static func entries(
    _ keys: Set<RecordedFigures.Key>, in workspace: Workspace
  ) -> [RecordedFigures.Key: RecordedFigures.Entry] {
    var result: [RecordedFigures.Key: RecordedFigures.Entry] = [:]
    for dataset in workspace.datasets where keys.contains(where: { $0.dataset == dataset.name }) {
      for (_, entry) in FigureCollector.entries(of: dataset) where keys.contains(entry.key) {
        result[entry.key] = entry
      }
    }
    return result
  }
}
