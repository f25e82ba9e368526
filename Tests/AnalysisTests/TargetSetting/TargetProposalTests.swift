import Testing

@testable import Analysis

@Suite("Candidate targets")
struct TargetProposalTests {
  private func proposals(_ code: String, _ parameters: ProposalParameters = .init()) throws -> TargetProposals
  {
    let figures = try WorksheetSample.figures(2026)
    let entry = try #require(figures.worksheet.entryIndex(code).map { figures.worksheet.entries[$0] })
    return try #require(TargetProposals(entry, figures: figures, parameters: parameters))
  }

  /// Worked by hand: R 9,00 with IKPP 7,857 8,201 7,84 8,56 9,00, the best unit at 9,24.
  @Test(arguments: [
    ("IKPP", "pertahankan", 9.0), ("IKPP", "kenaikan", 9.39), ("IKPP", "persen", 9.09),
    ("IKPP", "patokan", 9.06),
    ("IKPP", "jalur", 9.0), ("IKPP", "wajib", 9.05), ("IKPP", "komponen", 9.05), ("RB", "kenaikan", 81.18),
    ("IKKK", "jalur", 71.33), ("RB", "tren-p50", 80.58),
  ])
  func areThoseOfTheirFormulas(code: String, name: String, value: Double) throws {
    #expect(try proposals(code).proposal(named: name)?.value.value == value)
  }

  @Test func quantilesOfTheTrendHaveTheirProbability() throws {
    let set = try proposals("IKPP")
    for (name, probability) in [("tren-p20", 0.8), ("tren-p50", 0.5), ("tren-p80", 0.2), ("menantang", 0.1)] {
      let found = try #require(set.proposal(named: name)?.probability.value)
      // The candidates are rounded to two decimals.
      #expect(abs(found - probability) < 0.01, "\(name)")
    }
  }

  @Test func everyMethodStandsThereWithItsDanger() throws {
    let set = try proposals("IKKK")
    #expect(Set(set.proposals.map(\.method)) == Set(TargetMethod.allCases))
    for proposal in set.proposals {
      #expect(!proposal.method.danger.isEmpty)
      #expect(proposal.value.value != nil || !proposal.value.reason.isEmpty)
    }
    #expect(set.proposal(named: "tren-p50")?.value.value == nil)
  }

  @Test func aSurveyErrorGivesTheLeastDetectableChange() throws {
    var parameters = ProposalParameters()
    parameters.standardError = 0.1
    let found = try proposals("IKPP", parameters).proposal(named: "terdeteksi")?.value.value
    #expect(found == (9 + 1.96 * 2.0.squareRoot() * 0.1).roundedHalfAway(places: 2))
  }

  @Test func aCandidateBeyondTheScaleIsMovedToItsEnd() throws {
    var parameters = ProposalParameters()
    parameters.percent = 50
    let found = try #require(try proposals("IKPP", parameters).proposal(named: "persen"))
    #expect(found.value.value == 10)
    #expect(found.isClipped)
  }

  @Test func whatComesIfTheResultRepeats() throws {
    let found = try #require(try proposals("RB").proposal(named: "kenaikan"))
    #expect(found.achievement.value.map { $0.roundedHalfAway(places: 2) } == 97.62)
    #expect(found.predicate == "Baik")
    #expect(found.fromPath == 1.93)
  }

  @Test func theReasoningIsDraftedFromTheNumbers() throws {
    let history = try proposals("RB").history
    let text = TargetReasoning(
      history: history, target: 79.3, method: "penetapan sendiri", rules: try WorksheetSample.model().rules[0]
    ).text
    for part in ["79,30", "naik 0,05", "79,25", "99,94%", "(n = 3)", "76,80"] {
      #expect(text.contains(part), "\(part)")
    }
  }
}
