import Analysis
import Synchronization
import Testing

@testable import Shell

@Suite("How likely a target is")
struct ProbabilityCommandTests {
  static let reference =
    "acak IKPP IKM~normal(98,3; 1,2; 25; 100) IPP.F02~pert(3; 3,8; 4,4) IPP.F03~pert(4,5; 4,8; 5) target=9,05 benih=20250101"

  private func output(_ line: String) throws -> Output {
    var session = try SampleSession.loaded("plandaan")
    return try session.execute(line)
  }

  /// Against quadrature: P(IKPP ≥ 9,05) = 0,296794918, p5 8,579383437, p50 8,931922424, p95 9,254126488.
  @Test(arguments: [("biasa", 200_000, 4.0), ("sobol", 65_536, 0.4)])
  func agreesWithQuadrature(way: String, count: Int, factor: Double) throws {
    let result = try output("\(Self.reference) n=\(count) cara=\(way)").result
    let root = Double(count).squareRoot()
    func near(_ value: JSONValue?, _ expected: Double, _ sd: Double) -> Bool {
      guard let number = value?.number else { return false }
      return abs(number - expected) < factor * sd / root + 1e-12
    }
    #expect(near(result["peluang"], 0.29679491826, 0.457))
    #expect(near(result["rata"], 8.926312725773, 0.2056))
    #expect(near(result["persentil"]?["p5"], 8.579383437, 0.45))
    #expect(near(result["persentil"]?["p50"], 8.931922424, 0.27))
    #expect(near(result["persentil"]?["p95"], 9.254126488, 0.4))
    let shares = result["sumbangan"]?.elements ?? []
    for (share, expected) in zip(shares, [0.0638835, 0.9231483, 0.0129682]) {
      #expect(abs((share["bagian"]?.number ?? 9) - expected) < 0.006)
    }
    #expect(result["n"]?.number == Double(count) && result["benih"]?.number == 20_250_101)
    let classes = result["predikat"]?.elements ?? []
    #expect(abs(classes.reduce(0) { $0 + ($1["peluang"]?.number ?? 0) } - 1) < 1e-12)
    #expect(result["nko"]?["predikat"]?.elements.isEmpty == false)
  }

  @Test func isTheSameOnAnyNumberOfCoresAndBesideAnotherInput() throws {
    let one = try output(Self.reference + " n=50000 inti=1")
    for cores in [2, 4] {
      #expect(try output(Self.reference + " n=50000 inti=\(cores)").result == one.result)
    }
    let line = Self.reference.replacing("acak IKPP ", with: "acak IKPP RB.SASARAN~seragam(70; 80) ")
    let beside = try output(line + " n=50000").result
    for name in ["peluang", "rata", "sd", "persentil"] { #expect(beside[name] == one.result[name]) }
    #expect(try output(Self.reference.replacing("20250101", with: "5") + " n=50000").result != one.result)
  }

  @Test func aDrawnSeedIsRecorded() throws {
    var session = try SampleSession.loaded("plandaan")
    let output = try session.execute("acak RB RB.SASARAN~seragam(70; 80) n=2000")
    let line = try #require(session.steps.last?.line)
    #expect(line.contains("benih=\(Int(output.result["benih"]?.number ?? 0))"))
    #expect(try session.execute(line).result == output.result)
  }

  @Test func theOwnTargetIsTakenAndThePredicatesAddUp() throws {
    let result = try output("acak AKIP AKIP.PELAPORAN~seragam(7; 11) n=20000 benih=1").result
    #expect(result["target"]?.number == 78.64)
    // AKIP ≥ 78,64 when PELAPORAN ≥ 7,89; A from 9,255 on.
    #expect(abs((result["peluang"]?.number ?? 0) - (11 - 7.89) / 4) < 0.015)
    let share = result["predikat"]?.elements.first { $0["predikat"]?.string == "A" }?["peluang"]?.number
    #expect(abs((share ?? 0) - (11 - 9.255) / 4) < 0.015)
    let score = result["nko"]?["predikat"]?.elements.first { $0["predikat"]?.string == "Istimewa" }?[
      "peluang"]?.number
    #expect(score == share)
  }

  @Test func correlationWidensTheDistribution() throws {
    let plain = try output(Self.reference + " cara=sobol").result["sd"]?.number ?? 9
    let line = Self.reference + " cara=sobol korelasi=IPP.F02:IPP.F03:0,5;IKM:IPP.F02:0,3;IKM:IPP.F03:0,2"
    let result = try output(line).result
    #expect(plain < 0.206)
    #expect(abs((result["sd"]?.number ?? 0) - 0.231167) < 6e-4)
    #expect(abs((result["peluang"]?.number ?? 0) - 0.319547) < 1.5e-3)
  }

  @Test func historyIsResampled() throws {
    let result = try output("acak AKIP AKIP~historis n=5000 benih=2").result
    let input = try #require(result["masukan"]?.elements.first)
    #expect(abs((input["rata"]?.number ?? 0) - (result["rata"]?.number ?? 9)) < 0.3)
  }

  @Test func stopsWhenItIsInterrupted() throws {
    var session = try SampleSession.loaded("plandaan")
    let asked = Atomic(0)
    session.surroundings.isInterrupted = { asked.wrappingAdd(1, ordering: .relaxed).newValue > 50 }
    let problem = #expect(throws: Problem.self) {
      try session.execute("acak RB RB.SASARAN~seragam(70; 80) n=2000000000 benih=1")
    }
    #expect(problem?.kind == .interrupted)
    #expect(session.steps.count == 1)
  }

  @Test(arguments: [
    ("acak IKPP IKM~seragam(100; 90)", "lebih besar"), ("acak IKPP IKM~pert(98; 97; 100)", "di luar"),
    ("acak IKPP IKM~segitiga(98; 101; 100)", "di luar"), ("acak IKPP IKM~normal(98; -1)", "kurang dari nol"),
    ("acak IKPP IKM~normal(98; 1; 100; 90)", "lebih besar"), ("acak IKPP IKM~beta(0; 1; 2; 3)", "beta"),
    ("acak IKPP IKM~gaus(1; 2)", "tidak dikenal"), ("acak IKPP IKM~pert(98; 99)", "2 bilangan"),
    ("acak IKPP IKM~normal(98,3; 1.250)", "dua cara"), ("acak IKPP IKMM~normal(98; 1)", "tidak dikenal"),
    ("acak IKPP IKM~normal(98; 1) n=0", "tidak dapat dipakai"),
    ("acak IKPP IKM~normal(98; 1) n=3000000000", "tidak dapat dipakai"),
    ("acak IKPP IKM~normal(98; 1) n=seribu", "tidak dapat dipakai"),
    ("acak RB IKM~normal(98; 1)", "tidak bergantung"),
    ("acak IKPP IKM~normal(98; 1) IKM~seragam(1; 2)", "dua sebaran"),
    ("acak IKM~normal(98; 1) IKM.KTP~tetap(1)", "belum disebutkan"),
    ("acak predikat(AKIP) AKIP~seragam(1; 2)", "teks"), ("acak IKPP IKM~historis(P01)", "simpul"),
    (
      "acak IKPP IKM~normal(98;1) IPP.F02~normal(4;1) IPP.F03~normal(4;1) korelasi=IKM:IPP.F02:0,9;IKM:IPP.F03:0,9;IPP.F02:IPP.F03:-0,9",
      "bertentangan"
    ),
    ("acak IKPP IKM~normal(98;1) korelasi=IKM:RB:0,5", "bukan masukan"),
  ])
  func nonsenseIsRefusedBeforeRunning(line: String, message: String) throws {
    let problem = #expect(throws: Problem.self) { try output(line) }
    #expect(problem?.message.contains(message) == true, "\(problem?.message ?? "")")
    #expect(problem?.place != nil)
  }
}
