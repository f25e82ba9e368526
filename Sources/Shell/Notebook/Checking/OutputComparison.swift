import Analysis

/// Compares a recorded output with a new one as figures and words: spaces and frames do not count, the digits
/// that a figure shows do.
struct OutputComparison {
  /// One place where the outputs differ.
  struct Difference: Hashable, Sendable {
    /// What was recorded; empty when something is new.
    var before: String
    /// What there is now; empty when something is gone.
    var after: String
  }

  /// The places where they differ, in order.
  let differences: [Difference]

  /// Compares the lines of two outputs.
  ///
  /// - Complexity: O(length).
  init(_ recorded: [String], _ new: [String]) {
    guard recorded != new else {
      differences = []
      return
    }
    let left = Self.words(of: recorded)
    let right = Self.words(of: new)
    if left.map(\.text) == right.map(\.text) {
      differences = []
    } else if left.count == right.count {
      differences = Self.pairs(left, right)
    } else {
      differences = Self.lines(recorded, new)
    }
  }

  /// Whether the outputs say the same.
  var isSame: Bool { differences.isEmpty }

  /// A word with the first word of its line, which says what a row of a table is about.
  private struct LabelledWord {
    var text: String
    var label: String
  }

  private static func words(of lines: [String]) -> [LabelledWord] {
    lines.flatMap { line in
      let parts = parts(of: line)
      return parts.map { LabelledWord(text: $0, label: parts[0]) }
    }
  }

  /// The words of a line without frames; minus is always written the same.
  private static func parts(of line: String) -> [String] {
    line.unicodeScalars.split { $0.properties.isWhitespace || (0x2500...0x257F).contains($0.value) }
      .map { part in String(String(part).map { $0 == "−" ? "-" : $0 }) }
  }

  private static func pairs(_ left: [LabelledWord], _ right: [LabelledWord]) -> [Difference] {
    zip(left, right).compactMap { old, new in
      guard old.text != new.text else { return nil }
      let prefix = old.label == old.text ? "" : old.label + ": "
      return Difference(before: prefix + old.text, after: prefix + new.text)
    }
  }

  /// The changed lines between the equal beginning and the equal end.
  private static func lines(_ recorded: [String], _ new: [String]) -> [Difference] {
    let left = recorded.map { parts(of: $0).joined(separator: " ") }.filter { !$0.isEmpty }
    let right = new.map { parts(of: $0).joined(separator: " ") }.filter { !$0.isEmpty }
    let start = zip(left, right).prefix { $0 == $1 }.count
    let end = zip(left[start...].reversed(), right[start...].reversed()).prefix { $0 == $1 }.count
    let old = Array(left[start..<(left.count - end)])
    let fresh = Array(right[start..<(right.count - end)])
    return (0..<max(old.count, fresh.count)).compactMap { index in
      let before = index < old.count ? old[index] : ""
      let after = index < fresh.count ? fresh[index] : ""
      return before == after ? nil : Difference(before: before, after: after)
    }
  }
}
