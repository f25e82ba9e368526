import Analysis
import Testing

@testable import Shell

@Suite("Which inputs move a result most")
struct SensitivityCommandTests {
  private func result(_ lines: String...) throws -> JSONValue {
    var session = try SampleSession.loaded("plandaan")
    var output = Output()
    for line in lines { output = try session.execute(line) }
    return output.result
  }

  /// IKPP = 0,05 × mean of ten services + 0,75 × F02 + 0,25 × F03: every swing is a coefficient times the range.
  @Test func aLinearTornadoIsExact() throws {
    let result = try result("sensitif IKPP ubah=IKM.SKCK,IPP.F02,IPP.F03 rentang=±0,2")
    let rows = result["baris"]?.elements ?? []
    #expect(rows.compactMap { $0["kode"]?.string } == ["IPP.F02", "IPP.F03", "IKM.SKCK"])
    let swings = rows.compactMap { $0["ayunan"]?.number }
    for (swing, expected) in zip(swings, [0.75 * 0.4, 0.25 * 0.4, 0.005 * 0.4]) {
      #expect(abs(swing - expected) < 1e-12)
    }
    for row in rows { #expect(row["lurus"] == .bool(true)) }
    let base = try #require(result["dihitung"]?.number)
    #expect(abs(base - (0.05 * 99.027 + 0.75 * 3.82 + 0.25 * 4.76)) < 1e-12)
  }

  @Test func theInputsAreFoundByThemselves() throws {
    let codes = try result("sensitif AKIP")["baris"]?.elements.compactMap { $0["kode"]?.string } ?? []
    #expect(Set(codes) == ["AKIP.PERENCANAAN", "AKIP.PENGUKURAN", "AKIP.PELAPORAN", "AKIP.EVALUASI"])
    let budget =
      try result("sensitif serapan(P01)")["baris"]?.elements.compactMap { $0["kode"]?.string } ?? []
    #expect(Set(budget) == ["pagu(P01)", "belanja(P01)"])
  }

  @Test func rangesComeFromHistoryAndBounds() throws {
    let history = try result("sensitif AKIP rentang=riwayat")["baris"]?.elements ?? []
    let row = try #require(history.first { $0["kode"]?.string == "AKIP.PELAPORAN" })
    #expect(row["terendah"]?.number == 8.76 && row["tertinggi"]?.number == 10.65)
    #expect(row["predikat_terendah"]?.string == "BB" && row["predikat_tertinggi"]?.string == "A")
    let bounds = try result("sensitif AKIP rentang=batas ubah=AKIP.PELAPORAN")["baris"]?.elements.first
    #expect(bounds?["terendah"]?.number == 0 && bounds?["tertinggi"]?.number == 15)
  }

  @Test func capsAreSaidWhereTheyBite() throws {
    let output = try result("sensitif NKO ubah=AKIP.PELAPORAN rentang=±2")
    let row = try #require(output["baris"]?.elements.first)
    #expect(row["lurus"] == .bool(false))
    #expect(row["datar"]?.elements.isEmpty == false)
    #expect(row["predikat_terendah"]?.string == "Baik" && row["predikat_tertinggi"]?.string == "Istimewa")
  }

  @Test(arguments: [
    "sensitif predikat(AKIP)", "sensitif AKIP rentang=5", "sensitif AKIP rentang=±0",
    "sensitif AKIP rentang=90..80",
    "sensitif TIDAKADA", "sensitif AKIP ubah=TIDAKADA", "sensitif 3+4",
  ])
  func nonsenseIsRefused(line: String) throws {
    #expect(throws: Problem.self) { try result(line) }
  }
}
