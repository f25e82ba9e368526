/// The budget of every node of a cascade in one context, and which nodes carry it without counting any twice.
public struct CascadeBudgets: Sendable {
  /// Ceiling and spending of one node.
  public struct Entry: Hashable, Sendable {
    /// Ceiling in rupiah.
    public var ceiling: Measured
    /// Spending in rupiah.
    public var spending: Measured

    /// Whether both are there.
    public var isComplete: Bool { ceiling.value != nil && spending.value != nil }
    /// Whether neither is there.
    public var isEmpty: Bool { ceiling.value == nil && spending.value == nil }

    /// One of the two.
    public func value(_ measure: FactTable.Measure) -> Double? {
      measure == .planned ? ceiling.value : spending.value
    }
  }

  /// The entries, by index of the node.
  public let entries: [Entry]
  private let catalogue: Catalogue

  /// Reads the budget of every node, under the evaluator's assumptions.
  ///
  /// A budget hangs on its node and is read once, however many indicators the node has and however often the
  /// dataset repeats the row.
  public init(evaluator: inout Evaluator) {
    let catalogue = evaluator.model.catalogue(of: evaluator.context)
    self.catalogue = catalogue
    var entries: [Entry] = []
    for node in catalogue.nodes.indices {
      entries.append(
        Entry(
          ceiling: evaluator.value(.ceiling, of: .node(node)).measured,
          spending: evaluator.value(.spending, of: .node(node)).measured))
    }
    self.entries = entries
  }

  /// The topmost nodes of a selection that carry a budget: a node with ceiling and spending stands for everything
  /// below it, so that no level is added to its own parent.
  ///
  /// - Complexity: O(nodes).
  public func carriers(among shown: Set<Int>) -> [Int] {
    catalogue.roots.flatMap { carriers(at: $0, among: shown) }
  }

  private func carriers(at node: Int, among shown: Set<Int>) -> [Int] {
    let isShown = shown.contains(node)
    if isShown, entries[node].isComplete { return [node] }
    let below = catalogue.children(of: node).flatMap { carriers(at: $0, among: shown) }
    if !below.isEmpty { return below }
    return isShown && !entries[node].isEmpty ? [node] : []
  }

  /// The nearest nodes below a node that state a measure, and those direct branches that do not state it at all.
  public func nearest(
    below node: Int, stating measure: FactTable.Measure
  ) -> (carriers: [Int], blank: [Int]) {
    var carriers: [Int] = []
    var blank: [Int] = []
    for child in catalogue.children(of: node) {
      if entries[child].value(measure) != nil {
        carriers.append(child)
      } else {
        let below = nearest(below: child, stating: measure)
        carriers += below.carriers
        if below.carriers.isEmpty { blank.append(child) }
      }
    }
    return (carriers, blank)
  }
}
