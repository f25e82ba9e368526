/// The counter-based generator Philox4x64-10: a keyed bijection of a 256-bit counter.
///
/// Any block can be computed on its own, so a draw needs no state and no order. Source: J. K. Salmon, M. A.
/// Moraes, R. O. Dror and D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011).
public enum Philox4x64 {
  /// Four words, of a counter or of a result.
  public typealias Words = (UInt64, UInt64, UInt64, UInt64)

  @usableFromInline static let firstMultiplier: UInt64 = 0xD2E7_470E_E14C_6C93
  @usableFromInline static let secondMultiplier: UInt64 = 0xCA5A_8263_9512_1157
  @usableFromInline static let firstWeyl: UInt64 = 0x9E37_79B9_7F4A_7C15
  @usableFromInline static let secondWeyl: UInt64 = 0xBB67_AE85_84CA_A73B

  /// The four random words of a counter under a key, after ten rounds.
  @inlinable @inline(__always)
  public static func block(counter: Words, key: (UInt64, UInt64)) -> Words {
    var words = counter
    var (left, right) = key
    for _ in 0..<10 {
      let first = words.0.multipliedFullWidth(by: firstMultiplier)
      let second = words.2.multipliedFullWidth(by: secondMultiplier)
      words = (second.high ^ words.1 ^ left, second.low, first.high ^ words.3 ^ right, first.low)
      left &+= firstWeyl
      right &+= secondWeyl
    }
    return words
  }
}
