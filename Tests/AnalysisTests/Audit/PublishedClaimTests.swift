import Testing

@testable import Analysis

/// The rows of `klaim` in the published reports, judged apart from this program in exact fractions.
@Suite("Claims of the published reports")
struct PublishedClaimTests {
  struct Expected: Sendable, CustomTestStringConvertible {
    var name: String
    var claims: Int
    var wrong: [Int]
    var rounding: [Int]
    var testDescription: String { name }
  }

  static let expected = [
    Expected(
      name: "plandaan", claims: 803, wrong: [66, 107, 465, 557, 590, 759, 760, 761, 768, 769, 795],
      rounding: [595, 596, 599, 600, 603, 607, 609, 682, 684, 685]),
    Expected(name: "ngoro", claims: 280, wrong: [178, 181], rounding: [198]),
    Expected(
      name: "jombang", claims: 427,
      wrong: [
        5, 6, 7, 8, 18, 19, 20, 39, 49, 50, 79, 89, 194, 195, 196, 197, 204, 205, 206, 223, 260, 266, 267,
        269,
        274, 275, 276, 280, 283, 298, 303, 310, 332, 335, 336, 350, 364, 366, 368, 369, 370, 381, 383, 384,
        392,
        395, 398, 399, 400, 406, 407, 411, 412, 415, 416, 426, 427,
      ],
      rounding: [
        9, 12, 16, 17, 37, 38, 78, 92, 156, 199, 203, 259, 268, 271, 272, 273, 282, 312, 319, 323, 330, 340,
        341,
        351, 360, 361,
      ]),
  ]

  @Test(arguments: expected) func everyOneIsJudged(expected: Expected) throws {
    let report = try AuditSample.report(of: expected.name)
    func lines(_ severity: AuditSeverity) -> [Int] {
      report.findings.filter { $0.kind == .claim && $0.severity == severity }.map(\.place.fileLine).sorted()
    }
    #expect(lines(.wrong) == expected.wrong)
    #expect(lines(.rounding) == expected.rounding)
    #expect(report.claims.checked == expected.claims)
    #expect(report.claims.unverified == 0)
    #expect(report.claims.agreeing == expected.claims - expected.wrong.count - expected.rounding.count)
  }

  @Test func numbersDoNotDependOnTheScope() throws {
    let whole = try AuditSample.report(of: "plandaan")
    let year = try AuditSample.report(of: "plandaan", AuditScope(years: 2025...2025))
    for finding in year.findings where finding.kind == .claim {
      #expect(whole.finding(finding.number)?.place == finding.place)
    }
    #expect(year.claims.checked < whole.claims.checked)
  }

  /// What a careful examiner finds in the three reports.
  @Test(arguments: [
    ("plandaan", "K465", "7,78%", 0.78), ("plandaan", "K66", "104,90%", 104.65),
    ("plandaan", "K761", "43,49", 8.98),
    ("plandaan", "K759", "95,72", 97.81), ("plandaan", "K557", "95,34%", 85.34),
    ("plandaan", "N384", "3,82", 3.83),
    ("ngoro", "A9", "71.636.200", 74_101_968), ("ngoro", "K181", "71636200", 74_101_968),
    ("jombang", "K412", "109580140", 269_690_820), ("jombang", "K364", "74,91", 72.76),
    ("jombang", "N51", "92,32", 92.49),
  ])
  func findsWhatTheReportsPrintWrong(name: String, number: String, printed: String, computed: Double) throws {
    let finding = try #require(try AuditSample.report(of: name).finding(number))
    #expect(finding.printed == printed)
    #expect(finding.computed?.number?.roundedHalfAway(places: 2) == computed)
  }

  @Test(arguments: [
    ("plandaan", "IKM.SKCK", 95.24, 95.34), ("plandaan", "IKM.PEREKAMAN_KTP_EL", 99.90, 97.90),
    ("ngoro", "P01", 2_877_788_646, 2_877_788_648),
  ])
  func findsRowsThatContradictEachOther(name: String, code: String, other: Double, used: Double) throws {
    let report = try AuditSample.report(of: name)
    let finding = report.findings.first {
      $0.kind == .conflict && $0.code == code && $0.printedValue == other && $0.computed?.number == used
    }
    #expect(finding?.severity == .contradiction)
  }

  @Test(arguments: [
    ("plandaan", "K66", "angka periode lain: setahun"), ("plandaan", "K465", "0,78 tercetak 7,78"),
    ("plandaan", "K759", "dibagi 47, bukan 46"), ("plandaan", "K769", "95,34, seharusnya 85,34"),
    ("plandaan", "K595", "3,8152"), ("plandaan", "N384", "3,8152"), ("jombang", "K196", "target AKIP = 62,5"),
    ("jombang", "K79", "realisasi IPP = 3,25"), ("jombang", "K78", "dipotong"),
    ("jombang", "K49", "dibatasi 100%"),
    ("jombang", "K395", "11 tidak ikut dijumlahkan"), ("jombang", "K260", "belum dibulatkan"),
  ])
  func provesCauses(name: String, number: String, cause: String) throws {
    let finding = try #require(try AuditSample.report(of: name).finding(number))
    #expect(finding.causes.contains { $0.contains(cause) }, "\(finding.causes)")
  }

  @Test func formulasThatCannotJudgeAreNotCalledWrong() throws {
    // A sum with parts missing, a mean over counts, services that were not surveyed, another level's index.
    let plandaan = try AuditSample.report(of: "plandaan")
    #expect(!plandaan.findings.contains { $0.kind == .formula && $0.severity == .wrong })
    #expect(plandaan.unverified.contains { $0.reason.contains("IKKK.PENUNJANG") })
    #expect(
      !(try AuditSample.report(of: "ngoro").findings.contains { $0.kind == .formula && $0.severity == .wrong })
    )
    let jombang = try AuditSample.report(of: "jombang")
    #expect(jombang.finding("N49")?.severity == .notice)
  }
}
