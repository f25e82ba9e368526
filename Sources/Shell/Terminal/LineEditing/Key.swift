/// What the user pressed, whatever bytes the terminal sends for it.
enum Key: Equatable {
  /// A character to insert or a control character such as Ctrl-A.
  case character(Unicode.Scalar)
  /// A key or combination with a meaning of its own.
  case command(Command)
  /// The start of a block that the terminal marks as pasted.
  case pasteStart

  /// The keys that libedit receives as one character of its own each, U+0080 to U+009F, which nobody can type.
  ///
  /// Terminals send different sequences for the same key; libedit would have to be told each of them and inserts
  /// the rest of those it does not know.
  enum Command: UInt32, CaseIterable {
    case up = 0x80
    case down, left, right, home, end, delete, wordLeft, wordRight
    case deleteWordLeft, deleteWordRight, upperCase, lowerCase, capitalise
    case newline, redo, previousPrefix, nextPrefix, firstLine, lastLine, escape
    /// Not keys: what the editor tells libedit to do.
    case insertPaste, redraw, interrupt

    /// libedit's own function for the key, or nil when the editor does it.
    var builtin: String? {
      switch self {
      case .left: "ed-prev-char"
      case .right: "ed-next-char"
      case .home: "ed-move-to-beg"
      case .end: "ed-move-to-end"
      case .wordLeft: "ed-prev-word"
      case .wordRight: "em-next-word"
      case .deleteWordLeft: "ed-delete-prev-word"
      case .deleteWordRight: "em-delete-next-word"
      case .upperCase: "em-upper-case"
      case .lowerCase: "em-lower-case"
      case .capitalise: "em-capitol-case"
      default: nil
      }
    }
  }
}
