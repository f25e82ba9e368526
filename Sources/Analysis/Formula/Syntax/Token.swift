/// A word of a formula and where it stands.
struct Token: Hashable, Sendable {
  /// What the word is.
  enum Kind: Hashable, Sendable {
    case number(Double)
    case text(String)
    /// A code or the name of a function; quoted codes are never functions or operators.
    case name(String, isQuoted: Bool)
    /// A code followed by `.*`.
    case pattern(String)
    case `operator`(Operator)
    case percent
    case open
    case close
    case openBracket
    case closeBracket
    case semicolon
    case end
  }

  var kind: Kind
  /// Unicode scalars from the start of the source.
  var range: Range<Int>
}
