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
  /// - Complexity: O(length), for outputs with other lines O(lines × changed lines).
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

  /// The lines that were taken out and put in, those at the same place side by side.
  private static func lines(_ recorded: [String], _ new: [String]) -> [Difference] {
    let left = recorded.map { parts(of: $0).joined(separator: " ") }.filter { !$0.isEmpty }
    let right = new.map { parts(of: $0).joined(separator: " ") }.filter { !$0.isEmpty }
    var removed: [Int: String] = [:]
    var inserted: [Int: String] = [:]
    for change in right.difference(from: left) {
      switch change {
      case .remove(let offset, let line, _): removed[offset] = line
      case .insert(let offset, let line, _): inserted[offset] = line
      }
    }
    var result: [Difference] = []
    var old = 0
    var fresh = 0
    while old < left.count || fresh < right.count {
      let before = removed[old]
      let after = inserted[fresh]
      if before != nil || after != nil { result.append(Difference(before: before ?? "", after: after ?? "")) }
      if before != nil || after == nil { old += 1 }
      if after != nil || before == nil { fresh += 1 }
    }
    return result
  }
}
