/// The triangular distribution.
struct TriangularLaw: Sendable {
  let lower: Double
  let mode: Double
  let upper: Double

  private var width: Double { upper - lower }

  func tails(_ x: Double) -> (lower: Double, upper: Double) {
    if x <= lower { return (0, 1) }
    if x >= upper { return (1, 0) }
    if x < mode {
      let below = (x - lower) * (x - lower) / (width * (mode - lower))
      return (below, 1 - below)
    }
    let above = (upper - x) * (upper - x) / (width * (upper - mode))
    return (1 - above, above)
  }

  func value(tail: Double, isUpper: Bool) -> Double {
    let share = (mode - lower) / width
    if isUpper {
      return tail <= 1 - share ? fromUpper(tail) : fromLower(1 - tail)
    }
    return tail <= share ? fromLower(tail) : fromUpper(1 - tail)
  }

  func density(_ x: Double) -> Double {
    guard x >= lower, x <= upper else { return 0 }
    if x < mode { return 2 * (x - lower) / (width * (mode - lower)) }
    return mode < upper ? 2 * (upper - x) / (width * (upper - mode)) : 2 / width
  }

  var variance: Double {
    let (left, right) = (mode - lower, upper - mode)
    return (left * left + left * right + right * right) / 18
  }

  private func fromLower(_ tail: Double) -> Double { lower + (tail * width * (mode - lower)).squareRoot() }

  private func fromUpper(_ tail: Double) -> Double { upper - (tail * width * (upper - mode)).squareRoot() }
}
