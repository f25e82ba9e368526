import Analysis
import Testing

@testable import Shell

@Suite("Arguments by declaration")
struct ArgumentsTests {
  private let declaration = Declaration(
    "uji", summary: "contoh", parameters: [Parameter("KODE", .code, .any, help: "kode")],
    options: [
      .year, Option("proyeksi", alias: "forecast", .integer(1...5), help: "tahun ke depan"),
      Option("pko", alias: "score", .flag, help: "nilai organisasi"),
      Option("metode", alias: "method", .choice(["ols", "naif"]), help: "cara"),
      Option("target", alias: "target", .number, help: "target"),
    ], group: .session)
  private let formula = Declaration(
    "hitung", summary: "contoh", parameters: [Parameter("UNGKAPAN", .formula, .rest, help: "rumus")],
    options: [.year, Option("rinci", alias: "steps", .flag, help: "langkah")], group: .session)

  private func parse(_ line: String, _ declaration: Declaration) throws -> Arguments {
    try Arguments(line: line, words: Array(Words.split(line).dropFirst()), declaration: declaration)
  }

  @Test func takesOptionsAnywhereAndByTheirEnglishKeys() throws {
    let arguments = try parse("uji AKIP year=2024 IKM score=ya target=98,5 forecast=3", declaration)
    #expect(arguments.values("KODE").map(\.text) == ["AKIP", "IKM"])
    #expect(arguments.year() == 2024)
    #expect(arguments.flag("pko"))
    #expect(arguments.number("target") == 98.5)
    #expect(arguments.integer("proyeksi") == 3)
  }

  @Test(arguments: [
    ("hitung (IKM/25*2,5 + IPP*2)/2", "(IKM/25*2,5 + IPP*2)/2"),
    ("hitung IKM + 2 rinci=ya tahun=2024", "IKM + 2"), ("hitung tahun=2024 IKM > 2", "IKM > 2"),
    ("hitung predikat(AKIP) = \"A\"", "predikat(AKIP) = \"A\""),
  ])
  func aFormulaTakesTheRestOfTheLine(line: String, text: String) throws {
    #expect(try parse(line, formula).value("UNGKAPAN")?.text == text)
  }

  @Test(arguments: [
    ("uji thn=2024", 4..<7), ("uji tahun=20x4", 10..<14), ("uji proyeksi=9", 13..<14),
    ("uji metode=olss", 11..<15),
    ("uji pko=mungkin", 8..<15), ("uji tahun=2024 tahun=2025", 15..<25), ("uji tahun=", 4..<10),
    ("uji target=1.250", 11..<16),
  ])
  func aSlipIsRefusedWithItsPlace(line: String, range: Range<Int>) {
    let problem = #expect(throws: Problem.self) { try parse(line, declaration) }
    #expect(problem?.place == .text(line, range: range))
  }

  @Test func aMissingFormulaIsNamed() {
    let problem = #expect(throws: Problem.self) { try parse("hitung", formula) }
    #expect(problem?.message.contains("UNGKAPAN") == true)
  }

  @Test(
    arguments: [("98,5", 98.5), ("98.5", 98.5), ("-3", -3), ("5%", 0.05), ("0.125", 0.125), ("1250", 1250)]
      as [(String, Double)])
  func readsNumbersAsTyped(text: String, value: Double) throws {
    #expect(try NumberReader.number(text) == value)
  }

  @Test(arguments: ["1.250", "12.500", "1.250.000", "1.250,5"])
  func refusesThousandsWithBothReadings(text: String) {
    let problem = #expect(throws: Problem.self) { try NumberReader.number(text) }
    #expect(problem?.suggestions.isEmpty == false)
  }
}
