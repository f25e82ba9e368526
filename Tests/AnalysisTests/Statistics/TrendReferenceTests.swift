import Analysis
import TestSupport
import Testing

/// Every measure of the reference series, to nine significant digits.
@Suite("Trend reference")
struct TrendReferenceTests {
  @Test(arguments: TrendReference.names)
  func leastSquares(name: String) throws {
    let reference = try TrendReference(name)
    let ols = reference.tree["ols"]
    let row = reference.analysis.row
    let isConstant = name == "E"
    TrendReference.expect(row[.slope], ols["slope_mp"], "slope")
    TrendReference.expect(row[.intercept], ols["intercept_t0_mp"], "intercept")
    TrendReference.expect(row[.interceptAtYearZero], ols["intercept_year0_mp"], "intercept at year 0")
    TrendReference.expect(row[.rSquared], ols["r2_mp"], "R²")
    TrendReference.expect(row[.sumOfSquaredResiduals], ols["sse_mp"], "SSE")
    TrendReference.expect(row[.residualError], ols["residual_se_mp"], "residual error")
    TrendReference.expect(row[.slopeError], ols["slope_se_mp"], "slope error")
    TrendReference.expect(row[.interceptError], ols["intercept_t0_se_mp"], "intercept error")
    TrendReference.expect(row[.slopeT], ols["t_mp"], "t")
    TrendReference.expect(row[.slopeP], ols["p_mp"], "p")
    #expect(reference.analysis.linear.value?.degreesOfFreedom == ols["df"].number.map { Int($0) })
    for (level, low, high) in [
      ("0.80", TrendMeasure.slopeLow80, TrendMeasure.slopeHigh80), ("0.95", .slopeLow95, .slopeHigh95),
    ] {
      let interval = ols["slope_ci"][level]
      TrendReference.expect(row[low], isConstant ? nil : interval["lo_mp"].number, "slope \(level)")
      TrendReference.expect(row[high], isConstant ? nil : interval["hi_mp"].number, "slope \(level)")
    }
  }

  @Test(arguments: TrendReference.names)
  func leastSquaresForecast(name: String) throws {
    let reference = try TrendReference(name)
    let forecast = reference.tree["ols"]["forecast"].list
    let row = reference.analysis.row
    let projection = try #require(try reference.analysis.projection(.ols, years: 5, handling: .none).value)
    #expect(forecast.count == 5)
    for (point, expected) in zip(projection.points, forecast) {
      #expect(Double(point.year) == expected["year"].number)
      TrendReference.expect(point.value, expected["point_mp"], "point")
      #expect(point.isOutsideBounds == (expected["point_outside_bounds"].truth ?? false))
      for (level, low, high) in [
        ("prediction_0.80_mp", TrendColumn.Quantity.low80, TrendColumn.Quantity.high80),
        ("prediction_0.95_mp", .low95, .high95),
      ] {
        let ends = expected[level].numbers
        try #require(ends.count == 2)
        TrendReference.expect(row[.projection(.ols, low, point.ahead)], name == "E" ? nil : ends[0], level)
        TrendReference.expect(row[.projection(.ols, high, point.ahead)], name == "E" ? nil : ends[1], level)
      }
    }
  }

  @Test(arguments: ["A", "B", "C", "D", "F"])
  func predictiveProbability(name: String) throws {
    let reference = try TrendReference(name)
    let expected = try #require(reference.tree["predictive_probability"].list.first)
    let year = try #require(expected["year"].number.map { Int($0) })
    let last = try #require(reference.analysis.growth?.last.value)
    let reached = try reference.analysis.probability(ofReaching: last, in: year, handling: .none).value
    let undercut = try reference.analysis.probability(
      ofReaching: last, in: year, higherIsBetter: false, handling: .none
    ).value
    TrendReference.expect(reached, expected["prob_at_least_last"], "probability")
    TrendReference.expect(undercut, expected["prob_at_least_last"].number.map { 1 - $0 }, "opposite")
    let error = reference.analysis.row[.projection(.ols, .standardError, 1)]
    TrendReference.expect(error, expected["predictive_se_mp"], "predictive error")
  }

  @Test(arguments: ["A", "B", "C", "D"])
  func logitLeastSquares(name: String) throws {
    let reference = try TrendReference(name)
    let logit = reference.tree["logit_ols"]
    let row = reference.analysis.row
    TrendReference.expect(row[.logitSlope], logit["slope_mp"], "slope")
    TrendReference.expect(row[.logitIntercept], logit["intercept_t0_mp"], "intercept")
    TrendReference.expect(row[.logitResidualError], logit["residual_se_mp"], "residual error")
    TrendReference.expect(row[.logitP], logit["p"], "p")
    let points = try #require(try reference.analysis.projection(.ols, years: 5, handling: .logit).value)
      .points
    #expect(logit["forecast"].list.count == 5)
    for (point, expected) in zip(points, logit["forecast"].list) {
      let narrow = [TrendColumn.Quantity.low80, .high80].map { row[.logitProjection($0, point.ahead)] }
      let wide = [TrendColumn.Quantity.low95, .high95].map { row[.logitProjection($0, point.ahead)] }
      TrendReference.expect(point.value, expected["point"], "point")
      TrendReference.expect(row[.logitProjection(.point, point.ahead)], expected["point"], "point of the row")
      TrendReference.expect(narrow, expected["prediction_0.80"], "80 %")
      TrendReference.expect(wide, expected["prediction_0.95"], "95 %")
      TrendReference.expect(point.interval80.value?.low, narrow[0], "80 % of the projection")
      if name != "D" {
        TrendReference.expect(point.interval95.value?.high, wide[1], "95 % of the projection")
      }
    }
  }

  @Test(arguments: TrendReference.names)
  func theilSen(name: String) throws {
    let reference = try TrendReference(name)
    let expected = reference.tree["theil_sen"]
    let row = reference.analysis.row
    let line = try #require(reference.analysis.theilSen.value)
    TrendReference.expect(line.slope, expected["slope_mp"], "slope")
    TrendReference.expect(line.intercept, expected["intercept_separate_t0"], "intercept")
    TrendReference.expect(line.interceptAtYearZero, expected["intercept_separate_year0_mp"], "year 0")
    TrendReference.expect(line.jointIntercept, expected["intercept_joint_t0"], "joint intercept")
    TrendReference.expect(line.jointInterceptAtYearZero, expected["intercept_joint_year0_mp"], "joint year 0")
    TrendReference.expect(line.widestConfidence, expected["widest_available_confidence"], "widest")
    let span = Double(reference.analysis.segment.count - 1)
    let joint = (1...5).map { line.jointIntercept + line.slope * (span + Double($0)) }
    TrendReference.expect(joint, expected["forecast_joint"], "joint forecast")
    let separate = (1...5).map { row[.projection(.theilSen, .point, $0)] }
    TrendReference.expect(separate, expected["forecast_separate"], "forecast")
    for (level, interval) in [("exact_ci_0.80", line.interval80), ("exact_ci_0.95", line.interval95)] {
      let isGiven = !expected[level].isMissing && name != "E"
      #expect((interval.value != nil) == isGiven)
      guard isGiven else { continue }
      TrendReference.expect(interval.value?.low, expected[level]["lo_mp"], level)
      TrendReference.expect(interval.value?.high, expected[level]["hi_mp"], level)
      TrendReference.expect(interval.value?.confidence, expected[level]["achieved_confidence"], level)
    }
  }

  @Test(arguments: TrendReference.names)
  func mannKendall(name: String) throws {
    let reference = try TrendReference(name)
    let expected = reference.tree["mann_kendall"]
    let row = reference.analysis.row
    TrendReference.expect(row[.kendallS], expected["S"], "S")
    TrendReference.expect(row[.kendallVariance], expected["var_S"], "variance")
    TrendReference.expect(row[.kendallZ], expected["Z_mp"], "z")
    TrendReference.expect(row[.kendallNormalP], expected["p_normal_cc_two_sided_mp"], "normal p")
    TrendReference.expect(row[.kendallExactP], expected["p_exact_two_sided"], "exact p")
    TrendReference.expect(row[.kendallIncreasingP], expected["p_exact_increasing"], "p of a rise")
    TrendReference.expect(row[.kendallDecreasingP], expected["p_exact_decreasing"], "p of a fall")
    TrendReference.expect(row[.kendallSmallestP], expected["smallest_possible_two_sided_exact_p"], "floor")
    TrendReference.expect(row[.tauA], expected["tau_a"], "τ-a")
    TrendReference.expect(row[.tauB], expected["tau_b_mp"], "τ-b")
    let groups = name == "E" ? [5] : Array(repeating: 1, count: reference.analysis.segment.count)
    let null = try #require(KendallNull(groups: groups))
    let counts = expected["exact_null_distribution_counts"].members
    let scale = counts.values.compactMap(\.number).reduce(0, +) / Double(null.total)
    for (inversions, count) in null.countsByInversions.enumerated() where count > 0 {
      TrendReference.expect(
        Double(count) * scale, counts["\(null.greatest - 2 * inversions)"]?.number, "null distribution")
    }
  }

  @Test(arguments: TrendReference.names)
  func growth(name: String) throws {
    let reference = try TrendReference(name)
    let expected = reference.tree["growth"]
    let growth = try #require(reference.analysis.growth)
    TrendReference.expect(growth.compound.value, expected["cagr_mp"], "CAGR")
    TrendReference.expect(growth.logLinear.value, expected["loglinear_growth"], "log-linear growth")
    TrendReference.expect(growth.meanYearlyChange.value, expected["mean_abs_change"], "mean change")
    TrendReference.expect(growth.changes.map(\.absolute), expected["yoy_abs"], "changes")
    TrendReference.expect(growth.changes.compactMap(\.percent.value), expected["yoy_pct"], "percent")
    let rate = 1 + (growth.compound.value ?? .nan)
    var value = growth.last.value
    let forecast = (1...5).map { _ in
      value *= rate
      return value
    }
    TrendReference.expect(forecast, expected["cagr_forecast"], "forecast by CAGR")
  }

  @Test(arguments: TrendReference.names)
  func randomWalks(name: String) throws {
    let reference = try TrendReference(name)
    let expected = reference.tree["rw_drift"]
    let row = reference.analysis.row
    TrendReference.expect(row[.drift], expected["drift_mp"], "drift")
    TrendReference.expect(row[.driftError], expected["sigma_mp"], "sigma")
    TrendReference.expect((1...5).map { row[.projection(.drift, .point, $0)] }, expected["forecast"], "drift")
    if name != "E" {
      let errors = (1...5).map { row[.projection(.drift, .standardError, $0)] }
      TrendReference.expect(errors, expected["se_h"], "errors of drift")
    }
    for ahead in 1...5 {
      TrendReference.expect(
        row[.projection(.naive, .point, ahead)], reference.tree["naive"]["forecast"], "naive")
    }
  }

  @Test(arguments: TrendReference.names)
  func holt(name: String) throws {
    let reference = try TrendReference(name)
    let row = reference.analysis.row
    let plain = reference.tree["holt_fixed_alpha0.8_beta0.2"]
    let damped = reference.tree["holt_damped_fixed_alpha0.8_beta0.2_phi0.9"]
    TrendReference.expect(row[.holtLevel], plain["level_mp"], "level")
    TrendReference.expect(row[.holtTrend], plain["trend_mp"], "trend")
    TrendReference.expect(row[.dampedLevel], damped["level_mp"], "damped level")
    TrendReference.expect(row[.dampedTrend], damped["trend_mp"], "damped trend")
    TrendReference.expect(
      (1...5).map { row[.projection(.undampedHolt, .point, $0)] }, plain["forecast_mp"], "forecast")
    TrendReference.expect(
      (1...5).map { row[.projection(.holt, .point, $0)] }, damped["forecast_mp"], "damped forecast")
    let values = reference.analysis.segment.values
    for (model, errors) in [(HindcastModel.holt, plain), (.damped, damped)] {
      for position in values.indices where position >= 3 {
        TrendReference.expect(
          values[position] - row[.hindcast(model, position)], errors["one_step_errors"].numbers[position - 1],
          "one-step error")
      }
    }
  }

  @Test(arguments: TrendReference.names)
  func hindcasts(name: String) throws {
    let reference = try TrendReference(name)
    let row = reference.analysis.row
    let models: [(HindcastModel, String)] = [
      (.naive, "naive"), (.drift, "drift"), (.ols, "ols"), (.theilSenJoint, "theil_sen_joint"),
      (.mean, "mean"),
    ]
    let expected = reference.tree["hindcast_one_step"].list
    #expect(Int(row[.hindcastCount]) == expected.count)
    for (model, title) in models {
      for (index, hindcast) in expected.enumerated() {
        TrendReference.expect(row[.hindcast(model, index + 3)], hindcast[title], title)
      }
      TrendReference.expect(row[model.measure], reference.tree["hindcast_mae"][title], "error of \(title)")
    }
  }

  @Test(arguments: 3...10)
  func smallSampleLimits(count: Int) throws {
    let tree = try TrendReference.file.get()["small_n_limits"]["\(count)"]
    let limits = try #require(SmallSampleLimits(count: count))
    TrendReference.expect(limits.smallestExactP, tree["min_two_sided_exact_p"], "smallest p")
    TrendReference.expect(
      limits.widestSlopeConfidence, tree["coverage_of_min_max_slope_interval"], "widest interval")
    TrendReference.expect(limits.t95, tree["t_quantile_0975"], "t 95 %")
    TrendReference.expect(limits.t80, tree["t_quantile_090"], "t 80 %")
    TrendReference.expect(limits.predictionWidth95, tree["pi95_half_width_next_year_in_residual_se"], "95 %")
    TrendReference.expect(limits.predictionWidth80, tree["pi80_half_width_next_year_in_residual_se"], "80 %")
  }
}
