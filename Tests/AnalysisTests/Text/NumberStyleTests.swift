import Analysis
import Testing

@Suite("Numbers for Indonesian readers")
struct NumberStyleTests {
  @Test(
    arguments: [
      (81.4, "81,40"), (94.995, "95,00"), (105.55 * 0.9, "95,00"), (2.675, "2,68"), (-2.675, "−2,68"),
      (0.0, "0,00"), (-0.001, "0,00"), (999.999, "1.000,00"), (1_234_567.891, "1.234.567,89"),
      (0.005, "0,01"),
      (99.995, "100,00"), (1e15, "1.000.000.000.000.000,00"),
    ] as [(Double, String)])
  func roundsHalfAwayFromZeroToTwoDecimals(value: Double, text: String) {
    #expect(NumberStyle.score.text(value) == text)
  }

  @Test(
    arguments: [
      (9.0015, "9,0015"), (100, "100"), (0.1 + 0.2, "0,3"), (1.0 / 3, "0,333333"),
      (2_366_719_674, "2.366.719.674"),
    ] as [(Double, String)])
  func keepsOnlyTheDecimalsItNeeds(value: Double, text: String) {
    #expect(NumberStyle.plain.text(value) == text)
  }

  @Test func showsSignPrefixAndSuffix() {
    #expect(NumberStyle.difference.text(6.07) == "+6,07")
    #expect(NumberStyle.difference.text(-14.81) == "−14,81")
    #expect(NumberStyle.difference.text(0) == "0,00")
    #expect(NumberStyle.percent.text(105.2886) == "105,29%")
    #expect(NumberStyle(decimals: 0...0, prefix: "Rp").text(354_547_343) == "Rp 354.547.343")
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func writesADashForWhatIsNoNumber(value: Double) {
    #expect(NumberStyle.score.text(value) == "–")
  }

  @Test(
    arguments: [(1234.5, -2, 1200.0), (1250, -2, 1300), (94.995, 2, 95), (0.04, 1, 0), (9.96, 1, 10)]
      as [(Double, Int, Double)])
  func roundsValuesLikeReportsDo(value: Double, places: Int, expected: Double) {
    #expect(value.roundedHalfAway(places: places) == expected)
  }
}
