import Analysis
import FoundationEssentials
import Testing

@testable import Shell

@Suite("Pictures of answers")
struct PlotCommandTests {
  private func charts(_ lines: String...) throws -> [Chart] {
    var session = try SampleSession.loaded("plandaan")
    var output = Output()
    for line in lines { output = try session.execute(line) }
    return output.document.blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
  }

  @Test func anAnswersOwnChartIsDrawnAgain() throws {
    let own = try charts("tren AKIP")
    #expect(try charts("tren AKIP", "grafik") == own)
    #expect(try charts("tren AKIP", "catatan \"lihat\"", "grafik bentuk=batang", "grafik") == own)
  }

  @Test func tablesGiveFittingCharts() throws {
    let bars = try #require(try charts("capaian AKIP IKPP IKKK", "grafik").first)
    #expect(bars.kind == .bar && bars.reference == 100)
    #expect(bars.categories == ["AKIP", "IKPP", "IKKK"])
    let bullet = try #require(try charts("capaian AKIP IKPP IKKK", "grafik bentuk=peluru").first)
    #expect(bullet.kind == .bullet)
    #expect(bullet.series.map { $0.points.compactMap(\.y) } == [[81.4, 9, 69.61], [78.64, 8.58, 75]])
  }

  @Test func aProjectionContinuesItsBars() throws {
    let bars = try #require(try charts("tren AKIP proyeksi=1", "grafik bentuk=batang").first)
    #expect(bars.categories == ["2021", "2022", "2023", "2024", "2025", "2026 (proyeksi)"])
    #expect(bars.series.count == 1 && bars.series[0].points.compactMap(\.y).count == 6)
  }

  @Test func rangesMakeATornado() throws {
    let tornado = try #require(try charts("tren AKIP proyeksi=2", "grafik bentuk=tornado").first)
    #expect(tornado.categories == ["2026", "2027"])
    #expect(tornado.series[0].points.allSatisfy { ($0.low ?? 1) < ($0.high ?? 0) })
  }

  @Test func everyValueFallsInABin() throws {
    let histogram = try #require(try charts("capaian", "grafik bentuk=histogram").first)
    let counts = histogram.series[0].points.compactMap(\.y)
    let table = try charts("capaian", "grafik").first?.series[0].points.count ?? 0
    #expect(table > 40)
    #expect(counts.reduce(0, +) == Double(try targets()))
  }

  /// How many rows of the table of achievements have a target.
  private func targets() throws -> Int {
    var session = try SampleSession.loaded("plandaan")
    return try session.execute("capaian").result["baris"]?.elements.count { $0["target"]?.number != nil } ?? 0
  }

  @Test(arguments: [
    ["grafik"], ["muat \"\(SampleSession.path("plandaan"))\"", "catatan \"x\"", "grafik gambar=9"],
    ["capaian AKIP", "grafik bentuk=tornado"], ["capaian AKIP", "grafik bentuk=histogram"],
    ["tren AKIP", "grafik bentuk=lingkaran"], ["tren AKIP", "grafik simpan=gambar.jpg"],
  ])
  func whatCannotBeDrawnIsSaid(lines: [String]) throws {
    var session = lines == ["grafik"] ? Session() : try SampleSession.loaded("plandaan")
    for line in lines.dropLast() { _ = try session.execute(line) }
    let last = try #require(lines.last)
    #expect(throws: Problem.self) { try session.execute(last) }
  }

  @Test func asciiHasNothingElse() throws {
    var session = try SampleSession.loaded("plandaan")
    _ = try session.execute("tren AKIP")
    let text = TextRenderer(width: 80, ascii: true).text(of: try session.execute("grafik ascii=ya").document)
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    #expect(text.contains("*"))
  }

  @Test func savedPicturesAreNotOverwrittenAndNotReplayed() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var session = try SampleSession.loaded("plandaan")
    session.surroundings.folder = folder.path
    _ = try session.execute("tren AKIP target=82")
    let output = try session.execute("grafik simpan=akip.svg")
    #expect(output.result["berkas"]?.elements.compactMap(\.string) == ["akip.svg"])
    let svg = try folder.text("akip.svg")
    #expect(svg.contains("<title") && svg.contains("<desc") && svg.contains("AKIP Kecamatan Plandaan naik"))
    #expect(throws: Problem.self) { try session.execute("grafik simpan=akip.svg") }
    _ = try session.execute("grafik bentuk=batang simpan=akip.svg timpa=ya")
    #expect(try folder.text("akip.svg") != svg)
    #expect(session.steps.last?.line == "grafik bentuk=batang")
  }
}
