/// The rows of `sumberdaya` by unit and year, for questions about many units.
public struct ResourceIndex: Sendable {
  private struct Key: Hashable {
    var unit: Int32
    var year: Int
  }

  private let rows: [Key: [Int]]

  /// Sorts a dataset's rows.
  ///
  /// - Complexity: O(rows).
  public init(_ dataset: Dataset) {
    var rows: [Key: [Int]] = [:]
    for index in dataset.resources.indices {
      let key = Key(unit: dataset.resources[index].unit, year: dataset.resources[index].year)
      rows[key, default: []].append(index)
    }
    self.rows = rows
  }

  /// Indexes of the rows of a unit and year, in file order.
  func rows(of context: Context) -> [Int] { rows[Key(unit: context.unit, year: context.year)] ?? [] }
}
