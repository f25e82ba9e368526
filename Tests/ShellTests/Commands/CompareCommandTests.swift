import Analysis
import Testing

@testable import Shell

@Suite("Beside neighbours, the nation and the plan")
struct CompareCommandTests {
  private func session() throws -> Session {
    var session = try SampleSession.loaded("ngoro", "jombang", "plandaan")
    _ = try session.execute("pakai tahun=2025")
    return session
  }

  private func output(_ line: String) throws -> Output {
    var session = try session()
    return try session.execute(line)
  }

  @Test func higherLevelsAreFound() throws {
    var session = try SampleSession.loaded("plandaan")
    let output = try session.execute("banding IKPP")
    let rows = output.result["perbandingan"]?.elements.first?["baris"]?.elements ?? []
    #expect(
      rows.compactMap { $0["unit"]?.string } == [
        "Kecamatan Plandaan", "Kabupaten Jombang", "Provinsi Jawa Timur", "Nasional",
      ])
    #expect(rows.compactMap { $0["nilai"]?.number } == [9, 8.56, 9.24, 8.5])
    #expect(rows.compactMap { $0["peringkat"]?.number } == [2, 3, 1, 4])
    #expect(rows[0]["selisih"] == .null && rows[0]["sebab"]?.string != nil)
    #expect(rows[2]["selisih"]?.number?.roundedHalfAway(places: 2) == -0.24)
  }

  @Test func progressOfThePublishedPlan() throws {
    let items = try output("banding IKKK AKIP dengan=renstra").result["kemajuan"]?.elements ?? []
    #expect(items.compactMap { $0["tercapai"] } == [.bool(false), .bool(true)])
    #expect(items[0]["tahun_akhir"]?.number == 2029)
    #expect(items[0]["per_tahun"]?.number?.roundedHalfAway(places: 4) == 1.7225)
    #expect(items[1]["kemajuan"]?.number?.roundedHalfAway(places: 2) == 103.04)
    #expect(items[1]["per_tahun"] == .null)
  }

  @Test func anotherYearIsSaid() throws {
    let output = try output("banding AKIP unit=semua")
    let rows = output.result["perbandingan"]?.elements.first?["baris"]?.elements ?? []
    #expect(Set(rows.compactMap { $0["tahun"]?.number }) == [2024, 2025])
    #expect(output.warnings.contains("AKIP Kecamatan Ngoro: nilai tahun 2024, bukan 2025"))
    #expect(TextRenderer(width: 200).text(of: output.document).contains("Kecamatan Ngoro tahun 2024 (80,15)"))
  }

  @Test func anotherScaleIsSaid() throws {
    var session = try SampleSession.loaded("ngoro")
    let output = try session.execute("banding IKM dengan=nasional")
    #expect(output.warnings.contains("IKM Nasional: skala berbeda"))
    let rows = output.result["perbandingan"]?.elements.first?["baris"]?.elements ?? []
    #expect(rows[1]["peringkat"] == .null && rows[1]["selisih"] == .null)
  }

  @Test(arguments: [
    "banding AKIP dengan=bulan", "banding AKIP unit=plandaan", "banding P99", "banding AKIP tahun=25",
  ])
  func whatMakesNoSenseIsRefused(line: String) throws {
    #expect(throws: Problem.self) { try output(line) }
  }

  @Test(arguments: ["banding AKIP IKKK", "banding AKIP unit=semua"], [60, 80, 120])
  func answersFitTheWidth(line: String, width: Int) throws {
    let text = TextRenderer(width: width).text(of: try output(line).document)
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.columns(of: String($0)) <= width })
    let name = line.filter { $0.isLetter || $0 == " " }.split(separator: " ").joined(separator: "-")
      .lowercased()
    try expectSnapshot(text, "\(name)-\(width).txt")
  }
}
