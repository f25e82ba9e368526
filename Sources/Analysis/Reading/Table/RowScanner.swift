/// Cuts the bytes of a separated text into rows of cells, one row at a time.
///
/// A quotation mark opens a quoted field only at its beginning, and closes it only before a separator, a line end
/// or the end of the text; elsewhere it is a character like any other (`Jalan 3" aspal`). Lines end with LF, CRLF
/// or, in files without LF, CR.
struct RowScanner {
  static let quote = UInt8(ascii: "\"")

  private let base: UnsafeRawBufferPointer
  private let separator: UInt8
  private let lineEnd: UInt8
  /// Where the next row starts.
  private(set) var position: Int
  private let end: Int
  /// The line of the file on which the next row starts, from 1.
  private(set) var line: Int
  /// From here on no quotation mark opens a field, because one was never closed.
  private(set) var literalQuotesFrom = Int.max
  /// The line of the quotation mark that is never closed.
  private(set) var unclosedQuoteLine: Int?

  /// Starts at an offset.
  ///
  /// - Parameters:
  ///   - buffer: The text; it must outlive the scanner.
  ///   - range: What to scan; rows start in it and end in it.
  ///   - line: The line of the file at the start of the range.
  init(_ buffer: ByteBuffer, range: Range<Int>, separator: UInt8, line: Int = 1) {
    base = buffer.bytes
    self.separator = separator
    position = range.lowerBound
    end = range.upperBound
    self.line = line
    let sample = buffer.bytes[range].prefix(1 << 16)
    lineEnd = !sample.contains(10) && sample.contains(13) ? 13 : 10
  }

  /// Replaces `cells` with those of the next row; `false` at the end of the text.
  ///
  /// - Returns: `true` with no cells for an empty line.
  /// - Complexity: O(bytes of the row).
  mutating func next(into cells: inout [Cell]) -> Bool {
    cells.removeAll(keepingCapacity: true)
    guard let count = appendNext(to: &cells) else { return false }
    if count == 1, cells[0].isEmpty { cells.removeAll(keepingCapacity: true) }
    return true
  }

  /// Appends the cells of the next row, one empty cell for an empty line.
  ///
  /// - Returns: How many cells were appended; `nil` at the end of the text.
  mutating func appendNext(to cells: inout [Cell]) -> Int? {
    guard position < end else { return nil }
    var index = position
    var count = 0
    while true {
      count += 1
      if index < end, base[index] == Self.quote, index < literalQuotesFrom,
        let close = closing(from: index + 1)
      {
        cells.append(Cell(start: index + 1, end: close.at, form: close.doubled ? .quoted : .plain))
        index = close.at + 1
        if index < end, base[index] == 13, lineEnd == 10 { index += 1 }
      } else {
        let start = index
        index = fieldEnd(from: start)
        var stop = index
        if stop > start, base[stop - 1] == 13, index == end || base[index] == lineEnd { stop -= 1 }
        cells.append(Cell(start: start, end: stop))
      }
      guard index < end, base[index] == separator else { break }
      index += 1
    }
    if index < end { index += 1 }
    line += 1
    position = index
    return count
  }

  /// Where the unquoted field that starts here ends, looking at eight bytes at a time.
  @inline(__always)
  private func fieldEnd(from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let separators = ones &* UInt64(separator)
    let lineEnds = ones &* UInt64(lineEnd)
    var index = start
    while index + 8 <= end {
      let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let left = word ^ separators
      let right = word ^ lineEnds
      let found = ((left &- ones) & ~left | (right &- ones) & ~right) & (ones << 7)
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < end, base[index] != separator, base[index] != lineEnd { index += 1 }
    return index
  }

  /// Finds the mark that closes a quoted field, counting the lines inside it.
  private mutating func closing(from start: Int) -> (at: Int, doubled: Bool)? {
    var index = start
    var doubled = false
    var lines = 0
    while index < end {
      let byte = base[index]
      if byte == lineEnd { lines += 1 }
      guard byte == Self.quote else {
        index += 1
        continue
      }
      let next = index + 1
      if next == end || base[next] == separator || base[next] == lineEnd
        || base[next] == 13 && (next + 1 == end || base[next + 1] == lineEnd)
      {
        line += lines
        return (index, doubled)
      }
      if base[next] == Self.quote {
        doubled = true
        index += 2
      } else {
        index += 1
      }
    }
    literalQuotesFrom = start - 1
    unclosedQuoteLine = line
    return nil
  }
}
