import Analysis
import Testing

@testable import Shell

@Suite("Target-setting worksheets at the prompt")
struct WorksheetCommandTests {
  private func entry(_ code: String, _ result: JSONValue) -> JSONValue? {
    result["baris"]?.elements.first { $0["kode"]?.string == code }
  }

  private func component(_ code: String, of entry: JSONValue?) -> JSONValue? {
    entry?["komponen"]?.elements.first { $0["kode"]?.string == code }
  }

  /// Figures printed in the worksheets of the report.
  @Test(arguments: [
    ("tahun=2025 versi=awal", "AKIP", "", 78.64), ("tahun=2025 versi=awal", "IKPP", "IKM", 98.40),
    ("tahun=2025 versi=awal", "IKPP", "IPP.F02", 3.24), ("tahun=2025 versi=awal", "IKPP", "IPP", 3.68),
    ("tahun=2025 versi=awal", "IKPP", "", 8.60), ("tahun=2025 versi=perubahan", "IKPP", "", 8.60),
    ("tahun=2026", "IKPP", "IKM", 99.05), ("tahun=2026", "IKPP", "IPP.F02", 3.85),
    ("tahun=2026", "IKPP", "IPP", 4.10),
    ("tahun=2026", "IKPP", "", 9.05),
  ])
  func computesWhatTheReportPrints(options: String, code: String, part: String, printed: Double) throws {
    var session = try SampleSession.loaded("plandaan")
    let found = entry(code, try session.execute("kktp tampil \(options)").result)
    let row = part.isEmpty ? found : component(part, of: found)
    #expect(row?["dihitung"]?.number?.roundedHalfAway(places: 2) == printed)
  }

  @Test func aTargetWithoutForecastsIsMarkedAsUnderived() throws {
    var session = try SampleSession.loaded("plandaan")
    let row = entry("RB", try session.execute("kktp buat 2026").result)
    #expect(row?["target"]?.number == 79.30)
    #expect(row?["dihitung"] == .null)
    #expect(row?["sebab"]?.string?.contains("tidak diturunkan") == true)
  }

  @Test func everyEntryShowsWhatMovesAboveIt() throws {
    var session = try SampleSession.loaded("plandaan")
    _ = try session.execute("kktp buat 2026")
    let changed = try session.execute(
      "kktp isi IKM.SKCK tambahan=4 tindak=\"loket kedua\" tindak=\"pelatihan\""
    ).result
    let codes = changed["perubahan"]?.elements.compactMap { $0["kode"]?.string } ?? []
    #expect(codes == ["IKM.SKCK", "IKM", "IKPP", "IKPP"])
    let shown = entry("IKPP", try session.execute("kktp tampil").result)
    #expect(shown?["target"]?.number == 9.07)
    let part = component("IKM.SKCK", of: shown)
    #expect(part?["perkiraan"]?.number == 99.34)
    #expect(part?["tindak_lanjut"]?.elements == [.string("loket kedua"), .string("pelatihan")])
    _ = try session.execute("batal")
    _ = try session.execute("batal")
    #expect(entry("IKPP", try session.execute("kktp tampil").result)?["target"]?.number == 9.05)
  }

  @Test func aTargetSetByHandKeepsItsDifference() throws {
    var session = try SampleSession.loaded("plandaan")
    _ = try session.execute("kktp buat 2026")
    _ = try session.execute("kktp isi IKPP target=9,20")
    let row = entry("IKPP", try session.execute("kktp tampil").result)
    #expect(row?["selisih"]?.number == 0.15)
    _ = try session.execute("kktp isi IKPP target=hitung")
    #expect(entry("IKPP", try session.execute("kktp tampil").result)?["target"]?.number == 9.05)
  }

  @Test func theMeasurementAlonePrefillsAWorksheet() throws {
    var session = try SampleSession.loaded("plandaan")
    let result = try session.execute("kktp buat 2026 versi=baru dari=data").result
    #expect(result["baris"]?.elements.compactMap { $0["kode"]?.string } == ["IKKK", "IKPP", "RB"])
    let services = entry("IKPP", result)?["komponen"]?.elements.filter { $0["induk"]?.string == "IKM" } ?? []
    #expect(services.count == 10)
    #expect(services.allSatisfy { $0["nilai_sebelum"]?.number != nil && $0["perkiraan"] == .null })
  }

  /// Wrong entries and a part of what is said.
  static let wrong: [(line: String, says: String)] = [
    ("kktp isi IKM.SKCK perkiraan=101", "batas"), ("kktp isi IKM.SKCK tambahan=banyak", "banyak"),
    ("kktp isi IKM.SKCK tambahan=1.250", "1.250"), ("kktp isi IKM.SKC perkiraan=101", "101"),
    ("kktp isi IKM.TIDAK tambahan=1", "IKM.TIDAK"), ("kktp isi PATEN tambahan=1", "PATEN"),
    ("kktp isi IKM perkiraan=99", "komponen"), ("kktp isi IKPP target=11", "batas"),
    ("kktp isi IKPP", "IKPP"),
    ("kktp isi IKM.KTP tambahan=1 perkiraan=99", "sekaligus"), ("kktp isi IKM.KTP target=99", "komponen"),
    ("kktp buat 2026", "sudah ada"), ("kktp buat 2026 versi=AWAL", "sudah ada"),
    ("kktp buat 2025 versi=perubahan dari=awal", "sudah ada"),
    ("kktp buat 2026 versi=b dari=tidakada", "tidakada"),
    ("kktp buat 2045", "2045"), ("kktp tampil versi=lain", "lain"), ("kktp tampil XYZ", "XYZ"),
  ]

  @Test(arguments: wrong) func wrongEntriesChangeNothing(line: String, says: String) throws {
    var session = try SampleSession.loaded("plandaan")
    _ = try session.execute("kktp buat 2026")
    let before = session.state.worksheets
    let problem = try #require(throws: Problem.self) { try session.execute(line) }
    #expect(problem.message.contains(says))
    #expect(!problem.message.hasSuffix("."))
    #expect(session.state.worksheets == before)
  }

  @Test func anotherUnitsWorksheetIsNeverWrittenTo() throws {
    var session = try SampleSession.loaded("plandaan", "ngoro")
    _ = try session.execute("kktp buat 2025")
    _ = try session.execute("pakai unit=plandaan")
    #expect(throws: Problem.self) { try session.execute("kktp isi AKIP target=82") }
    _ = try session.execute("kktp buat 2026")
    _ = try session.execute("pakai unit=ngoro")
    _ = try session.execute("kktp isi AKIP target=82")
    let written = session.state.worksheets.sheets.filter { sheet in sheet.entries.contains { $0.target == 82 }
    }
    #expect(written.map(\.key.unit) == ["Kecamatan Ngoro"])
  }

  @Test func fillingNeedsAWorksheet() throws {
    var session = try SampleSession.loaded("plandaan")
    let problem = try #require(throws: Problem.self) { try session.execute("kktp isi IKM.SKCK tambahan=1") }
    #expect(problem.suggestions == ["kktp buat 2026"])
  }

  @Test func theGuideListsWhatIsEmptyAndTakesAnswers() throws {
    var session = try SampleSession.loaded("plandaan")
    _ = try session.execute("kktp buat 2026")
    let empty = try session.execute("kktp panduan").result["kosong"]?.elements ?? []
    #expect(empty.contains { $0["kode"]?.string == "RB.STRATEGI" && $0["kolom"]?.string == "tambahan" })
    _ = try session.execute("kktp panduan RB.STRATEGI.tambahan=0,05 \"RB.STRATEGI.tindak=rapat bulanan\"")
    let row = entry("RB", try session.execute("kktp tampil").result)
    #expect(row?["dihitung"]?.number == 79.31)
    #expect(component("RB.STRATEGI", of: row)?["tindak_lanjut"]?.elements == [.string("rapat bulanan")])
  }

  @Test func theGuideAsksAtAPromptUntilTheAnswerFits() throws {
    var session = try SampleSession.loaded("plandaan")
    _ = try session.execute("kktp buat 2026")
    session.surroundings.isInteractive = true
    session.surroundings.askLine = { question in
      if question.contains("RB.STRATEGI") && question.contains("tambahan") { return "banyak" }
      if question.contains("bukan bilangan") { return "0,05" }
      if question.contains("RB.STRATEGI") { return "rapat bulanan" }
      return question.contains("RB.SASARAN") ? "selesai" : ""
    }
    let output = try session.execute("kktp panduan")
    #expect(output.recordedOptions == ["RB.STRATEGI.tambahan=0,05", "\"RB.STRATEGI.tindak=rapat bulanan\""])
    let line = try #require(session.steps.last?.line)
    var replay = try SampleSession.loaded("plandaan")
    _ = try replay.execute("kktp buat 2026")
    _ = try replay.execute(line)
    #expect(replay.state.worksheets == session.state.worksheets)
  }

  @Test func aChosenProposalBecomesTheTargetWithItsReasoning() throws {
    var session = try SampleSession.loaded("plandaan")
    _ = try session.execute("kktp buat 2026")
    _ = try session.execute("kktp usul RB pilih=kenaikan")
    let row = entry("RB", try session.execute("kktp tampil RB").result)
    #expect(row?["target"]?.number == 81.18)
    #expect(row?["analisis"]?.string?.contains("81,18") == true)
    let findings = try session.execute("kktp periksa RB").result["temuan"]?.elements ?? []
    let trace = findings.first { $0["pemeriksaan"]?.string == "jejak alasan" }
    #expect(trace?["hasil"]?.string == "lulus")
  }

  @Test func theReasoningIsDraftedOnRequest() throws {
    var session = try SampleSession.loaded("plandaan")
    _ = try session.execute("kktp buat 2026")
    _ = try session.execute("kktp isi IKPP analisis=susun")
    let text = entry("IKPP", try session.execute("kktp tampil IKPP").result)?["analisis"]?.string ?? ""
    for part in ["9,05", "naik 0,05", "99,45%", "8,67", "IKM.SKCK +0,12"] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test(arguments: [
    "kktp usul RB pilih=ajaib", "kktp usul RB pilih=komponen", "kktp usul pilih=tren",
    "kktp usul IKKK pilih=tren-p50",
  ])
  func proposalsThatCannotBeTakenAreRefused(line: String) throws {
    var session = try SampleSession.loaded("plandaan")
    _ = try session.execute("kktp buat 2026")
    let before = session.state.worksheets
    #expect(throws: Problem.self) { try session.execute(line) }
    #expect(session.state.worksheets == before)
  }

  @Test func versionsAreComparedAndEvaluated() throws {
    var session = try SampleSession.loaded("plandaan")
    #expect(try session.execute("kktp banding awal perubahan").result["perubahan"]?.elements.isEmpty == true)
    let rows = try session.execute("kktp evaluasi 2025").result["baris"]?.elements ?? []
    let row = rows.first { $0["kode"]?.string == "IKM.SKCK" }
    #expect(row?["perkiraan"]?.number == 98.09)
    #expect(row?["realisasi"]?.number == 95.34)
  }

  @Test(arguments: [
    "kktp tampil", "kktp usul", "kktp periksa rinci=ya", "kktp evaluasi 2025", "kktp daftar", "kktp panduan",
    "kktp isi IKM.SKCK tambahan=1",
  ])
  func answersFitEightyColumnsAsTables(line: String) throws {
    var session = try SampleSession.loaded("plandaan")
    _ = try session.execute("kktp buat 2026")
    let text = TextRenderer(width: 80).text(of: try session.execute(line).document)
    #expect(
      text.contains("┌")
        && text.split(separator: "\n").allSatisfy { DisplayWidth.columns(of: String($0)) <= 80 })
  }
}
