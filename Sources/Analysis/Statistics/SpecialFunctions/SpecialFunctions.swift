import Glibc

/// Elementary special functions on which the distributions rest.
public enum SpecialFunctions {
  /// ln |Γ(x)|; infinite at zero and the negative integers.
  ///
  /// Uses the re-entrant function of the C library, which keeps the sign out of a global variable.
  public static func logGamma(_ x: Double) -> Double {
    var sign: Int32 = 0
    return lgamma_r(x, &sign)
  }

  /// ln B(a, b) for positive arguments.
  public static func logBeta(_ a: Double, _ b: Double) -> Double {
    let sum = a + b
    let correction =
      StirlingCorrection.value(a) + StirlingCorrection.value(b) - StirlingCorrection.value(sum)
    let leading = 0.918938533204672741780 - 0.5 * (log(a) + log(b) - log(sum))
    return leading + correction + a * log(a / sum) + b * log(b / sum)
  }

  /// ln(1 + u) − u without cancellation near zero, for u > −1.
  public static func logOnePlusMinus(_ u: Double) -> Double {
    guard abs(u) < 0.35 else { return log1p(u) - u }
    // ln(1+u) = 2 atanh(r) with r = u/(2+u); subtracting u leaves −u·r + 2(r³/3 + r⁵/5 + …).
    let r = u / (2 + u)
    let square = r * r
    var power = square
    var sum = 0.0
    var k = 3.0
    while k < 60 {
      let term = power / k
      sum += term
      if term <= 1e-18 * sum { break }
      power *= square
      k += 2
    }
    return r * (2 * sum - u)
  }
}
