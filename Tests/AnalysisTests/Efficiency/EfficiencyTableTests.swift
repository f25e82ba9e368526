import Testing

@testable import Analysis

@Suite("Efficiency over the cascade")
struct EfficiencyTableTests {
  @Test func aMixedTableUsesTheTopBudgetAndTheMeanOfItsRows() throws {
    let total = try CascadeSample.whole.table().total
    #expect(total.figures.ceiling == .value(1000))
    #expect(total.figures.remainder == .value(100))
    let sum = [90.0, 110, 100, 80, 50, 98].reduce(0, +)
    #expect(total.figures.achievement == .value(sum / 6))
    #expect(total.measuredCount == 6)
  }

  @Test func theWeightedMeanTakesTheLowestRowsOnly() throws {
    let total = try CascadeSample.whole.table().total
    #expect(total.weighted == .value(84.8))
  }

  @Test(arguments: [Set<Level>([.goal]), [.objective], [.programme], [.objective, .programme]])
  func everyLevelSumsToTheSameBudget(levels: Set<Level>) throws {
    #expect(try CascadeSample.whole.table(levels).total.figures.ceiling == .value(1000))
  }

  @Test func rowsStandInTreeOrderWithTheirDepth() throws {
    let sample = CascadeSample.whole
    let table = try sample.table()
    #expect(table.rows.map { sample.catalogue.nodes[$0.node].code } == ["T", "S1", "P1", "S2", "P2", "P3"])
    #expect(table.rows.map(\.depth) == [0, 1, 2, 1, 2, 2])
    #expect(try sample.table([.goal, .programme]).rows.map(\.depth) == [0, 1, 1, 1])
  }

  @Test func aBudgetCountsOnceForSeveralIndicatorsAndRepeatedRows() throws {
    var sample = CascadeSample()
    sample.node("P1", .programme, ceiling: 500, spending: 400)
    sample.budget("P1", ceiling: 500, spending: 400)
    for index in 1...3 { sample.indicator("I\(index)", of: "P1", target: 10, actual: Double(index) * 4) }
    let table = try sample.table()
    #expect(table.total.figures.ceiling == .value(500))
    #expect(table.rows[0].indicators.count == 3)
    #expect(abs((table.rows[0].figures.achievement.value ?? 0) - 80) < 1e-12)
    #expect(!table.rows[0].flags.contains(.conflicting))
  }

  @Test func rowsThatDifferAreAConflictAndTheFirstIsUsed() throws {
    var sample = CascadeSample()
    sample.node("P1", .programme, ceiling: 500, spending: 400)
    sample.budget("P1", ceiling: 700)
    sample.indicator("I1", of: "P1", target: 10, actual: 8)
    let row = try sample.table().rows[0]
    #expect(row.figures.ceiling == .value(500))
    #expect(row.flags == [.conflicting])
  }

  @Test func anIncompleteBudgetIsNotSummed() throws {
    var sample = CascadeSample()
    sample.node("P1", .programme, ceiling: 500, spending: 400)
    sample.node("P2", .programme, ceiling: 300)
    sample.node("P3", .programme, spending: 50)
    let total = try sample.table().total
    #expect(total.figures.ceiling == .value(500))
    #expect(total.figures.absorption == .value(80))
    #expect(total.leftOut == [1, 2])
  }

  @Test func plansAloneAreSummedWithoutAbsorption() throws {
    var sample = CascadeSample()
    sample.node("P1", .programme, ceiling: 500)
    sample.node("P2", .programme, ceiling: 300)
    let total = try sample.table().total
    #expect(total.figures.ceiling == .value(800))
    #expect(total.figures.absorption.value == nil)
    #expect(!total.figures.absorption.reason.isEmpty)
  }

  /// Ceiling, spending, target and result, and the flags they give.
  @Test(arguments: [
    (100.0, 50.0, 10.0, 0.0, [EfficiencyFlag.spentWithoutResult]), (100, 0, 10, 10, [.resultWithoutSpending]),
    (100, 120, 10, 10, [.overspent]), (100, -5, 10, 10, [.negativeSpending]),
    (0, 0, 10, 10, [.resultWithoutSpending, .zeroCeiling]),
    (100, 50, 0, 3, [.spentUnmeasured]), (100, 90, 10, 10, []), (0, 20, 10, 10, [.zeroCeiling, .overspent]),
  ])
  func figuresThatNeedAWordAreFlagged(
    ceiling: Double, spending: Double, target: Double, actual: Double, flags: [EfficiencyFlag]
  ) throws {
    var sample = CascadeSample()
    sample.node("P1", .programme, ceiling: ceiling, spending: spending)
    sample.indicator("I1", of: "P1", target: target, actual: actual)
    let row = try #require(try sample.table().rows.first)
    #expect(row.flags == flags)
    for method in [EfficiencyMethod.difference, .relative, .ratio, .cost] {
      let value = row.figures.efficiency(method)
      #expect(value.value?.isFinite ?? !value.reason.isEmpty)
    }
  }

  @Test func fullOutputUnderAMissedOutcomeIsFlaggedOnTheOutcome() throws {
    var sample = CascadeSample()
    sample.node("P1", .programme, ceiling: 100, spending: 100)
    sample.node("K1", .activity, under: "P1", ceiling: 100, spending: 100)
    sample.node("K2", .activity, under: "P1")
    sample.indicator("I1", of: "P1", target: 100, actual: 60)
    sample.indicator("I2", of: "K1", target: 4, actual: 4)
    #expect(try sample.table().rows[0].flags == [.outputWithoutOutcome])
    sample.indicator("I3", of: "K2", target: 4, actual: 3)
    #expect(try sample.table().rows[0].flags.isEmpty)
  }

  @Test func costPerOutputNeedsOneCountingIndicator() throws {
    var sample = CascadeSample()
    sample.node("K1", .activity, ceiling: 100, spending: 90)
    sample.node("K2", .activity, ceiling: 100, spending: 90)
    sample.indicator("I1", of: "K1", target: 4, actual: 3, measure: "dokumen")
    sample.indicator("I2", of: "K2", target: 4, actual: 3, measure: "persen")
    let rows = try sample.table([.activity]).rows
    #expect(rows[0].costPerOutput == .value(30))
    #expect(rows[1].costPerOutput.value == nil)
  }

  @Test func roundedPercentagesMaySubtractToAnotherDigit() throws {
    let figures = EfficiencyFigures(
      achievement: .value(72.5 / 75 * 100), ceiling: .value(145_913_900), spending: .value(141_013_900))
    #expect(figures.efficiency(.difference).value?.roundedHalfAway(places: 2) == 0.02)
    #expect(figures.differenceOfRounded?.difference == 0.03)
    let even = EfficiencyFigures(achievement: .value(100), ceiling: .value(100), spending: .value(90))
    #expect(even.differenceOfRounded == nil)
  }
}
