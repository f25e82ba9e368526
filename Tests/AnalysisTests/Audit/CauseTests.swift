import Testing

@testable import Analysis

@Suite("Causes that give the printed figure exactly")
struct CauseTests {
  @Test(arguments: [
    ("100*85,43/100", "85,34", "dua angka tertukar"), ("1000 + 234", "124", "satu angka hilang"),
    ("10 + 20 + 31", "51", "10 tidak ikut dijumlahkan"), ("10 + 20 + 31", "81", "20 terhitung dua kali"),
    ("jumlah(1243; 5000)", "6234", "angka dalam satu suku tertukar"),
    ("rata(90,5; 80,25; 71)", "85,38", "71 tidak ikut"),
    ("241,75/3", "120,88", "dibagi 2, bukan 3"), ("104,5", "100", "dibatasi 100%"),
    ("112,4", "110", "dibatasi 110%"),
    ("2,35 - 5", "2,65", "tandanya terbalik"), ("7,1926", "71,93", "koma desimal bergeser 1 tempat ke kanan"),
    ("80/90*100", "112,50", "terbalik"), ("102,5777", "102,57", "dipotong"),
    ("(2/3)*(2/3)", "0,45", "hitungan antaranya dibulatkan 2 desimal"),
  ])
  func areNamed(formula: String, printed: String, cause: String) throws {
    let finding = try #require(try AuditSample.claims([(formula, printed)]).findings.first)
    #expect(finding.causes.contains { $0.contains(cause) }, "\(finding.causes)")
  }

  @Test(arguments: [
    ("19 + 42", "51"), ("95,72 - 86,74", "43,49"), ("22,81/30*100", "83,23"), ("99,97", "99,92"),
  ])
  func areNotInvented(formula: String, printed: String) throws {
    let finding = try #require(try AuditSample.claims([(formula, printed)]).findings.first)
    #expect(finding.severity == .wrong)
    #expect(finding.causes == [])
  }

  @Test func otherRowsYearsAndPeriodsAreTried() throws {
    var sample = AuditSample()
    sample.node("P", .programme)
    sample.node("P_1", under: 0, .activity)
    sample.node("P_2", under: 0, .activity)
    sample.indicator("A", node: 0)
    sample.indicator("B", node: 0)
    sample.fact("A", 2025, target: 80, actual: 70.5)
    sample.fact("A", 2025, target: 75)
    sample.fact("A", 2024, target: 80, actual: 66.3)
    sample.fact("A", 2025, target: 90, actual: 70.5, period: 2)
    sample.fact("B", 2025, target: 80, actual: 51.7)
    sample.budget("P", 2025, ceiling: 1000, spending: 700)
    sample.budget("P_1", 2025, ceiling: 800, spending: 550)
    sample.budget("P_2", 2025, ceiling: 200, spending: 150)
    sample.claim("capaian(A)", "94,00%")
    sample.claim("capaian(A)", "82,88%")
    sample.claim("capaian(A)", "78,33%")
    sample.claim("capaian(A)", "64,63%")
    sample.claim("serapan(P)", "71,88%")
    sample.claim("serapan(P_1)", "55,05%")
    sample.claim("capaian(A)", "113,48%")
    let findings = try sample.report().findings.filter { $0.kind == .claim }
    let causes = findings.map { $0.causes.joined(separator: "; ") }
    #expect(causes[0].contains("target A = 75"))
    #expect(causes[1].contains("angka tahun 2024"))
    #expect(causes[2].contains("angka periode lain: TB IV"))
    #expect(causes[3].contains("angka baris lain: B"))
    #expect(causes[4].contains("rata-rata serapan 2 simpul"))
    #expect(causes[6].contains("terbalik"))
  }

  @Test func roundedFiguresAreRecognised() throws {
    var sample = AuditSample()
    sample.node("P")
    sample.indicator("A", node: 0)
    sample.fact("A", 2025, target: 3, actual: 2.5)
    sample.budget("P", 2025, ceiling: 7, spending: 5.5)
    // 83,3333 − 78,5714 = 4,7619; rounded first to whole percents it is 83 − 79 = 4.
    sample.claim("capaian(A) - serapan(P)", "4")
    let finding = try #require(try sample.report().findings.first { $0.kind == .claim })
    #expect(finding.severity == .rounding)
    #expect(finding.causes.contains { $0.contains("bulat(capaian(A); 0) - bulat(serapan(P); 0)") })
  }
}
