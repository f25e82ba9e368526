import Analysis

/// Remarks that a draft carries about what changed since it was written before.
enum DraftRemark {
  /// How the remark about changed figures begins.
  static let prefix = "> **Angka berubah sejak naskah sebelumnya:**"
  /// What stands above text that was edited by hand inside a generated block.
  static let editedHeading = "> **Suntingan tangan pada naskah sebelumnya, yang digantikan bagian di atas:**"

  /// A figure that changed.
  struct Change: Hashable, Sendable {
    var before: String
    var after: String
  }

  /// The remark.
  static func text(_ changes: [Change]) -> String {
    let shown = changes.prefix(8).map { "\($0.before) → \($0.after)" }.joined(separator: "; ")
    return prefix + " " + shown + (changes.count > 8 ? "; dan \(changes.count - 8) angka lain" : "")
  }

  /// A block's text without its remark.
  static func removed(from body: String) -> String {
    guard body.hasPrefix(prefix) else { return body.trimmedLines }
    return String(body.drop { !$0.isNewline }).trimmedLines
  }

  /// The figures that differ, in order; a figure that came or went stands beside `–`.
  static func changes(from old: String, to new: String) -> [Change] {
    let (before, after) = (NumberTokens.of(old), NumberTokens.of(new))
    guard before != after else { return [] }
    if before.count == after.count {
      return zip(before, after).filter { $0 != $1 }.map { Change(before: $0, after: $1) }
    }
    let lost = Self.rest(of: before, without: after)
    let won = Self.rest(of: after, without: before)
    return (0..<max(lost.count, won.count)).map { index in
      Change(
        before: index < lost.count ? lost[index] : "–", after: index < won.count ? won[index] : "–")
    }
  }

  private static func rest(of tokens: [String], without others: [String]) -> [String] {
    var counts: [String: Int] = [:]
    for token in others { counts[token, default: 0] += 1 }
    return tokens.filter { token in
      guard let left = counts[token], left > 0 else { return true }
      counts[token] = left - 1
      return false
    }
  }
}
