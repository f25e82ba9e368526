// swift-format-ignore-file: AlwaysUseLowerCamelCase
// The names are those of the reference file.

import Analysis
import Testing

@Suite struct EfficiencyFormulaTests {
  struct Reference: Decodable {
    struct Row: Decodable {
      var capaian: Double
      var serapan: Double
      var diff: Double
      var ratio: Double
    }
    var efficiency_difference: [Row]
  }

  @Test func differencesAndRatiosAgreeWithTheReference() throws {
    let reference: Reference = try loadReference("rules.json")
    try #require(reference.efficiency_difference.count == 5)
    for row in reference.efficiency_difference {
      let achievement = Measured.value(row.capaian)
      let absorption = Measured.value(row.serapan)
      #expect(agree(Efficiency.difference(achievement: achievement, absorption: absorption).value, row.diff))
      let ratio = Efficiency.ratio(achievement: achievement, absorption: absorption).value
      #expect(agree(ratio, row.ratio, tolerance: 5e-7))
      let relative = Efficiency.relative(achievement: achievement, absorption: absorption).value
      #expect(agree(relative, ratio.map { ($0 - 1) * 100 }))
    }
  }

  static let absorptions: [(spending: Double?, ceiling: Double?, value: Double?, reason: String)] = [
    (86.74, 100, 86.74, ""), (120, 100, 120, ""), (-5, 100, -5, ""), (0, 100, 0, ""),
    (0, 0, nil, "pagu dan realisasi 0"), (7, 0, nil, "pagu 0"), (nil, 100, nil, "realisasi anggaran kosong"),
    (7, nil, nil, "pagu kosong"), (.nan, 100, nil, "realisasi anggaran kosong"),
    (7, -100, nil, "pagu negatif"),
    (1e300, 1e-300, nil, "bukan bilangan"),
  ]

  @Test(arguments: absorptions.indices)
  func absorptionIsNeverInfinite(_ index: Int) {
    let sample = Self.absorptions[index]
    let result = Efficiency.absorption(spending: sample.spending, ceiling: sample.ceiling)
    #expect(agree(result.value, sample.value))
    #expect(result.reason.contains(sample.reason))
    #expect(result.reason.isEmpty == (sample.value != nil))
  }

  @Test func aMissingFigureKeepsItsReason() {
    let missing = Measured.missing("pagu 0")
    let known = Measured.value(90)
    #expect(Efficiency.difference(achievement: known, absorption: missing) == missing)
    #expect(Efficiency.relative(achievement: missing, absorption: known) == missing)
    #expect(Efficiency.ratio(achievement: known, absorption: missing) == missing)
    #expect(Efficiency.costPerPoint(spending: 10, achievement: missing) == missing)
    #expect(Efficiency.resources(achievement: known, availability: missing) == missing)
  }

  @Test(arguments: [0.0, -4])
  func ratiosToNothingAreMissing(_ absorption: Double) {
    let ratio = Efficiency.ratio(achievement: .value(90), absorption: .value(absorption))
    #expect(ratio.value == nil && ratio.reason.contains("serapan"))
    #expect(Efficiency.relative(achievement: .value(90), absorption: .value(absorption)).value == nil)
    #expect(Efficiency.costPerPoint(spending: 5, achievement: .value(absorption)).value == nil)
    #expect(Efficiency.costPerOutput(spending: 5, output: absorption).value == nil)
    #expect(
      Efficiency.difference(achievement: .value(90), absorption: .value(absorption)).value == 90 - absorption)
  }

  @Test func costsAndRemainders() {
    #expect(Efficiency.costPerPoint(spending: 2_000_000, achievement: .value(80)).value == 25_000)
    #expect(Efficiency.costPerOutput(spending: 2_000_000, output: 16).value == 125_000)
    #expect(Efficiency.remainder(spending: 120, ceiling: 100).value == -20)
    #expect(Efficiency.remainder(spending: nil, ceiling: 100).reason == "realisasi anggaran kosong")
  }

  @Test func resourcesCompareWithAvailability() {
    let availability = Efficiency.availability(available: 8, needed: 16)
    #expect(availability.value == 50)
    #expect(Efficiency.resources(achievement: .value(92.5), availability: availability).value == 42.5)
    #expect(Efficiency.availability(available: 3, needed: 0).reason.contains("kebutuhan 0"))
    #expect(Efficiency.availability(available: nil, needed: 2).reason == "jumlah tersedia kosong")
    #expect(Efficiency.availability(available: -1, needed: 2).value == nil)
  }

  @Test func methodsAreFoundByName() throws {
    for method in EfficiencyMethod.allCases {
      #expect(try EfficiencyMethod(named: method.rawValue.uppercased()) == method)
      #expect(!method.formula.isEmpty)
    }
    let failure = #expect(throws: Problem.self) { try EfficiencyMethod(named: "selish") }
    #expect(failure?.suggestions.first == "selisih")
  }
}
