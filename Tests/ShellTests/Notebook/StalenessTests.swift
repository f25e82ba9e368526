import Analysis
import Testing

@testable import Shell

@Suite("Answers that no longer hold")
struct StalenessTests {
  @Test func changedDataMakeEarlierAnswersStale() throws {
    let folder = try NotebookFolder()
    var session = try folder.session("muat data/uji", "capaian AKIP")
    #expect(session.staleSteps.isEmpty)
    _ = try session.execute("muat data/uji")
    #expect(session.staleSteps.isEmpty)
    try folder.replace("data/uji/kinerja.csv", "80.25", by: "81")
    _ = try session.execute("muat data/uji")
    #expect(session.staleSteps.map(\.line) == ["capaian AKIP"])
    let history = try session.execute("riwayat")
    #expect(recordedText(history).contains("basi karena data uji berubah"))
    #expect(history.result["basi"]?.elements.count == 1)
    #expect(try session.execute("simpan buku.md").warnings.first?.contains("basi") == true)
    _ = try session.execute("capaian AKIP")
    #expect(session.staleSteps.count == 1)
  }

  @Test func otherQuestionsMakeNothingStale() throws {
    let folder = try NotebookFolder()
    let session = try folder.session("muat data/uji", "capaian AKIP", "pakai tahun=2023", "capaian AKIP")
    #expect(session.staleSteps.isEmpty)
  }

  @Test func changedRulesAndAssumptionsDo() throws {
    let folder = try NotebookFolder()
    var session = try folder.session("muat data/uji", "capaian AKIP", "atur aturan=capaian-110")
    #expect(session.staleSteps.count == 1)
    session = try folder.session("muat data/uji", "hitung AKIP")
    _ = try session.execute("simulasi AKIP=90")
    #expect(session.staleWarning?.contains("asumsi berubah") == true)
  }
}
