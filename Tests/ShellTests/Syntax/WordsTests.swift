import Analysis
import Testing

@testable import Shell

@Suite("Words of a command line")
struct WordsTests {
  @Test(
    arguments: [
      ("capaian AKIP  IKPP", ["capaian", "AKIP", "IKPP"]),
      ("acak IKPP IKM~normal(98,3; 1,2) n=1000", ["acak", "IKPP", "IKM~normal(98,3; 1,2)", "n=1000"]),
      ("catatan \"dua kata\" # komentar", ["catatan", "dua kata"]),
      ("pakai unit=\"Kecamatan Ngoro\"", ["pakai", "unit=Kecamatan Ngoro"]),
      ("hitung AKIP[2024; \"Kecamatan Ngoro\"]", ["hitung", "AKIP[2024; Kecamatan Ngoro]"]),
      ("catatan \"tanda # di dalam\"", ["catatan", "tanda # di dalam"]),
      ("", []), ("   # hanya komentar", []),
    ] as [(String, [String])])
  func splitsAtSpacesOutsideQuotesAndBrackets(line: String, words: [String]) throws {
    #expect(try Words.split(line).map(\.text) == words)
  }

  @Test(arguments: [("hitung (IKM + 2", 7), ("catatan \"belum selesai", 8), ("x [1", 2)])
  func pointsAtWhatIsNeverClosed(line: String, position: Int) {
    let problem = #expect(throws: Problem.self) { try Words.split(line) }
    #expect(problem?.place == .text(line, range: position..<(position + 1)))
  }

  @Test(arguments: ["biasa", "dua kata", "unit=Kecamatan Ngoro", "a#b", ""])
  func quotingIsUndoneBySplitting(text: String) throws {
    #expect(try Words.split(Words.quoted(text)).map(\.text) == [text])
  }
}
