import Analysis
import FoundationEssentials
import Testing

@testable import Shell

@Suite("Wrong input")
struct WrongInputTests {
  /// What is typed, a part of the sentence that comes back, and a suggestion if there must be one.
  static let cases: [(line: String, says: String, suggests: String?)] = [
    ("capain", "capain", "capaian"), ("capaian AKPI", "AKPI", "AKIP"),
    ("capaian unit=plandan", "plandan", "Kecamatan Plandaan"),
    ("capaian tahn=2024", "tahn", "tahun"), ("capaian tahun=1.250", "1.250", nil),
    ("hitung 1.250 + 1", "1.250", nil),
    ("hitung AKIP +", "", nil), ("hitung rta(IKM.*)", "rta", "rata"),
    ("capaian periode=\"TB 4\"", "TB 4", nil),
    ("capaian tahun=2019", "2019", nil), ("muat tidak/ada", "tidak/ada", nil),
    ("atur aturan=capaian-130", "capaian-130", "capaian-120"),
    ("lihat", "KODE", nil), ("capaian pko=barangkali", "barangkali", "ya"),
    ("pakai unit=kecamatn", "kecamatn", nil),
    ("hitung \"AKIP", "tidak ditutup", nil), ("capaian \"\"", "", nil),
  ]

  @Test(arguments: cases) func givesOneClearSentence(line: String, says: String, suggests: String?) throws {
    var session = try SampleSession.loaded("plandaan")
    let before = session.state.context
    let problem = try #require(throws: Problem.self) { try session.execute(line) }
    #expect(problem.message.contains(says))
    #expect(!problem.message.hasSuffix("."))
    #expect(!problem.message.contains("\n"))
    if let suggests { #expect(problem.suggestions.contains(suggests)) }
    #expect(session.state.context == before)
    #expect(session.steps.count == 1)
    _ = try session.execute("capaian AKIP")
  }

  @Test func nothingLoadedSaysWhatToDo() {
    var session = Session()
    let problem = #expect(throws: Problem.self) { try session.execute("capaian") }
    #expect(problem?.suggestions.first?.hasPrefix("muat") == true)
  }

  /// Folders that cannot be loaded: the files in them and what the sentence must name.
  @Test(
    arguments: [
      (["kinerja.csv": "unit,tahun,kode,target,realisasi\n"], "indikator"),
      (
        [
          "indikator.csv": "kode,nama\nA,a\n",
          "kinerja.csv": "unit,thn,kode,target,realisasi\nU,2025,A,1,1\n",
        ], "tahun"
      ),
      (["indikator.csv": "", "kinerja.csv": ""], "indikator"),
      (
        [
          "indikator.csv": "kode,nama\nA,a\n",
          "kinerja.csv": "unit,tahun,kode,target,realisasi\nU,2025,A,1.250,2.500\n",
        ], "1.250"
      ),
    ] as [([String: String], String)])
  func brokenFoldersAreRefused(files: [String: String], names: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "telaah-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    var session = try SampleSession.loaded("plandaan")
    let problem = try #require(throws: Problem.self) { try session.execute("muat \(folder.path)") }
    #expect(problem.message.contains(names) || "\(problem.place as Any)".contains(names))
    #expect(session.state.workspace.datasets.map(\.name) == ["plandaan"])
  }

  @Test func aCycleNamesItself() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "telaah-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("kode,nama,rumus\nA,a,B+1\nB,b,A+1\n".utf8).write(to: folder.appending(path: "indikator.csv"))
    try Data("unit,tahun,kode,target,realisasi\nU,2025,A,1,2\n".utf8).write(
      to: folder.appending(path: "kinerja.csv"))
    var session = Session()
    _ = try session.execute("muat \(folder.path)")
    let text = TextRenderer(width: 100).text(of: try session.execute("jelaskan A").document)
    #expect(text.contains("A → B → A") || text.contains("B → A → B"))
  }
}
