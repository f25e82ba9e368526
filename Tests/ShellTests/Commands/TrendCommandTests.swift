import Analysis
import Testing

@testable import Shell

@Suite("Where indicators are heading")
struct TrendCommandTests {
  private func output(_ line: String, _ datasets: [String] = ["plandaan"]) throws -> Output {
    var session = try SampleSession.loaded("plandaan")
    for dataset in datasets.dropFirst() {
      _ = try session.execute("muat \(Words.quoted(SampleSession.path(dataset)))")
    }
    if datasets.count > 1 { _ = try session.execute("pakai unit=plandaan tahun=2025") }
    return try session.execute(line)
  }

  private func first(_ line: String) throws -> JSONValue {
    try #require(try output(line).result["deret"]?.elements.first)
  }

  private func isClose(_ found: JSONValue?, _ expected: Double) -> Bool {
    guard let number = found?.number else { return false }
    return abs(number - expected) <= 1e-9 * max(1, expected.magnitude)
  }

  @Test func theTrendOfAKIPIsThatOfTheReference() throws {
    let series = try first("tren AKIP")
    #expect(series["tahun"]?.elements.compactMap(\.number) == [2021, 2022, 2023, 2024, 2025])
    #expect(series["nilai"]?.elements.compactMap(\.number) == [70.09, 70.17, 74.09, 78.44, 81.40])
    #expect(series["n"]?.number == 5)
    #expect(isClose(series["kemiringan"], 3.089))
    #expect(isClose(series["intersep"], -6174.209))
    #expect(isClose(series["r2"], 0.945423486249731))
    #expect(isClose(series["galat_baku"], 0.42849620768450214))
    #expect(isClose(series["p"], 0.005502533268903935))
    #expect(isClose(series["ik95"]?.elements[0], 1.725333827026375))
    #expect(isClose(series["theil_sen"], 3.3075))
    #expect(isClose(series["theil_sen_ik95"]?.elements[0], 0.08))
    #expect(isClose(series["theil_sen_ik95"]?.elements[1], 4.35))
    #expect(isClose(series["cagr"], 0.0381069204202))
    #expect(series["mann_kendall"]?["s"]?.number == 10)
    #expect(isClose(series["mann_kendall"]?["p"], 1.0 / 60))
    #expect(series["mann_kendall"]?["eksak"] == .bool(true))
    #expect(series["arah"]?.string == "naik")
    let next = try #require(series["proyeksi"]?.elements.first)
    #expect(next["tahun"]?.number == 2026)
    #expect(isClose(next["nilai"], 84.105))
    #expect(isClose(next["bawah80"], 80.88909848085048))
    #expect(isClose(next["bawah95"], 77.85589653969762))
    #expect(isClose(next["atas95"], 90.35410346030238))
  }

  @Test(arguments: ["potong", "logit"]) func theProjectionOfIKMStaysWithinItsBounds(handling: String) throws {
    let output = try output("tren IKM proyeksi=5 batas=\(handling)")
    let points = try #require(output.result["deret"]?.elements.first?["proyeksi"]?.elements)
    #expect(points.count == 5)
    for point in points {
      #expect((point["nilai"]?.number ?? 101) <= 100)
      #expect((point["atas95"]?.number ?? 101) <= 100)
    }
    let text = TextRenderer(width: 200).text(of: output.document)
    #expect(
      text.contains(
        handling == "logit" ? "Skala logit" : "dipotong pada batas itu; tanpa batas 2026 menjadi 101,492"))
  }

  @Test func theDirectionOfIPPIsUnclearAndItsConflictIsSaid() throws {
    let output = try output("tren IPP")
    let series = try #require(output.result["deret"]?.elements.first)
    #expect(series["arah"]?.string == "tidak jelas")
    #expect(isClose(series["mann_kendall"]?["p"], 7.0 / 30))
    #expect(output.warnings.contains { $0.contains("2024 dinyatakan berbeda (3,65 dan 4,05)") })
  }

  @Test func theScoreBreaksIn2024() throws {
    let series = try first("tren AKIP IKPP nko=ya")
    #expect(series["kode"]?.string == "NKO")
    #expect(series["jeda"]?.elements.compactMap { $0["tahun"]?.number } == [2024])
    #expect(series["jeda"]?.elements.first?["alasan"]?.string?.contains("Peraturan Bupati 37/2025") == true)
    #expect(series["tahun_dianalisis"]?.elements.compactMap(\.number) == [2024, 2025])
    let score = series["nilai"]?.elements[3].number ?? 0
    #expect(score.roundedHalfAway(places: 2) == 94.88)
    #expect(series["arah"]?.string == "data kurang")
    #expect(series["kemiringan"] == .null)
    #expect(series["sebab"]?["kemiringan"]?.string == "dua titik selalu membentuk garis")
  }

  @Test func theScoreWithoutCodesTakesEachYearsKeyIndicators() throws {
    let series = try first("tren nko=ya")
    #expect(series["nilai"]?.elements.last?.number?.roundedHalfAway(places: 2) == 100.82)
    #expect(series["jeda"]?.elements.contains { $0["tahun"]?.number == 2024 } == true)
  }

  @Test func aMarkedBreakLeavesThreeYears() throws {
    let series = try first("tren IPP jeda=2023")
    #expect(series["n"]?.number == 3)
    #expect(series["arah"]?.string == "data kurang")
    #expect(series["p"] == .null)
    #expect(series["sebab"]?["p"]?.string?.contains("1/3") == true)
    #expect(series["proyeksi"]?.elements.first?["bawah80"]?.number != nil)
    #expect(series["proyeksi"]?.elements.first?["bawah95"] == .null)
  }

  @Test func constantSeriesGiveNoCertainty() throws {
    let series = try first("tren TRANTIBUM")
    #expect(series["arah"]?.string == "tetap")
    #expect(series["r2"] == .null && series["mann_kendall"] == .null)
    #expect(series["proyeksi"]?.elements.first?["nilai"]?.number == 100)
    #expect(series["proyeksi"]?.elements.first?["bawah95"] == .null)
  }

  @Test func aGapStaysAndSaysWhy() throws {
    let series = try first("tren IKM tahun=2020..2022")
    #expect(series["nilai"]?.elements == [.null, .number(92.54), .number(94.22)])
    #expect(series["sebab"]?["nilai"]?.string?.contains("2020: IKM[2020] belum ada datanya") == true)
    #expect(series["n"]?.number == 2)
  }

  @Test func computedYearsAreTold() throws {
    let output = try output("tren IKPP")
    #expect(
      output.result["deret"]?.elements.first?["tahun_dihitung"]?.elements.compactMap(\.number) == [
        2021, 2022,
      ])
    #expect(
      TextRenderer(width: 120).text(of: output.document).contains("Nilai 2021, 2022 dihitung dari rumus"))
  }

  @Test func theChanceOfATargetIsThatOfThePredictiveDistribution() throws {
    let given = try first("tren AKIP target=81,40")
    let next = try #require(given["proyeksi"]?.elements.first)
    #expect(isClose(next["peluang"], 0.8689405623927475))
    let stored = try first("tren IKM")
    #expect(stored["proyeksi"]?.elements.first?["target"]?.number == 99.05)
    #expect(stored["proyeksi"]?.elements.first?["asal_target"]?.string == "target 2026")
    let midTerm = try first("tren AKIP proyeksi=4")
    #expect(midTerm["proyeksi"]?.elements.last?["asal_target"]?.string == "renstra")
  }

  @Test func unitsOfSeveralDatasetsAreRanked() throws {
    let output = try output("tren AKIP unit=semua", ["plandaan", "ngoro", "jombang"])
    let series = output.result["deret"]?.elements ?? []
    #expect(
      series.compactMap { $0["unit"]?.string } == [
        "Kecamatan Plandaan", "Kecamatan Ngoro", "Kecamatan Jombang",
      ])
    #expect(series.compactMap { $0["peringkat"]?.number } == [2, 3, 1])
    #expect(series[1]["n"]?.number == 3 && series[1]["signifikan"] == .bool(false))
  }

  @Test func differentScalesAreRankedByIndex() throws {
    let output = try output("tren AKIP IKM IPP indeks=ya")
    let series = output.result["deret"]?.elements ?? []
    #expect(series.compactMap { $0["peringkat"]?.number } == [2, 3, 1])
    #expect(TextRenderer(width: 80).text(of: output.document).contains("Indeks AKIP, IKM, IPP"))
  }

  @Test func anAssumptionIsSaid() throws {
    var session = try SampleSession.loaded("plandaan")
    _ = try session.execute("simulasi AKIP=60")
    let output = try session.execute("tren AKIP")
    #expect(output.result["deret"]?.elements.first?["nilai"]?.elements.last?.number == 60)
    #expect(output.warnings.contains { $0.contains("memakai asumsi") })
  }

  @Test(arguments: [
    "tren AKIP IKM target=82", "tren AKIP proyeksi=6", "tren AKIP metode=arima", "tren AKIP jeda=kemarin",
    "tren P99", "tren AKIP tahun=1900..2025", "tren AKIP unit=Mars",
  ])
  func whatMakesNoSenseIsRefused(line: String) throws {
    #expect(throws: Problem.self) { try output(line) }
  }

  @Test(arguments: ["theil-sen", "naif", "holt", "holt-lurus", "drift"]) func everyMethodProjects(
    method: String
  ) throws {
    let series = try first("tren AKIP metode=\(method) proyeksi=3")
    #expect(series["proyeksi"]?.elements.count == 3)
    #expect(series["metode"]?.string == method)
    #expect(series["uji_mundur"]?["jumlah"]?.number == 2)
  }

  @Test(
    arguments: ["tren AKIP target=82", "tren AKIP IKM IPP indeks=ya", "tren AKIP IKPP nko=ya"], [60, 80, 120])
  func answersFitTheWidth(line: String, width: Int) throws {
    let text = TextRenderer(width: width).text(of: try output(line).document)
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.columns(of: String($0)) <= width })
    let name = line.filter { $0.isLetter || $0 == " " }.split(separator: " ").joined(separator: "-")
      .lowercased()
    try expectSnapshot(text, "\(name)-\(width).txt")
  }
}
