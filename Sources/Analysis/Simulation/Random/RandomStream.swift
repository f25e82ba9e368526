/// The random numbers of one input of a simulation: a pure function of (seed, name, trial).
///
/// The key of the generator is written down so that others can repeat it:
/// - first word: the first output of ``SplitMix64`` started at the seed;
/// - second word: the first output of ``SplitMix64`` started at the FNV-1a hash (64 bits) of the name's UTF-8.
///
/// Trial `t` takes word `t mod 4` of the ``Philox4x64`` block whose counter is `(t div 4, 0, 0, 0)`, and that word
/// becomes the double `(word >> 11) · 2⁻⁵³` in [0, 1). No other input, block size or number of cores enters.
public struct RandomStream: Hashable, Sendable {
  /// The first word of the key, from the seed.
  public let seedKey: UInt64
  /// The second word of the key, from the name.
  public let nameKey: UInt64

  /// The stream of a name under a seed.
  public init(seed: UInt64, name: String) {
    seedKey = SplitMix64.mixed(seed)
    nameKey = SplitMix64.mixed(Self.hash(name))
  }

  /// The FNV-1a hash, 64 bits, of a text's UTF-8.
  public static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  /// The double in [0, 1) of 64 random bits: the upper 53 times 2⁻⁵³.
  @inline(__always)
  public static func unit(_ word: UInt64) -> Double {
    Double(Int64(bitPattern: word >> 11)) * 0x1p-53
  }

  /// The draw of one trial.
  public func uniform(trial: Int) -> Double {
    let words = Philox4x64.block(counter: (UInt64(trial) >> 2, 0, 0, 0), key: (seedKey, nameKey))
    switch trial & 3 {
    case 0: return Self.unit(words.0)
    case 1: return Self.unit(words.1)
    case 2: return Self.unit(words.2)
    default: return Self.unit(words.3)
    }
  }

  /// Writes the draws of consecutive trials.
  ///
  /// - Parameters:
  ///   - draws: Where the draws go; there must be room for `count` rounded up to a multiple of four.
  ///   - first: The first trial, a multiple of four.
  ///   - count: How many.
  func fill(_ draws: UnsafeMutablePointer<Double>, first: Int, count: Int) {
    let key = (seedKey, nameKey)
    var counter = UInt64(first) >> 2
    var index = 0
    while index < count {
      let words = Philox4x64.block(counter: (counter, 0, 0, 0), key: key)
      draws[index] = Self.unit(words.0)
      draws[index + 1] = Self.unit(words.1)
      draws[index + 2] = Self.unit(words.2)
      draws[index + 3] = Self.unit(words.3)
      index += 4
      counter &+= 1
    }
  }
}
