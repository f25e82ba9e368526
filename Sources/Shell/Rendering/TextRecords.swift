import Analysis

/// Writes a table row by row, one column per line, where no box fits the width.
struct TextRecords {
  /// The cells.
  let grid: TextGrid
  /// The renderer whose width and glyphs are used.
  let renderer: TextRenderer

  /// Numbers stand under each other only while that leaves no wide gap.
  private static let widestHead = 9

  /// The lines: a rule between rows, code and name as the row's heading, the other columns with their titles.
  ///
  /// Rows of a tree are kept together by its branches instead of rules.
  func lines() -> [StyledText] {
    let rule = StyledText(String(repeating: renderer.glyphs.horizontal, count: renderer.width), .dim)
    let isTree = grid.rows.contains { $0.cells.contains { !$0.branch.isEmpty } }
    let labels = grid.header.dropFirst(headingCount).map(\.columns).max() ?? 0
    let labelWidth = min(labels, renderer.width * 2 / 5)
    var lines: [StyledText] = [rule]
    for (index, row) in grid.rows.enumerated() {
      if index > 0, !isTree || row.role != .body, !grid.rows[index - 1].spans { lines.append(rule) }
      lines += heading(of: row)
      guard !row.spans else { continue }
      for column in row.cells.indices.dropFirst(headingCount) where !row.cells[column].text.isEmpty {
        lines += field(row, column: column, labelWidth: labelWidth)
      }
    }
    return lines + [rule]
  }

  /// The columns that make up a row's heading: two when the table starts with a code and a name.
  private var headingCount: Int {
    guard grid.columns.count > 2, grid.columns[0].alignment == .left, grid.columns[1].alignment == .left
    else { return 1 }
    return grid.rows.allSatisfy { $0.spans || $0.cells[0].text.columns <= 12 } ? 2 : 1
  }

  private func heading(of row: TextGrid.Row) -> [StyledText] {
    let cells = row.cells.prefix(headingCount).filter { !$0.text.isEmpty }
    guard let first = cells.first else { return [] }
    let text = cells.dropFirst().reduce(first.text) {
      $0 + StyledText(renderer.glyphs.shown(" – ")) + $1.text
    }
    let branch = StyledText(first.branch, .dim)
    let room = renderer.width - max(branch.columns, DisplayWidth.columns(of: first.trunk))
    return text.adding(.bold).wrapped(to: max(8, room)).enumerated().map {
      ($0 == 0 ? branch : StyledText(first.trunk, .dim)) + $1
    }
  }

  private func field(_ row: TextGrid.Row, column: Int, labelWidth: Int) -> [StyledText] {
    let cell = row.cells[column]
    let trunk = StyledText((row.cells.first?.trunk ?? "") + "  ", .dim)
    let labels = StyledText(grid.header[column].plain).wrapped(to: labelWidth)
    let valueWidth = max(8, renderer.width - labelWidth - 3 - trunk.columns)
    var values = cell.text.wrapped(to: valueWidth)
    let widest = grid.heads.max() ?? 0
    if let head = cell.head, grid.columns[column].alignment == .decimal, widest <= Self.widestHead,
      widest + (grid.tails.max() ?? 0) <= valueWidth
    {
      values = [StyledText(String(repeating: " ", count: widest - head)) + cell.text]
    }
    if values.contains(where: { $0.columns > renderer.width - labelWidth - 3 - trunk.columns }) {
      return (labels.map { trunk + $0 } + values.map { trunk + StyledText("  ") + $0 })
    }
    return (0..<max(labels.count, values.count)).map { index in
      let left = index < labels.count ? labels[index] : StyledText("")
      let sign = index == 0 ? " : " : "   "
      let right = index < values.count ? values[index] : StyledText("")
      return trunk + left.padded(to: labelWidth) + StyledText(sign) + right
    }
  }
}
