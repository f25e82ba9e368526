import Analysis

/// Decides how wide each column of a box table is.
enum TextColumnWidths {
  /// The widest row, in lines, that a box may hold before records read better.
  private static let tallestRow = 7
  /// Words longer than this may be broken.
  private static let longestKeptWord = 14

  /// Widths that fit, or `nil` when records read better.
  ///
  /// Headings over numbers wrap first; then columns of text give way, those with the greatest
  /// `shrinkPriority` first and among them the widest. Numbers are never broken.
  static func fitting(_ grid: TextGrid, into total: Int, glyphs: TextGlyphs) -> [Int]? {
    let needs = grid.columns.indices.map { Need(grid, column: $0) }
    let room = total - 3 * needs.count - 1
    guard room > 0 else { return nil }
    var widths = needs.map { max($0.header, $0.content) }
    var surplus = widths.reduce(0, +) - room
    shrink(
      &widths, to: needs.map { max($0.headerWord, $0.content) }, by: &surplus, among: Array(widths.indices))
    let flexible = needs.indices.filter { needs[$0].isFlexible }
    for priority in Set(flexible.map { grid.columns[$0].shrinkPriority }).sorted(by: >) where surplus > 0 {
      let group = flexible.filter { grid.columns[$0].shrinkPriority == priority }
      shrink(&widths, to: needs.map { max($0.headerWord, $0.word) }, by: &surplus, among: group)
    }
    guard surplus <= 0 else { return nil }
    let isReadable = grid.rows.allSatisfy { row in
      row.spans
        || row.cells.indices.allSatisfy { column in
          let cell = row.cells[column]
          let inner = widths[column] - DisplayWidth.columns(of: cell.branch)
          return inner > 5 && cell.text.columns <= inner * tallestRow || !needs[column].isFlexible
            || cell.text.columns <= max(1, inner)
        }
    }
    return isReadable ? widths : nil
  }

  /// What a column needs.
  private struct Need {
    var header: Int
    var headerWord: Int
    var content = 0
    var word = 0
    var isFlexible = false

    init(_ grid: TextGrid, column: Int) {
      header = grid.header[column].columns
      headerWord = min(grid.header[column].longestWord, longestKeptWord)
      content = grid.heads[column] + grid.tails[column]
      for row in grid.rows where !row.spans {
        let cell = row.cells[column]
        guard cell.head == nil || grid.columns[column].alignment != .decimal else { continue }
        let branch = max(DisplayWidth.columns(of: cell.branch), DisplayWidth.columns(of: cell.trunk))
        let longestLine = cell.text.wrapped(to: .max).reduce(0) { max($0, $1.columns) }
        content = max(content, branch + longestLine)
        if cell.head == nil {
          isFlexible = true
          word = max(word, branch + min(cell.text.longestWord, longestKeptWord))
        } else {
          word = max(word, branch + cell.text.columns)
        }
      }
      word = max(word, grid.heads[column] + grid.tails[column])
    }
  }

  /// Takes columns away from the widest of a group, one at a time, never below their least width.
  private static func shrink(
    _ widths: inout [Int], to least: [Int], by surplus: inout Int, among group: [Int]
  ) {
    while surplus > 0 {
      let candidates = group.filter { widths[$0] > least[$0] }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return }
      let others = candidates.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
      let step = max(1, min(surplus, widths[widest] - max(least[widest], others)))
      widths[widest] -= step
      surplus -= step
    }
  }
}
