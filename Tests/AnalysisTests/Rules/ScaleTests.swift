import Analysis
import Testing

@Suite("Scales")
struct ScaleTests {
  @Test(
    arguments: [
      ("capaian-110", 100.82, "Istimewa"), ("capaian-110", 94.88, "Baik"), ("capaian-110", 100, "Baik"),
      ("capaian-110", 100.004, "Baik"), ("capaian-110", 80, "Butuh Perbaikan"),
      ("capaian-110", 0, "Sangat Kurang"),
      ("akip", 78.44, "BB"), ("akip", 81.40, "A"), ("akip", 80.00, "BB"), ("akip", 80.01, "A"),
      ("akip", 90.01, "AA"),
      ("akip", 60, "CC"), ("ikm", 88.305, "A"), ("ikm", 88.304, "B"), ("ikm", 76.605, "B"),
      ("ipp", 4.505, "A"),
      ("ipp", 4.504, "A-"), ("ipp", 3.505, "B"), ("ikpp", 8.255, "A"), ("ikpp", 8.2549, "B"),
      ("renja", 90.5, "Sangat Tinggi"),
      ("renja", 65.4, "Rendah"),
    ] as [(String, Double, String)])
  func classesAfterTheDeclaredRounding(scale: String, value: Double, label: String) throws {
    #expect(try RuleBook.scale(scale).classify(value).predicate?.label == label)
  }

  @Test(arguments: [81.0, 85, 90])
  func aTrueHoleHasNoPredicateAndSaysSo(value: Double) throws {
    let result = try RuleBook.scale("capaian-120").classify(value)
    #expect(result.predicate == nil)
    #expect(result.reason.contains("tidak mencakup"))
  }

  @Test func namesItsHoles() throws {
    #expect(try RuleBook.scale("capaian-120").holes == [80...90])
    for name in ["capaian-110", "akip", "ikm", "ipp", "ikpp", "akip-lan", "renja"] {
      #expect(try RuleBook.scale(name).holes.isEmpty, "\(name)")
    }
  }

  @Test func tellsWhenRoundingDecidesAndHowFarTheNextClassIs() throws {
    let result = try RuleBook.scale("ikm").classify(88.305)
    #expect(result.isDecidedByRounding)
    let plain = try RuleBook.scale("akip").classify(81.40)
    #expect(!plain.isDecidedByRounding)
    #expect(plain.next?.label == "AA")
    #expect(abs((plain.distanceToNext ?? 0) - 8.6) < 1e-9)
  }

  @Test func anUnknownScaleNamesTheNearest() {
    let problem = #expect(throws: Problem.self) { try RuleBook.scale("capaian-11") }
    #expect(problem?.suggestions.contains("capaian-110") == true)
  }
}
