import Analysis
import Testing

@Suite struct FrontierReferenceTests {
  enum Program: String, CaseIterable {
    case ccrIn, ccrOut, bccIn, bccOut, nirsIn, superCcrIn, superBccIn, superBccOut

    var model: FrontierModel {
      switch self {
      case .ccrIn: FrontierModel(.constant)
      case .ccrOut: FrontierModel(.constant, .output)
      case .bccIn: FrontierModel(.variable)
      case .bccOut: FrontierModel(.variable, .output)
      case .nirsIn: FrontierModel(.nonIncreasing)
      case .superCcrIn: FrontierModel(.constant, excludesSelf: true)
      case .superBccIn: FrontierModel(.variable, excludesSelf: true)
      case .superBccOut: FrontierModel(.variable, .output, excludesSelf: true)
      }
    }

    func expected(_ unit: FrontierReference.Unit) -> FrontierReference.Program {
      switch self {
      case .ccrIn: unit.ccr_in
      case .ccrOut: unit.ccr_out
      case .bccIn: unit.bcc_in
      case .bccOut: unit.bcc_out
      case .nirsIn: unit.nirs_in
      case .superCcrIn: unit.super_ccr_in
      case .superBccIn: unit.super_bcc_in
      case .superBccOut: unit.super_bcc_out
      }
    }
  }

  private func check(
    _ score: FrontierScore, _ expected: FrontierReference.Program, _ reference: FrontierReference,
    _ unit: Int,
    _ model: FrontierModel, _ label: Comment
  ) throws {
    #expect(agree(score.radial, expected.score), label)
    #expect(agree(score.efficiency, expected.efficiency), label)
    #expect(agree(score.weightSum, expected.sum_lambda), label)
    let peers = try #require(expected.peers)
    #expect(Set(score.peers.map { reference.units[$0.unit] }) == Set(peers.keys), label)
    for peer in score.peers { #expect(agree(peer.weight, peers[reference.units[peer.unit]]?.value), label) }
    let inputSlacks = try #require(expected.slack_inputs)
    let outputSlacks = try #require(expected.slack_outputs)
    #expect(score.inputSlacks.count == inputSlacks.count && score.outputSlacks.count == outputSlacks.count)
    for (index, slack) in inputSlacks.enumerated() {
      #expect(agree(score.inputSlacks[index], slack), label)
      let factor = model.orientation == .input ? score.radial : 1
      #expect(agree(score.inputTargets[index], factor * reference.X[unit][index] - slack), label)
    }
    for (index, slack) in outputSlacks.enumerated() {
      #expect(agree(score.outputSlacks[index], slack), label)
      let factor = model.orientation == .output ? score.radial : 1
      #expect(agree(score.outputTargets[index], factor * reference.Y[unit][index] + slack), label)
    }
  }

  @Test(arguments: Program.allCases)
  func everyProgramAgreesWithExactArithmetic(_ program: Program) throws {
    let reference = try FrontierReference.load()
    let analysis = try reference.analysis()
    for (index, name) in reference.units.enumerated() {
      let expected = program.expected(try #require(reference.results[name]))
      let label = Comment(rawValue: "\(name) \(program)")
      switch try analysis.solve(index, program.model) {
      case .infeasible: #expect(!expected.feasible, label)
      case .solved(let score):
        try #require(expected.feasible, label)
        try check(score, expected, reference, index, program.model, label)
      }
    }
  }

  @Test func theReportAgreesWithExactArithmetic() throws {
    let reference = try FrontierReference.load()
    let report = try reference.analysis().report()
    #expect(report.units.map(\.name) == reference.units)
    #expect(report.leastUnits == reference.rule_of_thumb.cooper_seiford_tone_min_units)
    #expect((report.warning == nil) == reference.rule_of_thumb.satisfied)
    let words = ["constant": ReturnsToScale.constant, "increasing": .increasing, "decreasing": .decreasing]
    for (index, unit) in report.units.enumerated() {
      let expected = try #require(reference.results[unit.name])
      let label = Comment(rawValue: unit.name)
      try check(unit.constant, expected.ccr_in, reference, index, FrontierModel(.constant), label)
      try check(unit.variable, expected.bcc_in, reference, index, FrontierModel(.variable), label)
      #expect(agree(unit.nonIncreasing, expected.nirs_in.efficiency), label)
      #expect(agree(unit.scaleEfficiency, expected.scale_efficiency), label)
      #expect(unit.returnsToScale == words[expected.rts], label)
      #expect((unit.constant.standing == .strong) == expected.ccr_strongly_efficient, label)
      #expect(agree(unit.superConstant?.efficiency, expected.super_ccr_in.efficiency), label)
      #expect(agree(unit.superVariable?.efficiency, expected.super_bcc_in.efficiency), label)
      #expect((unit.superVariable == .infeasible) == !expected.super_bcc_in.feasible, label)
    }
  }

  @Test func theOutputReportAgreesWithExactArithmetic() throws {
    let reference = try FrontierReference.load()
    let report = try reference.analysis().report(.output)
    for unit in report.units {
      let expected = try #require(reference.results[unit.name])
      let label = Comment(rawValue: unit.name)
      #expect(agree(unit.constant.radial, expected.ccr_out.score), label)
      #expect(agree(unit.variable.efficiency, expected.bcc_out.efficiency), label)
      #expect((unit.superVariable == .infeasible) == !expected.super_bcc_out.feasible, label)
      #expect(agree(unit.superVariable?.efficiency, expected.super_bcc_out.efficiency), label)
    }
  }
}
