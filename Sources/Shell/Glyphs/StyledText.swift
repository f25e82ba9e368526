/// Text in pieces with emphasis, measured and wrapped by terminal columns.
struct StyledText: Hashable, Sendable {
  /// A piece with one emphasis.
  struct Run: Hashable, Sendable {
    /// The text; already harmless.
    var text: String
    /// Its emphasis.
    var style: Ansi = []
    /// Whether its spaces must not become line breaks (a number with its unit).
    var isUnbreakable = false
  }

  /// The pieces in order.
  var runs: [Run]

  /// Makes text from pieces.
  init(runs: [Run]) { self.runs = runs }

  /// Makes text of one piece.
  init(_ text: String, _ style: Ansi = []) {
    runs = text.isEmpty ? [] : [Run(text: text, style: style)]
  }

  /// Whether there is nothing to show.
  var isEmpty: Bool { runs.allSatisfy { $0.text.isEmpty } }

  /// The columns it takes on one line.
  var columns: Int { runs.reduce(0) { $0 + DisplayWidth.columns(of: $1.text) } }

  /// The bare text.
  var plain: String { runs.map(\.text).joined() }

  /// The text with escape sequences when colour is on.
  func text(colour: Bool) -> String {
    colour ? runs.map { $0.style.applied(to: $0.text, colour: true) }.joined() : plain
  }

  /// The text with more emphasis on every piece.
  func adding(_ style: Ansi) -> StyledText {
    StyledText(
      runs: runs.map { Run(text: $0.text, style: $0.style.union(style), isUnbreakable: $0.isUnbreakable) })
  }

  /// Two texts after each other.
  static func + (left: StyledText, right: StyledText) -> StyledText {
    StyledText(runs: left.runs + right.runs)
  }

  /// The columns of the longest word.
  var longestWord: Int { words().reduce(0) { max($0, $1.columns) } }

  /// Lines of at most `width` columns, broken at spaces; a longer word is broken after a punctuation mark if
  /// there is one, otherwise anywhere. A line break in the text starts a new line.
  ///
  /// - Complexity: O(length).
  func wrapped(to width: Int) -> [StyledText] {
    let width = max(1, width)
    if columns <= width, !runs.contains(where: { $0.text.utf8.contains(UInt8(ascii: "\n")) }) {
      return [merged]
    }
    var lines: [StyledText] = []
    var line: [Run] = []
    var used = 0
    for (index, word) in words().enumerated() {
      if index > 0, word.startsLine || (used > 0 && used + 1 + word.columns > width) {
        lines.append(StyledText(runs: line))
        line = []
        used = 0
      } else if used > 0 {
        line.append(Run(text: " "))
        used += 1
      }
      var rest = word
      while rest.columns > width {
        let (head, tail) = rest.split(at: width)
        lines.append(StyledText(runs: line + head.runs))
        line = []
        rest = tail
      }
      line.append(contentsOf: rest.runs)
      used += rest.columns
    }
    if !line.isEmpty || lines.isEmpty { lines.append(StyledText(runs: line)) }
    return lines.map(\.merged)
  }

  /// Filled with spaces to a width, by alignment.
  func padded(to width: Int, leading: Int = 0) -> StyledText {
    let trailing = max(0, width - columns - leading)
    var runs = self.runs
    if leading > 0 { runs.insert(Run(text: String(repeating: " ", count: leading)), at: 0) }
    if trailing > 0 { runs.append(Run(text: String(repeating: " ", count: trailing))) }
    return StyledText(runs: runs)
  }

  /// Without spaces at the end.
  var trimmed: StyledText {
    var runs = self.runs
    while let last = runs.last {
      let kept = last.text.lastIndex { $0 != " " }.map { last.text[...$0] } ?? ""
      guard kept.isEmpty else {
        runs[runs.count - 1].text = String(kept)
        break
      }
      runs.removeLast()
    }
    return StyledText(runs: runs)
  }

  private var merged: StyledText {
    var merged: [Run] = []
    for run in runs where !run.text.isEmpty {
      if let last = merged.last, last.style == run.style {
        merged[merged.count - 1].text += run.text
      } else {
        merged.append(run)
      }
    }
    return StyledText(runs: merged)
  }
}

extension StyledText {
  /// What stands between two places where a line may break.
  fileprivate struct Word {
    var runs: [Run] = []
    var columns = 0
    var startsLine = false

    mutating func append(_ text: Substring, _ run: Run) {
      guard !text.isEmpty else { return }
      runs.append(Run(text: String(text), style: run.style))
      columns += DisplayWidth.columns(of: text)
    }

    /// The part that fits a width and the rest; the first part is never empty.
    func split(at width: Int) -> (Word, Word) {
      let characters = runs.flatMap { run in run.text.map { ($0, run) } }
      var used = 0
      var count = 0
      var best = 0
      for (character, _) in characters {
        let columns = DisplayWidth.columns(of: character)
        if count > 0, used + columns > width { break }
        used += columns
        count += 1
        if "/-_.,;:)=".contains(character), used * 2 >= width { best = count }
      }
      if best == 0 { best = count }
      var head = Word()
      var tail = Word()
      for (index, (character, run)) in characters.enumerated() {
        if index < best {
          head.append(Substring(String(character)), run)
        } else {
          tail.append(Substring(String(character)), run)
        }
      }
      return (head, tail)
    }
  }

  /// The words in order; an empty line between two line breaks is a word without text.
  fileprivate func words() -> [Word] {
    var words: [Word] = []
    var word = Word()
    var startsLine = false
    func finish(_ word: inout Word, keepEmpty: Bool) {
      if !word.runs.isEmpty || keepEmpty {
        word.startsLine = startsLine
        words.append(word)
        startsLine = false
      }
      word = Word()
    }
    for run in runs {
      if run.isUnbreakable {
        word.append(Substring(run.text), run)
        continue
      }
      var start = run.text.startIndex
      for index in run.text.indices where run.text[index] == " " || run.text[index] == "\n" {
        word.append(run.text[start..<index], run)
        let isBreak = run.text[index] == "\n"
        finish(&word, keepEmpty: isBreak && (startsLine || words.isEmpty))
        if isBreak { startsLine = true }
        start = run.text.index(after: index)
      }
      word.append(run.text[start...], run)
    }
    finish(&word, keepEmpty: false)
    return words
  }
}
