import Testing

@testable import Analysis

@Suite("Parents' budgets against their children")
struct RollUpCheckTests {
  private func check(_ sample: CascadeSample) throws -> RollUpCheck {
    var evaluator = try sample.evaluator()
    return RollUpCheck(CascadeBudgets(evaluator: &evaluator), catalogue: sample.catalogue)
  }

  @Test func aCascadeThatAddsUpHasNoDifference() throws {
    let check = try check(.whole)
    #expect(check.findings.count == 6)
    #expect(check.count(.equal) == 6)
  }

  @Test func everyDifferenceIsFound() throws {
    var sample = CascadeSample.whole
    sample.node("K1", .activity, under: "P2", ceiling: 250, spending: 300)
    sample.node("K2", .activity, under: "P2", ceiling: 49)
    let different = try check(sample).findings.filter { $0.outcome == .different }
    #expect(different.map(\.difference) == [1])
    #expect(different.first?.measure == .planned)
  }

  @Test func aLevelWithoutFiguresIsSteppedOver() throws {
    var sample = CascadeSample()
    sample.node("P1", .programme, ceiling: 100, spending: 80)
    sample.node("K1", .activity, under: "P1")
    sample.node("K1_1", .subactivity, under: "K1", ceiling: 60, spending: 50)
    sample.node("K1_2", .subactivity, under: "K1", ceiling: 40, spending: 30)
    sample.node("K2", .activity, under: "P1")
    let findings = try check(sample).findings
    #expect(findings.filter { $0.node == 0 }.map(\.outcome) == [.equal, .equal])
    #expect(findings.filter { $0.node == 0 }.map(\.blank) == [[4], [4]])
    #expect(findings.filter { $0.node == 1 }.map(\.outcome) == [.parentMissing, .parentMissing])
  }
}

@Suite("What drives the total")
struct EfficiencyDriversTests {
  @Test func salariesAreSeparated() throws {
    var sample = CascadeSample()
    sample.node("P1", .programme, ceiling: 1000, spending: 800)
    sample.node("G", .activity, under: "P1", salaries: true, ceiling: 700, spending: 520)
    sample.node("K", .activity, under: "P1", ceiling: 300, spending: 280)
    sample.indicator("I1", of: "P1", target: 100, actual: 95)
    let drivers = EfficiencyDrivers(try sample.table(), catalogue: sample.catalogue)
    #expect(drivers.salaryRemainder == 180)
    #expect(drivers.unspent.map(\.amount) == [180, 20])
    #expect(drivers.unspent.map(\.paysSalaries) == [true, false])
    #expect(drivers.withoutSalaries?.absorption == .value(280.0 / 300 * 100))
  }

  @Test func whatChildrenDoNotAccountForIsARest() throws {
    var sample = CascadeSample()
    sample.node("P1", .programme, ceiling: 1000, spending: 800)
    sample.node("K", .activity, under: "P1", ceiling: 300, spending: 280)
    sample.indicator("I1", of: "P1", target: 100, actual: 95)
    let drivers = EfficiencyDrivers(try sample.table(), catalogue: sample.catalogue)
    #expect(drivers.unspent.map(\.amount) == [180, 20])
    #expect(drivers.unspent.map(\.isRest) == [true, false])
  }

  /// The parts add up to the total in cascades of any shape.
  @Test(arguments: 0..<40) func thePartsAddUpToTheTotal(seed: Int) throws {
    var random = SeededRandom(base: SplitMix64(seed: UInt64(seed) + 1))
    var sample = CascadeSample()
    var parents: [String?] = [nil]
    for (depth, level) in Level.allCases.enumerated() {
      var next: [String?] = []
      for parent in parents {
        for child in 0..<Int.random(in: 1...3, using: &random) {
          let code = (parent ?? "N") + "_\(child)"
          let isStated = depth < 3 || Bool.random(using: &random)
          sample.node(
            code, level, under: parent, ceiling: isStated ? .random(in: 10...1000, using: &random) : nil,
            spending: isStated ? .random(in: -10...1000, using: &random) : nil)
          if Bool.random(using: &random) {
            sample.indicator("I" + code, of: code, target: 50, actual: .random(in: 0...80, using: &random))
          }
          next.append(code)
        }
      }
      parents = Array(next.prefix(6))
    }
    let table = try sample.table()
    guard let total = table.total.figures.efficiency(.difference).value else { return }
    let drivers = EfficiencyDrivers(table, catalogue: sample.catalogue)
    let sum = drivers.unspent.reduce(0) { $0 + $1.points } + drivers.results.reduce(0) { $0 + $1.points }
    #expect(abs(sum - total) < 1e-9 * max(1, abs(total)))
    let amount = drivers.unspent.reduce(0) { $0 + $1.amount }
    #expect(abs(amount - (table.total.figures.remainder.value ?? .nan)) < 1e-6)
  }
}

/// The same draws in every run.
private struct SeededRandom: RandomNumberGenerator {
  var base: SplitMix64

  mutating func next() -> UInt64 { base.next() }
}
