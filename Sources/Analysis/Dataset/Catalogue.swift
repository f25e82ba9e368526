/// The indicators and the cascade of a dataset, with look-ups by code.
public struct Catalogue: Hashable, Sendable {
  /// What a code names.
  public enum Subject: Hashable, Sendable {
    /// An indicator, by index.
    case indicator(Int)
    /// A node of the cascade, by index.
    case node(Int)
  }

  /// The indicators in file order.
  public let indicators: [Indicator]
  /// The nodes in file order; empty when the dataset has no cascade.
  public let nodes: [Node]

  private let indicatorByCode: [String: Int]
  private let nodeByCode: [String: Int]
  private let componentsByParent: [Int: [Int]]
  private let childrenByNode: [Int: [Int]]
  private let indicatorsByNode: [Int: [Int]]

  /// Builds the look-ups; the first of two equal codes wins.
  ///
  /// - Complexity: O(indicators + nodes).
  public init(indicators: [Indicator], nodes: [Node] = []) {
    self.indicators = indicators
    self.nodes = nodes
    indicatorByCode = Dictionary(
      indicators.enumerated().map { ($1.code.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    nodeByCode = Dictionary(
      nodes.enumerated().map { ($1.code.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    var components: [Int: [Int]] = [:]
    var measured: [Int: [Int]] = [:]
    for (index, indicator) in indicators.enumerated() {
      if let parent = Self.parentCode(of: indicator.code), let owner = indicatorByCode[parent.lowercased()] {
        components[owner, default: []].append(index)
      }
      if let node = indicator.node { measured[node, default: []].append(index) }
    }
    var children: [Int: [Int]] = [:]
    for (index, node) in nodes.enumerated() {
      if let parent = node.parent { children[parent, default: []].append(index) }
    }
    componentsByParent = components
    indicatorsByNode = measured
    childrenByNode = children
  }

  /// The code before the last dot, if any.
  public static func parentCode(of code: String) -> String? {
    code.lastIndex(of: ".").map { String(code[..<$0]) }
  }

  /// The indicator with a code, ignoring case.
  public func indicator(_ code: String) -> Int? { indicatorByCode[code.lowercased()] }

  /// The node with a code, ignoring case.
  public func node(_ code: String) -> Int? { nodeByCode[code.lowercased()] }

  /// What a code names, ignoring case; an indicator comes before a node.
  public func subject(_ code: String) -> Subject? {
    let folded = code.lowercased()
    return indicatorByCode[folded].map { .indicator($0) } ?? nodeByCode[folded].map { .node($0) }
  }

  /// The direct components of an indicator, in file order.
  public func components(of indicator: Int) -> [Int] { componentsByParent[indicator] ?? [] }

  /// The nodes directly below a node, in file order.
  public func children(of node: Int) -> [Int] { childrenByNode[node] ?? [] }

  /// The indicators that measure a node, in file order.
  public func indicators(of node: Int) -> [Int] { indicatorsByNode[node] ?? [] }

  /// The nodes without a parent, in file order.
  public var roots: [Int] { nodes.indices.filter { nodes[$0].parent == nil } }

  /// The nodes in tree order, each with its depth; parents come before their children.
  public var outline: [(node: Int, depth: Int)] {
    var result: [(node: Int, depth: Int)] = []
    var pending = roots.reversed().map { (node: $0, depth: 0) }
    while let next = pending.popLast() {
      result.append(next)
      pending.append(contentsOf: children(of: next.node).reversed().map { (node: $0, depth: next.depth + 1) })
    }
    return result
  }

  /// Whether a node lies below another.
  public func isDescendant(_ node: Int, of ancestor: Int) -> Bool {
    var current = nodes[node].parent
    while let parent = current {
      if parent == ancestor { return true }
      current = nodes[parent].parent
    }
    return false
  }

  /// Codes of all indicators and nodes, for suggestions and completion.
  public var codes: [String] { indicators.map(\.code) + nodes.map(\.code) }

  /// What a typed code names: an exact code, or the only code that begins with the typed text.
  ///
  /// - Throws: A usage problem with the nearest codes, or with the candidates when the text is ambiguous.
  public func resolve(_ text: String) throws(Problem) -> Subject {
    if let exact = subject(text) { return exact }
    let folded = text.lowercased()
    let candidates = codes.filter {
      $0.lowercased().hasPrefix(folded) && !$0.dropFirst(text.count).contains(".")
    }
    if candidates.count == 1, let only = candidates.first, let subject = subject(only) { return subject }
    if candidates.count > 1 {
      throw Problem(
        "kode “\(text)” dapat berarti beberapa indikator", expected: "kode yang lebih lengkap",
        suggestions: Array(candidates.prefix(8)))
    }
    throw Problem(
      "kode “\(text)” tidak dikenal", expected: "kode indikator atau simpul dalam data",
      suggestions: Suggestion.nearest(to: text, among: codes))
  }

  /// An indicator by a typed code; see ``resolve(_:)``.
  ///
  /// - Throws: A usage problem when the text names nothing, several codes, or a node.
  public func resolveIndicator(_ text: String) throws(Problem) -> Int {
    switch try resolve(text) {
    case .indicator(let index): return index
    case .node(let index):
      throw Problem(
        "“\(nodes[index].code)” adalah simpul, bukan indikator", expected: "kode indikator",
        suggestions: indicators(of: index).prefix(5).map { indicators[$0].code })
    }
  }
}
