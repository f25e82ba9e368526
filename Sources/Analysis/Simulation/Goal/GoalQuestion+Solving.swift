extension GoalQuestion {
  /// Looks for values of the inputs that make the comparison true, near to what they are now.
  ///
  /// - Parameters:
  ///   - inputs: One figure, or several that share a common gain.
  ///   - range: The values of the single input, or of the gain, that are permitted; by default its bounds.
  ///   - step: The distance between permitted values.
  ///   - model: What is evaluated over.
  ///   - context: Where codes are read.
  ///   - assumptions: What stands.
  /// - Throws: A usage problem when range or step make no sense, an input has no value, or the subject does not depend
  ///   on the inputs.
  /// - Complexity: Some 600 evaluations, or one per step.
  public func solve(
    varying inputs: [FigureKey], range: ClosedRange<Double>? = nil, step: Double? = nil, model: FormulaModel,
    in context: Context, assuming assumptions: Assumptions
  ) throws(Problem) -> GoalResult {
    let searched: Expression
    switch aim {
    case .number(let expression, _, _): searched = expression
    case .truth: searched = expression
    }
    let classed = model.classedNumber(ofPredicate: subject, in: context)
    var function = try WhatIfFunction(
      [searched, subject, expression] + (classed.map { [$0] } ?? []), varying: inputs, model: model,
      in: context,
      assuming: assumptions)
    guard !function.program.columnsRead(byOutput: 0).isEmpty else {
      throw Problem(
        "\(source) tidak bergantung pada \(inputs.map { model.inputName(of: $0) }.joined(separator: ", "))",
        expected: "masukan yang menentukan \(subject.text)")
    }
    let place = try GoalSearchRange(function, model: model, given: range, step: step)
    let seek = try self.seek(place, step: step)
    var evaluator = Evaluator(model, in: context, assuming: assumptions)
    let official = evaluator.value(of: subject)
    let wasReached = evaluator.value(of: expression).number == 1
    var probe = function
    let outcome = seek.solve { probe.values(at: place.point(at: $0))[0] }
    func value(at search: Double) -> Value {
      function.meaning(function.values(at: place.point(at: search))[1], of: subject)
    }
    let low = GoalResult.End(input: place.searched.lowerBound, value: value(at: place.searched.lowerBound))
    let high = GoalResult.End(input: place.searched.upperBound, value: value(at: place.searched.upperBound))
    var chosen = outcome?.input ?? place.current
    if outcome?.isReached != true, let classed {
      chosen = nearest(to: classed, [low.input, place.current, high.input], place, &function, model, context)
    }
    if outcome?.isReached == true, step == nil {
      chosen = Self.settled(chosen, within: place.searched) {
        function.values(at: place.point(at: $0))[2] == 1
      }
    }
    if wasReached { chosen = place.current }
    let point = place.point(at: chosen)
    return GoalResult(
      isReached: wasReached || outcome?.isReached == true, wasReached: wasReached,
      inputs: inputs.indices.map {
        .init(
          figure: inputs[$0], from: place.base[$0], to: point[$0], isAtBound: place.isAtBound(point[$0], $0))
      }, gain: inputs.count > 1 ? chosen : nil, value: wasReached ? official : value(at: chosen),
      before: official,
      low: low, high: high, unbounded: place.unbounded)
  }

  private func seek(_ place: GoalSearchRange, step: Double?) throws(Problem) -> GoalSeek {
    switch aim {
    case .number(_, let goal, let comparison):
      return try GoalSeek(
        goal: goal, comparison: comparison, bounds: place.searched, step: step, current: place.current)
    case .truth:
      return try GoalSeek(
        goal: 1, comparison: .atLeast, bounds: place.searched, step: step, current: place.current)
    }
  }

  /// The nearest neighbouring number at which the comparison holds to the last digit; the number itself where none does.
  private static func settled(
    _ found: Double, within range: ClosedRange<Double>, _ holds: (Double) -> Bool
  ) -> Double {
    if holds(found) { return found }
    var distance = found.ulp
    for _ in 0..<24 {
      for candidate in [found - distance, found + distance]
      where range.contains(candidate) && holds(candidate) {
        return candidate
      }
      distance *= 2
    }
    return found
  }

  /// Of some search values the one whose classed number lies nearest to the class that is wanted.
  private func nearest(
    to classed: Expression, _ candidates: [Double], _ place: GoalSearchRange,
    _ function: inout WhatIfFunction,
    _ model: FormulaModel, _ context: Context
  ) -> Double {
    guard case .binary(_, let left, let right) = expression.node, case .text(let label) = right.node,
      let wanted = model.scale(ofPredicate: left, in: context)?.classes.first(where: { $0.label == label })
    else { return place.current }
    var best = (input: place.current, distance: Double.infinity)
    for candidate in candidates {
      guard let number = function.values(at: place.point(at: candidate))[3] else { continue }
      let distance = max(wanted.lower - number, number - wanted.upper, 0)
      if distance < best.distance { best = (candidate, distance) }
    }
    return best.input
  }
}
