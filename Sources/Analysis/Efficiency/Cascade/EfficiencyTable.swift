/// Achievement against budget over the cascade of one unit, year and period.
///
/// A row is shown for every node of the asked levels that has any figure there. Totals follow the reports: the
/// mean of the achievements over the shown rows against the absorption of the summed budgets; a node with a
/// budget stands for everything below it, so that a table of goal, objectives and programmes uses the goal's.
public struct EfficiencyTable: Sendable {
  /// The levels that the reports print together.
  public static let reportLevels: Set<Level> = [.goal, .objective, .programme]

  /// Where and when.
  public let context: Context
  /// The levels asked for.
  public let levels: Set<Level>
  /// The rows in tree order, parents before their children.
  public let rows: [EfficiencyRow]
  /// The total.
  public let total: EfficiencyTotal
  /// The budgets of the whole cascade.
  public let budgets: CascadeBudgets

  /// Computes the table.
  ///
  /// - Parameters:
  ///   - levels: The levels shown.
  ///   - branches: Nodes whose branches are shown; all when empty.
  ///   - isDeep: Whether what lies below the branches' own nodes is shown too.
  ///   - evaluator: Reads the values, with its assumptions.
  /// - Complexity: O(nodes · depth).
  public init(levels: Set<Level>, branches: [Int] = [], isDeep: Bool = true, evaluator: inout Evaluator) {
    let context = evaluator.context
    let catalogue = evaluator.model.catalogue(of: context)
    let budgets = CascadeBudgets(evaluator: &evaluator)
    var reader = EfficiencyRowReader(context: context, budgets: budgets)
    var rows: [EfficiencyRow] = []
    for (node, _) in catalogue.outline where levels.contains(catalogue.nodes[node].level) {
      let isInside =
        branches.isEmpty
        || branches.contains { $0 == node || (isDeep && catalogue.isDescendant(node, of: $0)) }
      if isInside, let row = reader.row(node, evaluator: &evaluator) { rows.append(row) }
    }
    let total = EfficiencyTotal(rows, budgets: budgets, catalogue: catalogue)
    let shown = Set(rows.map(\.node))
    for index in rows.indices {
      rows[index].depth = Self.depth(of: rows[index].node, among: shown, catalogue)
      rows[index].remainderShare = Self.share(rows[index].figures.remainder, of: total.figures.remainder)
    }
    self.context = context
    self.levels = levels
    self.rows = rows
    self.total = total
    self.budgets = budgets
  }

  private static func depth(of node: Int, among shown: Set<Int>, _ catalogue: Catalogue) -> Int {
    var depth = 0
    var current = catalogue.nodes[node].parent
    while let parent = current {
      if shown.contains(parent) { depth += 1 }
      current = catalogue.nodes[parent].parent
    }
    return depth
  }

  private static func share(_ part: Measured, of whole: Measured) -> Measured {
    Measured.combine(part, whole) { part, whole in
      guard whole != 0 else { return .missing("SiLPA seluruhnya 0") }
      return .value(part / whole * 100)
    }
  }

  /// The row of a node.
  public func row(of node: Int) -> EfficiencyRow? { rows.first { $0.node == node } }
}
