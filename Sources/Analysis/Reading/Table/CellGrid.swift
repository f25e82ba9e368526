/// The cells of a sheet or of a database table in rows of one width, with their texts in one buffer.
struct CellGrid: Sendable {
  /// How many cells each row has.
  let width: Int
  /// The cells, row by row.
  let cells: [Cell]
  /// The row of the sheet or the row number of the database, one per row.
  let lines: [Int32]
  /// The texts.
  let buffer: ByteBuffer
  /// Why a cell of form `refused` is no number, by ``Cell/start``.
  let refusals: [Int: String]

  /// The cells of a row, counted from 0.
  func row(_ index: Int) -> ArraySlice<Cell> { cells[(index * width)..<((index + 1) * width)] }
}

/// Collects the cells of a ``CellGrid`` from left to right and top to bottom.
struct CellGridBuilder {
  private let width: Int
  private var bytes: [UInt8] = []
  private var cells: [Cell] = []
  private var lines: [Int32] = []
  private var refusals: [Int: String] = [:]

  /// - Parameter width: How many cells each row has.
  init(width: Int) { self.width = width }

  /// Starts a row; cells that the row before left out are empty.
  mutating func startRow(_ line: Int32) {
    fill()
    lines.append(line)
  }

  /// Leaves cells empty up to a column, counted from 0.
  mutating func skip(to column: Int) {
    while cells.count < (lines.count - 1) * width + min(column, width) { addText(EmptyCollection()) }
  }

  /// Adds a cell of text.
  mutating func addText(_ text: some Collection<UInt8>) { add(text, .plain) }

  /// Adds a number.
  mutating func addNumber(_ text: String) { add(text.utf8, .number) }

  /// Adds a cell that is no number.
  ///
  /// - Parameter text: What a text column shows.
  mutating func addRefused(_ text: String, reason: String) {
    refusals[bytes.count] = reason
    add(text.utf8, .refused)
  }

  private mutating func add(_ text: some Collection<UInt8>, _ form: Cell.Form) {
    let start = bytes.count
    bytes.append(contentsOf: text)
    cells.append(Cell(start: start, end: bytes.count, form: form))
    // A byte between cells gives every cell, also an empty one, its own start and keeps excerpts readable.
    bytes.append(UInt8(ascii: ";"))
  }

  private mutating func fill() {
    while cells.count < lines.count * width { addText(EmptyCollection()) }
  }

  /// The grid.
  mutating func finish() -> CellGrid {
    fill()
    return CellGrid(width: width, cells: cells, lines: lines, buffer: ByteBuffer(bytes), refusals: refusals)
  }
}

/// Numbers of workbooks and databases as texts that read back as the same number.
enum TypedNumber {
  /// The shortest text; whole numbers without decimals.
  static func text(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return "\(value)"
  }

  /// A number times a hundred, moving the point of its shortest text instead of multiplying: 0.9988 gives 99.88.
  static func percentage(_ value: Double) -> Double {
    let text = "\(value)"
    return text.contains("e") ? value * 100 : Double(text + "e2") ?? value * 100
  }
}
