/// The room that text may take and the characters it may use; what renderers and plots share.
struct TextPage: Hashable, Sendable {
  /// The columns that may be used; at least 24.
  let width: Int
  /// The characters to draw with.
  let glyphs: TextGlyphs
  /// Whether line charts are drawn with braille dots.
  let usesBraille: Bool

  /// Makes a page.
  ///
  /// - Parameters:
  ///   - width: Columns that may be used.
  ///   - ascii: Whether only ASCII is written.
  ///   - braille: Whether line charts use braille dots, which not every terminal font has.
  init(width: Int = 80, ascii: Bool = false, braille: Bool = false) {
    self.width = max(24, width)
    glyphs = ascii ? .ascii : .unicode
    usesBraille = braille && !ascii
  }

  /// Text made harmless and, if need be, ASCII, on one line.
  func clean(_ text: String) -> String { glyphs.shown(Sanitizer.inline(text)) }
}
