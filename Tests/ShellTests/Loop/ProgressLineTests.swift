import Testing

@testable import Shell

@Suite("The bar of long work")
struct ProgressLineTests {
  @Test(arguments: [
    (0.0, 0, "  0%"), (0.5, 10, " 50%"), (0.999, 19, " 99%"), (1.0, 20, "100%"), (-3, 0, "  0%"),
    (7, 20, "100%"),
    (.nan, 0, "  0%"),
  ])
  func showsThePartDone(part: Double, filled: Int, percent: String) {
    let line = ProgressLine.line(part, "menghitung", columns: 60)
    #expect(line.filter { $0 == "#" }.count == filled)
    #expect(line.filter { $0 == "." }.count == 20 - filled)
    #expect(line.contains(" \(percent) menghitung"))
  }

  @Test(arguments: [30, 40, 79]) func neverFillsTheLine(columns: Int) {
    let text = String(repeating: "unit ", count: 40)
    #expect(DisplayWidth.columns(of: ProgressLine.line(0.3, text, columns: columns)) <= columns)
  }
}
