import Testing

@testable import Shell

@Suite struct KeyDecoderTests {
  private func decode(_ text: String, isFinal: Bool = false) -> KeyDecoder.Outcome {
    KeyDecoder.decode(Array(text.utf8)[...], isFinal: isFinal)
  }

  @Test(arguments: [
    ("\u{1B}[A", Key.Command.up), ("\u{1B}OB", .down), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
    ("\u{1B}OH", .home),
    ("\u{1B}[4~", .end), ("\u{1B}[8~", .end), ("\u{1B}[F", .end), ("\u{1B}[3~", .delete),
    ("\u{1B}[3;5~", .deleteWordRight), ("\u{1B}[1;5C", .wordRight), ("\u{1B}[1;3D", .wordLeft),
    ("\u{1B}Od", .wordLeft),
    ("\u{1B}b", .wordLeft), ("\u{1B}\u{7F}", .deleteWordLeft), ("\u{1B}\r", .newline),
  ])
  func knowsTheSequencesOfTerminals(bytes: String, command: Key.Command) {
    #expect(decode(bytes) == .key(.command(command), length: bytes.utf8.count))
  }

  @Test(arguments: [
    "\u{1B}[15~", "\u{1B}[1;2P", "\u{1B}[?62;4c", "\u{1B}[[A", "\u{1B}OP", "\u{1B}q", "\u{1B}[Z",
  ])
  func skipsUnknownSequencesWhole(bytes: String) {
    #expect(decode(bytes) == .ignored(length: bytes.utf8.count))
  }

  @Test(arguments: ["\u{1B}", "\u{1B}[", "\u{1B}[1;5", "\u{1B}O"])
  func waitsForTheRestOfASequence(bytes: String) {
    #expect(decode(bytes) == .incomplete)
  }

  @Test func aLoneEscapeIsTheEscapeKey() {
    #expect(decode("\u{1B}", isFinal: true) == .key(.command(.escape), length: 1))
  }

  @Test(arguments: ["a", "é", "—", "漢", "😀", "\u{301}", "\u{1}"])
  func decodesCharacters(text: String) throws {
    let scalar = try #require(text.unicodeScalars.first)
    #expect(decode(text + "z") == .key(.character(scalar), length: text.utf8.count))
    for length in 1..<max(1, text.utf8.count) {
      #expect(KeyDecoder.decode(Array(text.utf8.prefix(length))[...], isFinal: false) == .incomplete)
    }
  }

  @Test(arguments: [[0xFF], [0x80], [0xC3, 0x41], [0xE2, 0x80, 0x41], [0xC2, 0x85]] as [[UInt8]])
  func skipsBytesThatAreNoCharacter(bytes: [UInt8]) {
    guard case .ignored(let length) = KeyDecoder.decode(bytes[...], isFinal: false) else {
      Issue.record("not skipped: \(bytes)")
      return
    }
    #expect(!bytes.prefix(length).contains(0x41), "a letter after broken bytes is kept")
  }

  @Test func recognisesAPaste() {
    #expect(decode("\u{1B}[200~x") == .key(.pasteStart, length: 6))
  }
}
