/// How much a dataset holds, for the answer of `muat`.
public struct DatasetContents: Hashable, Sendable {
  /// Units that have facts.
  public var units: Int
  /// The first and the last year with facts; `nil` without facts.
  public var years: ClosedRange<Int>?
  /// Nodes of the cascade.
  public var nodes: Int
  /// Indicators, components included.
  public var indicators: Int
  /// Indicators with a formula.
  public var formulas: Int
  /// Rows of `kinerja`.
  public var facts: Int
  /// Rows of `anggaran`.
  public var budgets: Int
  /// Rows of `klaim`.
  public var claims: Int
  /// Rows of `sumberdaya`.
  public var resources: Int
  /// Rows of `kktp`.
  public var worksheets: Int
  /// Facts that rows state differently.
  public var conflicts: Int
  /// Rows that are not used.
  public var rejected: Int
  /// Values that could not be read.
  public var unreadable: Int
}

extension Dataset {
  /// How much the dataset holds.
  ///
  /// - Complexity: O(facts).
  public var contents: DatasetContents {
    var first = Int16.max
    var last = Int16.min
    for facts in [performance, budgets] {
      for year in facts.years {
        first = min(first, year)
        last = max(last, year)
      }
    }
    return DatasetContents(
      units: units.count, years: first <= last ? Int(first)...Int(last) : nil, nodes: catalogue.nodes.count,
      indicators: catalogue.indicators.count, formulas: catalogue.indicators.count { $0.formula != nil },
      facts: performance.count, budgets: budgets.count, claims: claims.count, resources: resources.count,
      worksheets: worksheets.count, conflicts: report.conflicts.count, rejected: report.rejectedCount,
      unreadable: report.unreadableCount)
  }
}
