import Glibc

/// The difference between ln Γ and Stirling's leading terms, from which ratios of gamma functions are formed
/// without the loss of digits that subtracting large logarithms would cause.
enum StirlingCorrection {
  /// ln Γ(z) − [(z − ½) ln z − z + ½ ln 2π] for z > 0; absolute error below 10⁻¹⁵.
  ///
  /// From 10 on by the asymptotic series (Abramowitz & Stegun 6.1.41), below by the system's ln Γ.
  static func value(_ z: Double) -> Double {
    guard z < 10 else {
      let w = 1 / (z * z)
      var sum = -691.0 / 360_360
      for term in [1.0 / 1_188, -1.0 / 1_680, 1.0 / 1_260, -1.0 / 360, 1.0 / 12] { sum = sum * w + term }
      return sum / z
    }
    return SpecialFunctions.logGamma(z) - ((z - 0.5) * log(z) - z + 0.918938533204672741780)
  }
}
