import Testing

@testable import Shell

@Suite struct CompletionsTests {
  private func completions(_ texts: [String]) -> Completions {
    Completions(range: 0..<0, candidates: texts.map { Completions.Candidate($0, suffix: "=") })
  }

  @Test(arguments: [
    (["capaian"], "ca", Completions.Action.insert("capaian=")), ([], "x", .none),
    (["capaian", "capai"], "ca", .insert("capai")), (["capaian", "catatan"], "ca", .list),
    (["AKIP", "AKU"], "ak", .insert("AK")), (["AKIP", "AKU"], "AK", .list),
    (["Dinas Kesehatan", "Dinas Sosial"], "din", .insert("Dinas ")), (["satu", "dua"], "", .list),
    (["satu", "dua"], "x", .list), (["漢字", "漢語"], "", .insert("漢")),
  ])
  func insertsWhatIsCertain(texts: [String], typed: String, action: Completions.Action) {
    #expect(completions(texts).action(for: typed) == action)
  }

  @Test func listsInColumnsDownwards() {
    #expect(completions(["a", "bb", "ccc", "d", "e"]).lines(width: 12) == ["a    d", "bb   e", "ccc"])
  }

  @Test func listsHelpBesideTheNames() {
    let some = Completions(
      range: 0..<0,
      candidates: [
        .init("AKIP", help: "Nilai akuntabilitas kinerja"), .init("漢字", help: "lebar"), .init("lain"),
      ])
    #expect(some.lines(width: 80) == ["AKIP  Nilai akuntabilitas kinerja", "漢字  lebar", "lain"])
    let many = Completions(range: 0..<0, candidates: (1...30).map { .init("K\($0)", help: "bantuan \($0)") })
    #expect(many.lines(width: 80).count < 6)
    #expect(many.lines(width: 80).joined().contains("bantuan") == false)
    #expect(some.lines(width: 20).allSatisfy { DisplayWidth.columns(of: $0) < 20 })
  }
}
