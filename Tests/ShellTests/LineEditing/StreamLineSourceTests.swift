import Analysis
import Glibc
import Testing

@testable import Shell

@Suite struct StreamLineSourceTests {
  /// All events of a stream of bytes, written through a pipe in pieces.
  private func events(_ bytes: [UInt8], pieces: Int = 1) async throws -> [LineEvent] {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    let (readEnd, writeEnd) = (ends[0], ends[1])
    let writer = Task.detached {
      for piece in 0..<pieces {
        let part = bytes[(bytes.count * piece / pieces)..<(bytes.count * (piece + 1) / pieces)]
        var rest = part[...]
        while !rest.isEmpty {
          let count = rest.withUnsafeBytes { write(writeEnd, $0.baseAddress, $0.count) }
          guard count > 0 else { break }
          rest = rest.dropFirst(count)
        }
      }
      close(writeEnd)
    }
    let source = StreamLineSource(descriptor: readEnd)
    var events: [LineEvent] = []
    while events.last != .endOfInput { events.append(source.nextLine(prompt: Prompt())) }
    close(readEnd)
    await writer.value
    return events.dropLast()
  }

  @Test(arguments: [
    ("a\nb\n", ["a", "b"]), ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]), ("", []), ("\n", [""]),
    ("\u{FEFF}muat x\n", ["muat x"]), ("é — 漢\n\n", ["é — 漢", ""]), ("a \\\n b\nc", ["a  b", "c"]),
    ("a\\\\\nb", ["a\\\\", "b"]), ("a\\", ["a"]), ("a\u{0}b\nc", ["a\u{0}b", "c"]),
  ])
  func readsLines(text: String, lines: [String]) async throws {
    for pieces in [1, 3, max(1, text.utf8.count)] {
      #expect(try await events(Array(text.utf8), pieces: pieces) == lines.map { .line($0) })
    }
  }

  @Test func saysWhichLineIsNotText() async throws {
    let bytes = Array("baik\nburuk é ".utf8) + [0xFF] + Array("\nbaik lagi".utf8)
    let found = try await events(bytes)
    #expect(found.count == 3)
    #expect(found.first == .line("baik") && found.last == .line("baik lagi"))
    guard case .unreadable(let problem) = found[1] else {
      Issue.record("line 2 was not reported")
      return
    }
    #expect(problem.place == .file("masukan standar", line: 2, column: 9))
    #expect(problem.message.contains("baris 2"))
  }

  @Test func readsLongLinesAndManyLines() async throws {
    let long = String(repeating: "0123456789", count: 50_000)
    let text = long + "\n" + (0..<50_000).map { "baris \($0)\n" }.joined()
    let found = try await events(Array(text.utf8))
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
