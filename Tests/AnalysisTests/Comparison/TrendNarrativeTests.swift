import Testing

@testable import Analysis

@Suite("Sentences about trends")
struct TrendNarrativeTests {
  private static func series(_ values: [Double?], breaks: [SeriesBreak] = [], direction: Direction = .rising)
    throws
    -> IndicatorSeries
  {
    let entries = values.enumerated().map { offset, value in
      IndicatorSeries.Entry(
        year: 2018 + offset, value: value.map { .number($0) } ?? .missing(Missing("kosong")),
        isAssumed: false, code: "X")
    }
    return try IndicatorSeries(
      code: "X", name: "Indikator", unit: "Kecamatan A", context: Context(dataset: 0, unit: 0, year: 2025),
      measure: "nilai", direction: direction, entries: entries, breaks: breaks, targets: [], bounds: .none)
  }

  private static func sentence(_ series: IndicatorSeries) -> String {
    TrendNarrative(series, TrendAnalysis(series.yearly), style: .plain).sentence.plain
  }

  /// Over random series of every short length: n is said, a direction only where the exact test names it, with
  /// the sign of the slopes, and "signifikan" only at 5 %.
  @Test(arguments: 1...8) func neverSayMoreThanTheNumbers(count: Int) throws {
    var generator = SeriesGenerator(seed: UInt64(count))
    for _ in 0..<400 {
      var values: [Double?] = generator.values(count: count)
      if generator.below(4) == 0 { values[generator.below(count)] = nil }
      let series = try Self.series(values)
      let analysis = TrendAnalysis(series.yearly)
      let text = Self.sentence(series)
      let n = analysis.scope.count
      guard n > 0 else {
        #expect(text.contains("tidak mempunyai nilai terukur"))
        continue
      }
      #expect(text.contains("n = \(n)"))
      #expect(text.hasSuffix("."))
      let saysRise = text.contains(" naik ") || text.contains("naik,")
      let saysFall = text.contains(" turun ") || text.contains("turun,")
      #expect(saysRise == (analysis.verdict.direction == .rising))
      #expect(saysFall == (analysis.verdict.direction == .falling))
      #expect(text.contains("secara signifikan") == analysis.isSignificant())
      if let test = analysis.mannKendall.value, saysRise || saysFall {
        #expect(test.p <= 0.1 && (test.s > 0) == saysRise)
        #expect(((analysis.theilSen.value?.slope ?? 0) > 0) == saysRise)
        if text.contains("secara signifikan") { #expect(test.p <= 0.05) }
      }
      if n < 4 { #expect(!text.contains("signifikan") && !text.contains("p eksak")) }
      if let growth = analysis.growth, n == 2 || n == 3, analysis.verdict.direction == .tooFewData {
        #expect(text.contains("bertambah") == (growth.last.value > growth.first.value))
        #expect(text.contains("berkurang") == (growth.last.value < growth.first.value))
      }
    }
  }

  @Test func aRiseIsWorseWhereLowerIsBetter() throws {
    let text = Self.sentence(try Self.series([1, 2, 3, 4, 5], direction: .falling))
    #expect(text.contains("naik secara signifikan"))
    #expect(text.contains("memburuk, karena nilai yang lebih rendah lebih baik"))
    #expect(!Self.sentence(try Self.series([5, 4, 3, 2, 1], direction: .falling)).contains("memburuk"))
  }

  @Test func fourRisingValuesAreNotSignificant() throws {
    let text = Self.sentence(try Self.series([1, 2, 3.5, 4]))
    #expect(text.contains("cenderung naik, tetapi belum signifikan pada taraf 5%"))
    #expect(text.contains("0,0833"))
  }

  @Test func valuesBeforeABreakAreNotCounted() throws {
    let series = try Self.series(
      [9, 1, 2, 3, 4, 5], breaks: [SeriesBreak(year: 2019, reason: "instrumen baru")])
    let text = Self.sentence(series)
    #expect(text.contains("n = 5") && text.contains("dari 1 menjadi 5"))
    #expect(text.contains("Nilai sebelum 2019 tidak ikut dihitung karena jeda (instrumen baru)."))
  }

  @Test func aConstantSeriesIsSteady() throws {
    let series = try Self.series([7, 7, 7])
    #expect(
      Self.sentence(series) == "X Kecamatan A tetap 7 pada semua tahun yang terukur selama 2018–2020 (n = 3)."
    )
    let analysis = TrendAnalysis(series.yearly)
    let projection = try #require(try analysis.projection(years: 1).value)
    let more = try #require(
      TrendNarrative(series, analysis, style: .plain).sentence(about: projection)?.plain)
    #expect(more.contains("tidak memberi ukuran ketidakpastian") && !more.contains("selang"))
  }
}
