import Analysis

/// Writes a problem for the reader: the sentence, the place with a caret, what was expected, what is nearest.
enum ProblemText {
  /// The lines of the message.
  static func lines(for problem: Problem, colour: Bool) -> [String] {
    let label = colour ? "\u{1B}[1;31mgalat:\u{1B}[0m" : "galat:"
    var lines: [String] = []
    switch problem.place {
    case .file(let path, let line, let column):
      let position = line > 0 ? (column > 0 ? ":\(line):\(column)" : ":\(line)") : ""
      lines.append("\(label) \(clean(path))\(position): \(clean(problem.message))")
    case .text(let text, let range):
      lines.append("\(label) \(clean(problem.message))")
      lines.append(contentsOf: caret(in: text, at: range))
    case nil:
      lines.append("\(label) \(clean(problem.message))")
    }
    if let expected = problem.expected { lines.append("  diharapkan: \(clean(expected))") }
    if !problem.suggestions.isEmpty {
      lines.append("  mungkin maksudnya: " + problem.suggestions.map(clean).joined(separator: ", "))
    }
    return lines
  }

  /// The JSON form of a problem: `pesan`, `posisi`, `saran`.
  static func json(_ problem: Problem) -> JSONValue {
    let position: JSONValue =
      switch problem.place {
      case .text(_, let range):
        .object([.init("awal", .integer(range.lowerBound)), .init("akhir", .integer(range.upperBound))])
      case .file(let path, let line, let column):
        .object([
          .init("berkas", .string(path)), .init("baris", .integer(line)), .init("kolom", .integer(column)),
        ])
      case nil: .null
      }
    return .object([
      .init("pesan", .string(problem.message)), .init("jenis", .string(problem.kind.rawValue)),
      .init("posisi", position), .init("diharapkan", .optional(problem.expected)),
      .init("saran", .array(problem.suggestions.map { .string($0) })),
    ])
  }

  /// The typed text with carets under the range, cut to a window around it when it is long.
  private static func caret(in text: String, at range: Range<Int>) -> [String] {
    let scalars = Array(text.unicodeScalars)
    let lower = min(max(range.lowerBound, 0), scalars.count)
    let upper = min(max(range.upperBound, lower), scalars.count)
    let start = max(0, lower - 50)
    let end = min(scalars.count, max(upper, lower + 1) + 20)
    let before = string(scalars[start..<lower])
    let marked = string(scalars[lower..<upper])
    let window = before + marked + string(scalars[upper..<end])
    let lead = start > 0 ? "…" : ""
    let indent = String(repeating: " ", count: DisplayWidth.columns(of: lead + before))
    let carets = String(repeating: "^", count: max(1, DisplayWidth.columns(of: marked)))
    return ["  " + lead + window + (end < scalars.count ? "…" : ""), "  " + indent + carets]
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return clean(String(view))
  }

  private static func clean(_ text: String) -> String { Sanitizer.inline(text) }
}
