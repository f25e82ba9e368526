/// What may stand at the cursor, as Tab offers it.
struct Completions: Equatable {
  /// One thing that may stand there.
  struct Candidate: Equatable {
    /// The text that replaces the range.
    var text: String
    /// A few words about it, shown beside it in the list.
    var help: String?
    /// What follows it when it is the only one: a space, `=`, `/` or nothing.
    var suffix: String

    /// Makes a candidate.
    init(_ text: String, help: String? = nil, suffix: String = " ") {
      self.text = text
      self.help = help
      self.suffix = suffix
    }
  }

  /// The part of the line that a candidate replaces, in Unicode scalars from 0.
  var range: Range<Int>
  /// What may stand there, in the order to be listed.
  var candidates: [Candidate]

  /// Makes completions.
  init(range: Range<Int>, candidates: [Candidate] = []) {
    self.range = range
    self.candidates = candidates
  }

  /// What Tab does with completions.
  enum Action: Equatable {
    /// Puts a text in place of the range.
    case insert(String)
    /// Shows the candidates.
    case list
    /// Nothing fits.
    case none
  }

  /// What Tab does when the range now holds `typed`.
  func action(for typed: String) -> Action {
    guard let first = candidates.first else { return .none }
    if candidates.count == 1 { return .insert(first.text + first.suffix) }
    let common = candidates.dropFirst().reduce(Array(first.text.unicodeScalars)) { common, candidate in
      zip(common, candidate.text.unicodeScalars).prefix { $0 == $1 }.map(\.0)
    }
    let typed = Array(typed.unicodeScalars)
    guard common.count >= typed.count, common != typed else { return .list }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: common)
    return .insert(String(text))
  }

  /// The most candidates that are listed one on a line with their help; longer lists would push the screen away.
  private static let mostWithHelp = 20

  /// The candidates in lines of at most `width` columns: in columns downwards, or one on a line with its help.
  func lines(width: Int) -> [String] {
    let names = candidates.map { DisplayWidth.truncated(Sanitizer.inline($0.text), to: max(1, width - 1)) }
    let widest = names.map { DisplayWidth.columns(of: $0) }.max() ?? 0
    if candidates.count <= Self.mostWithHelp, candidates.contains(where: { $0.help != nil }) {
      let nameWidth = min(widest, max(8, width / 2))
      return zip(names, candidates).map { name, candidate in
        guard let help = candidate.help, !help.isEmpty else { return name }
        return DisplayWidth.truncated(
          DisplayWidth.padded(name, to: nameWidth) + "  " + Sanitizer.inline(help), to: max(1, width - 1))
      }
    }
    let columns = max(1, (width - 1) / (widest + 2))
    let rows = (names.count + columns - 1) / columns
    return (0..<rows).map { row in
      let cells = stride(from: row, to: names.count, by: rows).map { names[$0] }
      let padded = cells.dropLast().map { DisplayWidth.padded($0, to: widest + 2) }
      return padded.joined() + (cells.last ?? "")
    }
  }
}
