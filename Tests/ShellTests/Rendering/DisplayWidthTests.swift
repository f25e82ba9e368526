import Testing

@testable import Shell

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("AKIP", 4), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("👍🏽", 2), ("🇮🇩", 2), ("👩‍👩‍👧", 2),
    ("❤\u{FE0F}", 2), ("–", 1),
    ("█", 1), ("ｶﾅ", 2), ("한", 2), ("a\u{200D}b", 2), ("●", 1),
  ])
  func columns(text: String, columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
  }

  @Test(arguments: [
    ("Kecamatan", 5, "Keca…"), ("Kec", 5, "Kec"), ("漢字漢", 5, "漢字…"), ("ab cd", 4, "ab…"), ("abc", 1, "a"),
  ])
  func truncation(text: String, width: Int, expected: String) {
    #expect(DisplayWidth.truncated(text, to: width) == expected)
  }

  @Test func wrapsAtWords() {
    #expect(DisplayWidth.wrapped("satu dua tiga", to: 8) == ["satu dua", "tiga"])
    #expect(DisplayWidth.wrapped("satu\n\ndua", to: 8) == ["satu", "", "dua"])
    #expect(DisplayWidth.wrapped("", to: 8) == [""])
    #expect(DisplayWidth.wrapped("漢字漢字", to: 5) == ["漢字", "漢字"])
    #expect(DisplayWidth.wrapped("Triwulanan/Semesteran", to: 14) == ["Triwulanan/", "Semesteran"])
  }

  @Test(arguments: 1...40) func wrappingLosesNothing(width: Int) {
    let text = "Koordinasi dan Penyusunan Laporan Keuangan Bulanan/Triwulanan/Semesteran SKPD tahun 2025"
    let lines = DisplayWidth.wrapped(text, to: width)
    #expect(lines.allSatisfy { DisplayWidth.columns(of: $0) <= width })
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }

  @Test func unbreakablePiecesStayWhole() {
    let text = StyledText(runs: [
      .init(text: "pagu "), .init(text: "Rp 2.000", isUnbreakable: true), .init(text: ", lalu"),
    ])
    #expect(text.wrapped(to: 9).map(\.plain) == ["pagu", "Rp 2.000,", "lalu"])
  }
}
