import Analysis
import FoundationEssentials
import Testing

@testable import Shell

/// A folder that goes away after a test.
struct TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "telaah-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path + "/" + name)))
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}

@Suite("Answers in files")
struct ExportCommandTests {
  private func session(in folder: TemporaryFolder) throws -> Session {
    var session = try SampleSession.loaded("plandaan")
    session.surroundings.folder = folder.path
    _ = try session.execute("tren AKIP")
    return session
  }

  @Test func everyFormIsWritten() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var session = try session(in: folder)
    for ending in DocumentFile.endings where ending != "png" {
      _ = try session.execute("ekspor tren.\(ending)")
      #expect(try folder.bytes("tren.\(ending)").count > 200, "\(ending)")
    }
    #expect(try folder.text("tren.html").contains("<svg"))
    #expect(try folder.text("tren.md").contains("| 2025"))
    #expect(try folder.text("tren.csv").contains("81.4") || folder.text("tren.csv").contains("81,4"))
    #expect(try folder.text("tren.json").contains("\"kemiringan\":3.089"))
    #expect(try folder.bytes("tren.docx").starts(with: Array("PK".utf8)))
    #expect(try folder.bytes("tren.xlsx").starts(with: Array("PK".utf8)))
    // Writing changes neither the session's record nor its latest answer.
    #expect(session.steps.last?.line == "tren AKIP")
  }

  @Test func pngNeedsTheProgramAndTheRightToStartIt() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var session = try session(in: folder)
    if SVGRasterizer.installed() != nil {
      _ = try session.execute("ekspor tren.png")
      #expect(try folder.bytes("tren.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
    }
    session.surroundings.access = FileAccess.notebook(in: folder.path)
    session.surroundings.access.allowWriting(folder.path)
    #expect(throws: Problem.self) { try session.execute("ekspor lain.png") }
    _ = try session.execute("ekspor lain.docx")
  }

  @Test func nothingIsOverwrittenUnasked() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var session = try session(in: folder)
    _ = try session.execute("ekspor a.json")
    let before = try folder.bytes("a.json")
    _ = try session.execute("capaian AKIP")
    #expect(throws: Problem.self) { try session.execute("ekspor a.json") }
    #expect(try folder.bytes("a.json") == before)
    _ = try session.execute("ekspor a.json timpa=ya")
    #expect(try folder.bytes("a.json") != before)
  }

  @Test func aDrawingTakesThePlaceOfTheAnswersOwn() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var session = try session(in: folder)
    _ = try session.execute("ekspor garis.svg")
    _ = try session.execute("grafik bentuk=batang")
    _ = try session.execute("ekspor batang.svg")
    _ = try session.execute("ekspor batang.md")
    #expect(try folder.text("garis.svg") != folder.text("batang.svg"))
    #expect(try folder.text("batang.md").contains("Mann–Kendall"))
  }

  @Test func writingNeedsPermission() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var session = try session(in: folder)
    session.surroundings.access = FileAccess.notebook(in: folder.path)
    #expect(throws: Problem.self) { try session.execute("ekspor a.json") }
    #expect(throws: Problem.self) { try session.execute("grafik simpan=a.svg") }
  }

  @Test(arguments: [
    "ekspor a.pdf", "ekspor a", "ekspor a.md templat=x.docx", "ekspor", "ekspor tidak/ada/a.md",
  ])
  func whatCannotBeWrittenIsSaid(line: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var session = try session(in: folder)
    #expect(throws: Problem.self) { try session.execute(line) }
  }

  @Test func withoutAnAnswerThereIsNothingToWrite() {
    var session = Session()
    #expect(throws: Problem.self) { try session.execute("ekspor a.md") }
  }
}
