/// The counter-based generator Philox4x32-10, the 32-bit sister of ``Philox4x64`` (same source).
public enum Philox4x32 {
  /// Four words, of a counter or of a result.
  public typealias Words = (UInt32, UInt32, UInt32, UInt32)

  /// The four random words of a counter under a key, after ten rounds.
  public static func block(counter: Words, key: (UInt32, UInt32)) -> Words {
    var words = counter
    var (left, right) = key
    for _ in 0..<10 {
      let first = words.0.multipliedFullWidth(by: 0xD251_1F53)
      let second = words.2.multipliedFullWidth(by: 0xCD9E_8D57)
      words = (second.high ^ words.1 ^ left, second.low, first.high ^ words.3 ^ right, first.low)
      left &+= 0x9E37_79B9
      right &+= 0xBB67_AE85
    }
    return words
  }
}
