/// Running text whose numbers stay figures.
///
/// Written with interpolation: `"Capaian AKIP \(figure) (n = \(5))"`; a figure keeps its value and origin.
public struct Prose: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// A piece of running text.
  public enum Span: Hashable, Sendable {
    /// Plain text.
    case text(String)
    /// Emphasised text.
    case strong(String)
    /// A code, command or formula.
    case code(String)
    /// A number.
    case figure(Figure)
  }

  /// The pieces in order.
  public var spans: [Span]

  /// Makes prose from pieces.
  public init(_ spans: [Span]) { self.spans = spans }

  /// Makes prose from plain text.
  public init(_ text: String) { spans = [.text(text)] }

  /// Prose from a plain literal.
  public init(stringLiteral value: String) { spans = [.text(value)] }

  /// Prose from an interpolated literal.
  public init(stringInterpolation: Interpolation) { spans = stringInterpolation.spans }

  /// Collects the pieces of an interpolated literal.
  public struct Interpolation: StringInterpolationProtocol {
    var spans: [Span] = []

    /// Starts with nothing collected.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds literal text.
    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { spans.append(.text(literal)) }
    }

    /// Adds a number.
    public mutating func appendInterpolation(_ figure: Figure) { spans.append(.figure(figure)) }

    /// Adds other prose.
    public mutating func appendInterpolation(_ prose: Prose) { spans.append(contentsOf: prose.spans) }

    /// Adds text.
    public mutating func appendInterpolation(_ text: String) { spans.append(.text(text)) }

    /// Adds a whole number that is not a measured figure (a count, a year) as it is.
    public mutating func appendInterpolation(_ number: Int) { spans.append(.text(String(number))) }

    /// Adds emphasised text.
    public mutating func appendInterpolation(strong text: String) { spans.append(.strong(text)) }

    /// Adds a code, command or formula.
    public mutating func appendInterpolation(code text: String) { spans.append(.code(text)) }
  }

  /// The text without emphasis.
  public var plain: String {
    spans.map { span in
      switch span {
      case .text(let text), .strong(let text), .code(let text): text
      case .figure(let figure): figure.text
      }
    }.joined()
  }

  /// Two pieces of prose after each other.
  public static func + (left: Prose, right: Prose) -> Prose { Prose(left.spans + right.spans) }
}
