/// A search through earlier lines that narrows with every letter (Ctrl-R).
struct HistorySearch {
  /// What is sought.
  private(set) var pattern = ""
  /// The line as it was before the search, to go back to.
  let original: UndoStack.State
  private var index: Int
  private(set) var hasFailed = false

  /// Begins a search above the newest line.
  init(from original: UndoStack.State, in history: HistoryNavigator) {
    self.original = original
    index = history.lines.count
  }

  /// What is shown before the line while searching.
  var label: String { (hasFailed ? "tidak ada" : "cari") + " “\(pattern)”:" }

  /// Adds a letter; gives the newest line that contains the longer text, the current one first.
  mutating func add(_ scalar: Unicode.Scalar, in history: HistoryNavigator) -> String? {
    pattern.unicodeScalars.append(scalar)
    return show(history.match(pattern, before: index + 1), in: history)
  }

  /// Takes the last letter away and searches from the newest line again.
  mutating func removeLast(in history: HistoryNavigator) -> String? {
    guard !pattern.isEmpty else { return nil }
    pattern.unicodeScalars.removeLast()
    guard !pattern.isEmpty else {
      index = history.lines.count
      hasFailed = false
      return original.text
    }
    return show(history.match(pattern, before: history.lines.count), in: history)
  }

  /// The next older match with another text.
  mutating func older(in history: HistoryNavigator) -> String? {
    guard !pattern.isEmpty else { return nil }
    var next = history.match(pattern, before: index)
    while let found = next, index < history.lines.count, history.lines[found] == history.lines[index] {
      next = history.match(pattern, before: found)
    }
    return show(next, in: history)
  }

  /// The next newer match.
  mutating func newer(in history: HistoryNavigator) -> String? {
    guard !pattern.isEmpty else { return nil }
    return show(history.match(pattern, after: index), in: history)
  }

  private mutating func show(_ found: Int?, in history: HistoryNavigator) -> String? {
    hasFailed = found == nil
    guard let found else { return nil }
    index = found
    return history.lines[found]
  }
}
