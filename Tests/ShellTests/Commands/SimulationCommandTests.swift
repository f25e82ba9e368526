import Analysis
import Testing

@testable import Shell

@Suite("What if a value were different")
struct SimulationCommandTests {
  /// Runs lines on Plandaan and gives the last answer.
  static func answer(_ lines: String...) throws -> (session: Session, output: Output) {
    var session = try SampleSession.loaded("plandaan")
    var output = Output()
    for line in lines { output = try session.execute(line) }
    return (session, output)
  }

  static func changes(_ output: Output) -> [String: JSONValue] {
    let rows = output.result["perubahan"]?.elements ?? []
    return Dictionary(uniqueKeysWithValues: rows.compactMap { row in row["kode"]?.string.map { ($0, row) } })
  }

  private func near(_ value: JSONValue?, _ expected: Double) -> Bool {
    guard let number = value?.number else { return false }
    return abs(number - expected) <= 1e-12 * max(1, abs(expected))
  }

  /// F02 = 0,95 + 0,93 + 0,68 + 0,39 + 0,46 + 0,50; IPP = 0,75 × 3,91 + 0,25 × 4,76; IKPP = 0,05 × 99,03 + IPP.
  @Test func aComponentMovesEverythingDownstream() throws {
    let output = try Self.answer("simulasi IPP.F02.INOVASI=0,50").output
    let rows = Self.changes(output)
    #expect(near(rows["IPP.F02"]?["baru"], 3.91) && near(rows["IPP.F02"]?["dasar"], 3.82))
    #expect(near(rows["IPP"]?["baru"], 4.1225) && near(rows["IKPP"]?["baru"], 9.074))
    #expect(near(rows["IKPP"]?["selisih"], 0.074))
    #expect(near(rows["IKPP"]?["capaian_dasar"], 9 / 8.58 * 100))
    #expect(near(rows["IKPP"]?["capaian_baru"], 9.074 / 8.58 * 100))
    #expect(near(rows["IPP.F02"]?["selisih_dasar"], 0.01) && near(rows["IKPP"]?["dihitung_dasar"], 9.0015))
    #expect(rows["IKPP"]?["predikat_baru"]?.string == "Istimewa")
    #expect(rows["IPP"]?["predikat_nilai_baru"]?.string == "A-")
    #expect(near(rows["IPP"]?["jarak_nilai_berikut"]?["kurang"], 0.3875))
    let score = (69.61 / 75 + 9.074 / 8.58 + 79.25 / 75.65) / 3 * 100
    #expect(near(output.result["nko"]?["baru"], score))
    #expect(Set(rows.keys) == ["IPP.F02.INOVASI", "IPP.F02", "IPP", "IKPP"])
  }

  @Test func crossedThresholdsAreSaid() throws {
    let output = try Self.answer("simulasi AKIP.PELAPORAN=5").output
    let row = try #require(Self.changes(output)["AKIP"])
    #expect(row["predikat_nilai_dasar"]?.string == "A" && row["predikat_nilai_baru"]?.string == "BB")
    #expect(row["predikat_dasar"]?.string == "Istimewa" && row["predikat_baru"]?.string == "Baik")
    let text = TextRenderer(width: 80).text(of: output.document)
    #expect(text.contains("Predikat yang berubah"))
    #expect(near(output.result["nko"]?["baru"], (69.61 / 75 + 9 / 8.58 + 79.25 / 75.65) / 3 * 90))
  }

  @Test func budgetsMoveAbsorptionAndEfficiency() throws {
    let output = try Self.answer("simulasi pagu(P01)*=0,9 target(AKIP)=82").output
    let rows = output.result["anggaran"]?.elements.filter { $0["kode"]?.string == "P01" } ?? []
    let byName = Dictionary(
      uniqueKeysWithValues: rows.compactMap { row in row["angka"]?.string.map { ($0, row) } })
    #expect(near(byName["serapan"]?["baru"], 2_019_825_131 / (2_366_719_674 * 0.9) * 100))
    #expect(near(byName["efisiensi"]?["baru"], 81.4 / 82 * 100 - 2_019_825_131 / (2_366_719_674 * 0.9) * 100))
    #expect(output.warnings.contains { $0.contains("anggaran induk (S1)") })
  }

  @Test func shiftsStopAtTheBounds() throws {
    let output = try Self.answer("simulasi IKM.*+=0,5").output
    let rows = Self.changes(output)
    #expect(near(rows["IKM.KTP"]?["baru"], 100) && near(rows["IKM.SKCK"]?["baru"], 95.84))
    #expect(near(rows["IKM"]?["baru"], 99.308))
    #expect(output.warnings.contains { $0.contains("berhenti di batas") && $0.contains("IKM.PINDAH_DESA") })
    #expect(rows["IKM.PINDAH_KABUPATEN_KOTA"] == nil)
  }

  @Test func noChangeInMeansNoChangeOut() throws {
    let (session, output) = try Self.answer("simulasi IPP.F02.INOVASI=0,42 IKM.SKCK+=0 IKM.KTP*=1")
    #expect(session.state.assumptions.count == 3)
    for row in Self.changes(output).values { #expect(row["selisih"]?.number == 0) }
    #expect(output.result["nko"]?["selisih"]?.number == 0)
    #expect(output.result["anggaran"]?.elements.isEmpty == true)
  }

  @Test func theOrderDoesNotMatter() throws {
    let words = [
      "IKM.*+=0,5", "IPP.F02.INOVASI=0,50", "AKIP.PELAPORAN-=0,7", "target(AKIP)*=1,01", "pagu(P01)-=1000000",
    ]
    let reference = try Self.answer("simulasi " + words.joined(separator: " ")).output.result
    for turn in 1..<words.count {
      let turned = Array(words[turn...] + words[..<turn])
      let (_, output) = try Self.answer("simulasi " + turned.joined(separator: " "))
      let (_, single) = try Self.answer(
        "simulasi \(turned[0])", "simulasi \(turned[1])", "simulasi \(turned[2])", "simulasi \(turned[3])",
        "simulasi \(turned[4])")
      for name in ["perubahan", "anggaran", "nko"] {
        #expect(output.result[name] == reference[name])
        #expect(single.result[name] == reference[name])
      }
    }
  }

  @Test func droppingRestoresEveryByte() throws {
    var session = try SampleSession.loaded("plandaan")
    func snapshot() throws -> [String] {
      try ["capaian pko=ya", "hitung IKPP rinci=ya", "hitung serapan(P01)"].map {
        let output = try session.execute($0)
        return output.result.text + TextRenderer(width: 80).text(of: output.document)
      }
    }
    let before = try snapshot()
    _ = try session.execute("simulasi IKM.*+=0,5 IPP.F02.INOVASI=0,50 pagu(P01)*=0,9")
    #expect(try snapshot() != before)
    _ = try session.execute("simulasi hapus IKM.* pagu(P01)")
    #expect(session.state.assumptions.items.map(\.assumption.text) == ["IPP.F02.INOVASI=0,5"])
    _ = try session.execute("simulasi hapus semua")
    #expect(try snapshot() == before)
    #expect(session.state.assumptions.isEmpty)
  }

  @Test func assumptionsStandShowAndCanBeUndone() throws {
    var session = try Self.answer("simulasi IPP.F02.INOVASI=0,50 IKM.SKCK+=2").session
    #expect(session.promptContext == "plandaan 2025 +2 asumsi")
    #expect(near(try session.execute("hitung IPP").result["nilai"], 4.1225))
    _ = try session.execute("simulasi IPP.F02.INOVASI=0,45")
    #expect(session.state.assumptions.count == 2)
    for _ in 0..<3 { _ = session.undo() }
    #expect(session.promptContext == "plandaan 2025")
    #expect(near(try session.execute("hitung IPP").result["nilai"], 4.05))
  }

  @Test func assumptionsBelongToTheYearTheyWereMadeFor() throws {
    var session = try Self.answer("simulasi AKIP.PELAPORAN=12").session
    let other = try session.execute("hitung AKIP tahun=2024").result["nilai"]?.number
    #expect(other == 78.44)
    _ = try session.execute("pakai tahun=2024")
    #expect(try session.execute("simulasi").result["perubahan"]?.elements.isEmpty == true)
  }

  @Test func spacesAroundSignsAreFine() throws {
    let (session, _) = try Self.answer("simulasi IKM.SKCK += 2 ipp.f02.inovasi = 0,5")
    #expect(session.state.assumptions.items.map(\.assumption.text) == ["IKM.SKCK+=2", "IPP.F02.INOVASI=0,5"])
  }

  @Test(
    arguments: [
      ("simulasi IKM+=5%", "IKM+=5%", "5%"), ("simulasi IKM=95%", "dua cara", "95%"),
      ("simulasi IKM=200", "di luar batas", "IKM=200"),
      ("simulasi IKMM=2", "tidak dikenal", "IKMM"),
      ("simulasi capaian(IKM)=90", "mengikuti nilai lain", "capaian(IKM)=90"),
      ("simulasi IKM<=9", "perbandingan", "<="), ("simulasi IKM=satu", "bukan bilangan", "satu"),
      ("simulasi IKM", "bukan asumsi", "IKM"), ("simulasi IKM=", "belum diberikan", ""),
      ("simulasi IKM/=0", "dibagi nol", "0"), ("simulasi P01=3", "simpul", "P01=3"),
      ("simulasi IKM=1.250", "dua cara", "1.250"),
      ("simulasi IKM~normal(1;2)", "acak", "~"), ("simulasi IKM=90 IKM=91", "dua kali", nil),
      ("simulasi AKIP.PELAPORAN=16", "di luar batas", "AKIP.PELAPORAN=16"),
      ("simulasi AKIP.PELAPORAN.*=3", "tidak", nil), ("simulasi hapus IKM", "tidak ada asumsi", "IKM"),
    ] as [(String, String, String?)])
  func nonsenseIsRefusedAtItsPlace(line: String, message: String, marked: String?) throws {
    var session = try SampleSession.loaded("plandaan")
    let problem = #expect(throws: Problem.self) { try session.execute(line) }
    #expect(problem?.message.contains(message) == true, "\(problem?.message ?? "")")
    if let marked {
      guard case .text(let text, let range)? = problem?.place else {
        Issue.record("no place")
        return
      }
      #expect(String(String.UnicodeScalarView(Array(text.unicodeScalars)[range])) == marked)
    }
    #expect(session.state.assumptions.isEmpty)
  }
}
