/// How the bytes of a file stand for text.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// UTF-16, low byte first.
  case utf16Little = "utf-16le"
  /// UTF-16, high byte first.
  case utf16Big = "utf-16be"
  /// Windows code page 1252, what Excel writes in Western European settings.
  case windows1252 = "windows-1252"
}

/// An encoding that was decided on, with the reason.
struct EncodingDecision {
  /// The encoding.
  var encoding: TextEncoding
  /// How many bytes of byte order mark come first.
  var markLength: Int
  /// Why, in Indonesian.
  var reason: String

  /// Decides how to understand bytes: byte order mark, valid UTF-8, zero bytes of UTF-16, else Windows-1252.
  ///
  /// A file with a few damaged bytes among many valid UTF-8 sequences is UTF-8: reading it as Windows-1252 would
  /// spoil every other letter.
  ///
  /// - Complexity: O(bytes).
  init(of bytes: UnsafeRawBufferPointer) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(encoding: .utf8, markLength: 3, reason: "ada tanda urutan bita")
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(encoding: .utf16Little, markLength: 2, reason: "ada tanda urutan bita")
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(encoding: .utf16Big, markLength: 2, reason: "ada tanda urutan bita")
    } else if let wide = Self.wideByZeros(bytes) {
      self.init(encoding: wide, markLength: 0, reason: "pola bita nol")
    } else {
      let census = UTF8Census(bytes)
      if census.invalid == 0 {
        self.init(encoding: .utf8, markLength: 0, reason: "semua bita sahih")
      } else if census.sequences > census.invalid {
        self.init(encoding: .utf8, markLength: 0, reason: "sebagian besar bita sahih")
      } else {
        self.init(encoding: .windows1252, markLength: 0, reason: "bukan UTF-8 yang sahih")
      }
    }
  }

  init(encoding: TextEncoding, markLength: Int, reason: String) {
    self.encoding = encoding
    self.markLength = markLength
    self.reason = reason
  }

  /// UTF-16 without a mark: in Western text nearly every second byte is zero.
  private static func wideByZeros(_ bytes: UnsafeRawBufferPointer) -> TextEncoding? {
    let sample = bytes.prefix(4096)
    guard sample.count >= 4 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in sample.enumerated() where byte == 0 {
      if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let half = sample.count / 2
    if zeros.odd * 10 >= half * 7, zeros.even * 10 <= half { return .utf16Little }
    if zeros.even * 10 >= half * 7, zeros.odd * 10 <= half { return .utf16Big }
    return nil
  }
}

/// How many well-formed and ill-formed sequences beyond ASCII the bytes hold when they are taken for UTF-8.
struct UTF8Census {
  /// Well-formed sequences of two to four bytes.
  var sequences = 0
  /// Bytes that belong to no well-formed sequence.
  var invalid = 0
  /// Where the first ill-formed bytes are; at most 20.
  var offsets: [Int] = []

  init(_ bytes: UnsafeRawBufferPointer) {
    var index = 0
    let count = bytes.count
    while index < count {
      while index + 8 <= count,
        bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
      }
      guard index < count else { break }
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let length = Self.sequenceLength(bytes, at: index)
      if length > 0 {
        sequences += 1
        index += length
      } else {
        invalid += 1
        if offsets.count < 20 { offsets.append(index) }
        index += 1
      }
    }
  }

  /// The length of the well-formed sequence that starts here; 0 when there is none.
  private static func sequenceLength(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
    let lead = bytes[index]
    func isTail(_ step: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + step < bytes.count && range.contains(bytes[index + step])
    }
    switch lead {
    case 0xC2...0xDF: return isTail(1) ? 2 : 0
    case 0xE0...0xEF:
      let second: ClosedRange<UInt8> =
        lead == 0xE0 ? 0xA0...0xBF : (lead == 0xED ? 0x80...0x9F : 0x80...0xBF)
      return isTail(1, second) && isTail(2) ? 3 : 0
    case 0xF0...0xF4:
      let second: ClosedRange<UInt8> =
        lead == 0xF0 ? 0x90...0xBF : (lead == 0xF4 ? 0x80...0x8F : 0x80...0xBF)
      return isTail(1, second) && isTail(2) && isTail(3) ? 4 : 0
    default: return 0
    }
  }
}
