import Analysis
import Testing

@testable import Shell

@Suite("Was the target reached, and why")
struct MeasurementCommandTests {
  private func rows(_ line: String, _ dataset: String) throws -> [JSONValue] {
    var session = try SampleSession.loaded(dataset)
    return try session.execute(line).result["baris"]?.elements ?? []
  }

  /// Figures printed in the three reports.
  @Test(arguments: [
    ("plandaan", "capaian AKIP tahun=2024", 105.29), ("plandaan", "capaian IKPP tahun=2024", 105.55),
    ("plandaan", "capaian IKKK", 92.81), ("plandaan", "capaian IKPP", 104.90),
    ("plandaan", "capaian RB", 104.76),
    ("plandaan", "capaian ASPEK_TRANTIBUM", 56.29), ("jombang", "capaian AKIP", 99.88),
    ("jombang", "capaian IKPP", 97.75),
    ("plandaan", "capaian IKPP periode=\"TB I-III\"", 104.65),
  ])
  func achievementsAreThoseOfTheReports(dataset: String, line: String, printed: Double) throws {
    let row = try #require(try rows(line, dataset).first)
    #expect(row["capaian"]?.number?.roundedHalfAway(places: 2) == printed)
  }

  @Test func theScoreOf2024IsCorrectedByThePredicate() throws {
    var session = try SampleSession.loaded("plandaan")
    let result = try session.execute("capaian AKIP IKPP tahun=2024 pko=ya").result
    let finals = result["baris"]?.elements.compactMap {
      $0["nilai_akhir"]?.number?.roundedHalfAway(places: 2)
    }
    #expect(finals == [94.76, 94.99])
    #expect(result["nko"]?.number?.roundedHalfAway(places: 2) == 94.88)
    #expect(result["predikat_nko"]?.string == "Baik")
    #expect(result["predikat_koreksi"]?.string == "BB")
  }

  @Test func theScoreOf2025TakesTheKeyIndicatorsByItself() throws {
    var session = try SampleSession.loaded("plandaan")
    let result = try session.execute("capaian pko=ya").result
    let codes = result["baris"]?.elements.compactMap { $0["kode"]?.string } ?? []
    #expect(Set(codes) == ["IKKK", "IKPP", "RB"])
    #expect(result["nko"]?.number?.roundedHalfAway(places: 2) == 100.82)
    #expect(result["predikat_nko"]?.string == "Istimewa")
  }

  @Test(arguments: [
    ("hitung (IKM/25*2,5 + IPP*2)/2", 9.0015), ("hitung \"(IKM/25*2,5 + IPP*2)/2\"", 9.0015),
    ("hitung IPP", 4.05),
    ("calc AKIP - AKIP[-1]", 2.96), ("hitung rata(IKM.*)", 99.027), ("hitung serapan(P01)", 85.34281169),
  ])
  func formulasAreEvaluatedInFullPrecision(line: String, value: Double) throws {
    var session = try SampleSession.loaded("plandaan")
    let found = try #require(try session.execute(line).result["nilai"]?.number)
    #expect(abs(found - value) < 1e-8 * max(1, value.magnitude))
  }

  @Test func storedAndComputedStandBesideEachOther() throws {
    var session = try SampleSession.loaded("plandaan")
    let result = try session.execute("hitung IPP").result
    #expect(result["tersimpan"]?.number == 4.05)
    #expect(abs((result["dihitung"]?.number ?? 0) - 4.055) < 1e-12)
  }

  @Test func aMissingValueSaysWhyAndWhereThereIsOne() throws {
    var session = try SampleSession.loaded("plandaan")
    let result = try session.execute("hitung AKIP[2019] + 1").result
    #expect(result["nilai"] == .null)
    #expect(result["sebab"]?.string?.contains("2021") == true)
  }

  @Test func everyFigureShowsItsRow() throws {
    let rows = try rows("lihat IKM.SKCK tahun=2025", "plandaan")
    #expect(rows.compactMap { $0["realisasi"]?.number } == [95.34, 95.24])
    #expect(rows.first?["sumber"]?.string == "Tabel 3.9")
    #expect(rows.last?["berbeda"]?.elements == [.string("realisasi")])
  }

  @Test(arguments: [
    "jelaskan IKPP", "jelaskan P01", "jelaskan IPP.F02.KEBIJAKAN", "jelaskan TRANTIBUM tahun=2023",
  ])
  func explanationsComeWithText(line: String) throws {
    var session = try SampleSession.loaded("plandaan")
    let output = try session.execute(line)
    #expect(!output.document.blocks.isEmpty)
    #expect(output.result["kode"] != nil)
  }

  @Test func anExplanationNamesFormulaRuleAndScale() throws {
    var session = try SampleSession.loaded("plandaan")
    let text = TextRenderer(width: 100).text(of: try session.execute("jelaskan AKIP").document)
    for part in ["jumlah(AKIP.*)", "81,40 ÷ 78,64", "capaian-110", "PermenPAN-RB 88/2021", "Tabel 3.19"] {
      #expect(text.contains(part) || text.contains(part.replacing("81,40", with: "81,4")), "\(part)")
    }
  }
}
