/// Text in Windows code page 1252.
enum Windows1252 {
  /// What the bytes 0x80…0x9F stand for; 0 where the code page leaves a hole.
  private static let upper: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
    0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,
    0x017E,
    0x0178,
  ]

  /// Turns the bytes into UTF-8; holes become U+FFFD and their offsets in the result are returned.
  static func decode(_ bytes: UnsafeRawBufferPointer) -> (buffer: ByteBuffer, invalid: [Int]) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 16)
    var invalid: [Int] = []
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
        continue
      }
      var code = UInt16(byte)
      if byte < 0xA0 { code = upper[Int(byte - 0x80)] }
      if code == 0 {
        invalid.append(result.count)
        code = 0xFFFD
      }
      result.append(contentsOf: utf8(of: Unicode.Scalar(code) ?? "\u{FFFD}"))
    }
    return (ByteBuffer(result), invalid)
  }

  static func utf8(of scalar: Unicode.Scalar) -> Unicode.UTF8.EncodedScalar {
    Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter
  }
}

/// Text in UTF-16.
enum WideText {
  /// Turns the bytes into UTF-8; lone halves become U+FFFD and their offsets in the result are returned.
  static func decode(_ bytes: UnsafeRawBufferPointer, highFirst: Bool) -> (buffer: ByteBuffer, invalid: [Int])
  {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var invalid: [Int] = []
    let count = bytes.count / 2
    func unit(_ index: Int) -> UInt16 {
      let first = UInt16(bytes[2 * index])
      let second = UInt16(bytes[2 * index + 1])
      return highFirst ? first << 8 | second : second << 8 | first
    }
    var index = 0
    while index < count {
      let code = unit(index)
      index += 1
      if let scalar = Unicode.Scalar(code) {
        result.append(contentsOf: Windows1252.utf8(of: scalar))
        continue
      }
      if code < 0xDC00, index < count, 0xDC00...0xDFFF ~= unit(index) {
        let value = 0x10000 + (UInt32(code & 0x3FF) << 10 | UInt32(unit(index) & 0x3FF))
        result.append(contentsOf: Windows1252.utf8(of: Unicode.Scalar(value) ?? "\u{FFFD}"))
        index += 1
      } else {
        invalid.append(result.count)
        result.append(contentsOf: Windows1252.utf8(of: "\u{FFFD}"))
      }
    }
    if !bytes.count.isMultiple(of: 2) {
      invalid.append(result.count)
      result.append(contentsOf: Windows1252.utf8(of: "\u{FFFD}"))
    }
    return (ByteBuffer(result), invalid)
  }
}
