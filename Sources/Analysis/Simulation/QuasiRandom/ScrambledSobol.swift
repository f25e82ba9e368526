/// One dimension of a Sobol sequence under a random linear matrix scramble and a random digital shift.
///
/// Each point is uniform on the unit interval, so estimates have no bias, and any aligned run of 2^m points keeps the
/// net's balance. The scramble depends on (seed, name, replicate) only. Source: J. Matoušek, "On the L₂-discrepancy
/// for anchored boxes", J. Complexity 14 (1998); points come in Gray-code order (Antonov and Saleev).
struct ScrambledSobol: Sendable {
  /// Digits kept of every point.
  static let digits = 52

  private let directions: [UInt64]
  private let shift: UInt64

  /// Scrambles a dimension.
  ///
  /// - Complexity: O(columns × digits).
  init(dimension: Int, stream: RandomStream, replicate: Int) {
    let mixed = SplitMix64.mixed(stream.seedKey ^ stream.nameKey)
    let key = (UInt32(truncatingIfNeeded: mixed), UInt32(truncatingIfNeeded: mixed >> 32))
    func randomBits(_ item: Int) -> UInt64 {
      let words = Philox4x32.block(counter: (UInt32(item), UInt32(replicate), 0, 0), key: key)
      return UInt64(words.0) << 32 | UInt64(words.1)
    }
    // Row r of the scrambling matrix: random digits above the diagonal's place, one on it, none below it.
    let rows = (0..<Self.digits).map { row -> UInt64 in
      let diagonal: UInt64 = 1 << UInt64(63 - row)
      let before = row == 0 ? 0 : ~UInt64(0) << UInt64(64 - row)
      return randomBits(row) & before | diagonal
    }
    directions = SobolDirections.ofDimension(dimension).map { column in
      var scrambled: UInt64 = 0
      for (place, row) in rows.enumerated() where (row & column).nonzeroBitCount & 1 == 1 {
        scrambled |= 1 << UInt64(63 - place)
      }
      return scrambled
    }
    shift = randomBits(Self.digits) & (~0 << UInt64(64 - Self.digits))
  }

  /// Writes consecutive points, each the middle of its cell of width 2⁻⁵².
  func fill(_ points: UnsafeMutablePointer<Double>, first: Int, count: Int) {
    directions.withUnsafeBufferPointer { directions in
      var gray = UInt64(first) ^ (UInt64(first) >> 1)
      var bits = shift
      while gray != 0 {
        bits ^= directions[gray.trailingZeroBitCount]
        gray &= gray - 1
      }
      for index in 0..<count {
        points[index] = (Double(Int64(bitPattern: bits >> UInt64(64 - Self.digits))) + 0.5) * 0x1p-52
        bits ^= directions[(first + index + 1).trailingZeroBitCount]
      }
    }
  }
}
