import Analysis
import Glibc
import Testing

@testable import Shell

@Suite struct StreamLineSourceTests {
  /// All events of a file of bytes, read in chunks.
  private func events(_ bytes: [UInt8], chunk: Int = 65536) throws -> [LineEvent] {
    let file = try #require(tmpfile())
    defer { fclose(file) }
    fwrite(bytes, 1, bytes.count, file)
    rewind(file)
    let source = StreamLineSource(descriptor: fileno(file), chunk: chunk)
    var events: [LineEvent] = []
    while events.last != .endOfInput && events.count <= bytes.count + 1 {
      events.append(source.nextLine(prompt: Prompt()))
    }
    #expect(events.last == .endOfInput)
    return events.dropLast()
  }

  @Test(arguments: [
    ("a\nb\n", ["a", "b"]), ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]), ("", []), ("\n", [""]),
    ("\u{FEFF}muat x\n", ["muat x"]), ("é — 漢\n\n", ["é — 漢", ""]), ("a \\\n b\nc", ["a  b", "c"]),
    ("a\\\\\nb", ["a\\\\", "b"]), ("a\\", ["a"]), ("a\u{0}b\nc", ["a\u{0}b", "c"]),
  ])
  func readsLines(text: String, lines: [String]) throws {
    for chunk in [1, 2, 3, 65536] {
      #expect(try events(Array(text.utf8), chunk: chunk) == lines.map { .line($0) })
    }
  }

  @Test func saysWhichLineIsNotText() throws {
    let bytes = Array("baik\nburuk é ".utf8) + [0xFF] + Array("\nbaik lagi".utf8)
    let found = try events(bytes)
    #expect(found.count == 3)
    #expect(found.first == .line("baik") && found.last == .line("baik lagi"))
    guard case .unreadable(let problem) = found[1] else {
      Issue.record("line 2 was not reported")
      return
    }
    #expect(problem.place == .file("masukan standar", line: 2, column: 9))
    #expect(problem.message.contains("baris 2"))
  }

  @Test func readsLongLinesAndManyLines() throws {
    let long = String(repeating: "0123456789", count: 50_000)
    let text = long + "\n" + (0..<50_000).map { "baris \($0)\n" }.joined()
    let found = try events(Array(text.utf8))
    #expect(found.count == 50_001)
    #expect(found.first == .line(long))
    #expect(found.last == .line("baris 49999"))
  }

  @Test func aFolderIsToldNotRead() throws {
    let descriptor = open("/tmp", O_RDONLY)
    defer { close(descriptor) }
    let source = StreamLineSource(descriptor: descriptor)
    guard case .unreadable(let problem) = source.nextLine(prompt: Prompt()) else {
      Issue.record("a folder was read")
      return
    }
    #expect(problem.kind == .system)
    #expect(source.nextLine(prompt: Prompt()) == .endOfInput)
  }
}
