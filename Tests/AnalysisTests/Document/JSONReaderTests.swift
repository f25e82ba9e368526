import Analysis
import Testing

@Suite("Reading JSON")
struct JSONReaderTests {
  @Test(arguments: [
    ("null", JSONValue.null), (" true ", .bool(true)), ("-1.5e2", .number(-150)),
    ("\"a\\n\\u00e9\\ud83d\\ude42\"", .string("a\né🙂")),
    ("[1,[],{}]", .array([.number(1), .array([]), .object([])])),
    ("{\"b\":1,\"a\":{\"c\":null}}", .object([.init("b", 1), .init("a", .object([.init("c", .null)]))])),
  ])
  func readsValues(text: String, value: JSONValue) throws {
    #expect(try JSONReader.read(Array(text.utf8), name: "uji") == value)
  }

  @Test func readsWhatItWrites() throws {
    let value = JSONValue.object([
      .init("teks", .string("“kutip” \" \\ \u{1} \u{202E} é 🙂")),
      .init("angka", .array([.number(0.1), .number(1e300), .number(-3)])),
    ])
    #expect(try JSONReader.read(Array(value.text.utf8), name: "uji") == value)
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\" 1}", "{a:1}", "\"a", "\"\\x\"", "\"\\ud800\"", "tru", "1 2", "+1", ".5", "--1",
    "1e999", "\"a\nb\"",
  ])
  func refusesWhatIsNotWellFormed(text: String) {
    #expect(throws: Problem.self) { try JSONReader.read(Array(text.utf8), name: "uji") }
  }

  @Test func refusesEndlessNesting() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: Problem.self) { try JSONReader.read(Array(text.utf8), name: "uji") }
  }

  @Test func saysTheLine() {
    #expect(
      throws: Problem(
        "uji bukan JSON yang benar: “:” diharapkan", kind: .data, place: .file("uji", line: 2, column: 0))
    ) {
      try JSONReader.read(Array("{\n\"a\" 1}".utf8), name: "uji")
    }
  }
}
