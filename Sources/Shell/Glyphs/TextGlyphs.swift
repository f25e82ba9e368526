/// The characters that boxes, lists and trees are drawn with.
struct TextGlyphs: Hashable, Sendable {
  /// A horizontal line.
  var horizontal: String
  /// A vertical line.
  var vertical: String
  /// Corners: top left, top right, bottom left, bottom right.
  var corners: [String]
  /// A line's ends at the left and the right border.
  var ends: [String]
  /// Where a line meets columns: neither above nor below, above only, below only, both.
  var junctions: [String]
  /// The mark of a list item.
  var bullet: String
  /// Branch, last branch, trunk and gap of a tree; all of the same width.
  var tree: [String]
  /// The line under a heading of level 1 and of level 2.
  var underlines: [String]
  /// Whether only ASCII may be written.
  var isAscii: Bool

  /// Box-drawing characters that every Unicode terminal font has (WGL4).
  static let unicode = TextGlyphs(
    horizontal: "─", vertical: "│", corners: ["┌", "┐", "└", "┘"], ends: ["├", "┤"],
    junctions: ["─", "┴", "┬", "┼"],
    bullet: "•", tree: ["├─ ", "└─ ", "│  ", "   "], underlines: ["═", "─"], isAscii: false)

  /// Plain ASCII.
  static let ascii = TextGlyphs(
    horizontal: "-", vertical: "|", corners: ["+", "+", "+", "+"], ends: ["+", "+"],
    junctions: ["-", "+", "+", "+"],
    bullet: "-", tree: ["|- ", "`- ", "|  ", "   "], underlines: ["=", "-"], isAscii: true)

  /// Text that the terminal can show: as it is, or turned into ASCII.
  func shown(_ text: String) -> String {
    isAscii ? AsciiFallback.text(text) : text
  }

  /// A footnote's mark: a raised number, or a number in brackets in ASCII.
  func mark(_ number: Int) -> String {
    if isAscii { return "(\(number))" }
    let raised: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return String(String(number).compactMap { $0.wholeNumberValue.map { raised[$0] } })
  }
}

/// Turns text into ASCII for terminals and files that cannot hold more.
enum AsciiFallback {
  /// The text with every other character replaced by its nearest ASCII spelling, `?` when there is none.
  static func text(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var output = ""
    for character in text {
      if character.isASCII {
        output.append(character)
      } else if let spelling = spellings[character] {
        output += spelling
      } else {
        output += plainLetter(character)
      }
    }
    return output
  }

  private static func plainLetter(_ character: Character) -> String {
    let columns = DisplayWidth.columns(of: character)
    if let base = letters.first(where: { $0.marked.contains(character) })?.base { return String(base) }
    if let first = character.unicodeScalars.first, first.isASCII { return String(first) }
    return String(repeating: "?", count: columns)
  }

  private static let letters: [(base: Character, marked: String)] = [
    ("a", "àáâãäåā"), ("A", "ÀÁÂÃÄÅĀ"), ("e", "èéêëē"), ("E", "ÈÉÊËĒ"), ("i", "ìíîïī"), ("I", "ÌÍÎÏĪ"),
    ("o", "òóôõöøō"), ("O", "ÒÓÔÕÖØŌ"), ("u", "ùúûüū"), ("U", "ÙÚÛÜŪ"), ("c", "çć"), ("C", "ÇĆ"), ("n", "ñ"),
    ("N", "Ñ"), ("y", "ýÿ"), ("Y", "Ý"), ("s", "š"), ("S", "Š"), ("z", "ž"), ("Z", "Ž"),
  ]

  private static let spellings: [Character: String] = [
    "–": "-", "—": "--", "−": "-", "‐": "-", "‑": "-", "…": "...", "“": "\"", "”": "\"", "„": "\"", "‘": "'",
    "’": "'", "×": "x", "÷": "/", "·": ".", "•": "*", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "±": "+/-",
    "→": "->", "←": "<-", "↑": "^", "↓": "v", "⇒": "=>", "›": ">", "‹": "<", "»": ">>", "«": "<<",
    "\u{A0}": " ",
    "\u{202F}": " ", "²": "2", "³": "3", "¹": "1", "½": "1/2", "°": "deg", "§": "par. ", "Σ": "jumlah",
    "Δ": "delta",
    "μ": "mu", "σ": "sigma", "β": "beta", "α": "alfa", "√": "akar ", "✓": "v", "✗": "x", "✔": "v", "✘": "x",
    "■": "#", "●": "o", "▲": "^", "▼": "v", "█": "#", "░": ".", "▒": ":", "▓": "%", "─": "-", "│": "|",
    "├": "+", "└": "`", "┌": "+", "┐": "+", "┘": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+", "═": "=",
  ]
}
