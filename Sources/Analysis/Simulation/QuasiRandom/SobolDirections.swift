/// The direction numbers of a Sobol sequence: column `k` of each dimension's generator matrix, digits from the top.
enum SobolDirections {
  /// How many columns there are: the sequence has 2⁴⁰ points.
  static let columns = 40

  /// The direction numbers of one dimension, as 64-bit fractions.
  ///
  /// - Parameter dimension: From 0 up to ``SobolParameters/dimensions`` − 1.
  /// - Complexity: O(dimension + columns × degree).
  static func ofDimension(_ dimension: Int) -> [UInt64] {
    guard dimension > 0 else { return (0..<columns).map { 1 << UInt64(63 - $0) } }
    let row = parameters(dimension)
    let polynomial = UInt64(row[row.startIndex])
    let degree = row.count - 1
    var numbers = row.dropFirst().map(UInt64.init)
    for column in degree..<columns {
      // m_k = 2a₁m_{k−1} ⊕ 4a₂m_{k−2} ⊕ … ⊕ 2^s m_{k−s} ⊕ m_{k−s}
      var next = numbers[column - degree] ^ (numbers[column - degree] << UInt64(degree))
      for step in 1..<max(degree, 1) where (polynomial >> UInt64(degree - step)) & 1 == 1 {
        next ^= numbers[column - step] << UInt64(step)
      }
      numbers.append(next)
    }
    return numbers.prefix(columns).enumerated().map { $1 << UInt64(63 - $0) }
  }

  /// A dimension's row of the table: its polynomial, then the initial numbers.
  private static func parameters(_ dimension: Int) -> ArraySlice<UInt16> {
    var start = 0
    for _ in 1..<dimension { start += rowLength(at: start) }
    return SobolParameters.rows[start..<(start + rowLength(at: start))]
  }

  private static func rowLength(at start: Int) -> Int {
    UInt16.bitWidth - SobolParameters.rows[start].leadingZeroBitCount
  }
}
