extension TrendKernel {
  /// Random walks without and with drift, and the hindcasts of the simple models.
  ///
  /// A difference over k years has k times the variance of one year, so it is divided by √k.
  func walk(_ scratch: TrendScratch, _ row: TrendRowBuffer) {
    let count = design.count
    let drift = row[.meanYearlyChange]
    var squares = 0.0
    var driftSquares = 0.0
    for index in 1..<max(count, 1) {
      let step = design.x[index] - design.x[index - 1]
      let change = scratch.values[index] - scratch.values[index - 1]
      let surprise = change - step * drift
      squares += change * change / step
      driftSquares += surprise * surprise / step
      if index >= TrendLayout.leastTraining { hindcastSimple(scratch, row, index) }
    }
    let rounding = TrendScratch.rounding(max(abs(row[.least]), abs(row[.greatest])))
    if driftSquares <= rounding * rounding * Double(count) { driftSquares = 0 }
    let naiveError = count > 1 ? (squares / Double(count - 1)).squareRoot() : .nan
    let driftError = count > 2 ? (driftSquares / Double(count - 2)).squareRoot() : .nan
    row[.naiveError] = naiveError
    row[.drift] = drift
    row[.driftError] = driftError
    let last = row[.last]
    for ahead in 0..<design.horizon {
      store(.naive, ahead, last, naiveError * design.naiveFactors[ahead], row)
      store(.drift, ahead, last + drift * Double(ahead + 1), driftError * design.driftFactors[ahead], row)
    }
  }

  /// Forecasts the value at a position from those before it by the mean, the last value, drift and least
  /// squares.
  private func hindcastSimple(_ scratch: TrendScratch, _ row: TrendRowBuffer, _ position: Int) {
    let last = scratch.values[position - 1]
    let step = design.x[position] - design.x[position - 1]
    let drift = (last - scratch.values[0]) / design.x[position - 1]
    var sumX = 0.0
    var sumY = 0.0
    for index in 0..<position {
      sumX += design.x[index]
      sumY += scratch.values[index]
    }
    let meanX = sumX / Double(position)
    let mean = sumY / Double(position)
    var sxx = 0.0
    var sxy = 0.0
    for index in 0..<position {
      let centred = design.x[index] - meanX
      sxx += centred * centred
      sxy += centred * (scratch.values[index] - mean)
    }
    row.numbers[layout.hindcast(.naive, position)] = last
    row.numbers[layout.hindcast(.drift, position)] = last + step * drift
    row.numbers[layout.hindcast(.mean, position)] = mean
    row.numbers[layout.hindcast(.ols, position)] = mean + sxy / sxx * (design.x[position] - meanX)
  }

  /// Holt's method with fixed parameters.
  ///
  /// The error of one step is estimated from the third value on, because the first two set the state.
  func smooth(_ scratch: TrendScratch, _ row: TrendRowBuffer, _ start: HoltState) {
    let count = design.count
    let isDamped = start.phi < 1
    let model = isDamped ? HindcastModel.damped : .holt
    var state = start
    var squares = 0.0
    if count > 1 {
      state.level = scratch.values[0]
      state.trend = (scratch.values[1] - scratch.values[0]) / design.x[1]
    }
    for index in 1..<max(count, 1) {
      let missing = Int(design.x[index] - design.x[index - 1]) - 1
      for _ in 0..<missing { state.skip() }
      let forecast = state.next
      if index >= TrendLayout.leastTraining { row.numbers[layout.hindcast(model, index)] = forecast }
      if index >= 2 {
        let factor = isDamped ? design.dampedStepFactors[index] : design.holtStepFactors[index]
        let error = (scratch.values[index] - forecast) / factor
        squares += error * error
      }
      state.update(scratch.values[index])
    }
    let rounding = TrendScratch.rounding(max(abs(row[.least]), abs(row[.greatest])))
    if squares <= rounding * rounding * Double(count) { squares = 0 }
    let error = count > 2 ? (squares / Double(count - 2)).squareRoot() : .nan
    row[isDamped ? .dampedLevel : .holtLevel] = state.level
    row[isDamped ? .dampedTrend : .holtTrend] = state.trend
    row[isDamped ? .dampedError : .holtError] = error
    let factors = isDamped ? design.dampedFactors : design.holtFactors
    for ahead in 0..<design.horizon {
      state.skip()
      store(isDamped ? .holt : .undampedHolt, ahead, state.level, error * factors[ahead], row)
    }
  }

  /// The mean absolute error of every model's hindcasts.
  func averageHindcasts(_ scratch: TrendScratch, _ row: TrendRowBuffer) {
    let made = max(design.count - TrendLayout.leastTraining, 0)
    row[.hindcastCount] = Double(made)
    for model in 0..<HindcastModel.allCases.count {
      guard let model = HindcastModel(rawValue: model) else { continue }
      var sum = 0.0
      for position in TrendLayout.leastTraining..<max(design.count, TrendLayout.leastTraining) {
        sum += abs(scratch.values[position] - row.numbers[layout.hindcast(model, position)])
      }
      row[model.measure] = made > 0 ? sum / Double(made) : .nan
    }
  }
}
