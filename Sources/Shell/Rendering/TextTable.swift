import Analysis

/// Lays a table out for a terminal: in a box that fits the width, or row by row where no box fits.
struct TextTable {
  /// The table.
  let table: Table
  /// The renderer whose width and glyphs are used.
  let renderer: TextRenderer

  private let grid: TextGrid
  private let reasons: [String]

  /// Prepares the cells: harmless text, tree branches, numbers split at the comma, marks on missing figures.
  init(_ table: Table, renderer: TextRenderer) {
    self.table = table
    self.renderer = renderer
    var reasons = MissingReasons()
    grid = TextGrid(table, renderer: renderer, reasons: &reasons)
    self.reasons = reasons.reasons
  }

  /// Caption, table and footnotes.
  func lines() -> [StyledText] {
    var lines: [StyledText] = []
    if !table.caption.isEmpty {
      lines += StyledText(renderer.clean(table.caption), .bold).wrapped(to: renderer.width)
    }
    if table.columns.isEmpty || table.rows.isEmpty {
      lines.append(StyledText("(tidak ada baris)", .dim))
    } else if let widths = TextColumnWidths.fitting(grid, into: renderer.width, glyphs: renderer.glyphs) {
      lines += TextBox(grid: grid, widths: widths, glyphs: renderer.glyphs).lines()
    } else {
      lines += TextRecords(grid: grid, renderer: renderer).lines()
    }
    return lines + footnotes()
  }

  private func footnotes() -> [StyledText] {
    var lines: [StyledText] = []
    for (index, reason) in reasons.enumerated() {
      lines += renderer.hanging(
        StyledText(renderer.glyphs.mark(index + 1) + " "), StyledText(renderer.clean(reason)))
    }
    for footnote in table.footnotes {
      lines += renderer.hanging(StyledText(renderer.glyphs.bullet + " "), renderer.styled(footnote))
    }
    return lines
  }
}

/// A table's cells as they will be shown, before any width is decided.
struct TextGrid {
  /// A cell's text and, in a column of numbers, where the comma stands.
  struct Cell {
    /// The text; may hold line breaks.
    var text: StyledText
    /// Columns before the decimal comma; `nil` for text that is not a number.
    var head: Int?
    /// The branches before the first line and before the following ones.
    var branch = ""
    var trunk = ""
  }

  /// A row.
  struct Row {
    var cells: [Cell]
    var role: Table.Row.Role
    /// Whether the first cell takes the whole width.
    var spans: Bool
  }

  /// The columns of the table.
  var columns: [Table.Column]
  /// The headings.
  var header: [StyledText]
  /// The rows.
  var rows: [Row]
  /// The most columns before and from the comma on, per column.
  var heads: [Int]
  var tails: [Int]

  /// Prepares the cells.
  init(_ table: Table, renderer: TextRenderer, reasons: inout MissingReasons) {
    columns = table.columns
    header = columns.map { StyledText(renderer.clean($0.title), .bold) }
    rows = []
    let treeColumn = Self.treeColumn(of: table)
    let branches = TreeBranches(depths: table.rows.map(\.depth), glyphs: renderer.glyphs)
    for (index, row) in table.rows.enumerated() {
      var cells: [Cell] = []
      for column in columns.indices {
        let cell = column < row.cells.count ? row.cells[column] : .empty
        var shown = Self.cell(cell, renderer: renderer, mark: reasons.number(of: cell))
        if row.role != .body { shown.text = shown.text.adding(.bold) }
        if column == treeColumn {
          shown.branch = branches.first[index]
          shown.trunk = branches.following[index]
        }
        cells.append(shown)
      }
      let isAlone = row.cells.dropFirst().allSatisfy { $0 == .empty }
      rows.append(
        Row(cells: cells, role: row.role, spans: row.role == .group && isAlone && columns.count > 1))
    }
    heads = [Int](repeating: 0, count: columns.count)
    tails = heads
    for row in rows where !row.spans {
      for (column, cell) in row.cells.enumerated() {
        guard let head = cell.head else { continue }
        heads[column] = max(heads[column], head)
        tails[column] = max(tails[column], cell.text.columns - head)
      }
    }
  }

  private static func treeColumn(of table: Table) -> Int? {
    guard table.rows.contains(where: { $0.depth > 0 }) else { return nil }
    return table.columns.firstIndex { $0.alignment == .left }
  }

  private static func cell(_ cell: Table.Cell, renderer: TextRenderer, mark: Int?) -> Cell {
    switch cell {
    case .empty: return Cell(text: StyledText(""))
    case .text(let text): return Cell(text: StyledText(renderer.glyphs.shown(Sanitizer.block(text))))
    case .figure(let figure):
      let text = renderer.clean(figure.text)
      guard figure.value != nil else {
        let marked = text + (mark.map { renderer.glyphs.mark($0) } ?? "")
        return Cell(text: StyledText(runs: [.init(text: marked, style: .dim, isUnbreakable: true)]), head: 1)
      }
      let number = text.hasSuffix(figure.style.suffix) ? text.dropLast(figure.style.suffix.count) : text[...]
      let head = DisplayWidth.columns(of: number.prefix { $0 != "," })
      return Cell(text: StyledText(runs: [.init(text: text, isUnbreakable: true)]), head: head)
    }
  }
}

/// The branches that show a list of depths as a tree.
struct TreeBranches {
  /// What stands before a row's first line, and before its following lines.
  var first: [String]
  var following: [String]

  /// Draws the branches of rows in reading order.
  ///
  /// - Complexity: O(rows × depth).
  init(depths: [Int], glyphs: TextGlyphs) {
    first = [String](repeating: "", count: depths.count)
    following = first
    var continues: [Bool] = []
    for index in depths.indices.reversed() {
      let depth = max(0, depths[index])
      let hasChildren = continues.count > depth + 1 && continues[depth + 1]
      if continues.count > depth + 1 { continues.removeSubrange((depth + 1)...) }
      while continues.count <= depth { continues.append(false) }
      guard depth > 0 else {
        following[index] = hasChildren ? glyphs.tree[2] : ""
        continues = [false]
        continue
      }
      let trunk = (1..<max(1, depth)).map { continues[$0] ? glyphs.tree[2] : glyphs.tree[3] }.joined()
      first[index] = trunk + (continues[depth] ? glyphs.tree[0] : glyphs.tree[1])
      following[index] =
        trunk + (continues[depth] ? glyphs.tree[2] : glyphs.tree[3]) + (hasChildren ? glyphs.tree[2] : "")
      continues[depth] = true
    }
  }
}
