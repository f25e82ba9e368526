import Analysis
import Testing

@testable import Shell

@Suite("What was achieved for what was spent")
struct EfficiencyCommandTests {
  private func answer(_ line: String, _ datasets: String...) throws -> Output {
    var session = try SampleSession.loaded("plandaan")
    for dataset in datasets {
      _ = try session.execute("muat \(Words.quoted(SampleSession.path(dataset)))")
    }
    return try session.execute(line)
  }

  private func rounded(_ value: JSONValue?) -> Double? { value?.number?.roundedHalfAway(places: 2) }

  private func text(_ output: Output) -> String { TextRenderer(width: 80).text(of: output.document) }

  // MARK: - The published reports

  /// Table 3.30 of the report; P03 is printed as 0,03 because rounded percentages were subtracted.
  @Test func plandaanGivesTheNineRowsOfTheReport() throws {
    let result = try answer("efisiensi").result
    let rows = result["baris"]?.elements ?? []
    #expect(rows.map { $0["kode"]?.string } == ["T", "S1", "P01", "S2", "P02", "P05", "P04", "P06", "P03"])
    #expect(
      rows.map { rounded($0["efisiensi"]) } == [6.07, 19.42, 18.17, 7.39, 6.76, -14.81, -43.71, -50, 0.02])
    #expect(rows.map { $0["induk"]?.string } == [nil, "T", "S1", "T", "S2", "S2", "S2", "S2", "S2"])
    #expect(rows[0]["indikator"]?.elements.map(\.string) == ["IKKK"])
    let total = try #require(result["total"])
    #expect(rounded(total["capaian"]) == 88.78)
    #expect(rounded(total["serapan"]) == 86.74)
    #expect(rounded(total["efisiensi"]) == 2.04)
    #expect(total["pagu"]?.number == 2_673_693_824)
    #expect(total["realisasi_anggaran"]?.number == 2_319_146_481)
    #expect(total["silpa"]?.number == 354_547_343)
    #expect(rounded(total["capaian_tertimbang"]) == 101.90)
  }

  @Test func theDigitOfTheReportIsExplained() throws {
    let shown = text(try answer("efisiensi"))
    #expect(shown.contains("P03: dari angka yang dibulatkan 96,67 − 96,64 = 0,03"))
  }

  @Test(arguments: [
    ("jombang", 745_746_973.0, 11_451_341_651.0), ("ngoro", 126_809_220, 3_063_438_648),
  ])
  func theOtherReportsRemainders(dataset: String, silpa: Double, pagu: Double) throws {
    let total = try answer("efisiensi", dataset).result["total"]
    #expect(total?["silpa"]?.number == silpa)
    #expect(total?["pagu"]?.number == pagu)
  }

  /// Figures that the reports print differently, with what the data give.
  @Test(arguments: [
    ("jombang", "P05", "8,5%", 3.46, "salah hitung"), ("jombang", "P02", "0,7%", 6.82, "salah hitung"),
    ("jombang", "S1", "6,3%", 6.22, "pembulatan"), ("jombang", "P01", "94%", 88.21, "dari angka lain"),
  ])
  func printedFiguresStandBesideTheComputedOnes(
    dataset: String, code: String, printed: String, computed: Double, outcome: String
  ) throws {
    let figures = try answer("efisiensi", dataset).result["tercetak"]?.elements ?? []
    let found = figures.filter { $0["kode"]?.string == code && $0["tercetak"]?.string == printed }
    #expect(!found.isEmpty)
    #expect(found.contains { rounded($0["dihitung"]) == computed && $0["hasil"]?.string == outcome })
  }

  @Test func ngoroPrintsWhatItsDataGive() throws {
    let figures = try answer("efisiensi", "ngoro").result["tercetak"]?.elements ?? []
    #expect(figures.count > 20)
    #expect(figures.allSatisfy { $0["hasil"]?.string == "cocok" })
  }

  // MARK: - Methods and details

  @Test(arguments: [
    ("selisih", 6.0739), ("relatif", 7.0025), ("rasio", 1.0700), ("biaya", 24_987_212.4802),
  ])
  func everyMethodIsOffered(method: String, goal: Double) throws {
    let row = try #require(try answer("efisiensi metode=\(method)").result["baris"]?.elements.first)
    #expect(row["efisiensi"]?.number?.roundedHalfAway(places: 4) == goal)
    #expect(row[method == "biaya" ? "biaya_per_poin" : method] == row["efisiensi"])
  }

  @Test func theMinistersScoreNamesItsVintage() throws {
    let output = try answer("efisiensi metode=pmk")
    let score = try #require(output.result["nilai"]?.elements.first)
    #expect(score["aturan"]?.string == "22/2021")
    #expect(rounded(score["e"]) == 14.87)
    #expect(rounded(score["ne"]) == 87.19)
    #expect(score["dibatasi"] == .bool(false))
    #expect(text(output).contains("metode yang diadopsi"))
  }

  @Test func driversAddUpAndSetSalariesApart() throws {
    let drivers = try #require(try answer("efisiensi rincian=pendorong").result["pendorong"])
    let points = (drivers["sisa"]?.elements ?? []) + (drivers["hasil"]?.elements ?? [])
    let sum = points.reduce(0) { $0 + ($1["poin"]?.number ?? .nan) }
    #expect(abs(sum - (drivers["total"]?.number ?? .nan)) < 1e-9)
    #expect(drivers["silpa_gaji"]?.number == 339_465_028)
    #expect(rounded(drivers["serapan_tanpa_gaji"]) == 98.20)
  }

  @Test func plandaansParentsAddUp() throws {
    let findings = try answer("efisiensi rincian=rekap").result["rekap"]?.elements ?? []
    #expect(findings.count == 40)
    #expect(findings.allSatisfy { $0["hasil"]?.string == "cocok" })
  }

  @Test func jombangsDoNot() throws {
    let findings = try answer("efisiensi rincian=rekap", "jombang").result["rekap"]?.elements ?? []
    let objective = findings.first { $0["kode"]?.string == "S1" && $0["angka"]?.string == "pagu" }
    #expect(objective?["selisih"]?.number == 26_362_238)
  }

  @Test func unitsAndYearsStandBesideEachOther() throws {
    let output = try answer("efisiensi P02 metode=biaya unit=semua", "ngoro", "jombang")
    let entries = output.result["bandingan"]?.elements ?? []
    #expect(entries.map { $0["tahun"]?.number } == [2025, 2024, 2024])
    #expect(entries.map { rounded($0["total"]?["biaya_per_poin"]) } == [55_684, 73_640.61, 165_325.4])
    #expect(output.warnings.contains { $0.contains("tahun yang dibandingkan tidak sama") })
  }

  @Test func theFrontierAmongUnits() throws {
    let output = try answer("efisiensi metode=dea", "ngoro", "jombang")
    let rows = output.result["baris"]?.elements ?? []
    #expect(rows.count == 3)
    #expect(rows.map { rounded($0["ccr"]) } == [1, 0.89, 0.24])
    #expect(output.warnings.contains { $0.contains("hanya 3 unit") })
  }

  @Test func theFrontierStopsWhenAsked() throws {
    var session = try SampleSession.loaded("plandaan", "ngoro")
    session.surroundings.isInterrupted = { true }
    let problem = #expect(throws: Problem.self) { try session.execute("efisiensi metode=dea") }
    #expect(problem?.kind == .interrupted)
  }

  @Test func theFrontierTellsItsProgress() throws {
    let parts = PartsSeen()
    var session = try SampleSession.loaded("plandaan", "ngoro")
    session.surroundings.progress = { part, _ in parts.add(part) }
    _ = try session.execute("efisiensi metode=dea")
    #expect(parts.all.last == 1)
    #expect(parts.all == parts.all.sorted())
  }

  // MARK: - Staff and facilities

  @Test func staffAndFacilities() throws {
    let kinds = try answer("sumberdaya").result["jenis"]?.elements ?? []
    #expect(kinds.map { rounded($0["ketersediaan"]) } == [31.37, 94.37])
    #expect(kinds.first?["kebutuhan_bersama"]?.number == 10)
    let same = try answer("efisiensi metode=sumberdaya").result["jenis"]?.elements
    #expect(same == kinds)
  }

  // MARK: - Wrong input

  @Test(arguments: [
    ("efisiensi aturan=22/2021", "metode=pmk"), ("efisiensi metode=pmk aturan=1/1999", "214/2017"),
    ("efisiensi metode=dea masukan=belnja", "belanja"), ("efisiensi P01 metode=dea", "unit, bukan simpul"),
    ("efisiensi tahun=2020", "2025"), ("efisiensi jenjang=prgram", "program"),
    ("efisiensi metode=dea", "dua unit"),
    ("efisiensi P0X", "P0"), ("sumberdaya tahun=2020", "2025"), ("sumberdaya jenis=orang", "sdm"),
    ("efisiensi metode=pmk tahun=2020", "2025"),
  ])
  func everyRefusalSaysWhatWouldDo(line: String, hint: String) throws {
    let problem = #expect(throws: Problem.self) { try self.answer(line) }
    let told = [problem?.message ?? "", problem?.expected ?? ""] + (problem?.suggestions ?? [])
    #expect(told.joined(separator: " ").contains(hint))
  }

  // MARK: - Pages

  @Test(arguments: [
    ("simpul", "efisiensi"), ("pendorong", "efisiensi rincian=pendorong"),
    ("kegiatan", "efisiensi jenjang=kegiatan"),
    ("metode", "efisiensi metode=semua rincian=simpul"), ("sumberdaya", "sumberdaya"),
    ("pmk", "efisiensi metode=pmk"),
  ])
  func pagesOfPlandaan(name: String, line: String) throws {
    let shown = text(try answer(line))
    #expect(shown.split(separator: "\n").allSatisfy { DisplayWidth.columns(of: String($0)) <= 80 })
    try expectSnapshot(shown, "efisiensi-plandaan-\(name).txt")
  }

  @Test(arguments: [
    ("simpul", "efisiensi"), ("rekap", "efisiensi rincian=rekap"),
    ("biaya", "efisiensi P02 metode=biaya unit=semua"),
    ("dea", "efisiensi metode=dea"),
  ])
  func pagesOfJombang(name: String, line: String) throws {
    let shown = text(try answer(line, "ngoro", "jombang"))
    #expect(shown.split(separator: "\n").allSatisfy { DisplayWidth.columns(of: String($0)) <= 80 })
    try expectSnapshot(shown, "efisiensi-jombang-\(name).txt")
  }

  /// Every example of the help runs.
  @Test(
    arguments: [EfficiencyCommand.declaration, ResourcesCommand.declaration].flatMap {
      $0.examples.map(\.line)
    })
  func examplesRun(line: String) throws {
    #expect(!(try answer(line, "ngoro")).document.blocks.isEmpty || line.hasPrefix("sumberdaya"))
  }
}
