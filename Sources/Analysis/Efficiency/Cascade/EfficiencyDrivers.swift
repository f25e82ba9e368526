/// What the total efficiency (achievement − absorption) is made of.
///
/// With n measured rows and the summed ceiling P, the total is exactly
/// Σ (unspent ÷ P × 100) + Σ ((achievement − 100) ÷ n): unspent budgets raise it, missed results lower it.
public struct EfficiencyDrivers: Sendable {
  /// An unspent budget.
  public struct Unspent: Hashable, Sendable {
    /// Index of the node; for a rest, the node whose children do not account for it.
    public var node: Int
    /// Whether it is what the nodes below do not account for.
    public var isRest: Bool
    /// Whether the node pays salaries, so that vacancies and not economy may be the cause.
    public var paysSalaries: Bool
    /// Ceiling − spending, in rupiah.
    public var amount: Double
    /// What it adds to the total, in percentage points.
    public var points: Double
  }

  /// A result above or below its target.
  public struct Result: Hashable, Sendable {
    /// Index of the node.
    public var node: Int
    /// Its achievement in percent.
    public var achievement: Double
    /// What it adds to the total, in percentage points; below 0 when the target was missed.
    public var points: Double
  }

  /// Unspent budgets of the lowest nodes, the largest first.
  public let unspent: [Unspent]
  /// Results, the worst first.
  public let results: [Result]
  /// The total that they add up to, in percentage points.
  public let total: Measured
  /// The unspent part of nodes that pay salaries, in rupiah; `nil` when no such node states a budget.
  public let salaryRemainder: Double?
  /// The total's figures without the nodes that pay salaries; `nil` when there are none.
  public let withoutSalaries: EfficiencyFigures?

  /// Takes a table apart.
  ///
  /// - Complexity: O(nodes · depth).
  public init(_ table: EfficiencyTable, catalogue: Catalogue) {
    total = table.total.figures.efficiency(.difference)
    let leaves = Self.leaves(table, catalogue)
    let ceiling = table.total.figures.ceiling.value ?? 0
    unspent = leaves.map { leaf in
      var leaf = leaf
      leaf.points = ceiling > 0 ? leaf.amount / ceiling * 100 : 0
      return leaf
    }.filter { $0.amount != 0 }.sorted { ($1.amount.magnitude, $0.node) < ($0.amount.magnitude, $1.node) }
    let count = Double(max(table.total.measuredCount, 1))
    results = table.rows.compactMap { row in
      row.figures.achievement.value.map {
        Result(node: row.node, achievement: $0, points: ($0 - 100) / count)
      }
    }.sorted { ($0.points, $0.node) < ($1.points, $1.node) }
    let salaries = Self.salaryNodes(table, catalogue)
    let entries = salaries.map { table.budgets.entries[$0] }
    let paid = entries.compactMap { entry in
      Measured.combine(entry.ceiling, entry.spending) { .value($0 - $1) }.value
    }
    salaryRemainder = paid.isEmpty ? nil : paid.reduce(0, +)
    withoutSalaries = paid.isEmpty ? nil : Self.without(entries, table.total.figures)
  }

  /// The lowest complete budgets below the carriers, with the rest that they leave of their parents.
  private static func leaves(_ table: EfficiencyTable, _ catalogue: Catalogue) -> [Unspent] {
    func complete(below node: Int) -> [Int] {
      catalogue.children(of: node).flatMap {
        table.budgets.entries[$0].isComplete ? [$0] : complete(below: $0)
      }
    }
    var leaves: [Unspent] = []
    var pending = Array(table.total.carriers.reversed())
    while let node = pending.popLast() {
      guard let amount = remainder(of: node, table) else { continue }
      let children = complete(below: node)
      let paysSalaries = catalogue.nodes[node].paysSalaries
      guard !children.isEmpty else {
        leaves.append(
          Unspent(node: node, isRest: false, paysSalaries: paysSalaries, amount: amount, points: 0))
        continue
      }
      let rest = amount - children.reduce(0) { $0 + (remainder(of: $1, table) ?? 0) }
      if rest.magnitude >= 0.5 {
        leaves.append(Unspent(node: node, isRest: true, paysSalaries: paysSalaries, amount: rest, points: 0))
      }
      pending += children.reversed()
    }
    return leaves
  }

  private static func remainder(of node: Int, _ table: EfficiencyTable) -> Double? {
    let entry = table.budgets.entries[node]
    return Measured.combine(entry.ceiling, entry.spending) { .value($0 - $1) }.value
  }

  /// The topmost complete salary nodes at or below the carriers.
  private static func salaryNodes(_ table: EfficiencyTable, _ catalogue: Catalogue) -> [Int] {
    var found: [Int] = []
    var pending = Array(table.total.carriers.reversed())
    while let node = pending.popLast() {
      if catalogue.nodes[node].paysSalaries, table.budgets.entries[node].isComplete {
        found.append(node)
      } else {
        pending += catalogue.children(of: node).reversed()
      }
    }
    return found
  }

  private static func without(_ salaries: [CascadeBudgets.Entry], _ total: EfficiencyFigures)
    -> EfficiencyFigures
  {
    var figures = total
    let ceiling = salaries.reduce(0) { $0 + ($1.ceiling.value ?? 0) }
    let spending = salaries.reduce(0) { $0 + ($1.spending.value ?? 0) }
    figures.ceiling = total.ceiling.map { $0 - ceiling }
    figures.spending = total.spending.map { $0 - spending }
    return figures
  }
}
