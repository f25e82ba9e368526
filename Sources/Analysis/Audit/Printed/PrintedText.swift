/// A word as a report prints it, where a formula gives a text or a truth.
enum PrintedText {
  /// Whether a printed word says the same as a predicate: its label or its meaning, ignoring case and blanks.
  static func agrees(_ printed: String, label: String, meaning: String = "") -> Bool {
    let text = folded(printed)
    if text == folded(label) || (!meaning.isEmpty && text == folded(meaning)) { return true }
    // `BB (75)`, `A (Sangat Baik)`: the label, then something in parentheses.
    guard let open = text.firstIndex(of: "(") else { return false }
    return folded(String(text[..<open])) == folded(label)
  }

  /// The truth that a printed word states; `nil` when it states none.
  static func truth(_ printed: String) -> Bool? {
    switch folded(printed) {
    case "ya", "benar", "sesuai", "tercapai", "naik", "meningkat": true
    case "tidak", "salah", "tidak sesuai", "tidak tercapai", "turun", "menurun": false
    default: nil
    }
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().split { $0.isWhitespace }.joined(separator: " ")
  }
}
