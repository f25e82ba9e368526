/// Finds the nearest known names for one that is not known.
public enum Suggestion {
  /// The names nearest to what was typed, best first.
  ///
  /// A name qualifies when it starts with the typed text, contains it, or lies within a third of its length
  /// in edits (insertion, deletion, substitution, transposition). Case is ignored.
  ///
  /// - Parameters:
  ///   - typed: The unknown name.
  ///   - candidates: The known names.
  ///   - limit: At most this many are returned.
  /// - Complexity: O(candidates × length²).
  public static func nearest(to typed: String, among candidates: some Sequence<String>, limit: Int = 3)
    -> [String]
  {
    let wanted = Array(typed.lowercased().unicodeScalars)
    guard !wanted.isEmpty else { return [] }
    let allowed = max(1, wanted.count / 3)
    var ranked: [(score: Int, name: String)] = []
    for name in candidates {
      let folded = name.lowercased()
      let scalars = Array(folded.unicodeScalars)
      if wanted.count >= 2, scalars.starts(with: wanted) {
        ranked.append((0, name))
      } else if scalars.count <= wanted.count + allowed, scalars.count + allowed >= wanted.count {
        let distance = editDistance(wanted, scalars)
        if distance <= allowed, wanted.count > 1 || distance == 0 { ranked.append((distance, name)) }
      } else if wanted.count >= 3, folded.contains(typed.lowercased()) {
        ranked.append((allowed + 1, name))
      }
    }
    ranked.sort { ($0.score, $0.name) < ($1.score, $1.name) }
    var seen: Set<String> = []
    return Array(ranked.map(\.name).filter { seen.insert($0).inserted }.prefix(limit))
  }

  /// The optimal-string-alignment distance: edits with adjacent transpositions.
  static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    for (row, a) in left.enumerated() {
      var current = [row + 1] + [Int](repeating: 0, count: right.count)
      for (column, b) in right.enumerated() {
        var best = min(previous[column + 1] + 1, current[column] + 1, previous[column] + (a == b ? 0 : 1))
        if row > 0, column > 0, a == right[column - 1], left[row - 1] == b {
          best = min(best, beforePrevious[column - 1] + 1)
        }
        current[column + 1] = best
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }
}
