import Analysis
import Testing

@testable import Shell

@Suite("Named sets of assumptions")
struct ScenarioCommandTests {
  static let lines = [
    "simulasi IPP.F02.INOVASI=0,50", "skenario simpan inovasi", "simulasi IKM.SKCK+=2",
    "skenario simpan \"inovasi dan skck\"",
    "simulasi hapus semua", "simulasi AKIP.PELAPORAN=5", "skenario simpan jatuh", "simulasi hapus semua",
  ]

  private func session() throws -> Session {
    var session = try SampleSession.loaded("plandaan")
    for line in Self.lines { _ = try session.execute(line) }
    return session
  }

  @Test func standSideBySide() throws {
    var session = try session()
    let output = try session.execute("skenario banding")
    #expect(
      output.result["skenario"]?.elements.compactMap { $0["nama"]?.string } == [
        "inovasi", "inovasi dan skck", "jatuh",
      ])
    let rows = output.result["baris"]?.elements ?? []
    let index = try #require(rows.first { $0["kode"]?.string == "IKPP" })
    #expect(abs((index["nilai"]?["inovasi"]?.number ?? 0) - 9.074) < 1e-12)
    #expect(index["nilai"]?["jatuh"]?.number == 9)
    #expect(abs((index["selisih"]?["inovasi dan skck"]?.number ?? 0) - 0.08385) < 1e-12)
    let score = try #require(rows.first { $0["kode"]?.string == "NKO" })
    #expect(score["predikat"]?["jatuh"]?.string == "Baik" && score["predikat_dasar"]?.string == "Istimewa")
    let text = TextRenderer(width: 80).text(of: output.document)
    #expect(text.contains("Selisih terhadap dasar"))
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.columns(of: String($0)) <= 80 })
  }

  @Test func comeBackAsTheyWereSaved() throws {
    var session = try session()
    _ = try session.execute("skenario pakai \"inovasi dan skck\"")
    #expect(session.state.assumptions == session.state.scenarios[1].assumptions)
    _ = try session.execute("skenario pakai dasar")
    #expect(session.state.assumptions.isEmpty)
    _ = try session.execute("skenario hapus jatuh")
    #expect(session.state.scenarios.map(\.name) == ["inovasi", "inovasi dan skck"])
  }

  /// What a notebook keeps are the lines; running them again makes the same scenarios.
  @Test func areRebuiltFromTheRecordedLines() throws {
    let session = try session()
    var again = Session(surroundings: Surroundings(folder: SampleSession.root))
    for step in session.steps { _ = try again.execute(step.line) }
    #expect(again.state.scenarios == session.state.scenarios)
    #expect(again.state.assumptions == session.state.assumptions)
  }

  @Test(arguments: [
    "skenario simpan dasar", "skenario simpan baru", "skenario pakai tidakada", "skenario hapus x",
  ])
  func nonsenseIsRefused(line: String) throws {
    var session = try session()
    #expect(throws: Problem.self) { try session.execute(line) }
  }
}
