import Analysis

/// Draws a table in a box.
struct TextBox {
  /// The cells.
  let grid: TextGrid
  /// The columns' widths without borders.
  let widths: [Int]
  /// The characters to draw with.
  let glyphs: TextGlyphs

  /// The lines of the box.
  func lines() -> [StyledText] {
    var lines = [rule(.top, above: false, below: true)]
    lines += headerLines()
    let bodies = grid.rows.map(rowLines)
    let separates = bodiesNeedRules(bodies)
    var previous: TextGrid.Row?
    for (row, body) in zip(grid.rows, bodies) {
      let startsPart = previous.map { $0.role != row.role || $0.spans || row.spans } ?? true
      if startsPart || separates {
        lines.append(rule(.middle, above: !(previous?.spans ?? false), below: !row.spans))
      }
      lines += body
      previous = row
    }
    lines.append(rule(.bottom, above: !(previous?.spans ?? false), below: false))
    return lines
  }

  private enum Position { case top, middle, bottom }

  private func rule(_ position: Position, above: Bool, below: Bool) -> StyledText {
    let junction = glyphs.junctions[(above ? 1 : 0) + (below ? 2 : 0)]
    let line = widths.map { String(repeating: glyphs.horizontal, count: $0 + 2) }.joined(separator: junction)
    let ends =
      switch position {
      case .top: [glyphs.corners[0], glyphs.corners[1]]
      case .middle: glyphs.ends
      case .bottom: [glyphs.corners[2], glyphs.corners[3]]
      }
    return StyledText(ends[0] + line + ends[1], .dim)
  }

  /// Rules between rows help once more than one column wraps or some row is tall.
  private func bodiesNeedRules(_ bodies: [[StyledText]]) -> Bool {
    if grid.rows.contains(where: { $0.cells.contains { !$0.branch.isEmpty } }) { return false }
    return bodies.contains { $0.count > 3 }
      || bodies.count(where: { $0.count > 1 }) * 2 > max(2, bodies.count)
  }

  private func headerLines() -> [StyledText] {
    let cells = grid.header.indices.map { column in
      grid.header[column].wrapped(to: widths[column]).map { line in
        let slack = widths[column] - line.columns
        return switch grid.columns[column].alignment {
        case .left: line.padded(to: widths[column])
        case .center: line.padded(to: widths[column], leading: slack / 2)
        case .right, .decimal: line.padded(to: widths[column], leading: slack)
        }
      }
    }
    return joined(cells, trunks: cells.map { _ in "" }, fromBottom: true)
  }

  private func rowLines(_ row: TextGrid.Row) -> [StyledText] {
    guard row.spans, let first = row.cells.first else {
      return joined(
        row.cells.indices.map { cellLines(row.cells[$0], column: $0) }, trunks: row.cells.map(\.trunk),
        fromBottom: false)
    }
    let width = widths.reduce(0, +) + 3 * (widths.count - 1)
    let border = StyledText(glyphs.vertical, .dim)
    return first.text.wrapped(to: width).map {
      border + StyledText(" ") + $0.padded(to: width) + StyledText(" ") + border
    }
  }

  private func cellLines(_ cell: TextGrid.Cell, column: Int) -> [StyledText] {
    let width = widths[column]
    let alignment = grid.columns[column].alignment
    if alignment == .decimal, let head = cell.head {
      let block = grid.heads[column] + grid.tails[column]
      return [cell.text.padded(to: width, leading: width - block + grid.heads[column] - head)]
    }
    let branch = max(DisplayWidth.columns(of: cell.branch), DisplayWidth.columns(of: cell.trunk))
    return cell.text.wrapped(to: width - branch).enumerated().map { index, line in
      let slack = width - line.columns
      switch alignment {
      case .left:
        let before = index == 0 ? cell.branch : cell.trunk
        return (StyledText(before, .dim) + line).padded(to: width)
      case .center: return line.padded(to: width, leading: slack / 2)
      case .right, .decimal: return line.padded(to: width, leading: slack)
      }
    }
  }

  /// Puts the cells' lines beside each other; a tree's trunk runs on beside taller neighbours.
  private func joined(_ cells: [[StyledText]], trunks: [String], fromBottom: Bool) -> [StyledText] {
    let height = cells.reduce(1) { max($0, $1.count) }
    let border = StyledText(glyphs.vertical, .dim)
    return (0..<height).map { line in
      var text = border
      for (column, lines) in cells.enumerated() {
        let index = fromBottom ? line - (height - lines.count) : line
        let content =
          lines.indices.contains(index)
          ? lines[index]
          : StyledText(trunks[column], .dim).padded(to: widths[column])
        text = text + StyledText(" ") + content + StyledText(" ") + border
      }
      return text
    }
  }
}
