import Analysis
import Testing

@Suite("JSON")
struct JSONValueTests {
  @Test func keepsMemberOrderAndFullPrecision() {
    let value: JSONValue = ["b": 9.0015, "a": 0.1, "n": 3, "kosong": nil, "daftar": [true, "x"]]
    #expect(value.text == #"{"b":9.0015,"a":0.1,"n":3,"kosong":null,"daftar":[true,"x"]}"#)
  }

  @Test func escapesWhatCouldHarmAReader() {
    #expect(JSONValue.string("a\"\\\n\u{1B}\u{85}\u{2028}é").text == #""a\"\\\n\u001b\u0085\u2028é""#)
  }

  @Test(arguments: [Double.nan, .infinity])
  func writesNullForWhatIsNoNumber(value: Double) {
    #expect(JSONValue.number(value).text == "null")
  }
}
