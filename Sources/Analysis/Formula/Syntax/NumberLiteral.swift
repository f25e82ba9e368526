/// A number as it is typed: digits with at most one decimal mark, a comma or a point.
///
/// Thousands separators are not read. A single point before exactly three digits (`1.250`) could be either,
/// so it is refused with both readings, unless the part before it rules out thousands: `0.125`, `1234.567`.
struct NumberLiteral {
  let written: String
  private let marks: [Unicode.Scalar]
  private let groups: [String]

  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    written = String(view)
    marks = scalars.filter { !$0.isASCIIDigit }
    groups = written.split(whereSeparator: { $0 == "," || $0 == "." }).map(String.init)
  }

  /// The value, or the problem with both readings.
  func value(at place: Problem.Place) throws(Problem) -> Double {
    guard marks.count < 2 else { throw separators(place) }
    guard !isAmbiguous else {
      let joined = groups.joined()
      throw Problem(
        "bilangan \(written) dapat dibaca dua cara", place: place,
        expected: "\(decimalReading) atau \(joined)", suggestions: [decimalReading, joined])
    }
    guard let value = Double(groups.joined(separator: ".")), value.isFinite else {
      throw Problem("bilangan \(written.prefix(20))… terlalu besar", place: place)
    }
    return value
  }

  private var isAmbiguous: Bool {
    marks == ["."] && groups[1].count == 3 && groups[0].count <= 3 && !groups[0].hasPrefix("0")
  }

  /// `1.250` as a decimal number: `1,25`.
  private var decimalReading: String {
    var fraction = groups[1]
    while fraction.count > 1, fraction.hasSuffix("0") { fraction.removeLast() }
    return "\(groups[0]),\(fraction)"
  }

  /// Two or more marks: the reading without thousands separators, when there is one.
  private func separators(_ place: Problem.Place) -> Problem {
    let last = marks[marks.count - 1]
    let hasDecimals = marks.dropLast().allSatisfy { $0 != last }
    let thousands = hasDecimals ? groups.dropLast() : groups[...]
    let isGrouped = thousands.dropFirst().allSatisfy { $0.count == 3 } && thousands.first?.count ?? 4 <= 3
    guard isGrouped, thousands.count > 1 else {
      return Problem("\(written) bukan bilangan", place: place, expected: "satu tanda desimal, misalnya 2,5")
    }
    let plain = thousands.joined() + (hasDecimals ? "," + groups[groups.count - 1] : "")
    return Problem(
      "bilangan \(written) ditulis dengan pemisah ribuan", place: place,
      expected: "\(plain) tanpa pemisah ribuan",
      suggestions: [plain])
  }
}
