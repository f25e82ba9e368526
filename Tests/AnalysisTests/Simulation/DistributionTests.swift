import Testing

@testable import Analysis

@Suite struct DistributionTests {
  static let all: [Distribution] = [
    .uniform(lower: -2, upper: 5), .triangular(lower: 0, mode: 0.4, upper: 1),
    .triangular(lower: 1, mode: 1, upper: 3), .triangular(lower: 1, mode: 3, upper: 3),
    .pert(lower: 3, mode: 3.8, upper: 4.4), .pert(lower: 0, mode: 0, upper: 1),
    .normal(mean: 98.3, deviation: 1.2),
    .truncatedNormal(mean: 98.3, deviation: 1.2, lower: 0, upper: 100),
    .truncatedNormal(mean: 80, deviation: 1.5, lower: 95, upper: 99),
    .truncatedNormal(mean: 80, deviation: 1.5, lower: 61, upper: 65),
    .truncatedNormal(mean: 0, deviation: 1, lower: 0.2, upper: 0.21),
    .beta(alpha: 0.5, beta: 0.7, lower: 0, upper: 100), .beta(alpha: 40, beta: 2, lower: 0, upper: 100),
    .beta(alpha: 0.3, beta: 0.3, lower: 0, upper: 1),
  ]

  @Test(arguments: all) func quantileInvertsTheDistributionFunction(_ distribution: Distribution) {
    for p in [1e-6, 0.01, 0.2, 0.5, 0.7, 0.99] {
      #expect(abs(distribution.cumulative(distribution.quantile(p)) - p) < 1e-9)
    }
  }

  /// The mean of the quantile function over equal parts of the probability scale.
  @Test(arguments: all) func momentsAgreeWithTheQuantiles(_ distribution: Distribution) {
    let parts = 4_000
    let values = (0..<parts).map { distribution.quantile((Double($0) + 0.5) / Double(parts)) }
    let mean = values.reduce(0, +) / Double(parts)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(parts)
    #expect(abs(mean - distribution.mean) < 1e-3 * distribution.deviation)
    #expect(abs(variance.squareRoot() / distribution.deviation - 1) < 3e-3)
  }

  @Test func momentsOfTheReferenceInputs() throws {
    let expected = try SimulationReference.load().exact.inputs
    for input in SimulationReference.inputs {
      #expect(agree(input.distribution.mean, expected[input.name]?.mean, tolerance: 1e-13))
      #expect(agree(input.distribution.deviation, expected[input.name]?.sd, tolerance: 1e-11))
    }
  }

  /// Values of scipy 1.17.
  @Test func farTailsKeepTheirDigits() {
    let tail = Distribution.truncatedNormal(mean: 80, deviation: 1.5, lower: 95, upper: 99)
    #expect(agree(tail.quantile(0.25), 95.04267358305384, tolerance: 1e-12))
    let narrow = Distribution.truncatedNormal(mean: 0, deviation: 1, lower: 10, upper: 12)
    #expect(agree(narrow.mean, 10.098093233499963, tolerance: 1e-12))
    #expect(agree(narrow.deviation, 0.09718732894894727, tolerance: 1e-9))
    #expect(agree(Distribution.beta(alpha: 0.5, beta: 0.7, lower: 0, upper: 1).quantile(0.3), 0.137262265))
  }

  @Test func historyIsResampled() {
    let history = Distribution.historical(base: 80, changes: [3, -1, 2, 2])
    #expect([0, 0.2, 0.3, 0.6, 0.8, 1].map(history.quantile) == [79, 79, 82, 82, 83, 83])
    #expect(history.mean == 81.5)
    #expect(history.cumulative(82) == 0.75)
  }

  @Test func coincidingBoundsAreAConstant() {
    for distribution in [
      Distribution.uniform(lower: 4, upper: 4), .pert(lower: 4, mode: 4, upper: 4),
      .normal(mean: 4, deviation: 0),
      .beta(alpha: 2, beta: 2, lower: 4, upper: 4), .historical(base: 3, changes: [1, 1]), .constant(4),
    ] {
      #expect(throws: Never.self) { try distribution.validate() }
      #expect(distribution.isConstant)
      #expect(distribution.quantile(0.9) == 4)
      #expect(distribution.deviation == 0)
    }
  }

  /// The table errs by less than 10⁻⁸ standard deviations everywhere, ends and cell middles included.
  @Test(arguments: all) func tableIsAsGoodAsExact(_ distribution: Distribution) {
    var draws = (0..<2_000).map { (Double($0) + 0.37) / 2_000 }
    draws += [0x1p-53, 0x1p-40, 1e-9, 1e-7, 0.5, 1 - 1e-7, 1 - 0x1p-53]
    // As all draws are, multiples of 2⁻⁵³.
    draws = draws.map { ($0 * 0x1p53).rounded() * 0x1p-53 }
    let expected = draws.map { distribution.law.value(tail: min($0, 1 - $0), isUpper: $0 >= 0.5) }
    let sampler = Sampler(distribution)
    draws.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      sampler.transform(base, count: buffer.count)
    }
    let worst = zip(draws, expected).reduce(0) { max($0, abs($1.0 - $1.1)) }
    #expect(worst <= 1e-8 * distribution.deviation)
  }

  @Test func drawOfZeroIsFinite() {
    let sampler = Sampler(.normal(mean: 0, deviation: 1))
    var draw = 0.0
    sampler.transform(&draw, count: 1)
    #expect(draw < -8 && draw.isFinite)
  }

  /// The bias of the table's mean and deviation over a fine grid, against exact quantiles.
  @Test func tableHasNoBiasOnTheReferenceInputs() {
    for input in SimulationReference.inputs {
      let law = input.distribution.law
      var draws = (0..<20_000).map { (Double($0) + 0.5) / 20_000 }
      let exact = draws.map { law.value(tail: min($0, 1 - $0), isUpper: $0 >= 0.5) }
      let sampler = Sampler(input.distribution)
      draws.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        sampler.transform(base, count: buffer.count)
      }
      let centre = input.distribution.mean
      let bias = zip(draws, exact).reduce(0) { $0 + ($1.0 - $1.1) } / 20_000
      let square =
        zip(draws, exact).reduce(0) { sum, pair in
          sum + (pair.0 - centre) * (pair.0 - centre) - (pair.1 - centre) * (pair.1 - centre)
        } / 20_000
      #expect(abs(bias) < 1e-9)
      #expect(abs(square) < 1e-9)
    }
  }

  @Test(arguments: [
    (
      Distribution.uniform(lower: 5, upper: 4),
      "batas bawah 5 sebaran seragam lebih besar daripada batas atasnya 4"
    ),
    (
      .triangular(lower: 1, mode: 6, upper: 5),
      "nilai paling mungkin 6 sebaran segitiga berada di luar 1 sampai 5"
    ),
    (.pert(lower: 1, mode: 0.5, upper: 5), "nilai paling mungkin 0,5 sebaran pert berada di luar 1 sampai 5"),
    (.normal(mean: 1, deviation: -0.5), "simpangan baku −0,5 kurang dari nol"),
    (
      .truncatedNormal(mean: 10, deviation: 0, lower: 0, upper: 5),
      "rata-rata 10 dengan simpangan baku 0 berada di luar batas 0 sampai 5"
    ),
    (
      .truncatedNormal(mean: 0, deviation: 1, lower: 50, upper: 60),
      "batas 50 sampai 60 terlalu jauh dari rata-rata 0 dengan simpangan baku 1"
    ),
    (.beta(alpha: 0, beta: 1, lower: 0, upper: 1), "bentuk sebaran beta 0 tidak dapat dipakai"),
    (.constant(.nan), "sebaran tetap berisi bilangan yang bukan angka wajar"),
    (.uniform(lower: 0, upper: .infinity), "sebaran seragam berisi bilangan yang bukan angka wajar"),
    (.historical(base: 1, changes: []), "sebaran historis tidak punya perubahan tahunan"),
  ])
  func nonsenseIsRefused(_ distribution: Distribution, _ message: String) {
    let problem = #expect(throws: Problem.self) { try distribution.validate() }
    #expect(problem?.message == message)
  }

  @Test func formsAreReadByName() throws {
    #expect(
      try Distribution(name: "PERT", arguments: [3, 3.8, 4.4]) == .pert(lower: 3, mode: 3.8, upper: 4.4))
    #expect(try Distribution(name: "normal", arguments: [98.3, 1.2]) == .normal(mean: 98.3, deviation: 1.2))
    let unknown = #expect(throws: Problem.self) { try Distribution(name: "segitga", arguments: [1, 2, 3]) }
    #expect(unknown?.suggestions.first == "segitiga")
    let count = #expect(throws: Problem.self) { try Distribution(name: "pert", arguments: [1, 2]) }
    #expect(count?.expected == "pert(a; m; b)")
  }
}
