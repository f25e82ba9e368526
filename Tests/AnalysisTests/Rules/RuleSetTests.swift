import Analysis
import Testing

@Suite("Rule sets and the organisational score")
struct RuleSetTests {
  @Test func followTheDatasetUnlessChosen() throws {
    let settings = [
      Dataset.Setting(key: "skala_capaian", value: "akip-lan"),
      Dataset.Setting(key: "batas_capaian", value: "100"),
    ]
    let own = try RuleBook.ruleSet(nil, settings: settings)
    #expect(own.name == "akip-lan" && own.cap == 100)
    let chosen = try RuleBook.ruleSet("capaian-120", settings: settings)
    #expect(chosen.name == "capaian-120" && chosen.cap == 120)
  }

  /// Plandaan 2024 (predicate BB) and 2025 (A), as the regulation's annex computes them.
  @Test(
    arguments: [
      ([(78.44, 74.50), (8.56, 8.11)], "BB", 94.88, "Baik"),
      ([(69.61, 75.0), (9.00, 8.58), (79.25, 75.65)], "A", 100.82, "Istimewa"),
    ] as [([(Double, Double)], String, Double, String)])
  func reproduceTheReportsScore(pairs: [(Double, Double)], predicate: String, score: Double, label: String)
    throws
  {
    let rule = try RuleBook.ruleSet(nil).score
    let rate = try rule.correction(for: predicate)
    let finals = pairs.map { rule.share(of: $0.0 / $0.1 * 100, rate: rate).final }
    let mean = finals.reduce(0, +) / Double(finals.count)
    #expect(mean.roundedHalfAway(places: 2) == score)
    #expect(try RuleBook.scale(rule.scale).classify(mean).predicate?.label == label)
  }

  @Test func refuseToGuessARate() throws {
    let rule = try RuleBook.ruleSet(nil).score
    let problem = #expect(throws: Problem.self) { try rule.correction(for: "CC") }
    #expect(problem?.kind == .rule)
    let extended = try RuleBook.ruleSet(nil, settings: [.init(key: "koreksi.CC", value: "20")])
    #expect(try extended.score.correction(for: "CC") == 20)
  }

  @Test func refuseBrokenSettings() {
    #expect(throws: Problem.self) {
      try RuleBook.ruleSet(nil, settings: [.init(key: "batas_capaian", value: "banyak")])
    }
    #expect(throws: Problem.self) {
      try RuleBook.ruleSet(nil, settings: [.init(key: "skala_capaian", value: "akip")])
    }
  }
}
