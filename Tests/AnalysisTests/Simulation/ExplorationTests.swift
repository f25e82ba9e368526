import Testing

@testable import Analysis

@Suite struct ExplorationTests {
  private func ikpp(_ f02: Double) -> Double? { SimulationReference.ikpp([98.3, f02, 4.8]) }

  @Test func goalOfTheReferenceIsMet() throws {
    let reference = try SimulationReference.load().exact.goal_seek
    let seek = try GoalSeek(goal: reference.target, bounds: 0...5, current: 3.8)
    let outcome = try #require(seek.solve(ikpp))
    #expect(outcome.isReached && agree(outcome.input, reference.F02, tolerance: 1e-14))
    #expect(agree(ikpp(outcome.input), reference.target, tolerance: 1e-14))
    #expect(outcome.evaluations < 12)
  }

  @Test func stepsAreRespected() throws {
    let seek = try GoalSeek(goal: 9.05, comparison: .atLeast, bounds: 0...5, step: 0.25, current: 3.8)
    let outcome = try #require(seek.solve(ikpp))
    #expect(outcome.isReached && outcome.input == 4)
    let exact = try GoalSeek(goal: 9.05, bounds: 0...5, step: 0.25, current: 3.8)
    let nearest = try #require(exact.solve(ikpp))
    #expect(!nearest.isReached && nearest.input == 4 && !nearest.isAtBound)
  }

  @Test(arguments: [GoalSeek.Comparison.equal, .atLeast]) func boundIsReachedFirst(
    _ comparison: GoalSeek.Comparison
  ) throws {
    let seek = try GoalSeek(goal: 9.5, comparison: comparison, bounds: 0...4.4, current: 3.8)
    let outcome = try #require(seek.solve(ikpp))
    #expect(!outcome.isReached && outcome.isAtBound && outcome.input == 4.4)
    #expect(agree(outcome.value, ikpp(4.4)))
  }

  @Test func crossingBeforeACapIsFound() throws {
    let seek = try GoalSeek(goal: 9.05, bounds: 0...5, current: 3.8)
    let outcome = try #require(seek.solve { min(SimulationReference.ikpp([98.3, $0, 4.8]), 9.1) })
    #expect(outcome.isReached && agree(outcome.input, 3.913333333333334, tolerance: 1e-11))
  }

  @Test func thresholdOfACategoryIsFoundExactly() throws {
    let category = { (input: Double) -> Double? in input >= 72.34 ? 2 : (input > 60 ? 1 : 0) }
    let up = try GoalSeek(goal: 2, comparison: .atLeast, bounds: 0...100, current: 65)
    #expect(up.solve(category)?.input == 72.34)
    let down = try GoalSeek(goal: 0, comparison: .atMost, bounds: 0...100, current: 65)
    #expect(down.solve(category)?.input == 60)
    let never = try GoalSeek(goal: 1.5, bounds: 0...100, current: 65)
    #expect(never.solve(category)?.isReached == false)
  }

  @Test func nearestOfSeveralAnswersIsGiven() throws {
    let seek = try GoalSeek(goal: 1, bounds: -5...5, current: 0.4)
    let outcome = try #require(seek.solve { $0 * $0 })
    #expect(outcome.isReached && agree(outcome.input, 1, tolerance: 1e-11))
  }

  @Test func answerAlreadyThereIsKept() throws {
    let seek = try GoalSeek(goal: 9, comparison: .atLeast, bounds: 0...5, step: 0.25, current: 4.1)
    #expect(seek.solve(ikpp)?.input == 4.1)
  }

  @Test func missingValuesAreNoAnswer() throws {
    let seek = try GoalSeek(goal: 3, bounds: 0...10, current: 5)
    #expect(seek.solve { _ in nil } == nil)
    let partial = try #require(seek.solve { $0 > 4 ? $0 : nil })
    #expect(!partial.isReached && partial.input > 4 && partial.input < 4.02)
  }

  @Test func absurdSearchesAreRefused() {
    #expect(throws: Problem.self) { try GoalSeek(goal: .nan, bounds: 0...1, current: 0) }
    #expect(throws: Problem.self) { try GoalSeek(goal: 1, bounds: 0...1, step: 0, current: 0) }
    #expect(throws: Problem.self) { try GoalSeek(goal: 1, bounds: 0...1, step: 1e-9, current: 0) }
  }

  @Test func tornadoOfALinearFormulaIsExact() throws {
    let reference = try SimulationReference.load().exact.tornado_p05_p95_about_mode
    let inputs = SimulationReference.inputs
    let bars = try Tornado.bars(
      names: inputs.map(\.name), base: [98.3, 3.8, 4.8],
      ranges: inputs.map { $0.distribution.quantile(0.05)...$0.distribution.quantile(0.95) },
      function: SimulationReference.ikpp)
    #expect(bars.map(\.name) == ["F02", "IKM", "F03"])
    for bar in bars {
      let expected = try #require(reference[bar.name])
      #expect(agree(bar.range.lowerBound, expected.low_input_p05, tolerance: 1e-12))
      #expect(agree(bar.range.upperBound, expected.high_input_p95, tolerance: 1e-12))
      #expect(agree(bar.atLow, expected.ikpp_low, tolerance: 1e-12))
      #expect(agree(bar.atHigh, expected.ikpp_high, tolerance: 1e-12))
      #expect(agree(bar.swing, expected.swing, tolerance: 1e-12))
      #expect(bar.isLinear && bar.plateaus.isEmpty)
    }
  }

  @Test func capIsSeenAsAPlateau() throws {
    let bars = try Tornado.bars(names: ["X", "Y"], base: [0, 0], ranges: [0...10, 0...1], steps: 10) {
      min($0[0], 7) + ($0[1] > 0.5 ? .nan : 0)
    }
    #expect(bars[0].name == "X" && !bars[0].isLinear && bars[0].plateaus == [7...10] && bars[0].swing == 7)
    #expect(bars[1].atHigh == nil && bars[1].swing == nil)
  }
}
