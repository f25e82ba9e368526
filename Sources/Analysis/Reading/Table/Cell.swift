/// A cell as a range of the bytes of its file: no text is made before it is asked for.
struct Cell: Hashable, Sendable {
  /// Offset (38 bits), length (25 bits), and whether doubled quotation marks must be halved (1 bit).
  private let packed: UInt64

  /// The greatest length that fits; a row with a longer one is rejected.
  static let greatestLength = (1 << 25) - 1

  init(start: Int, end: Int, hasDoubledQuotes: Bool = false) {
    let length = min(end - start, Self.greatestLength)
    packed = UInt64(start) << 26 | UInt64(length) << 1 | (hasDoubledQuotes ? 1 : 0)
  }

  var start: Int { Int(packed >> 26) }
  var end: Int { start + length }
  var length: Int { Int(packed >> 1 & 0x1FF_FFFF) }
  var isEmpty: Bool { packed & 0x3FF_FFFE == 0 }
  var hasDoubledQuotes: Bool { packed & 1 == 1 }

  /// The bytes in the file, doubled quotation marks still doubled.
  func bytes(in buffer: ByteBuffer) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: buffer.bytes[start..<end])
  }

  /// The text, without blanks at both ends.
  func text(in buffer: ByteBuffer) -> String {
    var bytes = UnsafeRawBufferPointer(rebasing: buffer.bytes[start..<end])
    while let first = bytes.first, first <= 32 { bytes = UnsafeRawBufferPointer(rebasing: bytes.dropFirst()) }
    while let last = bytes.last, last <= 32 { bytes = UnsafeRawBufferPointer(rebasing: bytes.dropLast()) }
    guard hasDoubledQuotes else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var skipsNext = false
    for byte in bytes {
      if skipsNext {
        skipsNext = false
        if byte == RowScanner.quote { continue }
      }
      result.append(byte)
      skipsNext = byte == RowScanner.quote
    }
    return String(decoding: result, as: UTF8.self)
  }
}
