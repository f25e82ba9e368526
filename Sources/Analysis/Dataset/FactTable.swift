/// Yearly facts in columns: one row per unit, subject, year and period, with a planned and an actual value.
///
/// The same shape serves performance (`kinerja`: subject is an indicator, planned is the target, actual the
/// result) and budgets (`anggaran`: subject is a node, planned is the ceiling, actual the spending). A missing
/// value is NaN. Rows keep file order; an index sorted by key gives look-ups in O(log rows).
public struct FactTable: Sendable {
  /// Which of the two values of a row.
  public enum Measure: Hashable, Sendable {
    /// Target or ceiling.
    case planned
    /// Result or spending.
    case actual
  }

  /// What identifies a fact. All numbers refer to the dataset's symbol tables and catalogue.
  public struct Key: Hashable, Sendable {
    /// Number of the unit in ``Dataset/units``.
    public var unit: Int32
    /// Index of the indicator or node.
    public var subject: Int32
    /// Calendar year.
    public var year: Int16
    /// Number of the period in ``Dataset/periods``; 0 is the whole year.
    public var period: Int16

    /// Makes a key.
    public init(unit: Int32, subject: Int32, year: Int16, period: Int16 = 0) {
      self.unit = unit
      self.subject = subject
      self.year = year
      self.period = period
    }

    /// The key as one number that sorts by unit, subject, year, period.
    var packed: UInt64 {
      UInt64(UInt32(bitPattern: unit)) << 44 | UInt64(UInt32(bitPattern: subject) & 0xF_FFFF) << 24
        | UInt64(UInt16(bitPattern: year) & 0x3FFF) << 10 | UInt64(UInt16(bitPattern: period) & 0x3FF)
    }
  }

  /// A value with the row it stands in.
  public struct Entry: Hashable, Sendable {
    /// The value; never NaN.
    public var value: Double
    /// Index of the row.
    public var row: Int
  }

  /// Number of the unit of each row.
  public private(set) var units: [Int32] = []
  /// Indicator or node of each row.
  public private(set) var subjects: [Int32] = []
  /// Year of each row.
  public private(set) var years: [Int16] = []
  /// Number of the period of each row.
  public private(set) var periods: [Int16] = []
  /// Target or ceiling of each row; NaN when missing.
  public private(set) var planned: [Double] = []
  /// Result or spending of each row; NaN when missing.
  public private(set) var actual: [Double] = []
  /// Number of the `sumber` text of each row in ``Dataset/sources``.
  public private(set) var sources: [Int32] = []
  /// Number of the `baris` text of each row in ``Dataset/sources``.
  public private(set) var sourceLines: [Int32] = []
  /// Line in the file of each row.
  public private(set) var fileLines: [Int32] = []

  private var order: [Int32] = []
  private var sortedKeys: [UInt64] = []

  /// Makes an empty table.
  public init() {}

  /// How many rows there are.
  public var count: Int { units.count }

  /// Makes room for rows.
  public mutating func reserve(_ rows: Int) {
    units.reserveCapacity(rows)
    subjects.reserveCapacity(rows)
    years.reserveCapacity(rows)
    periods.reserveCapacity(rows)
    planned.reserveCapacity(rows)
    actual.reserveCapacity(rows)
    sources.reserveCapacity(rows)
    sourceLines.reserveCapacity(rows)
    fileLines.reserveCapacity(rows)
  }

  /// Adds a row; look-ups see it after ``buildIndex()``.
  ///
  /// - Parameters:
  ///   - key: What the row states.
  ///   - planned: Target or ceiling, NaN when missing.
  ///   - actual: Result or spending, NaN when missing.
  ///   - source: Number of the `sumber` text.
  ///   - sourceLine: Number of the `baris` text.
  ///   - fileLine: Line in the file.
  public mutating func append(
    _ key: Key, planned: Double, actual: Double, source: Int32 = 0, sourceLine: Int32 = 0, fileLine: Int32 = 0
  ) {
    units.append(key.unit)
    subjects.append(key.subject)
    years.append(key.year)
    periods.append(key.period)
    self.planned.append(planned)
    self.actual.append(actual)
    sources.append(source)
    sourceLines.append(sourceLine)
    fileLines.append(fileLine)
  }

  /// Sorts the index; call once after the last row.
  ///
  /// - Complexity: O(rows · log rows), O(rows) when the file is already sorted.
  public mutating func buildIndex() {
    let keys = (0..<count).map { key(ofRow: $0).packed }
    var isSorted = true
    for row in 1..<max(count, 1) where keys[row] < keys[row - 1] {
      isSorted = false
      break
    }
    order = (0..<Int32(count)).map { $0 }
    if !isSorted {
      order.sort { (keys[Int($0)], $0) < (keys[Int($1)], $1) }
    }
    sortedKeys = order.map { keys[Int($0)] }
  }

  /// The key of a row.
  public func key(ofRow row: Int) -> Key {
    Key(unit: units[row], subject: subjects[row], year: years[row], period: periods[row])
  }

  /// A value of a row; NaN when missing.
  public func value(_ measure: Measure, row: Int) -> Double {
    measure == .planned ? planned[row] : actual[row]
  }

  /// The rows that state a fact, in file order.
  public func rows(_ key: Key) -> ArraySlice<Int32> {
    let lower = firstPosition(notBelow: key.packed)
    var upper = lower
    while upper < sortedKeys.count, sortedKeys[upper] == key.packed { upper += 1 }
    return order[lower..<upper]
  }

  /// The rows of one unit and subject, by year and period, then file order.
  public func rows(unit: Int32, subject: Int32) -> ArraySlice<Int32> {
    let lower = firstPosition(notBelow: Key(unit: unit, subject: subject, year: 0).packed)
    let upper = firstPosition(notBelow: Key(unit: unit, subject: subject + 1, year: 0).packed)
    return order[lower..<max(lower, upper)]
  }

  /// The first value in file order that states a fact; later rows that differ are conflicts.
  public func entry(_ measure: Measure, _ key: Key) -> Entry? {
    for row in rows(key) {
      let value = value(measure, row: Int(row))
      if !value.isNaN { return Entry(value: value, row: Int(row)) }
    }
    return nil
  }

  /// Calls `body` with the rows, in file order, of every key that more than one row states.
  ///
  /// - Complexity: O(rows).
  func forEachRepeatedKey(_ body: (ArraySlice<Int32>) -> Void) {
    var start = 0
    while start < sortedKeys.count {
      var end = start + 1
      while end < sortedKeys.count, sortedKeys[end] == sortedKeys[start] { end += 1 }
      if end - start > 1 { body(order[start..<end]) }
      start = end
    }
  }

  private func firstPosition(notBelow key: UInt64) -> Int {
    var low = 0
    var high = sortedKeys.count
    while low < high {
      let middle = (low + high) / 2
      if sortedKeys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
