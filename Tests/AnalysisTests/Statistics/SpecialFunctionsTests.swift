import Analysis
import Glibc
import Testing

/// Values from 40-digit arithmetic (mpmath) for exactly the same binary arguments.
struct SpecialFunctionsTests {
  private func isClose(_ a: Double, _ b: Double, _ tolerance: Double = 2e-14) -> Bool {
    a == b || abs(a - b) <= tolerance * max(abs(a), abs(b))
  }

  @Test(arguments: [
    (-37.5, 4.60535300958195484e-308), (-20, 2.7536241186062337e-89), (-8.25, 7.91972631464247734e-17),
    (-3, 0.00134989803163009453), (-1.25, 0.105649773666855258), (-0.5, 0.308537538725986896),
    (0.001, 0.500398942213911063), (0.75, 0.773372647623131801), (2.5, 0.993790334674223865),
    (5, 0.999999713348428121), (8, 0.999999999999999378),
  ])
  func normalDistributionFunction(z: Double, p: Double) {
    #expect(isClose(NormalDistribution.cumulative(z), p, z < -30 ? 1e-13 : 2e-15))
    #expect(isClose(NormalDistribution.upperTail(-z), p, z < -30 ? 1e-13 : 2e-15))
  }

  @Test(arguments: [
    (1e-300, -37.0470962993611992), (1e-20, -9.26234008979840758), (1e-09, -5.99780701500768686),
    (0.001, -3.09023230616781354), (0.025, -1.95996398454005421), (0.075, -1.43953147093845593),
    (0.1, -1.28155156554460044), (0.3, -0.524400512708040816), (0.499999, -2.50662827456655938e-6),
    (0.6, 0.253347103135799741), (0.975, 1.95996398454005386), (0.999999, 4.75342430881708777),
  ])
  func normalQuantile(p: Double, z: Double) {
    #expect(isClose(NormalDistribution.quantile(p), z, 1e-15))
  }

  @Test(arguments: [
    (2.5, 0.5, 0.1, 0.00111443754150742202, 0.998885562458492578),
    (0.5, 0.5, 0.25, 0.333333333333333333, 0.666666666666666667),
    (0.5, 1.5, 1e-10, 0.0000127323954471394205, 0.999987267604552861),
    (3, 4, 0.9, 0.998730000000000001, 0.00126999999999999892),
    (0.01, 5, 1e-05, 0.909948651459458495, 0.0900513485405415048),
    (50, 80, 0.4, 0.645065922150550357, 0.354934077849449643),
    (1000, 2000, 0.33, 0.350632676134183419, 0.649367323865816581),
    (1000, 2000, 0.36, 0.998909496940750151, 0.00109050305924984933),
    (5000, 0.5, 0.9999, 0.317310507257953447, 0.682689492742046553),
    (8, 0.3, 0.999, 0.742094029123599705, 0.257905970876400295),
  ])
  func incompleteBeta(alpha: Double, beta: Double, x: Double, lower: Double, upper: Double) throws {
    let distribution = try #require(BetaDistribution(alpha: alpha, beta: beta))
    #expect(isClose(distribution.cumulative(x), lower))
    #expect(isClose(distribution.upperTail(x), upper))
  }

  @Test(arguments: [0.01, 0.3, 0.5, 1, 2.5, 40, 3_000], [0.02, 0.5, 1, 7, 900])
  func betaQuantileInvertsTheDistribution(alpha: Double, beta: Double) throws {
    let distribution = try #require(BetaDistribution(alpha: alpha, beta: beta))
    for p in [1e-12, 0.001, 0.1, 0.4999, 0.5, 0.77, 0.95] {
      let x = distribution.quantile(p)
      guard x > 1e-290, x < 1 - 1e-6 else { continue }
      #expect(isClose(distribution.cumulative(x), p, 5e-12), "p \(p) x \(x)")
    }
  }

  @Test(arguments: [
    (1, 0.9, 3.07768353717525413), (1, 0.999, 318.308838985550163), (2, 0.975, 4.30265272974946179),
    (3, 0.51, 0.0272114670491180204), (3, 0.975, 3.18244630528370844), (3, 0.9999999, 222.571590986251243),
    (4.5, 0.9, 1.50088531750855771), (8, 0.995, 3.35538733133339491), (30, 0.975, 2.04227245630123789),
    (1000, 0.975, 1.9623390808264081),
  ])
  func studentQuantile(degreesOfFreedom: Double, p: Double, t: Double) throws {
    let distribution = try #require(StudentDistribution(degreesOfFreedom: degreesOfFreedom))
    #expect(isClose(distribution.quantile(p), t, 1e-14))
    #expect(isClose(distribution.quantile(1 - p), -t, 1e-9))
    #expect(isClose(distribution.cumulative(t), p, 1e-15))
  }

  @Test(arguments: [0.0, 0.3, 1, 2, 5, 60, 1e6, 1e200])
  func studentWithOneDegreeIsCauchy(t: Double) throws {
    let distribution = try #require(StudentDistribution(degreesOfFreedom: 1))
    let p = t < 1 ? 1 - 2 / Double.pi * atan(t) : 2 / Double.pi * atan(1 / t)
    #expect(isClose(distribution.twoSided(t), p, 1e-14) || p < 1e-150)
    #expect(distribution.twoSided(-t) == distribution.twoSided(t))
  }

  @Test func badArgumentsGiveNothingOrNotANumber() {
    #expect(BetaDistribution(alpha: 0, beta: 1) == nil)
    #expect(BetaDistribution(alpha: 1, beta: .infinity) == nil)
    #expect(StudentDistribution(degreesOfFreedom: -1) == nil)
    #expect(NormalDistribution.quantile(1.5).isNaN)
    #expect(NormalDistribution.quantile(0) == -.infinity)
  }

  @Test(arguments: [0.5, 1.5, 10, 12.25, 171])
  func logBetaAgreesWithLogGamma(a: Double) {
    for b in [0.25, 2, 9.5, 33] {
      let plain =
        SpecialFunctions.logGamma(a) + SpecialFunctions.logGamma(b) - SpecialFunctions.logGamma(a + b)
      #expect(abs(SpecialFunctions.logBeta(a, b) - plain) < 1e-12 * max(1, abs(plain)))
    }
  }
}
