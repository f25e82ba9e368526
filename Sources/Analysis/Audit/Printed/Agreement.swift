/// Whether a computed value bears out a printed figure.
public enum Agreement: UInt8, Hashable, Sendable {
  /// The value rounds to the printed figure, half away from zero.
  case agrees
  /// It does not, but lies within one unit of the last printed digit.
  case rounding
  /// It does not.
  case wrong

  /// Judges a value against a figure printed to some decimals.
  ///
  /// - Parameters:
  ///   - value: The computed value in full precision.
  ///   - printed: The printed figure.
  ///   - decimals: How many decimals are printed.
  /// - Complexity: O(1) away from decimal ties.
  public init(_ value: Double, printed: Double, decimals: Int) {
    if Arithmetic.rounded(value, places: Double(decimals)) == printed {
      self = .agrees
      return
    }
    // Fourteen digits are certain; a difference of exactly one unit counts as within it.
    let dust = max(value.magnitude, printed.magnitude) * 1e-14
    let unit = PrintedNumber.unit(decimals: decimals)
    self = (value - printed).magnitude <= unit * (1 + 1e-9) + dust ? .rounding : .wrong
  }
}
