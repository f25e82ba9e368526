/// Where a goal seek may look.
struct GoalSearchRange {
  let inputs: [FigureKey]
  let base: [Double]
  let bounds: [ValueBounds]
  /// The single input's range, or that of the common gain.
  let range: ClosedRange<Double>
  /// Figures without both bounds, unless a range was given.
  let unbounded: [FigureKey]

  init(
    _ function: WhatIfFunction, model: FormulaModel, given: ClosedRange<Double>?, step: Double?
  ) throws(Problem) {
    inputs = function.inputs
    base = function.base
    bounds = function.inputs.map { model.bounds(of: $0) }
    var open: [FigureKey] = []
    var ranges: [ClosedRange<Double>] = []
    for place in inputs.indices {
      let (start, own) = (base[place], bounds[place])
      let reach = 10 * max(abs(start), 1)
      if own.least == nil || own.greatest == nil { open.append(inputs[place]) }
      ranges.append(min(own.least ?? start - reach, start)...max(own.greatest ?? start + reach, start))
    }
    unbounded = given == nil ? open : []
    let isCommon = inputs.count > 1
    if let given {
      range = given
    } else if isCommon {
      let gains = zip(ranges, base).map { ($0.lowerBound - $1, $0.upperBound - $1) }
      range = (gains.map(\.0).min() ?? 0)...(gains.map(\.1).max() ?? 0)
    } else {
      range = ranges.first ?? 0...0
    }
    if let given, !isCommon, let own = ranges.first, !own.overlaps(given) {
      throw Problem(
        "rentang \(NumberStyle.plain.text(given.lowerBound))..\(NumberStyle.plain.text(given.upperBound)) di luar batas "
          + model.name(of: inputs[0]),
        expected: "\(NumberStyle.plain.text(own.lowerBound))..\(NumberStyle.plain.text(own.upperBound))")
    }
    self.step = step
  }

  private let step: Double?

  /// The range cut to the bounds of a single input; for a common gain so that no change at all is one of the steps.
  var searched: ClosedRange<Double> {
    guard inputs.count > 1 else {
      let least = max(range.lowerBound, min(bounds[0].least ?? range.lowerBound, base[0]))
      return least...max(least, min(range.upperBound, max(bounds[0].greatest ?? range.upperBound, base[0])))
    }
    guard let step, step > 0, range.lowerBound < 0 else { return range }
    let lower = -((-range.lowerBound / step) + 1e-9).rounded(.down) * step
    return lower...max(lower, range.upperBound)
  }

  /// The inputs for a search value; each stops at its own bounds.
  func point(at search: Double) -> [Double] {
    guard inputs.count > 1 else { return [search] }
    return inputs.indices.map { place in
      let start = base[place]
      let wide = ValueBounds(
        least: bounds[place].least.map { min($0, start) },
        greatest: bounds[place].greatest.map { max($0, start) })
      return wide.clipping(start + search)
    }
  }

  /// The search value at which nothing changes.
  var current: Double { inputs.count > 1 ? 0 : base[0] }

  /// Whether an input stands at one of its bounds.
  func isAtBound(_ value: Double, _ place: Int) -> Bool {
    value == bounds[place].least || value == bounds[place].greatest
  }
}
