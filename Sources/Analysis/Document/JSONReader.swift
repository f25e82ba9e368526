/// Reads JSON text (RFC 8259) into a ``JSONValue``.
public struct JSONReader {
  private let bytes: [UInt8]
  private let name: String
  private var position = 0

  /// How deep arrays and objects may nest.
  public static let depthLimit = 128

  private init(_ bytes: [UInt8], name: String) {
    self.bytes = bytes
    self.name = name
  }

  /// Reads a whole text.
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-8.
  ///   - name: What the text is called in messages.
  /// - Throws: A data problem with the line where the text is not well formed or too deep.
  /// - Complexity: O(bytes).
  public static func read(_ bytes: [UInt8], name: String) throws(Problem) -> JSONValue {
    var reader = JSONReader(bytes, name: name)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.position == bytes.count else { throw reader.fault("ada teks sesudah nilai") }
    return value
  }

  private mutating func value(depth: Int) throws(Problem) -> JSONValue {
    guard depth < Self.depthLimit else { throw fault("susunan terlalu dalam") }
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func object(depth: Int) throws(Problem) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    skipSpace()
    if take("}") { return .object(members) }
    while true {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw fault("nama anggota diharapkan") }
      let name = try string()
      skipSpace()
      guard take(":") else { throw fault("“:” diharapkan") }
      members.append(JSONValue.Member(name, try value(depth: depth + 1)))
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else { throw fault("“,” atau “}” diharapkan") }
    }
  }

  private mutating func array(depth: Int) throws(Problem) -> JSONValue {
    position += 1
    var values: [JSONValue] = []
    skipSpace()
    if take("]") { return .array(values) }
    while true {
      values.append(try value(depth: depth + 1))
      skipSpace()
      if take("]") { return .array(values) }
      guard take(",") else { throw fault("“,” atau “]” diharapkan") }
    }
  }

  private mutating func word(_ text: StaticString, _ value: JSONValue) throws(Problem) -> JSONValue {
    let letters = text.withUTF8Buffer { Array($0) }
    guard bytes[position...].starts(with: letters) else { throw fault("nilai tidak dikenal") }
    position += letters.count
    return value
  }

  private mutating func number() throws(Problem) -> Double {
    let start = position
    while let byte = peek, "+-.eE0123456789".utf8.contains(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let value = Double(text), value.isFinite, text.first != "+", text.first != "." else {
      throw fault("bilangan “\(text)” tidak terbaca")
    }
    return value
  }

  private mutating func string() throws(Problem) -> String {
    position += 1
    var result: [UInt8] = []
    while let byte = peek {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: result, as: UTF8.self) else { throw fault("teks bukan UTF-8") }
        return text
      case UInt8(ascii: "\\"): try escape(into: &result)
      case 0..<0x20: throw fault("huruf kendali di dalam teks")
      default: result.append(byte)
      }
    }
    throw fault("teks tidak ditutup")
  }

  private mutating func escape(into result: inout [UInt8]) throws(Problem) {
    guard let byte = peek else { throw fault("teks tidak ditutup") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(byte)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "u"): result.append(contentsOf: String(Character(try scalar())).utf8)
    default: throw fault("“\\” di dalam teks tidak dikenal")
    }
  }

  /// A scalar written `\uXXXX`, or a pair of surrogates.
  private mutating func scalar() throws(Problem) -> Unicode.Scalar {
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xD800..<0xDC00).contains(first), take("\\"), take("u") else {
      throw fault("pasangan \\u tidak lengkap")
    }
    let second = try unit()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { throw fault("pasangan \\u tidak lengkap") }
    return scalar
  }

  private mutating func unit() throws(Problem) -> UInt32 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
      throw fault("\\u perlu empat angka heksadesimal")
    }
    position += 4
    return value
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard let byte = peek, UInt32(byte) == mark.value else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private func fault(_ reason: String) -> Problem {
    let line = bytes[..<min(position, bytes.count)].count { $0 == 0x0A } + 1
    return Problem(
      "\(name) bukan JSON yang benar: \(reason)", kind: .data, place: .file(name, line: line, column: 0))
  }
}
