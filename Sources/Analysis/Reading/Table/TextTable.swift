/// A table read from separated text: names of columns, cells as ranges of the file's bytes, and what was noticed.
///
/// Rows that are not data (titles, units, totals, footnotes) are set aside and named in the remarks; rows with
/// the wrong number of cells are rejected there. Nothing is left out without a remark.
public struct TextTable: Sendable {
  /// The file.
  public let file: String
  /// How it was understood.
  public internal(set) var dialect: Dialect
  /// The names of the columns; columns without a name are called `kolom 3`.
  public internal(set) var names: [String]
  /// The units under the header, one per column, empty where there is none; empty when there is no such row.
  public internal(set) var units: [String] = []
  /// What was noticed, in file order: notices, rejected rows, unreadable bytes.
  public internal(set) var remarks: [LoadReport.Remark]
  /// The file line of each row.
  public internal(set) var lines: [Int32] = []

  /// The line of the header, from 1.
  public internal(set) var headerLine = 1

  var buffer: ByteBuffer
  var cells: [Cell] = []
  /// Why a cell of form `refused` is no number, by ``Cell/start``.
  var refusals: [Int: String] = [:]
  /// The column of the sheet, counted from 0, in which the table begins; 0 outside workbooks.
  var firstColumn = 0

  /// How many rows of data there are.
  public var count: Int { lines.count }
  /// How many columns there are.
  public var width: Int { names.count }

  /// The text of a cell, without blanks at both ends.
  public func text(_ row: Int, _ column: Int) -> String {
    cells[row * width + column].text(in: buffer)
  }

  /// The cell itself.
  func cell(_ row: Int, _ column: Int) -> Cell { cells[row * width + column] }

  /// The column with a name, ignoring case, blanks and underscores; of joined header rows (`Capaian / target`)
  /// the last part is enough where only one column ends with it.
  public func column(_ name: String) -> Int? {
    let wanted = TableLayout.folded(name)
    if let whole = names.firstIndex(where: { TableLayout.folded($0) == wanted }) { return whole }
    let ending = names.indices.filter { TableLayout.folded(names[$0]).hasSuffix("_/_" + wanted) }
    return ending.count == 1 ? ending.first : nil
  }

  init(file: String, dialect: Dialect, names: [String], remarks: [LoadReport.Remark], buffer: ByteBuffer) {
    self.file = file
    self.dialect = dialect
    self.names = names
    self.remarks = remarks
    self.buffer = buffer
  }
}
