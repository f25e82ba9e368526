import Analysis
import Testing

@testable import Shell

@Suite("Sessions")
struct SessionTests {
  @Test func undoingPutsTheEarlierStateBack() throws {
    var session = try SampleSession.loaded("plandaan")
    _ = try session.execute("pakai tahun=2024")
    #expect(session.promptContext == "plandaan 2024")
    _ = try session.execute("batal")
    #expect(session.promptContext == "plandaan 2025")
    _ = try session.execute("ulang")
    #expect(session.promptContext == "plandaan 2024")
    #expect(session.steps.map(\.line).last == "pakai tahun=2024")
  }

  @Test func onlyAnswersAndChangesAreRecordedInIndonesian() throws {
    var session = try SampleSession.loaded("plandaan")
    for line in ["help", "achievement AKIP year=2024  score=ya # lihat ini", "history"] {
      _ = try session.execute(line)
    }
    #expect((try? session.execute("salah sekali")) == nil)
    #expect(session.steps.count == 2)
    #expect(session.steps.last?.line == "capaian AKIP tahun=2024 pko=ya")
    #expect(session.history.count == 5)
  }

  @Test func thereIsNothingToUndoAtFirst() {
    var session = Session()
    #expect(throws: Problem.self) { try session.execute("batal") }
    #expect(throws: Problem.self) { try session.execute("ulang") }
  }

  @Test func aSecondDatasetBecomesTheOneAskedAbout() throws {
    var session = try SampleSession.loaded("plandaan", "ngoro")
    #expect(session.promptContext == "ngoro 2024")
    _ = try session.execute("pakai unit=plandaan tahun=2025")
    #expect(session.promptContext == "plandaan 2025")
  }

  @Test func thePromptShowsThePeriod() throws {
    var session = try SampleSession.loaded("plandaan")
    _ = try session.execute("pakai periode=\"TB IV\"")
    #expect(session.promptContext == "plandaan 2025 TB IV")
    _ = try session.execute("pakai periode=setahun")
    #expect(session.promptContext == "plandaan 2025")
  }
}
