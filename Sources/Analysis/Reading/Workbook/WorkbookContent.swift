/// What was read from a workbook.
package struct WorkbookContent: Hashable, Sendable {
  /// What a cell holds.
  package enum Value: Hashable, Sendable {
    /// Text.
    case text(String)
    /// A number; `isDate` when its format shows a date or a time.
    case number(Double, isDate: Bool)
    /// True or false.
    case boolean(Bool)
    /// An error such as `#DIV/0!`.
    case error(String)
    /// Nothing.
    case empty
  }

  /// A cell that is there.
  package struct Cell: Hashable, Sendable {
    /// The column, counted from 0.
    package var column: Int
    /// The stored value; for a formula the result that was last computed.
    package var value: Value
    /// The formula without `=`; empty when the cell shares another cell's formula, `nil` when there is none.
    package var formula: String?
    /// Whether the cell shows its number as a percentage, 0.75 as 75%.
    package var isPercent: Bool

    /// Makes a cell.
    package init(column: Int, value: Value, formula: String? = nil, isPercent: Bool = false) {
      self.column = column
      self.value = value
      self.formula = formula
      self.isPercent = isPercent
    }
  }

  /// A row that holds something.
  package struct Row: Hashable, Sendable {
    /// The row, counted from 0.
    package var index: Int
    /// The cells that are there, from left to right.
    package var cells: [Cell]
    /// Whether the row is hidden.
    package var isHidden: Bool
  }

  /// One sheet.
  package struct Sheet: Hashable, Sendable {
    /// The sheet's name.
    package var name: String
    /// Whether the sheet is hidden.
    package var isHidden: Bool
    /// The rows that hold something, from top to bottom.
    package var rows: [Row] = []
    /// The joined cells.
    package var merges: [CellRange] = []

    /// The cell at a place counted from 0; `nil` when nothing is there.
    ///
    /// - Complexity: O(log rows + log columns).
    package subscript(row: Int, column: Int) -> Cell? {
      guard let found = Self.search(rows, row, \.index) else { return nil }
      let cells = rows[found].cells
      return Self.search(cells, column, \.column).map { cells[$0] }
    }

    /// The cell at a reference such as `B7`; `nil` when nothing is there.
    package subscript(reference: String) -> Cell? {
      guard let place = CellReference(reference) else { return nil }
      return self[place.row, place.column]
    }

    private static func search<Element>(
      _ elements: [Element], _ wanted: Int, _ key: KeyPath<Element, Int>
    ) -> Int? {
      var low = 0
      var high = elements.count
      while low < high {
        let middle = (low + high) / 2
        if elements[middle][keyPath: key] < wanted { low = middle + 1 } else { high = middle }
      }
      return low < elements.count && elements[low][keyPath: key] == wanted ? low : nil
    }
  }

  /// The sheets in order, hidden ones included.
  package var sheets: [Sheet]
  /// Whether dates count from 1904 instead of 1900.
  package var countsFrom1904: Bool

  /// The sheet of a name, case ignored.
  package func sheet(named name: String) -> Sheet? {
    sheets.first { $0.name.lowercased() == name.lowercased() }
  }

  /// The calendar date of a date number.
  ///
  /// Serial 60 is the 29 February 1900 that never was; it is given as it stands in Excel.
  ///
  /// - Returns: Year, month and day; `nil` when the number is no date (negative or beyond 9999).
  package func date(_ serial: Double) -> (year: Int, month: Int, day: Int)? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var days = Int(serial.rounded(.down))
    if countsFrom1904 {
      days += 1_462
    } else if days == 60 {
      return (1900, 2, 29)
    }
    // Days since 1 March 0000 of the proleptic Gregorian calendar (the civil-from-days algorithm).
    let shifted = days + 693_899 + (days < 60 ? 1 : 0)
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}
