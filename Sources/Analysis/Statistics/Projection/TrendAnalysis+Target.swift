extension TrendAnalysis {
  /// The probability that a year's value reaches a target, from the predictive distribution of the method.
  ///
  /// 1 − F((target − forecast) ⁄ error) by Student's t where higher is better, F(…) where lower is; the
  /// target itself counts as reached. A target beyond the bounds is never or always reached unless bounds are
  /// not handled.
  /// - Throws: A `Problem` when the year is not 1 to 5 years after the last measured one or the target is no
  ///   number.
  public func probability(
    ofReaching target: Double, in year: Int, higherIsBetter: Bool = true, method: ProjectionMethod = .ols,
    handling: BoundsHandling = .clip
  ) throws(Problem) -> Finding<Double> {
    guard target.isFinite else {
      throw Problem("Target bukan bilangan", expected: "bilangan seperti 82 atau 82,5")
    }
    guard let last = segment.years.last else { return .withheld("tidak ada nilai yang terukur") }
    let ahead = year - last
    guard 1...TrendAnalysis.farthestYear ~= ahead else {
      throw Problem(
        "Peluang untuk tahun \(year) tidak dapat dihitung",
        expected: "tahun \(last + 1) sampai \(last + TrendAnalysis.farthestYear)")
    }
    for statement in [TrendScope.Statement.targetProbability, method.statement, method.intervalStatement] {
      if let reason = scope.reason(against: statement) { return .withheld(reason) }
    }
    guard handling == .logit else {
      let certain = handling == .clip ? certainty(target, higherIsBetter: higherIsBetter) : nil
      return tail(row, method, ahead, target, higherIsBetter, certain)
    }
    switch logitRow() {
    case .withheld(let reason): return .withheld(reason)
    case .known(let (transformed, scale)):
      let isInside = target > scale.least && target < scale.greatest
      let certain = isInside ? nil : (target >= scale.greatest) != higherIsBetter ? 1.0 : 0.0
      return tail(transformed, method, ahead, isInside ? scale.forward(target) : 0, higherIsBetter, certain)
    }
  }

  /// 0 or 1 when no possible value, or every possible value, reaches the target.
  private func certainty(_ target: Double, higherIsBetter: Bool) -> Double? {
    let bounds = series.bounds
    if let greatest = bounds.greatest {
      if higherIsBetter, target > greatest { return 0 }
      if !higherIsBetter, target >= greatest { return 1 }
    }
    if let least = bounds.least {
      if higherIsBetter, target <= least { return 1 }
      if !higherIsBetter, target < least { return 0 }
    }
    return nil
  }

  private func tail(
    _ row: TrendRow, _ method: ProjectionMethod, _ ahead: Int, _ target: Double, _ higherIsBetter: Bool,
    _ certain: Double?
  ) -> Finding<Double> {
    let error = row[.projection(method, .standardError, ahead)]
    let degrees = method == .naive ? segment.count - 1 : segment.count - 2
    guard error > 0, let student = StudentDistribution(degreesOfFreedom: Double(degrees)) else {
      return .withheld(TrendAnalysis.reasonForNoError(segment))
    }
    if let certain { return .known(certain) }
    let distance = (target - row[.projection(method, .point, ahead)]) / error
    return .known(higherIsBetter ? student.upperTail(distance) : student.cumulative(distance))
  }
}
