import CLibEdit

extension LineEditor {
  /// Shows the next older or newer line that begins with what stands before the cursor.
  func recall(older: Bool) -> Int32 {
    loadEarlierLines()
    let state = editLine.state
    let typed = String(String.UnicodeScalarView(state.text.unicodeScalars.prefix(state.cursor)))
    let found =
      older ? history.older(than: state.text, typed: typed) : history.newer(than: state.text, typed: typed)
    return found.map(show) ?? CC_NORM
  }

  /// Shows the oldest line, or goes back to an empty one.
  func recallEnd(oldest: Bool) -> Int32 {
    loadEarlierLines()
    history.stop()
    return show(oldest ? history.lines.first ?? "" : "")
  }

  /// Begins a search that the following keys narrow.
  func beginSearch() -> Int32 {
    loadEarlierLines()
    search = HistorySearch(from: editLine.state, in: history)
    return CC_REFRESH
  }

  /// Ends a search, keeping the line that was found.
  func endSearch() {
    search = nil
  }

  /// Lets a running search use a key; nil when it did, else the key for libedit to use.
  func filteredBySearch(_ key: Key) -> Key? {
    guard var current = search else { return key }
    var found: String?
    switch key {
    case .character("\u{12}"), .command(.up): found = current.older(in: history)
    case .character("\u{13}"), .command(.down): found = current.newer(in: history)
    case .character("\u{7F}"), .character("\u{8}"): found = current.removeLast(in: history)
    case .character("\u{7}"), .command(.escape):
      search = nil
      editLine.set(current.original)
      return nil
    case .character(let scalar) where scalar.value >= 0x20: found = current.add(scalar, in: history)
    default:
      endSearch()
      return key
    }
    search = current
    if let found { _ = show(found) }
    return nil
  }

  private func show(_ line: String) -> Int32 {
    editLine.set(UndoStack.State(text: line, cursor: line.unicodeScalars.count))
    return CC_REFRESH
  }
}
