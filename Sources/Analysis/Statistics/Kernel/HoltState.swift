/// The state of Holt's method with fixed parameters.
///
/// Starts at l = y₁ and b = y₂ − y₁ per year; then f = l + φb, l′ = αy + (1 − α)f and b′ = β(l′ − l) + (1 −
/// β)φb (Gardner & McKenzie 1985). A year without a value moves the state on without correcting it.
struct HoltState {
  /// The weight of a new value in the level and of a new difference in the trend.
  static let alpha = 0.8
  static let beta = 0.2

  let phi: Double
  var level = Double.nan
  var trend = Double.nan

  static let undamped = HoltState(phi: 1)
  static let damped = HoltState(phi: 0.9)

  /// The state after a year without a value.
  @inline(__always)
  mutating func skip() {
    trend *= phi
    level += trend
  }

  /// The forecast for the next year.
  @inline(__always)
  var next: Double { level + phi * trend }

  /// Takes in the value of the next year.
  @inline(__always)
  mutating func update(_ value: Double) {
    let updated = HoltState.alpha * value + (1 - HoltState.alpha) * next
    trend = HoltState.beta * (updated - level) + (1 - HoltState.beta) * phi * trend
    level = updated
  }

  /// Standard errors of the forecasts, per unit of the one-step error: √(1 + Σ cⱼ²) with
  /// cⱼ = α + αβ(φ + … + φʲ) (Hyndman et al. 2008, table 6.1, class 1 for additive errors).
  func errorFactors(horizon: Int) -> [Double] {
    var sum = 1.0
    var power = 1.0
    var powers = 0.0
    return (0..<horizon).map { _ in
      let factor = sum.squareRoot()
      power *= phi
      powers += power
      let weight = HoltState.alpha + HoltState.alpha * HoltState.beta * powers
      sum += weight * weight
      return factor
    }
  }
}
