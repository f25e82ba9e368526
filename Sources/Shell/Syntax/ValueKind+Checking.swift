import Analysis

extension ValueKind {
  /// Checks a value that can be judged without the data; codes and units are resolved when the command runs.
  ///
  /// - Throws: A usage problem without a place.
  func check(_ text: String, named name: String) throws(Problem) {
    switch self {
    case .year:
      guard let year = Int(text), NumberReader.isYear(year) else {
        throw Problem("“\(text)” bukan tahun", expected: "tahun empat angka, misalnya 2025")
      }
    case .years:
      guard try NumberReader.years(text) != nil else {
        throw Problem("“\(text)” bukan tahun atau rentang tahun", expected: "misalnya 2025 atau 2021..2025")
      }
    case .number:
      guard try NumberReader.number(text) != nil else {
        throw Problem("“\(text)” bukan bilangan untuk \(name)", expected: "bilangan, misalnya 98,5")
      }
    case .integer(let bounds):
      guard let value = Int(text), bounds.contains(value) else {
        throw Problem(
          "“\(text)” tidak dapat dipakai untuk \(name)",
          expected: "bilangan bulat \(bounds.lowerBound) sampai \(bounds.upperBound)")
      }
    case .flag:
      guard ["ya", "tidak", "yes", "no", "y", "n", "t"].contains(text.lowercased()) else {
        throw Problem(
          "“\(text)” tidak dapat dipakai untuk \(name)", expected: "ya atau tidak",
          suggestions: ["ya", "tidak"])
      }
    case .choice(let words):
      guard words.contains(text.lowercased()) else {
        throw Problem(
          "“\(text)” tidak dikenal untuk \(name)",
          expected: "salah satu dari \(words.joined(separator: ", "))",
          suggestions: Suggestion.nearest(to: text, among: words))
      }
    case .text, .path, .code, .codes, .units, .unit, .period, .formula, .assignment, .command:
      break
    }
  }
}
