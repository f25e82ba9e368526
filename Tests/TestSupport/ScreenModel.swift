/// What a terminal shows: a small model of the sequences that line editors send.
///
/// Knows cursor movement, carriage return, line feed, backspace, tabs, erasing and inserting and deleting of
/// characters and lines, wrapping at the margin as xterm does it, scrolling, and characters of width 0, 1 and 2.
/// Colours and modes are skipped.
public struct ScreenModel: Sendable {
  private var cells: [[String]]
  private var scrolledOff: [String] = []
  private var pending: [UInt8] = []
  private var wrapsNext = false
  /// The size in columns and rows.
  public private(set) var columns: Int
  /// The number of rows.
  public private(set) var rows: Int
  /// Where the cursor stands, from 0.
  public private(set) var cursor = (row: 0, column: 0)
  /// How often the bell rang.
  public private(set) var bells = 0

  /// Makes an empty screen.
  public init(columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The rows without trailing blanks.
  public var lines: [String] { cells.map(Self.text) }

  /// The rows down to the last that is not blank, as one text.
  public var text: String {
    lines.reversed().drop(while: \.isEmpty).reversed().joined(separator: "\n")
  }

  /// The rows that scrolled off the top, then those on the screen.
  public var transcript: String { (scrolledOff + lines).joined(separator: "\n") }

  /// The row of the cursor.
  public var currentLine: String { lines[cursor.row] }

  /// Changes the size as xterm does: nothing is wrapped anew.
  public mutating func resize(columns: Int, rows: Int) {
    while cells.count > rows && cursor.row >= rows { scroll(); cursor.row -= 1 }
    cells = cells.prefix(rows).map { row in
      Array(row.prefix(columns)) + Array(repeating: " ", count: max(0, columns - row.count))
    }
    while cells.count < rows { cells.append(Array(repeating: " ", count: columns)) }
    (self.columns, self.rows) = (columns, rows)
    cursor = (min(cursor.row, rows - 1), min(cursor.column, columns - 1))
    wrapsNext = false
  }

  /// Shows bytes that a program wrote.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending.append(contentsOf: bytes)
    var index = 0
    while index < pending.count {
      let length = show(pending[index...])
      guard length > 0 else { break }
      index += length
    }
    pending.removeSubrange(..<index)
  }

  /// Shows the first character or sequence; gives its length, 0 when it is not complete.
  private mutating func show(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let first = bytes.first else { return 0 }
    switch first {
    case 0x1B: return escape(bytes)
    case 0x07: bells += 1
    case 0x08: move(to: (cursor.row, cursor.column - 1))
    case 0x09: move(to: (cursor.row, (cursor.column / 8 + 1) * 8))
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D: move(to: (cursor.row, 0))
    case 0x00..<0x20, 0x7F: break
    default:
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      guard bytes.count >= length else { return 0 }
      for scalar in String(decoding: bytes.prefix(length), as: UTF8.self).unicodeScalars { put(scalar) }
      return length
    }
    return 1
  }

  private mutating func escape(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let kind = bytes.dropFirst().first else { return 0 }
    if kind == UInt8(ascii: "(") || kind == UInt8(ascii: ")") { return bytes.count > 2 ? 3 : 0 }
    if kind == UInt8(ascii: "M") { move(to: (cursor.row - 1, cursor.column)) }
    guard kind == UInt8(ascii: "[") else { return 2 }
    let parameters = bytes.dropFirst(2).prefix { (0x20...0x3F).contains($0) }
    guard let final = bytes.dropFirst(2 + parameters.count).first else { return 0 }
    let numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    control(Character(Unicode.Scalar(final)), numbers)
    return parameters.count + 3
  }

  private mutating func control(_ final: Character, _ numbers: [Int]) {
    let count = max(1, numbers.first ?? 1)
    let (row, column) = cursor
    switch final {
    case "A": move(to: (row - count, column))
    case "B": move(to: (row + count, column))
    case "C": move(to: (row, column + count))
    case "D": move(to: (row, column - count))
    case "G": move(to: (row, count - 1))
    case "d": move(to: (count - 1, column))
    case "H", "f": move(to: (count - 1, max(1, numbers.count > 1 ? numbers[1] : 1) - 1))
    case "J", "K": erase(numbers.first ?? 0, wholeScreen: final == "J")
    case "@":
      cells[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
      cells[row] = Array(cells[row].prefix(columns))
    case "P":
      cells[row].removeSubrange(column..<min(columns, column + count))
      cells[row] += Array(repeating: " ", count: columns - cells[row].count)
    case "X": for index in column..<min(columns, column + count) { cells[row][index] = " " }
    case "L": for _ in 0..<count { cells.insert(blankRow, at: row); cells.removeLast() }
    case "M": for _ in 0..<count { cells.remove(at: row); cells.append(blankRow) }
    default: break
    }
  }

  private mutating func erase(_ mode: Int, wholeScreen: Bool) {
    let (row, column) = cursor
    let range = mode == 0 ? column..<columns : mode == 1 ? 0..<(column + 1) : 0..<columns
    for index in range { cells[row][index] = " " }
    guard wholeScreen else { return }
    if mode != 1 { for index in (row + 1)..<max(row + 1, rows) { cells[index] = blankRow } }
    if mode != 0 { for index in 0..<row { cells[index] = blankRow } }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = Self.width(of: scalar)
    guard width > 0 else {
      if cursor.column > 0 { cells[cursor.row][cursor.column - 1].unicodeScalars.append(scalar) }
      return
    }
    if wrapsNext || cursor.column + width > columns {
      cursor.column = 0
      lineFeed()
    }
    cells[cursor.row][cursor.column] = String(scalar)
    if width == 2 { cells[cursor.row][cursor.column + 1] = "" }
    wrapsNext = cursor.column + width == columns
    cursor.column = min(columns - 1, cursor.column + width)
  }

  private mutating func move(to place: (row: Int, column: Int)) {
    cursor = (max(0, min(rows - 1, place.row)), max(0, min(columns - 1, place.column)))
    wrapsNext = false
  }

  private mutating func lineFeed() {
    wrapsNext = false
    if cursor.row == rows - 1 { scroll() } else { cursor.row += 1 }
  }

  private mutating func scroll() {
    scrolledOff.append(Self.text(cells.removeFirst()))
    cells.append(blankRow)
  }

  private var blankRow: [String] { Array(repeating: " ", count: columns) }

  private static func text(_ cells: [String]) -> String {
    var line = cells.joined()
    while line.last == " " { line.removeLast() }
    return line
  }

  /// The columns that a character takes: 0, 1 or 2.
  public static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
