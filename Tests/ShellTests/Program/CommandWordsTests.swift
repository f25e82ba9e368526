import Analysis
import Testing

@testable import Shell

@Suite("A command on the program's own line")
struct CommandWordsTests {
  @Test(arguments: [
    (["capaian", "AKIP", "--pko"], "capaian AKIP pko=ya"),
    (["capaian", "--pko", "tidak", "AKIP"], "capaian pko=tidak AKIP"),
    (["capaian", "--pko=ya"], "capaian pko=ya"),
    (["capaian", "--pko", "AKIP"], "capaian pko=ya AKIP"),
    (["putar", "a b.md", "--parameter", "tahun=2024"], "putar \"a b.md\" parameter=tahun=2024"),
  ])
  func optionsBecomeKeys(words: [String], line: String) throws {
    #expect(try ProgramOptions(words).commands == [line])
  }

  @Test func aMissingValueIsNamed() {
    #expect(throws: Problem.self) { try ProgramOptions(["putar", "a.md", "--parameter"]) }
  }
}
