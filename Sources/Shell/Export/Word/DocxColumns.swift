import Analysis

/// How wide a table's columns are and in what size its text is set.
///
/// Every column gets at least its longest word; what is left is shared by how much text a column holds. When
/// the words alone do not fit, the text is set smaller, at last down to 7 points.
struct DocxColumns {
  /// Widths in twentieths of a point; their sum is the given width.
  let widths: [Int]
  /// The run property for a smaller text size; empty at the normal size of 9,5 points.
  let size: String
  /// The table property for narrow cell margins; empty at normal margins.
  let margins: String

  /// The sizes tried, in half points; from the second half on margins are narrow.
  private static let sizes = [19, 18, 17, 16, 15, 14]
  /// The smallest size that is easy to read on paper.
  private static let readable = 16

  /// What a column holds, in characters.
  private struct Need {
    /// The longest word, or the longest number.
    var word: Int
    /// The longest text.
    var text: Int
    /// The width at which text is pleasant to read.
    var pleasant: Int { max(word, min(text, 26)) }
  }

  /// Measures a table.
  init(_ table: Table, width: Int) {
    let needs = table.columns.indices.map { Self.need(table, $0) }
    let pleasant = Self.sizes.first { $0 >= Self.readable && Self.sum(needs.map(\.pleasant), $0) <= width }
    let halfPoints = pleasant ?? Self.sizes.first { Self.sum(needs.map(\.word), $0) <= width } ?? 14
    size = halfPoints == 19 ? "" : "<w:sz w:val=\"\(halfPoints)\"/><w:szCs w:val=\"\(halfPoints)\"/>"
    margins =
      Self.isTight(halfPoints)
      ? "<w:tblCellMar><w:left w:w=\"45\" w:type=\"dxa\"/><w:right w:w=\"45\" w:type=\"dxa\"/></w:tblCellMar>"
      : ""
    let least = needs.map { Self.width(of: $0.word, halfPoints) }
    let wanted = needs.map { Self.width(of: min($0.text, 70), halfPoints) }
    let leastSum = least.reduce(0, +)
    var result: [Int]
    if leastSum >= width {
      result = least.map { max($0 * width / leastSum, 200) }
    } else {
      let extra = zip(wanted, least).map { max($0 - $1, 0) + 40 }
      let extraSum = extra.reduce(0, +)
      result = zip(least, extra).map { $0 + (width - leastSum) * $1 / max(extraSum, 1) }
    }
    if let widest = result.indices.max(by: { result[$0] < result[$1] }) {
      result[widest] += max(width - result.reduce(0, +), 0)
    }
    widths = result
  }

  /// Whether a table's words fit into a width at a readable size (8 points).
  static func fits(_ table: Table, width: Int) -> Bool {
    sum(table.columns.indices.map { need(table, $0).word }, readable) <= width
  }

  private static func need(_ table: Table, _ index: Int) -> Need {
    // Headings are bold, which is wider.
    var word = longestWord(table.columns[index].title) * 11 / 10
    var text = DisplayWidth.columns(of: table.columns[index].title) / 2
    for row in table.rows where row.cells.indices.contains(index) {
      let spans = row.role == .group && row.cells.dropFirst().allSatisfy { $0 == .empty }
      guard !spans else { continue }
      let cell = row.cells[index]
      let plain = cell.plain
      switch cell {
      case .figure: word = max(word, DisplayWidth.columns(of: plain))
      case .text, .empty: word = max(word, longestWord(plain))
      }
      text = max(text, DisplayWidth.columns(of: plain) + 2 * row.depth)
    }
    return Need(word: min(word, 40), text: max(text, word))
  }

  private static func longestWord(_ text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace).map { DisplayWidth.columns(of: $0) }.max() ?? 0
  }

  private static func sum(_ characters: [Int], _ halfPoints: Int) -> Int {
    characters.reduce(0) { $0 + width(of: $1, halfPoints) }
  }

  /// Whether cells of a text size have narrow margins.
  private static func isTight(_ halfPoints: Int) -> Bool { halfPoints < 17 }

  /// The width of characters with the margins of their cell: 0,62 of the size each, which is about a digit's
  /// width in the widest common faces (Bookman Old Style, DejaVu Serif); in Arial it is 0,56.
  private static func width(of characters: Int, _ halfPoints: Int) -> Int {
    characters * halfPoints * 62 / 10 + (isTight(halfPoints) ? 110 : 190)
  }
}
