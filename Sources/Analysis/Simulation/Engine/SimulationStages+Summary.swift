extension SimulationStages {
  /// The summary of one output.
  func summary(
    of place: Int, quantiles: [OutputSummary.Quantile], firstOrder: [Double]
  ) -> OutputSummary {
    let rule = rules[place]
    var all = rule.emptyTally
    for tally in tallies[place] { all.add(tally) }
    let count = Double(all.count)
    let output = plan.outputs[place]
    let mean = rule.centre + all.sum.value / count
    let scatter = max(all.square.value - all.sum.value * all.sum.value / count, 0)
    let deviation = all.count > 1 ? (scatter / (count - 1)).squareRoot() : .nan
    let means = tallies[place].map { rule.centre + $0.sum.value / Double($0.count) }
    return OutputSummary(
      name: output.name, count: all.count, missing: all.missing,
      mean: all.minimum == all.maximum ? all.minimum : mean,
      meanError: plan.replicates > 1 ? Self.replicateError(means) : deviation / count.squareRoot(),
      deviation: all.minimum == all.maximum && all.count > 1 ? 0 : deviation,
      minimum: all.count > 0 ? all.minimum : .nan, maximum: all.count > 0 ? all.maximum : .nan,
      quantiles: quantiles,
      target: rule.target.map { _ in share(of: all.count, place) { $0.reached } },
      classes: output.classes.enumerated().map { item, kind in
        .init(name: kind.name, share: share(of: all.count, place) { $0.classes[item] })
      },
      histogram: keepers[place].histogram(grid: rule.grid, bars: plan.histogramBars),
      contributions: plan.inputs.enumerated().map { input, item in
        .init(
          name: item.name, linear: Self.linearShare(all, input: input), firstOrder: firstOrder[input])
      })
  }

  /// A probability with its error: Wilson's interval, or Student's over the replicates.
  private func share(of total: Int, _ place: Int, _ count: (OutputTally) -> Int) -> OutputSummary.Share {
    let hits = tallies[place].reduce(0) { $0 + count($1) }
    let n = Double(total)
    guard total > 0 else { return .init(count: 0, probability: .nan, standardError: .nan, interval: 0...1) }
    let p = Double(hits) / n
    let z = 1.959963984540054
    let centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    let wilson = max(0, min(centre - half, p))...min(1, max(centre + half, p))
    let plain = (p * (1 - p) / n).squareRoot()
    let parts = tallies[place].map { Double(count($0)) / Double($0.count) }
    let spread = Self.replicateError(parts)
    guard parts.count > 1, spread > 0, spread.isFinite,
      let student = StudentDistribution(degreesOfFreedom: Double(parts.count - 1))
    else { return .init(count: hits, probability: p, standardError: plain, interval: wilson) }
    let reach = student.halfWidth(confidence: 0.95) * spread
    return .init(
      count: hits, probability: p, standardError: spread, interval: max(0, p - reach)...min(1, p + reach))
  }

  /// The standard error of the mean of independent replicates.
  private static func replicateError(_ values: [Double]) -> Double {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let scatter = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (scatter / (count - 1) / count).squareRoot()
  }

  /// The squared correlation of an input and the output; 0 when either does not vary.
  private static func linearShare(_ tally: OutputTally, input: Int) -> Double {
    let sums = tally.inputs[input]
    let count = Double(tally.count)
    let own = sums.square.value - sums.sum.value * sums.sum.value / count
    let output = tally.square.value - tally.sum.value * tally.sum.value / count
    let product = sums.product.value - sums.sum.value * tally.sum.value / count
    guard tally.count > 1, own > 0, output > 1e-24 * tally.square.value, tally.minimum < tally.maximum else {
      return 0
    }
    return min(product * product / (own * output), 1)
  }
}

extension RankKeeper {
  /// The histogram of all trials, from the cell of the thousandth to that of the last but a thousandth.
  func histogram(grid: ValueGrid, bars: Int) -> Histogram {
    let total = counts.reduce(0, +)
    guard total > 0 else { return Histogram(lower: .nan, width: .nan, counts: [], below: 0, above: 0) }
    let first = place(ofRank: total / 1000)
    let last = place(ofRank: total - 1 - total / 1000)
    let group = max((last - first + max(bars, 1)) / max(bars, 1), 1)
    let bars = stride(from: first, through: last, by: group).map { start in
      counts[start..<min(start + group, counts.count)].reduce(0, +)
    }
    let end = min(first + bars.count * group, counts.count)
    return Histogram(
      lower: grid.edge(first), width: grid.width * Double(group), counts: bars,
      below: counts[..<first].reduce(0, +), above: counts[end...].reduce(0, +))
  }
}
