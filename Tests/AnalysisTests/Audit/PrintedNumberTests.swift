import Testing

@testable import Analysis

@Suite("Printed figures and when a value agrees with them")
struct PrintedNumberTests {
  @Test(arguments: [
    ("99,88%", 99.88, 2, true), ("0,44", 0.44, 2, false), ("-50,00%", -50, 2, true),
    ("−0,24", -0.24, 2, false),
    ("109580140", 109_580_140, 0, false), ("Rp 2.366.719.674", 2_366_719_674, 0, false),
    ("Rp. 17.660.000,-", 17_660_000, 0, false), ("100%", 100, 0, true), ("12 Dokumen", 12, 0, false),
    ("2.366.719,50", 2_366_719.5, 2, false), ("99.88%", 99.88, 2, true), ("0.125", 0.125, 3, false),
    ("(1,5)", -1.5, 1, false), ("+3,70", 3.7, 2, false), (" 7,0 ", 7, 1, false), ("Rp-5", -5, 0, false),
  ])
  func areRead(text: String, value: Double, decimals: Int, isPercent: Bool) throws {
    let number = try #require(PrintedNumber(text))
    #expect(number.value == value)
    #expect(number.decimals == decimals)
    #expect(number.isPercent == isPercent)
  }

  @Test(arguments: ["", "-", "Baik", "1,2,3", "12 dari 15", "1.23.4", "N/A", "%"])
  func areRefusedWhenTheyAreNotOneNumber(text: String) {
    #expect(PrintedNumber(text) == nil)
  }

  @Test func aPointBeforeThreeDigitsIsReadBothWays() throws {
    let number = try #require(PrintedNumber("1.250"))
    #expect(number.value == 1250 && number.isAmbiguous)
    #expect(number.decimalReading?.value == 1.25)
    #expect(PrintedNumber("12.345.678")?.isAmbiguous == false)
  }

  @Test(arguments: [
    (94.995, 95.0, 2, Agreement.agrees), (94.99499999999999, 95.0, 2, .agrees), (-0.005, -0.01, 2, .agrees),
    (9.0 - 8.56, 0.44, 2, .agrees), (3.83, 3.82, 2, .rounding), (102.5777, 102.57, 2, .rounding),
    (85.759, 85, 0, .rounding), (96.97, 98, 0, .wrong), (3.84, 3.85, 2, .rounding),
    (3.8401, 3.85, 2, .rounding),
    (3.8399, 3.85, 2, .wrong), (0.78, 7.78, 2, .wrong), (2_738_913_660, 2_750_979_428, 0, .wrong),
    (2_877_788_648, 2_877_788_647, 0, .rounding), (-0.24, 0.24, 2, .wrong), (0.004, 0, 2, .agrees),
  ])
  func agreementIsDecidedByTheLastPrintedDigit(
    value: Double, printed: Double, decimals: Int, expected: Agreement
  ) {
    #expect(Agreement(value, printed: printed, decimals: decimals) == expected)
  }
}
