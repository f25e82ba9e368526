import Glibc

/// The decimal digits of a double, cut at the fifteen digits that a double always carries.
///
/// Reports round half away from zero in decimal: 94,995 is printed as 95,00. A binary double next to that tie
/// (94.99499999999999) must round the same way, so every display rounding goes through fifteen significant
/// decimal digits first and is then done on digits, never on the binary value.
public struct DecimalDigits: Hashable, Sendable {
  /// Whether the number is below zero.
  public var isNegative: Bool
  /// Digits 0–9, the first one not zero unless the number is zero.
  public var digits: [UInt8]
  /// The power of ten of the first digit: 81,40 has digits 8 1 4 and exponent 1.
  public var exponent: Int

  /// Takes a finite double apart.
  ///
  /// - Returns: `nil` when the value is not finite.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    isNegative = value.sign == .minus && value != 0
    guard value != 0 else {
      digits = [0]
      exponent = 0
      return
    }
    var buffer = [CChar](repeating: 0, count: 40)
    let written = withVaList([value.magnitude]) { vsnprintf(&buffer, buffer.count, "%.14e", $0) }
    let text = buffer.prefix(Int(written)).map { UInt8(bitPattern: $0) }
    guard let mark = text.firstIndex(of: UInt8(ascii: "e")) else { return nil }
    digits = text[..<mark].filter { $0 != UInt8(ascii: ".") }.map { $0 - UInt8(ascii: "0") }
    exponent = Int(String(decoding: text[(mark + 1)...], as: UTF8.self)) ?? 0
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
  }

  /// Rounds half away from zero, keeping the given number of decimals.
  ///
  /// - Parameter places: Decimals to keep; negative values round to tens, hundreds and so on.
  public mutating func round(places: Int) {
    let keep = exponent + 1 + places
    guard keep < digits.count else { return }
    guard keep >= 0 else {
      self = .zero
      return
    }
    let roundsUp = digits[keep] >= 5
    digits.removeSubrange(keep...)
    if roundsUp {
      var index = digits.count - 1
      while index >= 0, digits[index] == 9 {
        digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        digits[index] += 1
      } else {
        digits.insert(1, at: 0)
        exponent += 1
      }
    }
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
    if digits.isEmpty || digits == [0] { self = .zero }
  }

  /// The number zero.
  static var zero: DecimalDigits { DecimalDigits(isNegative: false, digits: [0], exponent: 0) }

  private init(isNegative: Bool, digits: [UInt8], exponent: Int) {
    self.isNegative = isNegative
    self.digits = digits
    self.exponent = exponent
  }

  /// The digit that stands for 10 to the given power; zero outside the stored digits.
  func digit(atPower power: Int) -> UInt8 {
    let index = exponent - power
    return digits.indices.contains(index) ? digits[index] : 0
  }

  /// The nearest double.
  public var value: Double {
    let text = digits.map(String.init).joined() + "e\(exponent - digits.count + 1)"
    return (Double(text) ?? .nan) * (isNegative ? -1 : 1)
  }
}

extension Double {
  /// Rounds to decimals, half away from zero on the decimal digits (see ``DecimalDigits``).
  ///
  /// - Parameter places: Decimals to keep; may be negative.
  /// - Returns: The value itself when it is not finite.
  public func roundedHalfAway(places: Int) -> Double {
    guard var digits = DecimalDigits(self) else { return self }
    digits.round(places: places)
    return digits.value
  }
}
