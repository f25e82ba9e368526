/// A figure as a report prints it, such as `99,88%`, `-50,00%` or `Rp 2.366.719.674`.
///
/// Reports are written in Indonesian: a comma begins the decimals, points separate thousands.
public struct PrintedNumber: Hashable, Sendable {
  /// The number.
  public var value: Double
  /// How many decimals are printed.
  public var decimals: Int
  /// Whether it carries a percent sign.
  public var isPercent: Bool
  /// Whether a single point stands before exactly three digits, so that it could also be a decimal point.
  public var isAmbiguous = false

  /// One unit of the last printed digit.
  public var unit: Double { Self.unit(decimals: decimals) }

  /// One unit of the last of some decimals.
  static func unit(decimals: Int) -> Double {
    (0..<max(decimals, 0)).reduce(1.0) { unit, _ in unit * 10 }.reciprocal
  }

  /// Reads a printed figure.
  ///
  /// Signs, currency, a percent sign, accounting parentheses, `,-` behind whole rupiah and words behind the
  /// figure are understood.
  ///
  /// - Returns: `nil` when the text does not hold exactly one number.
  public init?(_ text: String) {
    var bytes = Self.ascii(text)[...]
    var isNegative = false
    Self.trim(&bytes)
    if bytes.first == UInt8(ascii: "("), bytes.last == UInt8(ascii: ")") {
      isNegative = true
      bytes = bytes.dropFirst().dropLast()
    }
    Self.dropCurrencyAndSign(&bytes, isNegative: &isNegative)
    let figures = bytes.prefix { $0 &- 48 <= 9 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
    var rest = bytes[figures.endIndex...]
    guard let digits = Digits(figures) else { return nil }
    if digits.endsWithComma { rest = rest.drop { $0 == UInt8(ascii: "-") } }
    guard !rest.contains(where: { $0 &- 48 <= 9 }) else { return nil }
    guard let magnitude = Double(digits.plain), magnitude.isFinite else { return nil }
    value = isNegative && magnitude != 0 ? -magnitude : magnitude
    decimals = digits.decimals
    isPercent = rest.contains(UInt8(ascii: "%"))
    isAmbiguous = digits.isAmbiguous
  }

  /// The same text with its only point read as a decimal point; `nil` when that is not possible.
  public var decimalReading: PrintedNumber? {
    guard isAmbiguous else { return nil }
    var copy = self
    copy.value = value / 1000
    copy.decimals = 3
    copy.isAmbiguous = false
    return copy
  }

  /// The text as ASCII: long minus signs become `-`, every kind of blank a space, other letters `?`.
  private static func ascii(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x2212, 0x2013, 0x2010, 0x2011: UInt8(ascii: "-")
      case 0xA0, 0x202F, 0x2009, 0x2007, 0x09, 0x0A, 0x0D: UInt8(ascii: " ")
      case 0..<0x80: UInt8(scalar.value)
      default: UInt8(ascii: "?")
      }
    }
  }

  private static func trim(_ bytes: inout ArraySlice<UInt8>) {
    while bytes.first == UInt8(ascii: " ") { bytes.removeFirst() }
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
  }

  private static func dropCurrencyAndSign(_ bytes: inout ArraySlice<UInt8>, isNegative: inout Bool) {
    for _ in 0..<2 {
      trim(&bytes)
      if bytes.first == UInt8(ascii: "-") {
        isNegative = true
        bytes.removeFirst()
      } else if bytes.first == UInt8(ascii: "+") {
        bytes.removeFirst()
      }
      trim(&bytes)
      if bytes.count > 2, bytes.prefix(2).map({ $0 | 0x20 }) == Array("rp".utf8) {
        bytes.removeFirst(2)
        if bytes.first == UInt8(ascii: ".") { bytes.removeFirst() }
      }
    }
  }
}

extension PrintedNumber {
  /// Digits with their marks sorted into thousands and decimals.
  private struct Digits {
    var plain = ""
    var decimals = 0
    var isAmbiguous = false
    var endsWithComma = false

    init?(_ figures: ArraySlice<UInt8>) {
      var figures = figures
      while let last = figures.last, last == UInt8(ascii: ",") || last == UInt8(ascii: ".") {
        endsWithComma = endsWithComma || last == UInt8(ascii: ",")
        figures.removeLast()
      }
      let text = String(decoding: figures, as: UTF8.self)
      guard let first = figures.first, first &- 48 <= 9 else { return nil }
      let commas = text.split(separator: ",", omittingEmptySubsequences: false)
      let points = text.split(separator: ".", omittingEmptySubsequences: false)
      switch (commas.count, points.count) {
      case (1, 1): plain = text
      case (2, 1): take(commas[0], commas[1])
      case (1, 2) where points[1].count != 3 || points[0].count > 3 || points[0] == "0":
        take(points[0], points[1])
      case (1, _):
        guard Self.areThousands(points) else { return nil }
        plain = points.joined()
        isAmbiguous = points.count == 2
      case (2, _):
        let whole = commas[0].split(separator: ".", omittingEmptySubsequences: false)
        guard Self.areThousands(whole), !commas[1].contains(".") else { return nil }
        take(Substring(whole.joined()), commas[1])
      default: return nil
      }
    }

    private mutating func take(_ whole: Substring, _ fraction: Substring) {
      plain = "\(whole).\(fraction)"
      decimals = fraction.count
    }

    private static func areThousands(_ groups: [Substring]) -> Bool {
      (1...3).contains(groups.first?.count ?? 0) && groups.dropFirst().allSatisfy { $0.count == 3 }
    }
  }
}

extension Double {
  fileprivate var reciprocal: Double { 1 / self }
}
