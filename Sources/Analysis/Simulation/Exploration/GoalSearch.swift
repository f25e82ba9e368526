/// The work of one search: the function, what was tried, and the best of it.
struct GoalSearch {
  private let seek: GoalSeek
  private let function: (Double) -> Double?
  private var evaluations = 0
  private var best: (input: Double, value: Double)?

  init(_ seek: GoalSeek, _ function: @escaping (Double) -> Double?) {
    self.seek = seek
    self.function = function
  }

  /// Tries the permitted steps outwards from the current value, which itself need not be one of them.
  mutating func stepwise() -> GoalSeek.Outcome? {
    guard let step = seek.step else { return nil }
    if seek.isReached(by: evaluate(seek.current)) { return outcome }
    best = nil
    let (low, high) = (seek.bounds.lowerBound, seek.bounds.upperBound)
    let last = Int(((high - low) / step + 1e-9).rounded(.down))
    let inputs = (0...last).map { min(low + Double($0) * step, high) }
    let near = inputs.sorted { left, right in
      let (a, b) = (abs(left - seek.current), abs(right - seek.current))
      return (a, left) < (b, right)
    }
    for input in near where seek.isReached(by: evaluate(input)) { break }
    return outcome
  }

  /// Tries the straight line through the bounds, then crossings outwards from the current value.
  mutating func continuous() -> GoalSeek.Outcome? {
    if seek.isReached(by: evaluate(seek.current)) { return outcome }
    if straightLine(seek.bounds.lowerBound, seek.bounds.upperBound) { return outcome }
    let points = scan()
    let gaps = zip(points, points.dropFirst()).filter { crosses($0.0, $0.1) }
    let near = gaps.sorted { left, right in
      (distance(left.0.input, left.1.input), left.0.input) < (
        distance(right.0.input, right.1.input), right.0.input
      )
    }
    for (left, right) in near {
      if straightLine(left.input, right.input) || bisect(left, right) { return outcome }
    }
    return outcome
  }

  /// The best so far as an outcome.
  private var outcome: GoalSeek.Outcome? {
    guard let best else { return nil }
    let reached = seek.isReached(by: best.value)
    let bound = best.input == seek.bounds.lowerBound || best.input == seek.bounds.upperBound
    return .init(
      isReached: reached, input: best.input, value: best.value, isAtBound: !reached && bound,
      evaluations: evaluations)
  }

  private typealias Point = (input: Double, value: Double?)

  private mutating func evaluate(_ input: Double) -> Double? {
    evaluations += 1
    guard let value = function(input), value.isFinite else { return nil }
    if isBetter(input, value) { best = (input, value) }
    return value
  }

  /// Reaching beats not reaching; then the nearer goal (when it is not reached), then the nearer input.
  private func isBetter(_ input: Double, _ value: Double) -> Bool {
    guard let best else { return true }
    let (reached, before) = (seek.isReached(by: value), seek.isReached(by: best.value))
    guard reached == before else { return reached }
    let (miss, missBefore) = (abs(value - seek.goal), abs(best.value - seek.goal))
    if !reached, miss != missBefore { return miss < missBefore }
    return abs(input - seek.current) < abs(best.input - seek.current)
  }

  /// Follows the straight line through two inputs if the function lies on it, and says whether that reached the goal.
  private mutating func straightLine(_ low: Double, _ high: Double) -> Bool {
    guard low < high, let atLow = evaluate(low), let atHigh = evaluate(high), atLow != atHigh else {
      return false
    }
    let share = (seek.goal - atLow) / (atHigh - atLow)
    guard share >= 0, share <= 1 else { return false }
    for place in [0.5, 0.25, 0.8125] {
      let expected = atLow + place * (atHigh - atLow)
      guard let value = evaluate(low + place * (high - low)),
        abs(value - expected) <= 1e-9 * max(abs(atHigh - atLow), 1e-3)
      else { return false }
    }
    let input = min(max(low + share * (high - low), low), high)
    if seek.isReached(by: evaluate(input)) { return true }
    return false
  }

  /// The bounds, the current value and equal parts between.
  private mutating func scan() -> [Point] {
    let (low, high) = (seek.bounds.lowerBound, seek.bounds.upperBound)
    var inputs = (0...GoalSeek.parts).map { low + (high - low) * Double($0) / Double(GoalSeek.parts) }
    inputs.append(seek.current)
    var points: [Point] = []
    for input in Set(inputs).sorted() { points.append((input, evaluate(input))) }
    return points
  }

  /// Whether the goal lies between two points, or one reaches it and the other does not.
  private func crosses(_ left: Point, _ right: Point) -> Bool {
    if seek.isReached(by: left.value) != seek.isReached(by: right.value) { return true }
    guard seek.comparison == .equal, let a = left.value, let b = right.value else { return false }
    return (a < seek.goal) != (b < seek.goal)
  }

  private func distance(_ low: Double, _ high: Double) -> Double {
    max(low - seek.current, seek.current - high, 0)
  }

  /// Halves the gap down to neighbouring numbers and says whether that reached the goal.
  private mutating func bisect(_ left: Point, _ right: Point) -> Bool {
    var (low, high) = (left.input, right.input)
    let side = position(left.value)
    for _ in 0..<200 {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      let value = evaluate(middle)
      if seek.comparison == .equal, seek.isReached(by: value) { return true }
      if position(value) == side { low = middle } else { high = middle }
    }
    return seek.isReached(by: best?.value)
  }

  /// On which side of the goal a value lies.
  private func position(_ value: Double?) -> Bool? {
    guard let value else { return nil }
    return seek.comparison == .equal ? value < seek.goal : seek.isReached(by: value)
  }
}
