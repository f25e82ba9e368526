// swift-format-ignore-file: AlwaysUseLowerCamelCase
// The names are those of the reference file.

import Analysis
import Testing

@Suite struct BudgetEfficiencyTests {
  struct Reference: Decodable {
    struct Example: Decodable {
      var PAK: [String]
      var RAK: [String]
      var CK: [String]
      var numerator: String
      var denominator: String
      var E_percent: String
      var NE_unclamped: String
      var NE: String
      var E_if_CK_capped_at_1: String
    }
    struct Row: Decodable {
      var E: String
      var NE: String
    }
    struct Implementation: Decodable {
      var P: String
      var K: String
      var CRO: String
      var NE: String
      var recomputed: String
      var E_implied: String
    }
    struct Misuse: Decodable {
      var E: String
      var published_NE: String
      var correct_NE: String
    }
    struct Cases: Decodable {
      var LAN_Puslatbang_2021: Implementation
      var Itjen_2019: Misuse
    }
    var pmk214_2017: Example
    var NE_table: [Row]
    var lkip_real_cases: Cases
  }

  private func load() throws -> Reference { try loadReference("rules.json") }
  private func number(_ text: String) throws -> Double { try #require(Double(text)) }

  private func items(_ example: Reference.Example, cap: Double = .infinity) throws -> [BudgetEfficiency.Item]
  {
    try example.PAK.indices.map { index in
      BudgetEfficiency.Item(
        "keluaran \(index + 1)", ceiling: try number(example.PAK[index]),
        spending: try number(example.RAK[index]),
        achievement: min(try number(example.CK[index]), cap) * 100)
    }
  }

  @Test(arguments: BudgetPerformanceRule.all)
  func theRegulationsExampleIsReproduced(_ rule: BudgetPerformanceRule) throws {
    let example = try load().pmk214_2017
    let result = try BudgetEfficiency(items(example), rule: rule)
    #expect(agree(result.numerator, try number(example.numerator)))
    #expect(agree(result.denominator, try number(example.denominator)))
    #expect(agree(result.efficiency, try number(example.E_percent)))
    #expect(agree(result.unclampedScore, try number(example.NE_unclamped)))
    #expect(agree(result.score, try number(example.NE)))
    #expect(result.isClamped)
    let capped = try BudgetEfficiency(items(example, cap: 1), rule: rule)
    #expect(agree(capped.efficiency, try number(example.E_if_CK_capped_at_1)))
    #expect(!capped.isClamped)
  }

  @Test func theScoreFollowsTheTable() throws {
    let rule = try BudgetPerformanceRule.named("22/2021")
    for row in try load().NE_table {
      #expect(agree(rule.score(efficiency: try number(row.E)), try number(row.NE)))
    }
  }

  @Test func publishedCasesAreRecomputed() throws {
    let cases = try load().lkip_real_cases
    let rule = try BudgetPerformanceRule.named("22/2021")
    let lan = cases.LAN_Puslatbang_2021
    let value = try rule.implementation(
      absorption: try number(lan.P), consistency: try number(lan.K), output: try number(lan.CRO),
      efficiencyScore: try number(lan.NE))
    #expect(agree(value, try number(lan.recomputed)))
    #expect(agree(rule.efficiency(score: try number(lan.NE)).value, try number(lan.E_implied)))
    let misuse = cases.Itjen_2019
    let printed = try number(misuse.E)
    #expect(agree(rule.score(efficiency: printed), try number(misuse.correct_NE)))
    #expect(rule.unclampedScore(efficiency: printed).rounded() == (try number(misuse.published_NE)))
    #expect(AbsorptionGuard.reason(efficiency: printed, absorptions: [98.40, 98.80, 98.91]) != nil)
    #expect(AbsorptionGuard.reason(efficiency: 3.992, absorptions: [98.40, 98.80, 98.91]) == nil)
  }

  @Test func weightsThatAreNotKnownAreNotGuessed() throws {
    let rule = try BudgetPerformanceRule.named("214/2017")
    let failure = #expect(throws: Problem.self) {
      try rule.implementation(absorption: 95, consistency: 99, output: 99, efficiencyScore: 60)
    }
    #expect(failure?.kind == .rule)
    #expect(rule.efficiency(score: 100).value == nil)
  }

  @Test func theVintageFollowsTheYear() throws {
    #expect(try BudgetPerformanceRule.inForce(2019).name == "214/2017")
    #expect(try BudgetPerformanceRule.inForce(2021).name == "22/2021")
    #expect(try BudgetPerformanceRule.inForce(2025).note(year: 2025).contains("tidak berlaku lagi"))
    #expect(try !BudgetPerformanceRule.inForce(2022).note(year: 2022).contains("tidak berlaku lagi"))
    #expect(throws: Problem.self) { try BudgetPerformanceRule.inForce(2016) }
    let failure = #expect(throws: Problem.self) { try BudgetPerformanceRule.named("22/2020") }
    #expect(failure?.suggestions.contains("22/2021") == true)
  }

  private func result(_ items: [BudgetEfficiency.Item]) throws -> BudgetEfficiency {
    try BudgetEfficiency(items, rule: .named("22/2021"))
  }

  @Test func achievementsThatOnlyRepeatAbsorptionAreRefused() throws {
    let repeated = [
      BudgetEfficiency.Item("a", ceiling: 300, spending: 286, achievement: 95.33),
      BudgetEfficiency.Item("b", ceiling: 700, spending: 693, achievement: 99),
    ]
    let failure = #expect(throws: Problem.self) { try result(repeated) }
    #expect(failure?.kind == .rule)
    #expect(failure?.message.contains("serapan") == true)
    var measured = repeated
    measured[1].achievement = 100
    #expect(try result(measured).efficiency > 0)
    let full = [BudgetEfficiency.Item("a", ceiling: 300, spending: 300, achievement: 100)]
    #expect(try result(full).score == 50)
  }

  @Test func correctionsAndOverspendingStayFinite() throws {
    let corrected = try result([
      .init("a", ceiling: 100, spending: -10, achievement: 100),
      .init("b", ceiling: 100, spending: 90, achievement: 90),
    ])
    #expect(agree(corrected.efficiency, 110.0 / 190 * 100))
    #expect(corrected.score == 100 && corrected.isClamped)
    let overspent = try result([.init("a", ceiling: 100, spending: 130, achievement: 100)])
    #expect(agree(overspent.efficiency, -30))
    #expect(overspent.score == 0)
    let unplanned = try result([
      .init("a", ceiling: 100, spending: 90, achievement: 100),
      .init("b", ceiling: 0, spending: 5, achievement: 100),
    ])
    #expect(agree(unplanned.efficiency, 5))
  }

  static let incomplete: [(item: BudgetEfficiency.Item, words: String)] = [
    (.init("a", ceiling: nil, spending: 1, achievement: 1), "pagu “a” kosong"),
    (.init("a", ceiling: 1, spending: .nan, achievement: 1), "realisasi anggaran “a” kosong"),
    (.init("a", ceiling: 1, spending: 1, achievement: nil), "capaian “a” kosong"),
    (.init("a", ceiling: -1, spending: 1, achievement: 1), "pagu “a” negatif"),
    (.init("a", ceiling: 1, spending: 1, achievement: -1), "capaian “a” negatif"),
    (.init("a", ceiling: 0, spending: 0, achievement: 100), "pagu × capaian 0"),
    (.init("a", ceiling: 100, spending: 50, achievement: 0), "pagu × capaian 0"),
  ]

  @Test(arguments: incomplete.indices)
  func whatIsMissingIsNamed(_ index: Int) throws {
    let failure = #expect(throws: Problem.self) { try result([Self.incomplete[index].item]) }
    #expect(failure?.message.contains(Self.incomplete[index].words) == true, "\(failure?.message ?? "")")
  }

  @Test func nothingGivesNoScore() throws {
    #expect(throws: Problem.self) { try result([]) }
  }
}
