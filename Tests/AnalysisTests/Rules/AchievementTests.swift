import Analysis
import Testing

@Suite("Achievement")
struct AchievementTests {
  /// The reports' own figures: Plandaan 2024, 2025 and Jombang 2024.
  @Test(
    arguments: [
      (78.44, 74.50, 105.29), (8.56, 8.11, 105.55), (69.61, 75, 92.81), (9.00, 8.58, 104.90),
      (79.25, 75.65, 104.76),
    ] as [(Double, Double, Double)])
  func dividesResultByTarget(actual: Double, target: Double, printed: Double) throws {
    let percent = try #require(Achievement.percent(actual: actual, target: target, direction: .rising).value)
    #expect(percent.roundedHalfAway(places: 2) == printed)
  }

  /// (2T − R) ÷ T, the cases of the reference with the other variant beside them.
  @Test(
    arguments: [
      (10.0, 8.0, 120.0), (10, 10, 100), (10, 12, 80), (10, 20, 0), (10, 25, -50), (10, 0, 200), (8, 9, 87.5),
    ] as [(Double, Double, Double)])
  func countsDownWhereLowerIsBetter(target: Double, actual: Double, expected: Double) throws {
    let percent = try #require(Achievement.percent(actual: actual, target: target, direction: .falling).value)
    #expect(abs(percent - expected) < 1e-9)
  }

  @Test func leavesOutWhatHasNoTarget() {
    let nothing = Achievement.percent(actual: 0, target: 0, direction: .rising)
    let something = Achievement.percent(actual: 3, target: 0, direction: .rising)
    #expect(nothing.value == nil && nothing.reason.contains("tidak diukur"))
    #expect(something.value == nil && something.reason.contains("target 0"))
  }

  @Test(
    arguments: [(114.06, 110.0, 110.0), (92.81, 110, 92.81), (-50, 110, 0), (100, 100, 100)]
      as [(Double, Double, Double)])
  func limitsToTheCapAndToZero(percent: Double, cap: Double, expected: Double) {
    #expect(Achievement.limited(percent, to: cap) == expected)
  }

  @Test func meansSkipMissingValuesAndAreMissingWhenNothingIsLeft() {
    #expect(Measured.mean([.value(1), .missing("x"), .value(3)]) == .value(2))
    #expect(Measured.mean([.missing("x")]).value == nil)
  }
}
