/// A cell's place on a sheet, counted from 0.
package struct CellReference: Hashable, Comparable, Sendable {
  /// The greatest number of rows and columns on a sheet.
  package static let sheetRows = 1_048_576
  package static let sheetColumns = 16_384

  /// The row, counted from 0.
  package var row: Int
  /// The column, counted from 0.
  package var column: Int

  /// Makes a reference from counted positions.
  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads a reference such as `B7` or `$B$7`.
  ///
  /// - Returns: `nil` when the text is no reference or lies off the sheet.
  package init?(_ text: some StringProtocol) {
    var column = 0
    var row = 0
    var phase = 0
    for byte in text.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where phase == 0 && column <= Self.sheetColumns:
        column = column * 26 + Int(byte - 64)
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0 && row <= Self.sheetRows:
        phase = 1
        row = row * 10 + Int(byte - 48)
      default: return nil
      }
    }
    guard (1...Self.sheetColumns).contains(column), (1...Self.sheetRows).contains(row) else { return nil }
    self.init(row: row - 1, column: column - 1)
  }

  /// The reference as a spreadsheet writes it: `B7`.
  package var text: String { Self.columnName(column) + String(row + 1) }

  /// The reference that does not move when a formula is copied: `$B$7`.
  package var absolute: String { "$" + Self.columnName(column) + "$" + String(row + 1) }

  /// The letters of a column.
  package static func columnName(_ column: Int) -> String {
    var rest = column + 1
    var letters = ""
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  package static func < (left: CellReference, right: CellReference) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }
}

/// A rectangle of cells.
package struct CellRange: Hashable, Sendable {
  /// The upper left cell.
  package var first: CellReference
  /// The lower right cell.
  package var last: CellReference

  /// Makes a range.
  package init(_ first: CellReference, _ last: CellReference) {
    self.first = first
    self.last = last
  }

  /// Reads a range such as `A1:C3` or a single cell.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard let first = parts.first.flatMap({ CellReference($0) }),
      let last = parts.last.flatMap({ CellReference($0) }), first.row <= last.row, first.column <= last.column
    else { return nil }
    self.init(first, last)
  }

  /// The range as a spreadsheet writes it: `A1:C3`.
  package var text: String { first == last ? first.text : first.text + ":" + last.text }

  /// Whether a cell lies inside.
  package func contains(_ cell: CellReference) -> Bool {
    (first.row...last.row).contains(cell.row) && (first.column...last.column).contains(cell.column)
  }
}
