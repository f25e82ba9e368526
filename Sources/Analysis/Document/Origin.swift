/// Where a figure came from.
public indirect enum Origin: Hashable, Sendable {
  /// A row of a loaded table.
  case row(SourceRow)
  /// Computed by a named rule or formula from other figures.
  case computed(String, from: [Origin])
  /// Given by the user: an assumption, an option, a number typed in a formula.
  case given(String)
}

/// A row of a loaded file, with the place in the printed report that the row itself names.
public struct SourceRow: Hashable, Sendable {
  /// The dataset's name.
  public var dataset: String
  /// The table's name: `kinerja`, `anggaran`, …
  public var table: String
  /// The line in the file, counting from 1 with the header.
  public var fileLine: Int
  /// The `sumber` column: table or section of the printed report.
  public var source: String
  /// The `baris` column: line in the printed report; empty when not given.
  public var sourceLine: String

  /// Makes a source row.
  public init(dataset: String, table: String, fileLine: Int, source: String, sourceLine: String) {
    self.dataset = dataset
    self.table = table
    self.fileLine = fileLine
    self.source = source
    self.sourceLine = sourceLine
  }
}
