import Analysis

/// The spreadsheet's number format for a way of writing numbers.
///
/// Formats are written the English way (`#,##0.00`); the spreadsheet shows them in the reader's own notation.
/// Percentages here are percentage points, so `%` is shown as literal text and nothing is multiplied.
struct WorkbookNumberFormat {
  /// The format code.
  let code: String

  /// The format under which a value shows the same digits as `style.text(value)`.
  ///
  /// - Parameters:
  ///   - style: How the number is written in documents.
  ///   - value: The value; it decides how many of the optional decimals are shown.
  init(_ style: NumberStyle, for value: Double) {
    let places = Self.places(style, value)
    var body = style.groupsThousands ? "#,##0" : "0"
    if places > 0 { body += "." + String(repeating: "0", count: places) }
    let prefix = style.prefix.isEmpty ? "" : Self.literal(style.prefix + " ")
    let suffix = style.suffix.isEmpty ? "" : Self.literal(style.suffix)
    body = prefix + body + suffix
    if style.showsPlus {
      code = "+\(body);-\(body);\(body)"
    } else if !prefix.isEmpty {
      code = "\(body);-\(body)"
    } else {
      code = body
    }
  }

  /// How many decimals the style shows for a value.
  private static func places(_ style: NumberStyle, _ value: Double) -> Int {
    guard var digits = DecimalDigits(value) else { return style.decimals.lowerBound }
    digits.round(places: style.decimals.upperBound)
    let needed = digits.digits.count - 1 - digits.exponent
    return min(max(needed, style.decimals.lowerBound), style.decimals.upperBound)
  }

  private static func literal(_ text: String) -> String {
    "\"" + Sanitizer.block(text).filter { $0 != "\"" } + "\""
  }
}
