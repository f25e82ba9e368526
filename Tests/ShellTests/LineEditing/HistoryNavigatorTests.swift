import Testing

@testable import Shell

@Suite struct HistoryNavigatorTests {
  @Test func walksThroughLinesThatBeginAlike() {
    var history = HistoryNavigator(["muat a", "lihat x", "muat b", "muat b (1)"])
    #expect(history.older(than: "muat b", typed: "muat b") == "muat b (1)")
    #expect(history.older(than: "muat b (1)", typed: "muat b (1)") == "muat b")
    #expect(history.newer(than: "muat b", typed: "muat b") == "muat b (1)")
    #expect(history.newer(than: "muat b (1)", typed: "") == "muat b")
    #expect(history.newer(than: "muat b", typed: "") == nil)
  }

  @Test func comesBackToTheUnfinishedLine() {
    var history = HistoryNavigator(["satu", "dua"])
    #expect(history.older(than: "", typed: "") == "dua")
    #expect(history.older(than: "dua", typed: "dua") == "satu")
    #expect(history.older(than: "satu", typed: "satu") == nil)
    #expect(history.newer(than: "satu", typed: "satu") == "dua")
    #expect(history.newer(than: "dua", typed: "dua") == "")
  }

  @Test func anEditedLineBeginsANewWalk() {
    var history = HistoryNavigator(["lihat AKIP", "hitung 1"])
    #expect(history.older(than: "", typed: "") == "hitung 1")
    #expect(history.older(than: "lih", typed: "lih") == "lihat AKIP")
    #expect(history.lines == ["lihat AKIP", "hitung 1"])
  }

  @Test func aRepeatedLineIsKeptOnce() {
    var history = HistoryNavigator()
    for line in ["a", "a", "b", "a"] { history.add(line) }
    #expect(history.lines == ["a", "b", "a"])
  }

  @Test func searchTellsCapitalsApartOnlyWhenTyped() {
    let history = HistoryNavigator(["lihat AKIP", "lihat akip", "hitung (IKM/25*2,5"])
    #expect(history.match("akip", before: 3) == 1)
    #expect(history.match("AKIP", before: 3) == 0)
    #expect(history.match("(ikm/25*", before: 3) == 2)
    #expect(history.match("lihat", after: 0) == 1)
    #expect(history.match("tidak", before: 3) == nil)
  }
}
