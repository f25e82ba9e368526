import Analysis
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("rta", ["rata"]), ("capain", ["capaian"]), ("JUMLH", ["jumlah"]), ("xyz", []), ("", []),
  ])
  func nearestNames(typed: String, expected: [String]) {
    #expect(Suggestion.nearest(to: typed, among: ["jumlah", "rata", "capaian", "rata"]) == expected)
  }
}
