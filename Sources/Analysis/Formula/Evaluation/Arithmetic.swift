import Glibc

/// The arithmetic of formulas on doubles in which NaN stands for a missing value.
///
/// The evaluator and the compiled program both use it, so that they give the same bits.
enum Arithmetic {
  /// A result that is not finite counts as missing.
  @inline(__always)
  static func finite(_ value: Double) -> Double { value + (value - value) }

  @inline(__always)
  static func quotient(_ a: Double, _ b: Double) -> Double { b == 0 ? .nan : finite(a / b) }

  /// Whether two numbers agree to fourteen digits, so that 0,1 + 0,2 = 0,3 as in a spreadsheet.
  @inline(__always)
  static func agree(_ a: Double, _ b: Double) -> Bool {
    let larger = a.magnitude > b.magnitude ? a.magnitude : b.magnitude
    return (a - b).magnitude <= larger * 1e-14
  }

  @inline(__always)
  static func truth(_ condition: Bool, _ a: Double, _ b: Double) -> Double {
    let known = a == a && b == b
    return known ? (condition ? 1 : 0) : .nan
  }

  /// Both true; false as soon as one is false, even beside a missing one.
  @inline(__always)
  static func and(_ a: Double, _ b: Double) -> Double { a == 0 || b == 0 ? 0 : truth(true, a, b) }

  /// One true; true as soon as one is true, even beside a missing one.
  @inline(__always)
  static func or(_ a: Double, _ b: Double) -> Double {
    let isTrue = (a == a && a != 0) || (b == b && b != 0)
    return isTrue ? 1 : truth(false, a, b)
  }

  @inline(__always)
  static func clamp(_ x: Double, _ low: Double, _ high: Double) -> Double {
    guard low <= high, x == x else { return .nan }
    return x < low ? low : x > high ? high : x
  }

  @inline(__always)
  static func select(_ condition: Double, _ a: Double, _ b: Double) -> Double {
    condition == condition ? (condition != 0 ? a : b) : .nan
  }

  /// Rounds half away from zero on decimal digits; `places` must be a whole number.
  ///
  /// Away from ties it works on binary numbers, which gives the same double as ``DecimalDigits`` much faster.
  static func rounded(_ x: Double, places: Double) -> Double {
    guard x == x, places == places.rounded(), places.magnitude <= 300 else { return .nan }
    if let quick = quicklyRounded(x, places: Int(places)) { return quick }
    return finite(x.roundedHalfAway(places: Int(places)))
  }

  private static let powers: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12]

  @inline(__always)
  private static func quicklyRounded(_ x: Double, places: Int) -> Double? {
    guard places >= 0, places < powers.count else { return nil }
    let power = powers[places]
    let scaled = x.magnitude * power
    guard scaled < 1e14 else { return nil }
    let whole = scaled.rounded(.down)
    let fraction = scaled - whole
    let distance = (fraction - 0.5).magnitude
    // A decimal tie lies within two roundings of its double; farther off but still near, the digits decide.
    let isTie = distance <= scaled * 3e-16
    guard isTie || distance > scaled * 1e-13 + 1e-13 else { return nil }
    let result = (isTie || fraction > 0.5 ? whole + 1 : whole) / power
    return x < 0 ? 0 - result : result
  }

  /// A binary operator on numbers.
  @inline(__always)
  static func apply(_ sign: Operator, _ a: Double, _ b: Double) -> Double {
    switch sign {
    case .add: finite(a + b)
    case .subtract: finite(a - b)
    case .multiply: finite(a * b)
    case .divide: quotient(a, b)
    case .power: power(a, b)
    case .equal: truth(agree(a, b), a, b)
    case .notEqual: truth(!agree(a, b), a, b)
    case .less: truth(a < b && !agree(a, b), a, b)
    case .lessOrEqual: truth(a <= b || agree(a, b), a, b)
    case .greater: truth(a > b && !agree(a, b), a, b)
    case .greaterOrEqual: truth(a >= b || agree(a, b), a, b)
    case .and: and(a, b)
    case .or: or(a, b)
    }
  }

  /// A power; missing when either is missing, also where mathematics has 1 to the anything.
  static func power(_ a: Double, _ b: Double) -> Double {
    guard a == a, b == b else { return .nan }
    return finite(pow(a, b))
  }

  /// The middle of numbers, which it sorts; NaN when there are none or one is NaN.
  static func median(_ values: inout [Double]) -> Double {
    guard !values.isEmpty, !values.contains(where: \.isNaN) else { return .nan }
    values.sort()
    let middle = values.count / 2
    return values.count.isMultiple(of: 2) ? finite((values[middle - 1] + values[middle]) / 2) : values[middle]
  }
}
