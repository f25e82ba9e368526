/// The digits and signs of one number as it stands in a cell, before it is known which sign is the decimal one.
struct NumberToken {
  /// The digits as one whole number; meaningless when there are more than 18.
  private(set) var mantissa: UInt64 = 0
  /// How many digits there are.
  private(set) var digits = 0
  private var points = 0
  private var commas = 0
  private var lastIsComma = false
  /// Digits since the last sign.
  private var run = 0
  /// Digits before the first sign.
  private var lead = 0
  /// Whether the groups between the first and the last sign all have three digits.
  private var hasWholeGroups = true
  private var startsWithZero = false
  /// Whether thousands are separated by hard spaces or apostrophes.
  var hasSpacedGroups = false
  /// Whether `,-` or `,--` follows, as after amounts of money.
  var endsWithDash = false

  /// Takes a digit, 0–9.
  @inline(__always)
  mutating func take(digit: UInt8) {
    if digits == 0 { startsWithZero = digit == 0 }
    mantissa = mantissa &* 10 &+ UInt64(digit)
    digits += 1
    run += 1
  }

  /// Takes a comma or a point.
  @inline(__always)
  mutating func take(signIsComma isComma: Bool) {
    if points + commas == 0 {
      lead = run
    } else if run != 3 {
      hasWholeGroups = false
    }
    if isComma { commas += 1 } else { points += 1 }
    lastIsComma = isComma
    run = 0
  }

  /// Whether there is no comma and no point.
  var isPlain: Bool { points + commas == 0 }

  /// Which notation the token proves.
  enum Proof {
    /// It reads the same in both notations.
    case none
    /// Only one notation gives it a meaning.
    case only(DecimalSign)
    /// Both give it a meaning, and different ones: `1.250`.
    case either
    /// Neither gives it a meaning: `1.2.3`, `31.12.2024`.
    case neither
  }

  /// Which notation the token proves.
  var proof: Proof {
    if isPlain { return endsWithDash ? .only(.comma) : .none }
    switch (decimals(.comma) != nil, decimals(.point) != nil) {
    case (true, true): return .either
    case (true, false): return .only(.comma)
    case (false, true): return .only(.point)
    case (false, false): return .neither
    }
  }

  /// How many of the digits are decimals in a notation; `nil` when the token is not a number in it.
  func decimals(_ sign: DecimalSign) -> Int? {
    let isComma = sign == .comma
    let decimalSigns = isComma ? commas : points
    let groupSigns = isComma ? points : commas
    if endsWithDash, !isComma || decimalSigns > 0 { return nil }
    guard digits > 0, decimalSigns <= 1 else { return nil }
    if hasSpacedGroups, groupSigns > 0 { return nil }
    if decimalSigns == 0 {
      guard groupSigns > 0 else { return 0 }
      return hasGroups && run == 3 ? 0 : nil
    }
    guard lastIsComma == isComma, run > 0 else { return nil }
    if groupSigns > 0, !hasGroups { return nil }
    return run
  }

  private var hasGroups: Bool { 1...3 ~= lead && hasWholeGroups && !startsWithZero }
}
