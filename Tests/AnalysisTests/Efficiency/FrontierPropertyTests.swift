import Analysis
import Synchronization
import Testing

@Suite struct FrontierPropertyTests {
  /// A small repeatable generator (splitmix64).
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static func columns(_ count: Int, seed: UInt64) -> [[Double]] {
    var generator = Generator(state: seed)
    return (0..<4).map { _ in (0..<count).map { _ in Double(Int.random(in: 1...400, using: &generator)) } }
  }

  private static func units(_ columns: [[Double]], scale: [Double] = [1, 1, 1, 1]) throws -> FrontierUnits {
    let measures = (0..<4).map { index in
      FrontierMeasure("m\(index)", columns[index].map { $0 * scale[index] })
    }
    return try FrontierUnits(
      names: columns[0].indices.map { "U\($0)" }, inputs: Array(measures[0..<2]),
      outputs: Array(measures[2..<4]))
  }

  /// One input and one output under constant returns: the score is the ratio to the best ratio.
  @Test func oneInputAndOneOutputIsTheRatioToTheBest() throws {
    let columns = Self.columns(300, seed: 7)
    let analysis = try FrontierAnalysis(
      FrontierUnits(
        names: columns[0].indices.map { "U\($0)" }, inputs: [FrontierMeasure("x", columns[0])],
        outputs: [FrontierMeasure("y", columns[1])]))
    let ratios = zip(columns[1], columns[0]).map { $0 / $1 }
    let best = try #require(ratios.max())
    for unit in try analysis.report(includesSuper: false).units {
      #expect(agree(unit.constant.radial, ratios[unit.unit] / best))
    }
  }

  @Test func solutionsAreFeasibleAndOrdered() throws {
    let units = try Self.units(Self.columns(400, seed: 11))
    for unit in try FrontierAnalysis(units).report().units {
      #expect(unit.constant.radial <= unit.nonIncreasing + 1e-9)
      #expect(unit.nonIncreasing <= unit.variable.radial + 1e-9)
      #expect(unit.variable.radial <= 1 && unit.constant.radial > 0)
      #expect(agree(unit.variable.weightSum, 1))
      for score in [unit.constant, unit.variable] {
        for (index, target) in score.inputTargets.enumerated() {
          let mixture = score.peers.reduce(0) { $0 + $1.weight * units.inputs(of: $1.unit)[index] }
          #expect(agree(mixture, target))
        }
        for (index, target) in score.outputTargets.enumerated() {
          let mixture = score.peers.reduce(0) { $0 + $1.weight * units.outputs(of: $1.unit)[index] }
          #expect(agree(mixture, target))
        }
      }
    }
  }

  @Test func targetsAreStronglyEfficient() throws {
    let columns = Self.columns(120, seed: 3)
    let units = try Self.units(columns)
    let analysis = try FrontierAnalysis(units)
    for unit in stride(from: 0, to: 120, by: 9) {
      let score = try #require(try analysis.solve(unit, FrontierModel(.variable)).score)
      var moved = columns
      for index in 0..<2 {
        moved[index].append(score.inputTargets[index])
        moved[index + 2].append(score.outputTargets[index])
      }
      let target = try #require(
        try FrontierAnalysis(Self.units(moved)).solve(120, FrontierModel(.variable)).score)
      #expect(agree(target.radial, 1))
      #expect(target.inputSlacks.allSatisfy { $0 < 1e-6 } && target.outputSlacks.allSatisfy { $0 < 1e-6 })
    }
  }

  @Test func unitsOfMeasureDoNotMatter() throws {
    let columns = Self.columns(150, seed: 5)
    let plain = try FrontierAnalysis(Self.units(columns)).report()
    let scaled = try FrontierAnalysis(Self.units(columns, scale: [1e9, 0.01, 1e-6, 1000])).report()
    for (first, second) in zip(plain.units, scaled.units) {
      #expect(agree(first.constant.radial, second.constant.radial))
      #expect(agree(first.variable.radial, second.variable.radial))
      #expect(first.returnsToScale == second.returnsToScale)
      #expect(first.variable.standing == second.variable.standing)
      #expect(first.variable.peers.map(\.unit) == second.variable.peers.map(\.unit))
      #expect(agree(first.superVariable?.efficiency, second.superVariable?.efficiency))
    }
  }

  @Test func resultsAreTheSameEveryTime() throws {
    let analysis = try FrontierAnalysis(Self.units(Self.columns(500, seed: 13)))
    #expect(try analysis.report() == analysis.report())
  }

  /// Under constant returns θ = 1 ÷ φ.
  @Test func orientationsAgreeUnderConstantReturns() throws {
    let analysis = try FrontierAnalysis(Self.units(Self.columns(200, seed: 17)))
    for unit in 0..<200 {
      let input = try analysis.solve(unit, FrontierModel(.constant)).efficiency
      #expect(agree(try analysis.solve(unit, FrontierModel(.constant, .output)).efficiency, input))
    }
  }

  /// Three inputs and three outputs from thousandths to hundreds: both phases must end for every unit.
  @Test(arguments: [FrontierModel.Orientation.input, .output])
  func smallAndLargeUnitsAreSolvedTogether(_ orientation: FrontierModel.Orientation) throws {
    var generator = Generator(state: 22)
    let measures = (0..<6).map { index in
      FrontierMeasure(
        "m\(index)",
        (0..<250).map { _ in
          Double.random(in: 0.5...10, using: &generator) * Double.random(in: 0.01...30, using: &generator)
        })
    }
    let units = try FrontierUnits(
      names: (0..<250).map { "U\($0)" }, inputs: Array(measures[0..<3]), outputs: Array(measures[3..<6]))
    let report = try FrontierAnalysis(units).report(orientation)
    for unit in report.units {
      let rival = try #require(unit.superConstant?.efficiency)
      #expect(
        unit.constant.standing == .inefficient ? agree(rival, unit.constant.efficiency) : rival >= 1 - 1e-9)
    }
  }

  @Test func progressEndsAtAllUnits() throws {
    let seen = Mutex<[Int]>([])
    let analysis = try FrontierAnalysis(Self.units(Self.columns(60, seed: 19)))
    _ = try analysis.report(progress: { done, total in seen.withLock { $0.append(done * 1000 + total) } })
    let calls = seen.withLock { $0 }
    #expect(calls == calls.sorted())
    #expect(calls.last == 60_060)
  }

  @Test func cancellingStopsCleanly() throws {
    let asked = Mutex(0)
    let analysis = try FrontierAnalysis(Self.units(Self.columns(600, seed: 23)))
    let failure = #expect(throws: Problem.self) {
      _ = try analysis.report(isCancelled: {
        asked.withLock { count in
          count += 1
          return count > 20
        }
      })
    }
    #expect(failure?.kind == .interrupted)
    #expect(asked.withLock { $0 } < 600)
    #expect(throws: Problem.self) { try FrontierAnalysis(analysis.units, isCancelled: { true }) }
  }
}
