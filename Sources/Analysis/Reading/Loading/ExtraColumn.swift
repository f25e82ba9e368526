/// A column of a file that no table of a dataset knows: kept as it is, used by no command.
public struct ExtraColumn: Sendable {
  /// The table.
  public var table: String
  /// The header.
  public var name: String
  /// The file line of each cell that holds something.
  public private(set) var lines: [Int32] = []
  /// The texts; see ``text(_:)``.
  private var texts = SymbolTable()
  private var numbers: [Int32] = []

  /// How many cells hold something.
  public var count: Int { lines.count }

  /// The text of the n-th cell that holds something.
  public func text(_ index: Int) -> String { texts[numbers[index]] }

  /// Copies a column of a table.
  init(_ table: TextTable, column: Int, of name: String) {
    self.table = name
    self.name = table.names[column]
    var symbols = ColumnSymbols<Int32>(table, column: column, absent: -1)
    for row in 0..<table.count where !table.cell(row, column).isEmpty {
      lines.append(table.lines[row])
      numbers.append(symbols.value(table, row) { texts.intern($0) })
    }
  }
}
