import Analysis
import Testing

@testable import Shell

@Suite("Saving and replaying")
struct SavingTests {
  @Test func aSavedSessionReplaysToTheSameOutput() throws {
    let folder = try NotebookFolder()
    var session = try folder.session(
      "load data/uji", "catatan \"Apakah target tercapai?\"", "capaian AKIP year=2024", "hitung AKIP - IKM",
      "bantuan capaian", "capaian IKM", "batal")
    #expect(throws: Problem.self) { try session.execute("capaian TIDAKADA") }
    _ = try session.execute("simpan buku.md judul=\"Uji coba\"")
    let text = try folder.read("buku.md")
    #expect(text.contains("```telaah\nmuat data/uji\n```"))
    #expect(text.contains("\nApakah target tercapai?\n"))
    #expect(text.contains("capaian AKIP tahun={tahun}"))
    #expect(!text.contains("bantuan") && !text.contains("TIDAKADA") && !text.contains("capaian IKM"))

    var replayed = try folder.session()
    let output = try replayed.execute("putar buku.md")
    #expect(output.problems.isEmpty)
    #expect(
      replayed.lastRun?.cells.map(\.text) == replayed.lastRun?.notebook.cells.compactMap { $0.recorded?.text }
    )
    #expect(replayed.lastRun?.cells.count == 3)
    #expect(try folder.run("periksa-ulang buku.md").status == 0)
  }

  @Test func replayingGoesOnInTheSession() throws {
    let folder = try NotebookFolder()
    var session = try folder.session("muat data/uji", "capaian AKIP tahun=2023", "simpan buku.md")
    session = try folder.session("putar buku.md", "hitung AKIP*2")
    #expect(session.state.context?.year == 2024)
    _ = try session.execute("simpan lagi.md")
    #expect(try folder.read("lagi.md").contains("hitung AKIP*2"))
    #expect(try folder.run("periksa-ulang lagi.md").status == 0)
  }

  @Test func pathsStartAtTheNotebook() throws {
    let folder = try NotebookFolder()
    _ = try folder.session("muat data/uji", "capaian", "simpan data/buku.md")
    #expect(try folder.read("data/buku.md").contains("muat uji\n"))
    #expect(try folder.run("putar data/buku.md").problems.isEmpty)
  }

  @Test func recordsFingerprintsAndDialects() throws {
    let folder = try NotebookFolder()
    _ = try folder.session("muat data/uji", "capaian", "simpan buku.md")
    let files = try NotebookReader.read(folder.path + "/buku.md").header.data
    #expect(files.map(\.path) == ["data/uji", "data/uji/indikator.csv", "data/uji/kinerja.csv"])
    #expect(files.map(\.rows) == [nil, 2, 3])
    #expect(files[2].dialect.hasPrefix("pemisah=, pengodean=utf-8 kepala=1"))
    #expect(files.allSatisfy { $0.fingerprint.count == 64 })
  }

  @Test func neverOverwritesWhatIsNotItsOwn() throws {
    let folder = try NotebookFolder()
    var session = try folder.session("muat data/uji", "capaian", "simpan buku.md", "simpan buku.md")
    try folder.write("lain.md", "# Bukan buku catatan\n")
    #expect(throws: Problem.self) { try session.execute("simpan lain.md") }
    try folder.replace("buku.md", "telaah: 1", by: "telaah: 1\nauthor: orang lain")
    let problem = #expect(throws: Problem.self) { try session.execute("simpan buku.md") }
    #expect(problem?.message.contains("diubah") == true)
    #expect(try folder.read("buku.md").contains("orang lain"))
    _ = try session.execute("simpan buku.md timpa=ya")
    #expect(throws: Problem.self) { try session.execute("simpan data/uji/kinerja.csv") }
    var other = try folder.session("muat data/uji")
    #expect(throws: Problem.self) { try other.execute("simpan buku.md") }
  }

  @Test func nothingToSaveIsSaidSo() throws {
    let folder = try NotebookFolder()
    var session = try folder.session("catatan saja")
    #expect(throws: Problem.self) { try session.execute("simpan buku.md") }
  }

  @Test(arguments: ["```telaah", "{nama}", "---", "# judul", "a | b"]) func notesComeBackAsText(note: String)
    throws
  {
    let folder = try NotebookFolder()
    _ = try folder.session("muat data/uji", "catatan \"\(note)\"", "capaian", "simpan buku.md")
    let notebook = try NotebookReader.read(folder.path + "/buku.md")
    #expect(notebook.cells.count == 2)
    #expect(try folder.run("putar buku.md").problems.isEmpty)
  }

  @Test func undoingAfterAReplayTakesBackACommand() throws {
    let folder = try NotebookFolder()
    _ = try folder.session("muat data/uji", "hitung AKIP*2", "catatan \"di akhir\"", "simpan buku.md")
    var session = try folder.session("putar buku.md")
    let count = session.steps.count
    #expect(try session.execute("batal").result["dibatalkan"]?.string == "hitung AKIP*2")
    _ = try session.execute("ulang")
    #expect(session.steps.count == count)
    _ = try session.execute("batal")
    _ = try session.execute("batal")
    #expect(throws: Problem.self) { try session.execute("batal") }
  }

  @Test func whatARunDecidedIsFollowedByTheNext() {
    var output = Output()
    output.recordedOptions = ["benih=8123"]
    let answers = [
      NotebookRun.Answer(command: "data", output: Output()),
      NotebookRun.Answer(command: "acak", output: output),
    ]
    let options = DrawnOptions(answers)
    #expect(options.text == "1:benih=8123")
    #expect(DrawnOptions(options.text) == options)
    #expect(options.completed("acak AKIP n=100", at: 1) == "acak AKIP n=100 benih=8123")
    #expect(options.completed("acak AKIP benih=1", at: 1) == "acak AKIP benih=1")
    #expect(options.completed("data", at: 0) == "data")
    #expect(DrawnOptions("x;1;9999999:a=b;0:benih=3").text == "0:benih=3")
  }
}
