/// A cell as a range of the bytes of its file: no text is made before it is asked for.
struct Cell: Hashable, Sendable {
  /// How the bytes stand for what the cell says.
  enum Form: UInt64 {
    /// As they are.
    case plain
    /// With quotation marks doubled, which must be halved.
    case quoted
    /// As a number that the file itself holds as a number: a decimal point, nothing to guess.
    case number
    /// As something that is no number and must not be taken for one; ``TextTable/refusals`` says what.
    case refused
  }

  /// Offset (37 bits), length (25 bits), form (2 bits).
  private let packed: UInt64

  /// The greatest length that fits; a row with a longer one is rejected.
  static let greatestLength = (1 << 25) - 1

  init(start: Int, end: Int, form: Form = .plain) {
    let length = min(end - start, Self.greatestLength)
    packed = UInt64(start) << 27 | UInt64(length) << 2 | form.rawValue
  }

  var start: Int { Int(packed >> 27) }
  var end: Int { start + length }
  var length: Int { Int(packed >> 2 & 0x1FF_FFFF) }
  var isEmpty: Bool { packed & 0x7FF_FFFC == 0 }
  var form: Form { Form(rawValue: packed & 3) ?? .plain }
  /// Whether the text is written by a person, so that its number needs a notation.
  var isWritten: Bool { packed & 2 == 0 }

  /// The bytes in the file, doubled quotation marks still doubled.
  func bytes(in buffer: ByteBuffer) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: buffer.bytes[start..<end])
  }

  /// The text, without blanks at both ends.
  func text(in buffer: ByteBuffer) -> String {
    var bytes = UnsafeRawBufferPointer(rebasing: buffer.bytes[start..<end])
    while let first = bytes.first, first <= 32 { bytes = UnsafeRawBufferPointer(rebasing: bytes.dropFirst()) }
    while let last = bytes.last, last <= 32 { bytes = UnsafeRawBufferPointer(rebasing: bytes.dropLast()) }
    guard form == .quoted else { return String(decoding: bytes, as: UTF8.self) }
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
