import Analysis
import Glibc

/// One typed line in a file that sessions add to: the history and the journals.
struct HistoryRecord: Equatable {
  /// When it ended, as `2026-11-21T08:30:00Z`.
  var time: String
  /// Which session it belongs to.
  var session: String
  /// Its exit status.
  var status: Int
  /// What was typed.
  var text: String

  /// The record as one line of JSON without the line end.
  var json: String {
    JSONValue.object([
      .init("waktu", .string(time)), .init("sesi", .string(session)), .init("status", .integer(status)),
      .init("teks", .string(text)),
    ]).text
  }

  /// Makes a record.
  init(time: String, session: String, status: Int, text: String) {
    self.time = time
    self.session = session
    self.status = status
    self.text = text
  }

  /// A name for a session that no other session has.
  static func newSession() -> String {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return String(now.tv_sec, radix: 36) + "-" + String(getpid(), radix: 36)
  }

  /// Reads a record from one line of JSON; nil when the line is damaged or has no text.
  init?(json line: some Collection<UInt8>) {
    var reader = FlatObjectReader(line)
    guard let members = reader.members(), case .string(let text)? = members["teks"] else { return nil }
    self.init(time: "", session: "", status: 0, text: text)
    if case .string(let time)? = members["waktu"] { self.time = time }
    if case .string(let session)? = members["sesi"] { self.session = session }
    if case .number(let status)? = members["status"] { self.status = Int(exactly: status) ?? 0 }
  }
}

/// Reads a JSON object whose members are texts, numbers or literals, not further objects.
private struct FlatObjectReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: some Collection<UInt8>) {
    self.bytes = Array(bytes)
  }

  /// The members, or nil when the bytes are not such an object.
  mutating func members() -> [String: JSONValue]? {
    var members: [String: JSONValue] = [:]
    guard take(UInt8(ascii: "{")) else { return nil }
    if take(UInt8(ascii: "}")) { return atEnd ? members : nil }
    repeat {
      guard let name = string(), take(UInt8(ascii: ":")), let value = value() else { return nil }
      members[name] = value
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}")) && atEnd ? members : nil
  }

  private var atEnd: Bool { bytes[index...].allSatisfy { $0 == 0x20 || $0 == 0x0D } }

  private mutating func take(_ byte: UInt8) -> Bool {
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func value() -> JSONValue? {
    if let text = string() { return .string(text) }
    let word = bytes[index...].prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "}") && $0 > 0x20 }
    index += word.count
    let text = String(decoding: word, as: UTF8.self)
    switch text {
    case "null": return .null
    case "true", "false": return .bool(text == "true")
    default: return Double(text).map { .number($0) }
    }
  }

  private mutating func string() -> String? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    var decoded: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: decoded, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escaped() else { return nil }
        decoded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      default: decoded.append(byte)
      }
    }
    return nil
  }

  private mutating func escaped() -> Unicode.Scalar? {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"): return codePoint()
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    default: return nil
    }
  }

  private mutating func codePoint() -> Unicode.Scalar? {
    guard let high = codeUnit() else { return nil }
    guard (0xD800..<0xDC00).contains(high) else { return Unicode.Scalar(high) }
    guard bytes[index...].starts(with: Array("\\u".utf8)) else { return nil }
    index += 2
    guard let low = codeUnit(), (0xDC00..<0xE000).contains(low) else { return nil }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }

  private mutating func codeUnit() -> UInt32? {
    let digits = bytes[index...].prefix(4)
    index += digits.count
    return digits.count == 4 ? UInt32(String(decoding: digits, as: UTF8.self), radix: 16) : nil
  }
}
