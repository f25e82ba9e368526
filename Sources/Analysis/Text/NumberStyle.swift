/// How a number is written for a reader of Indonesian: decimal comma, points between thousands.
///
/// Years and codes are not numbers in this sense; they are text.
public struct NumberStyle: Hashable, Sendable {
  /// The least and the greatest number of decimals shown; zeros beyond the least are dropped.
  public var decimals: ClosedRange<Int>
  /// Whether thousands are separated by points.
  public var groupsThousands: Bool
  /// Text before the number, such as `Rp`.
  public var prefix: String
  /// Text after the number, such as `%`.
  public var suffix: String
  /// Whether a plus sign is shown on positive numbers (differences).
  public var showsPlus: Bool

  /// Makes a style.
  public init(
    decimals: ClosedRange<Int>, groupsThousands: Bool = true, prefix: String = "", suffix: String = "",
    showsPlus: Bool = false
  ) {
    self.decimals = decimals
    self.groupsThousands = groupsThousands
    self.prefix = prefix
    self.suffix = suffix
    self.showsPlus = showsPlus
  }

  /// A value as a report prints it: two decimals, `81,40`.
  public static let score = NumberStyle(decimals: 2...2)
  /// A value with as many decimals as it needs, up to six: `9,0015`, `100`.
  public static let plain = NumberStyle(decimals: 0...6)
  /// A percentage with two decimals and the sign: `105,29 %`.
  public static let percent = NumberStyle(decimals: 2...2, suffix: "%")
  /// Percentage points or another difference with its sign: `+6,07`.
  public static let difference = NumberStyle(decimals: 2...2, showsPlus: true)
  /// Whole rupiah: `2.366.719.674`.
  public static let rupiah = NumberStyle(decimals: 0...2)
  /// A count: `1.234`.
  public static let count = NumberStyle(decimals: 0...0)
  /// A probability or p-value with four decimals: `0,0167`.
  public static let probability = NumberStyle(decimals: 4...4)

  /// The same style with other decimals.
  public func with(decimals: ClosedRange<Int>) -> NumberStyle {
    var copy = self
    copy.decimals = decimals
    return copy
  }

  /// The same style showing a plus sign on positive numbers.
  public var signed: NumberStyle {
    var copy = self
    copy.showsPlus = true
    return copy
  }

  /// Writes a number, rounding half away from zero.
  ///
  /// - Returns: The text with U+2212 as the minus sign; `–` for a number that is not finite.
  /// - Complexity: O(digits).
  public func text(_ value: Double) -> String {
    guard var digits = DecimalDigits(value) else { return "–" }
    digits.round(places: decimals.upperBound)
    var whole = ""
    let top = max(digits.exponent, 0)
    for power in stride(from: top, through: 0, by: -1) {
      whole.append(String(digits.digit(atPower: power)))
      if groupsThousands, power > 0, power.isMultiple(of: 3) { whole.append(".") }
    }
    var fraction: [UInt8] = []
    for place in stride(from: 1, through: decimals.upperBound, by: 1) {
      fraction.append(digits.digit(atPower: -place))
    }
    while fraction.count > decimals.lowerBound, fraction.last == 0 { fraction.removeLast() }
    let isZero = digits.digits == [0]
    let sign = digits.isNegative && !isZero ? "−" : (showsPlus && !isZero ? "+" : "")
    let decimalPart = fraction.isEmpty ? "" : "," + fraction.map(String.init).joined()
    return sign + prefix + (prefix.isEmpty ? "" : " ") + whole + decimalPart + suffix
  }
}
