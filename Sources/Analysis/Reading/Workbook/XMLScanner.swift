/// Reads XML piece by piece: elements, attributes and text, as far as office files need it.
///
/// Document types are refused (they are the door to entity attacks), depth is limited, names are given without
/// their namespace prefix. The bytes must be UTF-8.
///
/// - Complexity: O(bytes); attribute values are decoded only when asked for.
package struct XMLScanner {
  /// What the scanner stands on.
  package enum Event: Hashable, Sendable {
    /// An element begins; ``XMLScanner/name`` and ``XMLScanner/attribute(_:)`` tell which.
    case start
    /// An element ends; an empty element gives a start and an end.
    case end
    /// Character data, decoded.
    case text(String)
    /// Nothing is left.
    case finished
  }

  /// The name of the element that began or ended last, without prefix.
  package private(set) var name = ""
  /// How many elements are open.
  package var depth: Int { open.count }
  /// The offset of the first byte of the piece that was read last.
  package private(set) var eventStart = 0
  /// The offset of the first byte not yet read.
  package private(set) var position = 0

  package let bytes: [UInt8]
  private let part: String
  private let depthLimit: Int
  private var open: [Range<Int>] = []
  private var attributes: [(name: Range<Int>, value: Range<Int>)] = []
  private var endsAtOnce = false

  /// Makes a scanner.
  ///
  /// - Parameters:
  ///   - bytes: The XML in UTF-8, with or without a byte order mark.
  ///   - part: The name of the part, for messages.
  ///   - depthLimit: How deep elements may nest.
  /// - Throws: A `Problem` when the bytes are not UTF-8.
  package init(_ bytes: [UInt8], part: String, depthLimit: Int = 200) throws(Problem) {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Problem("\(part) bukan teks UTF-8", kind: .data)
    }
    self.bytes = bytes
    self.part = part
    self.depthLimit = depthLimit
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// Moves to the next piece.
  ///
  /// - Throws: A `Problem` with the line when the XML is not well formed.
  package mutating func next() throws(Problem) -> Event {
    if endsAtOnce {
      endsAtOnce = false
      open.removeLast()
      return .end
    }
    while position < bytes.count {
      eventStart = position
      guard bytes[position] == UInt8(ascii: "<") else {
        let text = try textPiece()
        if open.isEmpty {
          guard text.allSatisfy(\.isWhitespace) else { throw fault("teks di luar elemen") }
          continue
        }
        return .text(text)
      }
      switch position + 1 < bytes.count ? bytes[position + 1] : 0 {
      case UInt8(ascii: "/"):
        try closeElement()
        return .end
      case UInt8(ascii: "?"): position = try end(of: "?>", from: position + 2)
      case UInt8(ascii: "!"): if let text = try skipMarkup() { return .text(text) }
      default:
        try openElement()
        return .start
      }
    }
    guard open.isEmpty else { throw fault("elemen <\(decoded(open[open.count - 1]))> tidak ditutup") }
    return .finished
  }

  /// The decoded value of an attribute of the element that began last; the name may have its prefix or not.
  package func attribute(_ name: String) -> String? {
    for attribute in attributes where isName(attribute.name, name) {
      return try? decodedReferences(attribute.value)
    }
    return nil
  }

  /// All attributes of the element that began last, with their prefixes, in order.
  package var allAttributes: [(name: String, value: String)] {
    attributes.map { (decoded($0.name), (try? decodedReferences($0.value)) ?? "") }
  }

  /// The text inside the element that just began; its children's text is included.
  package mutating func innerText() throws(Problem) -> String {
    let level = depth
    var result = ""
    while depth >= level {
      switch try next() {
      case .text(let text): if result.isEmpty { result = text } else { result += text }
      case .finished: return result
      case .start, .end: break
      }
    }
    return result
  }

  /// Skips the rest of the element that just began.
  package mutating func skipElement() throws(Problem) {
    let level = depth
    while depth >= level {
      if try next() == .finished { return }
    }
  }

  /// A problem at the place that was read last.
  package func fault(_ reason: String) -> Problem {
    let line = bytes[..<min(eventStart, bytes.count)].count { $0 == UInt8(ascii: "\n") } + 1
    return Problem("\(part) rusak pada baris \(line): \(reason)", kind: .data)
  }
}

extension XMLScanner {
  /// Reads a comment or marked text behind `<!`.
  fileprivate mutating func skipMarkup() throws(Problem) -> String? {
    if matches("<!--") {
      position = try end(of: "-->", from: position + 4)
      return nil
    }
    guard matches("<![CDATA[") else { throw fault("deklarasi DOCTYPE tidak diterima") }
    let start = position + 9
    position = try end(of: "]]>", from: start)
    guard !open.isEmpty else { throw fault("teks di luar elemen") }
    return decoded(start..<(position - 3))
  }

  fileprivate mutating func openElement() throws(Problem) {
    position += 1
    let element = try nameRange()
    attributes.removeAll(keepingCapacity: true)
    while true {
      let gap = position
      skipSpace()
      guard position < bytes.count else { throw fault("elemen tidak selesai") }
      if bytes[position] == UInt8(ascii: ">") {
        position += 1
        break
      }
      if matches("/>") {
        position += 2
        endsAtOnce = true
        break
      }
      guard gap < position else { throw fault("atribut tidak terpisah") }
      try readAttribute()
    }
    open.append(element)
    guard open.count <= depthLimit else { throw fault("elemen bertingkat lebih dari \(depthLimit)") }
    name = localName(element)
  }

  fileprivate mutating func readAttribute() throws(Problem) {
    let attribute = try nameRange()
    skipSpace()
    guard matches("=") else { throw fault("atribut tanpa nilai") }
    position += 1
    skipSpace()
    guard matches("\"") || matches("'") else { throw fault("nilai atribut tanpa tanda kutip") }
    let quote = bytes[position]
    position += 1
    let start = position
    var hasReferences = false
    while position < bytes.count, bytes[position] != quote {
      guard bytes[position] != UInt8(ascii: "<") else { throw fault("tanda < di dalam atribut") }
      if bytes[position] == UInt8(ascii: "&") { hasReferences = true }
      position += 1
    }
    guard position < bytes.count else { throw fault("atribut tidak ditutup") }
    attributes.append((attribute, start..<position))
    position += 1
    if hasReferences { _ = try decodedReferences(start..<(position - 1)) }
  }

  fileprivate mutating func closeElement() throws(Problem) {
    position += 2
    let element = try nameRange()
    skipSpace()
    guard matches(">") else { throw fault("elemen penutup tidak selesai") }
    position += 1
    guard let opened = open.popLast(), bytes[opened].elementsEqual(bytes[element]) else {
      throw fault("</\(decoded(element))> tidak sesuai dengan elemen pembukanya")
    }
    name = localName(element)
  }

  fileprivate mutating func textPiece() throws(Problem) -> String {
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
    return try decodedReferences(start..<position)
  }

  fileprivate mutating func nameRange() throws(Problem) -> Range<Int> {
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...,
        UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
        position += 1
      default:
        guard position > start, bytes[start] > UInt8(ascii: "9") else {
          throw fault("nama elemen atau atribut tidak sah")
        }
        return start..<position
      }
    }
    throw fault("elemen tidak selesai")
  }

  fileprivate mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  fileprivate func matches(_ text: StaticString) -> Bool {
    guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where bytes[position + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  fileprivate func end(of mark: StaticString, from start: Int) throws(Problem) -> Int {
    var copy = self
    copy.position = start
    while copy.position < bytes.count {
      if copy.matches(mark) { return copy.position + mark.utf8CodeUnitCount }
      copy.position += 1
    }
    throw fault("bagian tidak ditutup")
  }

  fileprivate func decoded(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  fileprivate func localName(_ range: Range<Int>) -> String {
    let start = bytes[range].firstIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? range.lowerBound
    return decoded(start..<range.upperBound)
  }

  fileprivate func isName(_ range: Range<Int>, _ name: String) -> Bool {
    if range.count < name.utf8.count { return false }
    if range.count == name.utf8.count { return bytes[range].elementsEqual(name.utf8) }
    guard let colon = bytes[range].firstIndex(of: UInt8(ascii: ":")) else { return false }
    return !bytes[range].starts(with: "xmlns".utf8)
      && bytes[(colon + 1)..<range.upperBound].elementsEqual(name.utf8)
  }

  /// The text with character and entity references replaced and line ends as a line feed.
  fileprivate func decodedReferences(_ range: Range<Int>) throws(Problem) -> String {
    guard bytes[range].contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "\r") }) else {
      return decoded(range)
    }
    var output: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\r") {
        if index + 1 >= range.upperBound || bytes[index + 1] != UInt8(ascii: "\n") { output.append(0x0A) }
      } else if byte == UInt8(ascii: "&") {
        guard let end = bytes[index..<min(index + 12, range.upperBound)].firstIndex(of: UInt8(ascii: ";"))
        else { throw fault("rujukan & tidak ditutup") }
        output.append(contentsOf: String(try scalar(decoded((index + 1)..<end))).utf8)
        index = end
      } else {
        output.append(byte)
      }
      index += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  private func scalar(_ reference: String) throws(Problem) -> Unicode.Scalar {
    switch reference {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    let isHex = reference.hasPrefix("#x")
    guard reference.hasPrefix("#"),
      let value = UInt32(reference.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10), value != 0,
      let scalar = Unicode.Scalar(value)
    else { throw fault("rujukan &\(reference); tidak dikenal") }
    return scalar
  }
}
