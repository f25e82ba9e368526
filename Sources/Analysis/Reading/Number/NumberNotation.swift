/// How numbers are written in a column: which sign comes before the decimals.
///
/// Reads what planners write: `74,91`, `7.350.305.207`, `100%`, `Rp. 17.660.000,-`, `12 Dokumen`, `42/bulan`,
/// `BB (75)`, `(25.000)`, `1,5 juta`. Never guesses: what has no single meaning is unreadable.
public struct NumberNotation: Hashable, Sendable {
  /// The sign before the decimals.
  public var decimal: DecimalSign

  /// What a cell says.
  public enum Reading: Hashable, Sendable {
    /// A number; a percentage is its figure, 100 for `100%`.
    case value(Double)
    /// Nothing, or a mark for nothing: empty, `-`, `N/A`, `tad`, `#REF!`.
    case missing
    /// No number in this notation; the reason is an Indonesian phrase.
    case unreadable(String)
  }

  /// Makes a notation.
  public init(_ decimal: DecimalSign) { self.decimal = decimal }

  /// Reads a cell's text.
  public func read(_ text: String) -> Reading {
    var copy = text
    return copy.withUTF8 { read(UnsafeRawBufferPointer($0)) }
  }

  /// Reads a cell's bytes.
  ///
  /// - Complexity: O(bytes); plain numbers need no memory.
  func read(_ bytes: UnsafeRawBufferPointer) -> Reading {
    if let simple = SimpleNumber(bytes) {
      return value(of: simple.token, isNegative: simple.isNegative, bytes: bytes)
    }
    switch WrittenNumber.parse(bytes) {
    case .missing: return .missing
    case .unreadable(let reason): return .unreadable(reason)
    case .number(let number):
      return value(
        of: number.token, isNegative: number.isNegative, bytes: number.figures, exponent: number.exponent)
    }
  }

  private func value(
    of token: NumberToken, isNegative: Bool, bytes: some Collection<UInt8>, exponent: Int = 0
  ) -> Reading {
    guard let decimals = token.decimals(decimal) else { return .unreadable(reason(token)) }
    var magnitude: Double
    if exponent == 0, token.digits <= 18, token.mantissa < 1 << 53, decimals <= 22 {
      magnitude = Double(token.mantissa) / Self.powers[decimals]
    } else {
      let digits = String(decoding: bytes.filter { 48...57 ~= $0 }, as: UTF8.self)
      magnitude = Double("\(digits)e\(exponent - decimals)") ?? .infinity
    }
    guard magnitude.isFinite else { return .unreadable("angka terlalu besar") }
    if isNegative { magnitude = -magnitude }
    return .value(magnitude)
  }

  private func reason(_ token: NumberToken) -> String {
    switch token.proof {
    case .only(let other):
      "ditulis dengan \(other.rawValue) desimal, sedangkan kolomnya memakai \(decimal.rawValue) desimal"
    default: "letak titik dan koma tidak membentuk angka"
    }
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19,
    1e20, 1e21, 1e22,
  ]

  /// What a cell proves about the notation of its column; `nil` when it holds no number.
  static func proof(_ bytes: UnsafeRawBufferPointer) -> NumberToken.Proof? {
    if let simple = SimpleNumber(bytes) { return simple.token.proof }
    guard case .number(let number) = WrittenNumber.parse(bytes) else { return nil }
    return number.token.proof
  }
}

/// A cell that is nothing but an optional minus, digits, commas and points: the quick way.
struct SimpleNumber {
  var token = NumberToken()
  var isNegative = false

  @inline(__always)
  init?(_ bytes: UnsafeRawBufferPointer) {
    var index = 0
    let count = bytes.count
    guard count > 0 else { return nil }
    if bytes[0] == UInt8(ascii: "-") {
      isNegative = true
      index = 1
    }
    while index < count {
      let byte = bytes[index]
      if byte &- 48 <= 9 {
        token.take(digit: byte &- 48)
      } else if byte == UInt8(ascii: ".") {
        token.take(signIsComma: false)
      } else if byte == UInt8(ascii: ",") {
        token.take(signIsComma: true)
      } else {
        return nil
      }
      index += 1
    }
    if token.digits == 0 { return nil }
  }
}
