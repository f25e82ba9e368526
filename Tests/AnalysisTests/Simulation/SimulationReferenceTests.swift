import Testing

@testable import Analysis

@Suite struct SimulationReferenceTests {
  /// Plain trials agree with quadrature within four standard errors.
  @Test func agreesWithQuadrature() throws {
    let exact = try SimulationReference.load().exact
    let trials = 400_000
    let summary = try SimulationReference.plan(trials: trials).run(IndexModel()).outputs[0]
    let root = Double(trials).squareRoot()
    #expect(summary.count == trials && summary.missing == 0)
    #expect(abs(summary.mean - exact.mean) < 4 * exact.sd / root)
    #expect(abs(summary.deviation - exact.sd) < 4 * 0.7 * exact.sd / root)
    #expect(agree(summary.meanError, exact.sd / root, tolerance: 1e-6))
    let target = try #require(summary.target)
    #expect(abs(target.probability - exact.p_ge_9_05) < 4 * 0.457 / root)
    #expect(agree(target.standardError, 0.457 / root, tolerance: 1e-3))
    #expect(target.interval.contains(exact.p_ge_9_05))
    for quantile in summary.quantiles {
      let name = "p" + (quantile.level < 0.095 ? "0" : "") + "\(Int((quantile.level * 100).rounded()))"
      let expected = try #require(exact.quantiles[name])
      #expect(abs(quantile.value - expected) < 6 * exact.sd / root)
    }
    #expect(abs(summary.classes[0].share.probability - exact.p_ge_8_26) < 4 * 0.0044 / root)
    #expect(summary.classes.reduce(0) { $0 + $1.share.count } == trials)
    for contribution in summary.contributions {
      let expected = try #require(exact.first_order_sobol_exact[contribution.name])
      #expect(abs(contribution.linear - expected) < 2e-3)
      #expect(abs(contribution.firstOrder - expected) < 4e-3)
    }
  }

  @Test func copulaAgreesWithEightMillionTrialsOfNumpy() throws {
    let expected = try SimulationReference.load().gaussian_copula
    var plan = SimulationReference.plan(trials: 1 << 17, sampling: .sobol)
    plan.correlations = try CorrelationMatrix(pairs: [
      ("IKM", "F02", 0.3), ("IKM", "F03", 0.2), ("F02", "F03", 0.5),
    ])
    let summary = try plan.run(IndexModel()).outputs[0]
    let target = try #require(summary.target)
    let errors = expected.standard_errors
    #expect(abs(target.probability - expected.p_ge_9_05) < 4 * (errors[3] + target.standardError))
    #expect(abs(summary.deviation - expected.sd) < 4 * errors[4] + 1e-4)
    #expect(abs(summary.quantiles[0].value - expected.p05) < 4 * errors[0] + 4e-4)
    #expect(abs(summary.quantiles[3].value - expected.p50) < 4 * errors[1] + 4e-4)
    #expect(abs(summary.quantiles[6].value - expected.p95) < 4 * errors[2] + 4e-4)
  }

  /// The error over independent seeds against the plain standard error; the reference's gain at 4096 points is 7.6.
  @Test func sobolGainsOverPlainTrials() throws {
    let reference = try SimulationReference.load()
    let quasi = try #require(reference.quasi_monte_carlo_sobol_scrambled["4096"])
    let errors = try (0..<12).map { seed in
      let plan = SimulationReference.plan(trials: 4_096, seed: UInt64(seed), sampling: .sobol(replicates: 1))
      return try #require(try plan.run(IndexModel()).outputs[0].target).probability
        - reference.exact.p_ge_9_05
    }
    let rmse = (errors.reduce(0) { $0 + $1 * $1 } / Double(errors.count)).squareRoot()
    #expect(quasi.plain_mc_standard_error / rmse > 4)
  }

  @Test func replicatesTellTheErrorOfSobolTrials() throws {
    let exact = try SimulationReference.load().exact
    let result = try SimulationReference.plan(trials: 60_000, sampling: .sobol).run(IndexModel())
    let target = try #require(result.outputs[0].target)
    #expect(result.trials == 65_536 && result.replicates == 16)
    #expect(target.standardError < 0.3 * 0.457 / 256)
    #expect(abs(target.probability - exact.p_ge_9_05) < 4 * target.standardError)
    #expect(abs(result.outputs[0].mean - exact.mean) < 1e-5)
  }
}
