import Analysis
import FoundationEssentials
import Testing

@testable import Shell

@Suite("Recomputing what a report prints")
struct AuditCommandTests {
  @Test func findingsHaveTheFieldsOfTheContract() throws {
    var session = try SampleSession.loaded("plandaan")
    let result = try session.execute("periksa").result
    let finding = try #require(result["temuan"]?.elements.first { $0["nomor"]?.string == "K465" })
    #expect(finding["jenis"]?.string == "klaim")
    #expect(finding["tingkat"]?.string == "salah")
    #expect(finding["tercetak"]?.string == "7,78%")
    #expect(abs((finding["dihitung"]?.number ?? 0) - 0.78) < 1e-12)
    #expect(finding["selisih"]?.number == -7)
    #expect(finding["sumber"]?.string == "Tabel 3.24 (efisiensi)")
    #expect(finding["baris"]?.string == "3536")
    let summary = try #require(result["ringkasan"])
    let counts = ["cocok", "pembulatan", "salah", "tak_terverifikasi"].compactMap { summary[$0]?.number }
    #expect(counts.count == 4)
    #expect(summary["diperiksa"]?.number == counts.reduce(0, +))
    #expect(summary["klaim"]?["salah"]?.number == 11)
    #expect(summary["klaim"]?["diperiksa"]?.number == 803)
  }

  @Test func strictnessDecidesTheStatus() throws {
    var session = try SampleSession.loaded("plandaan")
    #expect(try session.execute("periksa").status == 0)
    #expect(try session.execute("periksa ketat=ya").status == 1)
    #expect(try session.execute("audit strict=yes tahun=2021").status == 0)
    #expect(try ProgramOptions(["periksa", "--ketat"]).commands == ["periksa ketat=ya"])
  }

  @Test(arguments: [
    ("periksa unit=ngoro jenis=anggaran", "anggaran", 2),
    ("periksa unit=\"Kecamatan Jombang\" jenis=klaim tingkat=salah", "klaim", 57),
    ("periksa jenis=konflik tahun=2024", "konflik", 1),
  ])
  func filtersChooseWhatIsShown(line: String, kind: String, count: Int) throws {
    var session = try SampleSession.loaded("ngoro", "jombang", "plandaan")
    let found = try session.execute(line).result["temuan"]?.elements ?? []
    #expect(found.count == count)
    #expect(found.allSatisfy { $0["jenis"]?.string == kind })
  }

  @Test func oneIndicatorIsEnough() throws {
    var session = try SampleSession.loaded("plandaan")
    let result = try session.execute("periksa IKPP").result
    let found = result["temuan"]?.elements ?? []
    #expect(found.contains { $0["nomor"]?.string == "K66" })
    #expect(!found.contains { $0["nomor"]?.string == "K465" })
    #expect((result["ringkasan"]?["klaim"]?["diperiksa"]?.number ?? 0) > 20)
  }

  @Test(arguments: [60, 80, 120]) func theTableFits(width: Int) throws {
    for name in ["plandaan", "ngoro", "jombang"] {
      var session = try SampleSession.loaded(name)
      let text = TextRenderer(width: width).text(of: try session.execute("periksa").document)
      #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.columns(of: String($0)) <= width })
      #expect(text.contains("Ringkasan"))
    }
  }

  @Test func aFindingIsExplainedByEitherCommand() throws {
    var session = try SampleSession.loaded("plandaan")
    let direct = try session.execute("jelaskan N384")
    let named = try session.execute("explain finding n384")
    #expect(direct.result == named.result)
    #expect(direct.result["langkah"]?.elements.count == 7)
    let text = TextRenderer(width: 80).text(of: direct.document)
    #expect(text.contains("kinerja:385"))
    #expect(text.contains("3,8152"))
    #expect { try session.execute("jelaskan temuan K1") } throws: { ($0 as? Problem)?.place != nil }
  }

  @Test(arguments: ["xlsx", "csv", "html", "docx", "json"]) func findingsAreExported(ending: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "periksa-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var session = try SampleSession.loaded("ngoro")
    let path = folder.appending(path: "temuan.\(ending)").path
    let answer = try session.execute("periksa ekspor \(Words.quoted(path)) tingkat=salah")
    #expect(answer.result["temuan"]?.number == 4)
    let bytes = try Data(contentsOf: URL(filePath: path))
    switch ending {
    case "xlsx", "docx": #expect(bytes.prefix(2) == Data("PK".utf8))
    default:
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains("71636200") && text.contains("K181"))
      if ending == "csv" { #expect(text.split(separator: "\r\n").count == 5) }
    }
  }

  @Test func anUnknownEndingIsRefused() throws {
    var session = try SampleSession.loaded("ngoro")
    #expect { try session.execute("periksa ekspor temuan.pdf") } throws: {
      ($0 as? Problem)?.message.contains("temuan.pdf") == true
    }
  }

  @Test(arguments: AuditCommand.declaration.examples.map(\.line) + ["jelaskan temuan K465"])
  func examplesRun(line: String) throws {
    var session = try SampleSession.loaded("plandaan")
    #expect(!(try session.execute(line).document.blocks.isEmpty))
  }
}
