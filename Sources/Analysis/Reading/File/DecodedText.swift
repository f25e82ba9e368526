/// The text of a file as UTF-8 bytes, with what was noticed on the way.
public struct DecodedText: Sendable {
  /// The whole buffer.
  public let buffer: ByteBuffer
  /// Where the text starts in the buffer, behind a byte order mark.
  public let start: Int
  /// The encoding that was decided on or asked for.
  public let encoding: TextEncoding
  /// The decision, and bytes that mean nothing in the encoding (replaced by U+FFFD).
  public let remarks: [LoadReport.Remark]

  /// Decodes the bytes of a file.
  ///
  /// - Parameters:
  ///   - file: Its name, for remarks.
  ///   - encoding: What a notebook recorded; `nil` decides from the bytes.
  /// - Throws: A ``Problem`` of kind `.data` when the bytes are not text at all.
  /// - Complexity: O(bytes); valid UTF-8 is not copied.
  public init(_ buffer: ByteBuffer, file: String, encoding wanted: TextEncoding? = nil) throws(Problem) {
    let bytes = buffer.bytes
    try Self.refuseOtherFormats(bytes, file)
    var decision = EncodingDecision(of: bytes)
    if let wanted, wanted != decision.encoding {
      decision = EncodingDecision(encoding: wanted, markLength: 0, reason: "tercatat")
    }
    let text = UnsafeRawBufferPointer(rebasing: bytes[decision.markLength...])
    if decision.encoding == .utf8 || decision.encoding == .windows1252,
      text.prefix(1 << 20).contains(0)
    {
      throw Problem(
        "\(file) bukan berkas teks (ada bita nol)", kind: .data, place: .file(file, line: 0, column: 0),
        expected: "berkas CSV")
    }
    var remarks: [LoadReport.Remark] = []
    if decision.encoding != .utf8 {
      remarks.append(
        LoadReport.Remark(
          kind: .notice, path: file, line: 0,
          message: "dibaca sebagai \(decision.encoding.rawValue.uppercased()) (\(decision.reason))"))
    }
    self.encoding = decision.encoding
    switch decision.encoding {
    case .utf8:
      self.buffer = buffer
      start = decision.markLength
      let census = UTF8Census(text)
      remarks += Self.remarks(
        on: census.offsets.map { $0 + decision.markLength }, of: census.invalid, in: buffer, file)
    case .windows1252:
      let decoded = Windows1252.decode(text)
      self.buffer = decoded.buffer
      start = 0
      remarks += Self.remarks(on: decoded.invalid, of: decoded.invalid.count, in: decoded.buffer, file)
    case .utf16Little, .utf16Big:
      let decoded = WideText.decode(text, highFirst: decision.encoding == .utf16Big)
      self.buffer = decoded.buffer
      start = 0
      remarks += Self.remarks(on: decoded.invalid, of: decoded.invalid.count, in: decoded.buffer, file)
    }
    self.remarks = remarks
  }

  private static func remarks(
    on offsets: [Int], of total: Int, in buffer: ByteBuffer, _ file: String
  ) -> [LoadReport.Remark] {
    var result = offsets.prefix(20).map { offset in
      let place = buffer.place(of: offset)
      return LoadReport.Remark(
        kind: .unreadable, path: file, line: place.line,
        message: "bita tak sahih pada baris \(place.line), huruf ke-\(place.column), dibaca sebagai \u{FFFD}")
    }
    if total > result.count {
      result.append(
        LoadReport.Remark(
          kind: .notice, path: file, line: 0, message: "dan \(total - result.count) bita tak sahih lagi"))
    }
    return result
  }

  /// Recognises files that are not text by their first bytes.
  private static func refuseOtherFormats(_ bytes: UnsafeRawBufferPointer, _ file: String) throws(Problem) {
    guard let name = FileKind(bytes).name else { return }
    throw Problem(
      "\(file) adalah \(name), bukan berkas CSV", kind: .data, place: .file(file, line: 0, column: 0),
      expected: "berkas CSV")
  }
}
