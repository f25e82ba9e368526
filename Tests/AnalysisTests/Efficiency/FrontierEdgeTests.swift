import Analysis
import Testing

@Suite struct FrontierEdgeTests {
  private func units(_ inputs: [[Double?]], _ outputs: [[Double?]]) throws -> FrontierUnits {
    try FrontierUnits(
      names: (1...max(inputs.first?.count ?? 1, 1)).map { "Unit \($0)" },
      inputs: inputs.enumerated().map { FrontierMeasure("belanja \($0 + 1)", $1) },
      outputs: outputs.enumerated().map { FrontierMeasure("layanan \($0 + 1)", $1) })
  }

  static let refusals: [(inputs: [[Double?]], outputs: [[Double?]], words: String)] = [
    ([[1, 2, -3]], [[1, 1, 1]], "masukan “belanja 1” unit “Unit 3” negatif (−3)"),
    ([[1, nil, 3]], [[1, 1, 1]], "masukan “belanja 1” unit “Unit 2” kosong"),
    ([[1, 2, 3]], [[1, 1, .nan]], "keluaran “layanan 1” unit “Unit 3” kosong"),
    ([[1, .infinity, 3]], [[1, 1, 1]], "di luar jangkauan hitungan"),
    ([[1, 0, 3]], [[1, 1, 1]], "semua masukan unit “Unit 2” bernilai 0"),
    ([[1, 2, 3]], [[1, 1, 0]], "semua keluaran unit “Unit 3” bernilai 0"),
    ([[1, 2, 3], [0, 0, 0]], [[1, 1, 1]], "masukan “belanja 2” bernilai 0 untuk semua unit"),
    ([[1, 2, 3]], [[1, 1]], "keluaran “layanan 1” berisi 2 nilai untuk 3 unit"),
    ([[1]], [[1]], "hanya ada 1 unit"),
    ([[1, 2]], [], "sedikitnya satu masukan dan satu keluaran"),
    ([], [[1, 2]], "sedikitnya satu masukan dan satu keluaran"),
  ]

  @Test(arguments: refusals.indices)
  func dataThatCannotBeComparedAreRefused(_ index: Int) throws {
    let sample = Self.refusals[index]
    let failure = #expect(throws: Problem.self) { try units(sample.inputs, sample.outputs) }
    #expect(failure?.message.contains(sample.words) == true, "\(failure?.message ?? "")")
  }

  /// Unit 2 uses more of the second input than Unit 1 for the same result: on the frontier, yet not efficient.
  @Test func weakEfficiencyIsToldFromStrong() throws {
    let analysis = try FrontierAnalysis(units([[2, 2, 4], [1, 3, 1]], [[1, 1, 1]]))
    let report = try analysis.report()
    #expect(report.units[0].constant.standing == .strong)
    #expect(report.units[1].constant.radial == 1)
    #expect(report.units[1].constant.standing == .weak)
    #expect(report.units[1].constant.inputSlacks == [0, 2])
    #expect(report.units[1].constant.inputTargets == [2, 1])
    #expect(report.units[1].constant.peers == [.init(unit: 0, weight: 1)])
  }

  @Test func aTwinIsItsOwnPeerAndSuperEfficientAtOne() throws {
    let report = try FrontierAnalysis(units([[2, 2, 5]], [[4, 4, 3]])).report()
    for unit in report.units.prefix(2) {
      #expect(unit.constant.standing == .strong)
      #expect(unit.constant.peers == [.init(unit: unit.unit, weight: 1)])
      #expect(agree(unit.superConstant?.efficiency, 1))
    }
  }

  /// Unit 2 is dominated by Unit 1 alone, so it is the peer once Unit 1 is left out.
  @Test func superEfficiencyUsesUnitsThatOnlyTheUnitItselfDominates() throws {
    let report = try FrontierAnalysis(units([[1, 2, 10]], [[1, 1, 1]])).report()
    #expect(agree(report.units[0].superConstant?.efficiency, 2))
    #expect(report.units[0].superConstant?.score?.peers.map(\.unit) == [1])
  }

  /// A unit that needs none of an input that everybody else needs cannot be compared without itself.
  @Test func anInputThatOnlyOneUnitDoesWithoutMakesItInfeasible() throws {
    let analysis = try FrontierAnalysis(units([[0, 2, 3], [1, 1, 2]], [[1, 2, 2]]))
    let report = try analysis.report()
    #expect(report.units[0].constant.standing == .strong)
    #expect(report.units[0].superConstant == .infeasible)
    let output = try analysis.solve(0, FrontierModel(.constant, .output, excludesSelf: true))
    #expect(output.efficiency == nil)
  }

  @Test func valuesOfVeryDifferentSizeKeepTheirDigits() throws {
    let report = try FrontierAnalysis(units([[1e12, 2e6, 3.0]], [[1e-3, 1e-9, 3e-15]])).report()
    for (unit, ratio) in zip(report.units, [1.0, 0.5, 1.0]) {
      #expect(agree(unit.constant.radial, ratio))
    }
  }

  @Test func anUnknownUnitIsRefused() throws {
    let analysis = try FrontierAnalysis(units([[1, 2]], [[1, 2]]))
    #expect(throws: Problem.self) { try analysis.solve(2, FrontierModel(.constant)) }
  }

  @Test func enoughUnitsGiveNoWarning() throws {
    let values = (1...6).map { Double?(Double($0)) }
    #expect(try FrontierAnalysis(units([values], [values])).report().warning == nil)
    let few = try FrontierAnalysis(units([Array(values.prefix(5))], [Array(values.prefix(5))])).report()
    #expect(few.warning?.contains("sedikitnya 6") == true)
  }
}
