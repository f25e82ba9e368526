/// Something that went wrong because of what was typed or loaded, told so that the reader can put it right.
///
/// Every message is one plain Indonesian sentence without a final full stop. The place is kept apart from the
/// sentence so that a terminal can draw a caret and JSON can carry a position.
public struct Problem: Error, Hashable, Sendable {
  /// Where in the typed text or in which file the fault lies.
  public enum Place: Hashable, Sendable {
    /// A range of Unicode scalars, counted from 0, in a line of text that was typed.
    case text(String, range: Range<Int>)
    /// A place in a file; line and column count from 1, 0 when they are not known.
    case file(String, line: Int, column: Int)
  }

  /// What kind of fault it is, for exit statuses and for programs that read JSON.
  public enum Kind: String, Hashable, Sendable {
    /// The command line or formula is not well formed or names something unknown.
    case usage = "penggunaan"
    /// Data are missing, unreadable or contradictory.
    case data = "data"
    /// A rule of the field does not cover the case.
    case rule = "aturan"
    /// The operating system refused (files, permissions).
    case system = "sistem"
    /// The user interrupted the work.
    case interrupted = "dihentikan"
  }

  /// One Indonesian sentence: what is wrong, with the offending value.
  public var message: String
  /// Where it is wrong.
  public var place: Place?
  /// What was expected, as a short Indonesian phrase; shown after the message.
  public var expected: String?
  /// The nearest right things, best first.
  public var suggestions: [String]
  /// What kind of fault it is.
  public var kind: Kind

  /// Makes a problem.
  public init(
    _ message: String, kind: Kind = .usage, place: Place? = nil, expected: String? = nil,
    suggestions: [String] = []
  ) {
    self.message = message
    self.kind = kind
    self.place = place
    self.expected = expected
    self.suggestions = suggestions
  }

  /// The same problem at a place, unless it already has one.
  public func located(at place: Place) -> Problem {
    guard self.place == nil else { return self }
    var copy = self
    copy.place = place
    return copy
  }
}
