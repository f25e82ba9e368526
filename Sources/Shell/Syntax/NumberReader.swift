import Analysis

/// Reads numbers as they are typed at the prompt.
enum NumberReader {
  /// A number with decimal comma or decimal point: `98,5` = `98.5`; a `%` at the end divides by 100.
  ///
  /// - Returns: `nil` when the text is not a number at all.
  /// - Throws: A usage problem when the text could be thousands or decimals (`1.250`).
  static func number(_ text: String) throws(Problem) -> Double? {
    var body = text
    var scale = 1.0
    if body.hasSuffix("%") {
      body.removeLast()
      scale = 100
    }
    if body.hasPrefix("−") { body = "-" + body.dropFirst() }
    let unsigned = body.drop { $0 == "-" || $0 == "+" }
    guard unsigned.first?.isASCIIDigit == true,
      unsigned.allSatisfy({ $0.isASCIIDigit || $0 == "," || $0 == "." })
    else { return nil }
    let marks = unsigned.filter { !$0.isASCIIDigit }
    if marks.count > 1 || (marks == "." && isSingleGroup(unsigned)) { throw ambiguous(text, unsigned, marks) }
    guard let value = Double(String(body.map { $0 == "," ? "." : $0 })), value.isFinite else { return nil }
    return value / scale
  }

  /// A year or a span of years: `2025`, `2021..2025`.
  ///
  /// - Returns: `nil` when the text is not of this form.
  /// - Throws: A usage problem when the span runs backwards.
  static func years(_ text: String) throws(Problem) -> ClosedRange<Int>? {
    let parts = text.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first.flatMap({ Int($0) }), let last = parts.last.flatMap({ Int($0) }),
      isYear(first), isYear(last)
    else { return nil }
    guard first <= last else {
      throw Problem(
        "rentang tahun “\(text)” terbalik", expected: "\(last)..\(first)", suggestions: ["\(last)..\(first)"])
    }
    return first...last
  }

  /// Whether a number can be a calendar year of a report.
  static func isYear(_ number: Int) -> Bool { (1900...2200).contains(number) }

  /// `1.250`, `12.500`: one point with exactly three digits behind it and one to three before it, not a zero.
  private static func isSingleGroup(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[1].count == 3 && (1...3).contains(parts[0].count) && parts[0] != "0"
  }

  private static func ambiguous(_ text: String, _ unsigned: Substring, _ marks: String) -> Problem {
    let digits = String(unsigned.filter(\.isASCIIDigit))
    if marks == "." {
      let decimal = String(unsigned.map { $0 == "." ? "," : $0 })
      return Problem(
        "“\(text)” dapat berarti \(decimal) atau \(digits)",
        expected: "koma untuk desimal, tanpa pemisah ribuan", suggestions: [decimal, digits])
    }
    return Problem(
      "“\(text)” memakai pemisah ribuan", expected: "bilangan tanpa pemisah ribuan", suggestions: [digits])
  }
}

extension Character {
  /// Whether it is one of 0–9.
  var isASCIIDigit: Bool { isASCII && isNumber }
}
