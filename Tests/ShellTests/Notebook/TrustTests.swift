import Analysis
import Glibc
import Testing

@testable import Shell

@Suite("What a notebook from someone else may do")
struct TrustTests {
  /// A folder `buku` with a hostile notebook, beside a folder `rahasia` with data.
  private func hostile(_ commands: String..., header: String = "") throws -> NotebookFolder {
    let folder = try NotebookFolder()
    mkdir(folder.path + "/buku", 0o755)
    mkdir(folder.path + "/rahasia", 0o755)
    for name in ["indikator.csv", "kinerja.csv"] {
      try folder.write("rahasia/\(name)", try folder.read("data/uji/\(name)"))
    }
    try write(commands, header, in: folder)
    return folder
  }

  private func write(_ commands: [String], _ header: String, in folder: NotebookFolder) throws {
    let body = commands.joined(separator: "\n")
    try folder.write("buku/jahat.md", "---\ntelaah: 1\n\(header)---\n\n```telaah\n\(body)\n```\n")
  }

  @Test(arguments: ["muat ../rahasia", "muat ./../buku/../rahasia", "muat lewat", "muat palsu", "muat /etc"])
  func cannotReadOutsideItsFolder(command: String) throws {
    let folder = try hostile(command)
    try folder.link("buku/lewat", to: "../rahasia")
    mkdir(folder.path + "/buku/palsu", 0o755)
    try folder.link("buku/palsu/indikator.csv", to: "../../rahasia/indikator.csv")
    try folder.link("buku/palsu/kinerja.csv", to: "../../rahasia/kinerja.csv")
    let problem = try #require(try folder.problem("putar buku/jahat.md"))
    #expect(problem.message.contains("tidak boleh membaca"), "\(problem.message)")
    #expect(problem.expected?.contains("izinkan=baca:") == true)
  }

  @Test func thePersonRunningItMayAllowMore() throws {
    let folder = try hostile("muat ../rahasia")
    #expect(try folder.problem("putar buku/jahat.md izinkan=baca:rahasia") == nil)
    #expect(try folder.problem("putar buku/jahat.md izinkan=baca:data,tulis:.,program") != nil)
  }

  @Test func dataOutsideMustBeWhatTheNotebookKnows() throws {
    let folder = try hostile("data")
    _ = try folder.session("muat rahasia", "simpan buku/jahat.md timpa=ya")
    #expect(try folder.problem("putar buku/jahat.md") == nil)
    try folder.replace("rahasia/kinerja.csv", "80.25", by: "79")
    let problem = try #require(try folder.problem("putar buku/jahat.md"))
    #expect(problem.message.contains("tidak lagi sama"))
    try write(["muat ../rahasia"], "data:\n  - ../rahasia\n", in: folder)
    #expect(try folder.problem("putar buku/jahat.md") != nil)
  }

  @Test func cannotWrite() throws {
    let folder = try hostile("muat isi", "simpan curian.md")
    mkdir(folder.path + "/buku/isi", 0o755)
    for name in ["indikator.csv", "kinerja.csv"] {
      try folder.write("buku/isi/\(name)", try folder.read("data/uji/\(name)"))
    }
    let problem = try #require(try folder.problem("putar buku/jahat.md"))
    #expect(problem.message.contains("tidak boleh menulis"))
    #expect(problem.expected?.contains("izinkan=tulis:") == true)
    #expect(!folder.has("buku/curian.md"))
    #expect(try folder.problem("putar buku/jahat.md izinkan=tulis:buku/curian.md") == nil)
    #expect(folder.has("buku/curian.md"))
  }

  @Test func aRunNeverOverwritesItsOwnNotebook() throws {
    let folder = try hostile("data")
    let problem = try #require(try folder.problem("putar buku/jahat.md keluaran=buku/../buku/jahat.md"))
    #expect(problem.message.contains("menimpa"))
    #expect(try folder.read("buku/jahat.md").hasSuffix("```telaah\ndata\n```\n"))
  }

  @Test func cannotStartPrograms() throws {
    let access = FileAccess.notebook(in: "/tmp")
    let problem = #expect(throws: Problem.self) { try access.checkProgram("pandoc") }
    #expect(problem?.expected?.contains("izinkan=program") == true)
    var more = access
    try more.allow("program", from: "")
    try more.checkProgram("pandoc")
    try FileAccess.unrestricted.checkProgram("pandoc")
  }

  @Test(arguments: [
    "putar jahat.md", "periksa-ulang jahat.md", "perbarui jahat.md", "keluar", "batal", "pulihkan",
  ])
  func cannotTurnOnItselfOrTheSession(command: String) throws {
    let folder = try hostile(command)
    let problem = try #require(try folder.problem("putar buku/jahat.md"))
    #expect(problem.message.contains("tidak dapat dijalankan dari dalam buku catatan"))
  }

  @Test func limitsEndARun() throws {
    let folder = try hostile("acak AKIP n=1000000000")
    var runner = NotebookRunner(
      notebook: try NotebookReader.read(folder.path + "/buku/jahat.md"), values: try ParameterValues([]),
      access: .notebook(in: folder.path))
    var session = try folder.session()
    runner.limits.seconds = -1
    #expect(runner.run(in: &session).problems.first?.message.contains("batas waktu") == true)
    runner.limits = RunLimits(commands: 0)
    #expect(runner.run(in: &session).problems.isEmpty == false)
    runner.limits = RunLimits(rows: 1)
    runner.notebook = try NotebookReader.read(
      Array("```telaah\nmuat data/uji\n```\n".utf8), path: folder.path + "/b.md")
    #expect(runner.run(in: &session).problems.first?.message.contains("melebihi batas 1") == true)
    runner.limits = RunLimits(bytes: 10)
    #expect(runner.run(in: &session).problems.first?.expected?.contains("memori=") == true)
  }

  @Test func stopsWhenAsked() throws {
    let folder = try hostile("data")
    var session = try folder.session()
    session.surroundings.isInterrupted = { true }
    try write(["muat ../data/uji"], "", in: folder)
    let output = try session.execute("putar buku/jahat.md izinkan=baca:data")
    #expect(output.problems.first?.kind == .interrupted)
  }

  @Test(arguments: ["\u{1B}]0;jahat\u{7}", "\u{1B}[2J", "\u{202E}", "\u{9B}31m"])
  func escapesComeOutHarmless(attack: String) throws {
    let folder = try NotebookFolder()
    try folder.write(
      "data/uji/indikator.csv",
      "kode,nama,satuan,arah\nAKIP,Nilai\(attack) AKIP,nilai,naik\nIKM,b,nilai,naik\n")
    try folder.write(
      "buku.md",
      "---\ntelaah: 1\n---\n\nProsa \(attack)\n\n```telaah\nmuat data/uji\ncapaian AKIP  # \(attack)\n```\n")
    let output = try folder.run("putar buku.md keluaran=hasil.txt")
    #expect(output.problems.isEmpty)
    #expect(try folder.read("hasil.txt").unicodeScalars.allSatisfy { $0 == "\n" || !Sanitizer.isHarmful($0) })
    _ = try folder.run("perbarui buku.md")
    let notebook = try NotebookReader.read(folder.path + "/buku.md")
    #expect(notebook.cells[0].recorded?.text.contains { $0.contains("AKIP") } == true)
    #expect(notebook.cells[0].recorded?.text.allSatisfy { Sanitizer.isClean($0) } == true)
  }

  @Test func devicesAndPipesAreRefusedAtOnce() throws {
    let folder = try NotebookFolder()
    mkfifo(folder.path + "/pipa.md", 0o600)
    #expect(try folder.problem("putar pipa.md") != nil)
    #expect(try folder.problem("putar /dev/zero") != nil)
    #expect(try folder.problem("putar data") != nil)
  }
}
