import Glibc

/// Numbers the distinct texts of a column by their bytes, without making a `String` for each cell.
struct ByteInterner {
  /// The first cell with each text.
  private(set) var cells: [Cell] = []
  private var hashes: [UInt64] = []
  private var slots: [Int32] = Array(repeating: -1, count: 64)
  private let base: UnsafeRawPointer?
  private var last: Int32 = -1

  /// Works on cells of one buffer, which must outlive it.
  init(_ buffer: ByteBuffer) { base = buffer.bytes.baseAddress }

  /// The number of a cell's text, counted from 0 in the order of first appearance.
  ///
  /// - Complexity: O(bytes of the cell), expected.
  mutating func number(of cell: Cell) -> Int32 {
    guard let base else { return 0 }
    let bytes = base + cell.start
    if last >= 0, matches(cells[Int(last)], bytes, cell.length) { return last }
    let hash = Self.hash(bytes, cell.length)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let known = Int(slots[slot])
      if hashes[known] == hash, matches(cells[known], bytes, cell.length) {
        last = Int32(known)
        return last
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    last = Int32(cells.count)
    slots[slot] = last
    cells.append(cell)
    hashes.append(hash)
    if cells.count * 2 > slots.count { grow() }
    return last
  }

  @inline(__always)
  private func matches(_ known: Cell, _ bytes: UnsafeRawPointer, _ length: Int) -> Bool {
    guard known.length == length, let base else { return false }
    return memcmp(base + known.start, bytes, length) == 0
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (index, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }

  /// Mixes eight bytes at a time.
  @inline(__always)
  private static func hash(_ bytes: UnsafeRawPointer, _ length: Int) -> UInt64 {
    var state = UInt64(truncatingIfNeeded: length) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset + 8 <= length {
      state = (state ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0xD6E8_FEB8_6659_FD93
      state ^= state >> 32
      offset += 8
    }
    var tail: UInt64 = 0
    while offset < length {
      tail = tail << 8 | UInt64(bytes.load(fromByteOffset: offset, as: UInt8.self))
      offset += 1
    }
    state = (state ^ tail) &* 0xD6E8_FEB8_6659_FD93
    return state ^ state >> 29
  }
}

/// Texts of one column as numbers that a function gives to each distinct text, once.
struct ColumnSymbols<Value> {
  private var interner: ByteInterner
  private var values: [Value] = []
  private let buffer: ByteBuffer
  private let column: Int?
  private let absent: Value

  /// - Parameters:
  ///   - column: The column, or `nil` when the table has none: every row then has the value `absent`.
  init(_ table: TextTable, column: Int?, absent: Value) {
    interner = ByteInterner(table.buffer)
    buffer = table.buffer
    self.column = column
    self.absent = absent
  }

  /// The value of a row's text; `make` is called when the text is new.
  mutating func value(_ table: TextTable, _ row: Int, _ make: (String) -> Value) -> Value {
    guard let column else { return absent }
    let cell = table.cell(row, column)
    let number = Int(interner.number(of: cell))
    if number == values.count { values.append(make(cell.text(in: buffer))) }
    return values[number]
  }
}
