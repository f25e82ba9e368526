import Analysis
import Testing

@testable import Shell

@Suite("Which values reach a goal")
struct GoalSeekCommandTests {
  private func result(_ lines: String...) throws -> JSONValue {
    var session = try SampleSession.loaded("plandaan")
    var output = Output()
    for line in lines { output = try session.execute(line) }
    return output.result
  }

  /// The reference: F02 = (9,05 − 0,05 × 98,3 − 0,25 × 4,8) ÷ 0,75.
  @Test func theReferenceIsExact() throws {
    let result = try result("simulasi IKM=98,3 IPP.F03=4,8", "cari IKPP=9,05 ubah=IPP.F02")
    let found = try #require(result["ubah"]?.elements.first?["menjadi"]?.number)
    #expect(abs(found - 3.913333333333334) < 1e-12)
    #expect(result["tercapai"] == .bool(true))
    #expect(abs((result["nilai"]?.number ?? 0) - 9.05) < 1e-12)
  }

  @Test(arguments: [
    ("cari IKPP=9,05 ubah=IPP.F02", "hitung IKPP=9,05"),
    ("cari capaian(AKIP)=105 ubah=AKIP.PELAPORAN", "hitung capaian(AKIP)=105"),
    ("cari IKPP>=9,05 ubah=IKM.SKCK,IPP.F02.INOVASI", "hitung IKPP>=9,05"),
    ("cari predikat(AKIP)=\"BB\" ubah=AKIP.PELAPORAN", "hitung predikat(AKIP)=\"BB\""),
    ("cari predikat(IPP)=\"B\" ubah=IPP.F02", "hitung predikat(IPP)=\"B\""),
    ("cari serapan(P01)>=90 ubah=pagu(P01)", "hitung serapan(P01)>=90"),
    ("cari capaian(AKIP)<=100 ubah=target(AKIP) langkah=0,05", "hitung capaian(AKIP)<=100"),
    ("cari bulat(IKPP; 1)=9,1 ubah=IPP.F03", "hitung bulat(IKPP; 1)=9,1"),
    ("cari IKM>=99,2 dan IKPP>=9,02 ubah=IKM.SKCK", "hitung IKM>=99,2 dan IKPP>=9,02"),
  ])
  func theAnswerPutBackGivesTheGoal(line: String, check: String) throws {
    #expect(try result(check)["nilai"]?.number == 0)
    #expect(try result(line + " pakai=ya", check)["nilai"]?.number == 1)
  }

  @Test func theScoreCanBeSought() throws {
    let result = try result("cari NKO>=101,5 ubah=IPP.F02.INOVASI,IPP.F02.SDM pakai=ya", "simulasi")
    let score = try #require(result["nko"]?["baru"]?.number)
    #expect(abs(score - 101.5) < 1e-9)
  }

  @Test func stepsAreRespected() throws {
    let result = try result("cari IKPP>=9,05 ubah=IPP.F02.INOVASI langkah=0,05")
    let found = try #require(result["ubah"]?.elements.first?["menjadi"]?.number)
    #expect(abs(found - 0.5) < 1e-12)
  }

  @Test func theBoundThatIsReachedFirstIsSaid() throws {
    var session = try SampleSession.loaded("plandaan")
    let output = try session.execute("cari predikat(AKIP)=\"AA\" ubah=AKIP.PELAPORAN")
    #expect(output.result["tercapai"] == .bool(false))
    #expect(output.result["ubah"]?.elements.first?["menjadi"]?.number == 15)
    #expect(output.result["nilai"]?.string == "A")
    #expect(output.result["sebab"]?.string?.contains("Tidak tercapai") == true)
  }

  @Test func commonGainsStopAtEachBound() throws {
    let result = try result("cari capaian(IKPP)>=106 ubah=IKM.*")
    #expect(result["tercapai"] == .bool(false))
    for input in result["ubah"]?.elements ?? [] { #expect(input["menjadi"]?.number == 100) }
  }

  @Test func whatIsReachedAlreadyIsLeftAlone() throws {
    let result = try result("cari predikat(AKIP)=\"A\" ubah=AKIP.PELAPORAN")
    #expect(result["sudah_tercapai"] == .bool(true) && result["tercapai"] == .bool(true))
    #expect(result["ubah"]?.elements.first?["menjadi"]?.number == 10.65)
  }

  @Test(arguments: [
    "cari IKPP=9,05", "cari IKPP ubah=IKM.SKCK", "cari IKPP=9,05 ubah=RB.SASARAN",
    "cari predikat(AKIP)=\"Z\" ubah=AKIP.PELAPORAN",
    "cari IKPP=9,05 ubah=capaian(IKM)", "cari IKPP=9,05 ubah=IPP.F02 langkah=0",
    "cari IKPP=9,05 ubah=IPP.F02 rentang=5..3",
    "cari IKPP=9,05 ubah=IPP.F02 rentang=7..9", "cari IKPP<>9 ubah=IPP.F02", "cari IKPP=9,05 ubah=TIDAKADA",
    "cari AKIP=80 ubah=IKM.PINDAH_KABUPATEN_KOTA",
  ])
  func nonsenseIsRefused(line: String) throws {
    #expect(throws: Problem.self) { try result(line) }
  }
}
