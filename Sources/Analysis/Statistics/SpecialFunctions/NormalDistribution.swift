import Glibc

/// The standard normal distribution.
public enum NormalDistribution {
  /// P(Z ≤ z).
  public static func cumulative(_ z: Double) -> Double {
    complementaryErrorOfScaled(-z) / 2
  }

  /// P(Z > z), exact also where it is tiny.
  public static func upperTail(_ z: Double) -> Double {
    complementaryErrorOfScaled(z) / 2
  }

  /// P(|Z| > |z|), the two-sided p-value.
  public static func twoSided(_ z: Double) -> Double {
    min(complementaryErrorOfScaled(abs(z)), 1)
  }

  /// The density at z.
  public static func density(_ z: Double) -> Double {
    0.398942280401432677940 * exp(-0.5 * z * z)
  }

  /// The value below which the distribution has the probability p.
  ///
  /// Wichura's rational approximations (algorithm AS 241, PPND16), relative error about 10⁻¹⁶.
  /// - Returns: Infinite at 0 and 1; not a number outside 0…1.
  public static func quantile(_ p: Double) -> Double {
    let centred = p - 0.5
    if abs(centred) <= 0.425 {
      let r = 0.180625 - centred * centred
      return centred * ratio(central, r)
    }
    guard p > 0, p < 1 else { return p == 0 ? -.infinity : (p == 1 ? .infinity : .nan) }
    let root = (-log(centred < 0 ? p : 1 - p)).squareRoot()
    let size = root <= 5 ? ratio(middle, root - 1.6) : ratio(far, root - 5)
    return centred < 0 ? -size : size
  }

  /// erfc(z ⁄ √2), correcting for the rounding of the scaled argument, which matters far in the tail.
  private static func complementaryErrorOfScaled(_ z: Double) -> Double {
    let scale = 0.707106781186547572737
    let restOfScale = -4.833646656726456726e-17
    let u = z * scale
    let plain = erfc(u)
    guard u > 1, u < 27 else { return plain }
    let rounding = (-u).addingProduct(z, scale) + z * restOfScale
    return plain - rounding * 1.12837916709551257390 * exp(-u * u)
  }

  /// Numerator and denominator coefficients, the constant term last.
  private typealias Coefficients = (
    numerator: (Double, Double, Double, Double, Double, Double, Double, Double),
    denominator: (Double, Double, Double, Double, Double, Double, Double, Double)
  )

  private static func ratio(_ c: Coefficients, _ r: Double) -> Double {
    let n = c.numerator
    let d = c.denominator
    let top = ((((((n.0 * r + n.1) * r + n.2) * r + n.3) * r + n.4) * r + n.5) * r + n.6) * r + n.7
    let bottom = ((((((d.0 * r + d.1) * r + d.2) * r + d.3) * r + d.4) * r + d.5) * r + d.6) * r + d.7
    return top / bottom
  }

  private static let central: Coefficients = (
    (
      2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4,
      1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080e0
    ),
    (
      5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4,
      5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1
    )
  )

  private static let middle: Coefficients = (
    (
      7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
      1.27045825245236838258e0, 3.64784832476320460504e0, 5.76949722146069140550e0,
      4.63033784615654529590e0, 1.42343711074968357734e0
    ),
    (
      1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
      1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e0,
      2.05319162663775882187e0, 1
    )
  )

  private static let far: Coefficients = (
    (
      2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
      2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e0,
      5.46378491116411436990e0, 6.65790464350110377720e0
    ),
    (
      2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
      7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
      5.99832206555887937690e-1, 1
    )
  )
}
