/// A parsed formula: a tree whose every part knows where it stands in the text it was read from.
///
/// Two expressions are equal when they mean the same, wherever they were written.
public struct Expression: Sendable {
  /// What a part of a formula is.
  public indirect enum Node: Hashable, Sendable {
    /// A number.
    case number(Double)
    /// A text in double quotes.
    case text(String)
    /// A figure of an indicator or node.
    case reference(Reference)
    /// Unary minus.
    case negation(Expression)
    /// Postfix `%`: a hundredth.
    case percent(Expression)
    /// A binary operation.
    case binary(Operator, Expression, Expression)
    /// A function with its arguments.
    case call(Function, [Expression])
  }

  /// What this part is.
  public let node: Node
  /// Where it stands, in Unicode scalars from the start of the source text.
  public let range: Range<Int>
  /// The number of levels below and including this part.
  let depth: Int

  /// Makes an expression.
  public init(_ node: Node, range: Range<Int> = 0..<0) {
    self.node = node
    self.range = range
    depth = 1 + (node.children.map(\.depth).max() ?? 0)
  }

  /// The parts directly below this one.
  public var children: [Expression] { node.children }

  /// Whether the value is a text (a predicate or a literal) rather than a number.
  public var isText: Bool {
    switch node {
    case .text: true
    case .reference(let reference): reference.quantity == .predicate
    case .call(.condition, let arguments) where arguments.count == 3: arguments[1].isText
    case .number, .negation, .percent, .binary, .call: false
    }
  }

  /// All references in reading order, duplicates included.
  ///
  /// - Complexity: O(size of the expression).
  public var references: [Reference] {
    var found: [Reference] = []
    visit { part in
      if case .reference(let reference) = part.node { found.append(reference) }
    }
    return found
  }

  /// Calls a closure on this part and every part below it, in reading order.
  public func visit(_ body: (Expression) -> Void) {
    body(self)
    for child in children { child.visit(body) }
  }
}

extension Expression.Node {
  /// The parts directly below.
  var children: [Expression] {
    switch self {
    case .number, .text, .reference: []
    case .negation(let operand), .percent(let operand): [operand]
    case .binary(_, let left, let right): [left, right]
    case .call(_, let arguments): arguments
    }
  }
}

extension Expression: Hashable {
  /// Whether two expressions mean the same, wherever they were written.
  public static func == (left: Expression, right: Expression) -> Bool { left.node == right.node }

  /// Hashes the meaning, not the place.
  public func hash(into hasher: inout Hasher) { hasher.combine(node) }
}
