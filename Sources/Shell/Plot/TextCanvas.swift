/// A grid of characters to draw on.
struct TextCanvas {
  /// Columns and rows.
  let width: Int
  let height: Int

  private var characters: [Character]
  private var styles: [Ansi]

  /// Makes an empty canvas.
  init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
    characters = [Character](repeating: " ", count: self.width * self.height)
    styles = [Ansi](repeating: [], count: characters.count)
  }

  /// Puts a character at a column and a row; outside the canvas nothing happens.
  mutating func set(_ column: Int, _ row: Int, _ character: Character, _ style: Ansi = []) {
    guard (0..<width).contains(column), (0..<height).contains(row) else { return }
    characters[row * width + column] = character
    styles[row * width + column] = style
  }

  /// The character at a place; a space outside.
  func character(_ column: Int, _ row: Int) -> Character {
    guard (0..<width).contains(column), (0..<height).contains(row) else { return " " }
    return characters[row * width + column]
  }

  /// Writes text from a column on.
  mutating func write(_ text: String, column: Int, row: Int, style: Ansi = []) {
    var column = column
    for character in text where DisplayWidth.columns(of: character) == 1 {
      set(column, row, character, style)
      column += 1
    }
  }

  /// A row as text.
  func line(_ row: Int) -> StyledText {
    var runs: [StyledText.Run] = []
    for column in 0..<width {
      let index = row * width + column
      if let last = runs.last, last.style == styles[index] {
        runs[runs.count - 1].text.append(characters[index])
      } else {
        runs.append(.init(text: String(characters[index]), style: styles[index]))
      }
    }
    return StyledText(runs: runs)
  }
}

/// The characters that charts are drawn with.
struct PlotGlyphs: Sendable {
  /// Marks of measured and of projected series, by number.
  var marks: [Character]
  var hollowMarks: [Character]
  /// Line pieces: level, upright, turning up, coming from below, turning down, coming from above.
  var line: [Character]
  /// Dots of a projected line; dashes of a target; a break in a series; the line of equality.
  var dot: Character
  var dash: Character
  var rupture: Character
  /// Shading of a band; fills of bars: measured, projected, baseline.
  var shade: Character
  var fills: [Character]
  /// A full cell cut to one to seven eighths from the left; empty in ASCII.
  var eighths: [Character]
  /// The lower half of a cell; the mark of a target in a bar.
  var half: Character
  var target: Character
  /// Axes: upright, upright with a tick, corner, level, level with a tick.
  var axis: [Character]

  /// Block and box characters.
  static let unicode = PlotGlyphs(
    marks: ["●", "■", "▲", "▼", "♦", "►", "◄", "★"], hollowMarks: ["○", "□", "△", "▽", "◊", "▷", "◁", "☆"],
    line: ["─", "│", "┘", "┌", "┐", "└"], dot: "·", dash: "-", rupture: "¦", shade: "░",
    fills: ["█", "▒", "░"],
    eighths: ["▏", "▎", "▍", "▌", "▋", "▊", "▉"], half: "▄", target: "│", axis: ["│", "┤", "└", "─", "┬"])

  /// Plain ASCII.
  static let ascii = PlotGlyphs(
    marks: ["*", "#", "@", "%", "&", "$", "A", "B"], hollowMarks: ["o", "+", "x", "=", "~", "s", "a", "b"],
    line: ["-", "|", "'", ".", ".", "'"], dot: ":", dash: "-", rupture: "!", shade: ",",
    fills: ["#", "=", "."],
    eighths: [], half: ".", target: "|", axis: ["|", "+", "+", "-", "+"])

  /// The mark of a series.
  func mark(_ number: Int, isHollow: Bool) -> Character {
    let set = isHollow ? hollowMarks : marks
    return set[number % set.count]
  }
}
