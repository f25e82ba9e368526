/// Turns the bytes of a terminal into keys.
///
/// Knows the sequences of xterm, VTE, rxvt, the Linux console, PuTTY, tmux and screen; sequences it does not know
/// are skipped whole, as are bytes that are not UTF-8.
enum KeyDecoder {
  /// What the bytes begin with.
  enum Outcome: Equatable {
    /// A key, and how many bytes it took.
    case key(Key, length: Int)
    /// Bytes without a meaning, to be skipped.
    case ignored(length: Int)
    /// The beginning of something: more bytes may follow.
    case incomplete
  }

  /// Decodes the first key of some bytes.
  ///
  /// - Parameters:
  ///   - bytes: What has been read, not empty.
  ///   - isFinal: Whether nothing more has come for a while, so that a lone escape is the Escape key.
  static func decode(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> Outcome {
    guard let first = bytes.first else { return .incomplete }
    if first == 0x1B { return escape(bytes, isFinal: isFinal) }
    if first < 0x80 { return .key(.character(Unicode.Scalar(first)), length: 1) }
    return scalar(bytes, isFinal: isFinal)
  }

  private static func scalar(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> Outcome {
    let length: Int
    switch bytes.first ?? 0 {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return .ignored(length: 1)
    }
    let continuation = bytes.dropFirst().prefix(length - 1).prefix { $0 & 0xC0 == 0x80 }
    guard continuation.count == length - 1 else {
      let mayContinue = bytes.count == continuation.count + 1
      return mayContinue && !isFinal ? .incomplete : .ignored(length: continuation.count + 1)
    }
    guard let text = String(validating: bytes.prefix(length), as: UTF8.self),
      let scalar = text.unicodeScalars.first, scalar.value >= 0xA0
    else { return .ignored(length: length) }
    return .key(.character(scalar), length: length)
  }

  private static func escape(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> Outcome {
    guard let second = bytes.dropFirst().first else {
      return isFinal ? .key(.command(.escape), length: 1) : .incomplete
    }
    switch second {
    case UInt8(ascii: "["): return controlSequence(bytes, isFinal: isFinal)
    case UInt8(ascii: "O"):
      guard let third = bytes.dropFirst(2).first else { return isFinal ? .ignored(length: 2) : .incomplete }
      return outcome(cursorKey(third, modifier: 1), length: 3)
    case 0x1B: return .key(.command(.escape), length: 1)
    default: return outcome(altKey(second), length: 2)
    }
  }

  /// `ESC [ parameters final`: the parameters are bytes 0x20 to 0x3F, the final byte is 0x40 to 0x7E.
  private static func controlSequence(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> Outcome {
    let body = bytes.dropFirst(2)
    if body.first == UInt8(ascii: "[") {  // F1 to F5 of the Linux console
      return body.count > 1 || isFinal ? .ignored(length: min(4, bytes.count)) : .incomplete
    }
    let parameters = body.prefix { (0x20...0x3F).contains($0) }
    guard let final = body.dropFirst(parameters.count).first else {
      return isFinal || parameters.count > 32 ? .ignored(length: bytes.count) : .incomplete
    }
    let length = parameters.count + 3
    guard (0x40...0x7E).contains(final) else { return .ignored(length: length - 1) }
    if let mark = parameters.first, (0x3C...0x3F).contains(mark) { return .ignored(length: length) }
    let numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 1 }
    let modifier = numbers.count > 1 ? numbers[1] : 1
    switch final {
    case UInt8(ascii: "~") where numbers.first == 200: return .key(.pasteStart, length: length)
    case UInt8(ascii: "~"): return outcome(editingKey(numbers.first ?? 0, modifier: modifier), length: length)
    default: return outcome(cursorKey(final, modifier: modifier), length: length)
    }
  }

  private static func outcome(_ command: Key.Command?, length: Int) -> Outcome {
    command.map { .key(.command($0), length: length) } ?? .ignored(length: length)
  }

  /// Keys sent as a letter; modifier 3 is Alt, 5 Ctrl. Lower-case letters are rxvt's Ctrl.
  private static func cursorKey(_ letter: UInt8, modifier: Int) -> Key.Command? {
    let isWord = modifier > 2
    switch letter {
    case UInt8(ascii: "A"), UInt8(ascii: "a"): return .up
    case UInt8(ascii: "B"), UInt8(ascii: "b"): return .down
    case UInt8(ascii: "C"): return isWord ? .wordRight : .right
    case UInt8(ascii: "D"): return isWord ? .wordLeft : .left
    case UInt8(ascii: "c"): return .wordRight
    case UInt8(ascii: "d"): return .wordLeft
    case UInt8(ascii: "H"): return .home
    case UInt8(ascii: "F"): return .end
    default: return nil
    }
  }

  /// Keys sent as a number before `~`.
  private static func editingKey(_ number: Int, modifier: Int) -> Key.Command? {
    switch number {
    case 1, 7: return .home
    case 4, 8: return .end
    case 3: return modifier > 2 ? .deleteWordRight : .delete
    case 5: return .previousPrefix
    case 6: return .nextPrefix
    default: return nil
    }
  }

  private static func altKey(_ byte: UInt8) -> Key.Command? {
    switch byte {
    case UInt8(ascii: "b"), UInt8(ascii: "B"): return .wordLeft
    case UInt8(ascii: "f"), UInt8(ascii: "F"): return .wordRight
    case UInt8(ascii: "d"), UInt8(ascii: "D"): return .deleteWordRight
    case 0x08, 0x7F: return .deleteWordLeft
    case UInt8(ascii: "u"), UInt8(ascii: "U"): return .upperCase
    case UInt8(ascii: "l"), UInt8(ascii: "L"): return .lowerCase
    case UInt8(ascii: "c"), UInt8(ascii: "C"): return .capitalise
    case UInt8(ascii: "<"): return .firstLine
    case UInt8(ascii: ">"): return .lastLine
    case UInt8(ascii: "_"), UInt8(ascii: "/"), 0x1F: return .redo
    case 0x0A, 0x0D: return .newline
    default: return nil
    }
  }
}
