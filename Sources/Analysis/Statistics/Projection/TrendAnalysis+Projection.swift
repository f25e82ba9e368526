extension TrendAnalysis {
  /// Carries the series on for 1 to 5 years.
  ///
  /// - Returns: The projection, or why this many values or these bounds do not allow it.
  /// - Throws: A `Problem` when the number of years is outside 1…5.
  public func projection(
    _ method: ProjectionMethod = .ols, years: Int, handling: BoundsHandling = .clip
  ) throws(Problem) -> Finding<Projection> {
    guard 1...TrendAnalysis.farthestYear ~= years else {
      throw Problem(
        "Proyeksi \(years) tahun tidak dapat dibuat", expected: "1 sampai \(TrendAnalysis.farthestYear) tahun"
      )
    }
    if let reason = scope.reason(against: method.statement) { return .withheld(reason) }
    guard let last = segment.years.last else { return .withheld("tidak ada nilai yang terukur") }
    guard handling == .logit else {
      let points = (1...years).map { point(row, method, last + $0, $0, handling, scale: nil) }
      return .known(
        Projection(
          method: method, handling: handling, points: points, naive: row[.last],
          hindcast: hindcast(row, method, scale: nil)))
    }
    switch logitRow() {
    case .withheld(let reason): return .withheld(reason)
    case .known(let (transformed, scale)):
      let points = (1...years).map { point(transformed, method, last + $0, $0, .none, scale: scale) }
      return .known(
        Projection(
          method: method, handling: handling, points: points, naive: row[.last],
          hindcast: hindcast(transformed, method, scale: scale)))
    }
  }

  /// All numbers of the series on the logit scale, or why there is none.
  func logitRow() -> Finding<(row: TrendRow, scale: LogitScale)> {
    guard let scale = LogitScale(series.bounds) else {
      return .withheld("skala logit memerlukan batas bawah dan batas atas")
    }
    guard segment.values.allSatisfy({ $0 > scale.least && $0 < scale.greatest }) else {
      return .withheld("skala logit tidak dapat dipakai karena ada nilai pada atau di luar batas")
    }
    let bare = TrendKernel(years: segment.years, horizon: TrendAnalysis.farthestYear)
    return .known((bare.row(segment.values.map(scale.forward)), scale))
  }

  private func point(
    _ row: TrendRow, _ method: ProjectionMethod, _ year: Int, _ ahead: Int, _ handling: BoundsHandling,
    scale: LogitScale?
  ) -> ProjectionPoint {
    let raw = row[.projection(method, .point, ahead)]
    let unclipped = scale?.backward(raw) ?? raw
    let value = handling == .clip ? series.bounds.clipping(unclipped) : unclipped
    let error = row[.projection(method, .standardError, ahead)]
    let reason = TrendAnalysis.reasonForNoError(segment)
    func interval(_ low: TrendColumn.Quantity, _ high: TrendColumn.Quantity, _ level: Double)
      -> PredictionInterval?
    {
      let ends = [low, high].map { row[.projection(method, $0, ahead)] }.map { scale?.backward($0) ?? $0 }
      guard !ends.contains(where: \.isNaN) else { return nil }
      let kept = ends.map { handling == .clip ? series.bounds.clipping($0) : $0 }
      return PredictionInterval(
        low: kept[0], high: kept[1], confidence: level, isLowClipped: kept[0] != ends[0],
        isHighClipped: kept[1] != ends[1])
    }
    return ProjectionPoint(
      year: year, ahead: ahead, value: value, unclipped: unclipped, isClipped: value != unclipped,
      isOutsideBounds: !series.bounds.contains(unclipped),
      standardError: scope.finding(method.intervalStatement, error.isNaN ? nil : error, otherwise: reason),
      interval80: scope.finding(method.intervalStatement, interval(.low80, .high80, 0.8), otherwise: reason),
      interval95: scope.finding(.interval95, interval(.low95, .high95, 0.95), otherwise: reason))
  }

  private func hindcast(
    _ row: TrendRow, _ method: ProjectionMethod, scale: LogitScale?
  ) -> Finding<HindcastComparison> {
    let first = TrendLayout.leastTraining
    if let reason = scope.reason(against: .hindcast) { return .withheld(reason) }
    func error(_ model: HindcastModel) -> Double {
      guard let scale else { return row[model.measure] }
      let errors = (first..<segment.count).map { position in
        abs(segment.values[position] - scale.backward(row[.hindcast(model, position)]))
      }
      return errors.reduce(0, +) / Double(errors.count)
    }
    return .known(
      HindcastComparison(
        count: segment.count - first, error: error(method.hindcastModel), naiveError: error(.naive)))
  }
}

extension ProjectionMethod {
  /// What the number of values must allow for the method, and for intervals around it.
  var statement: TrendScope.Statement {
    switch self {
    case .naive: .value
    case .ols, .theilSen, .drift: .slope
    case .undampedHolt: .smoothing
    case .holt: .dampedSmoothing
    }
  }

  var intervalStatement: TrendScope.Statement {
    self == .ols ? .interval80 : .rankInterval80
  }
}
