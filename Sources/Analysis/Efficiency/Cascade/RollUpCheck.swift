/// Compares the budget of every node with the sum of what lies below it.
public struct RollUpCheck: Sendable {
  /// One comparison.
  public struct Finding: Hashable, Sendable {
    /// How it came out.
    public enum Outcome: String, Hashable, Sendable, CaseIterable {
      /// Equal to the rupiah.
      case equal = "cocok"
      /// The parent differs from its children.
      case different = "berbeda"
      /// Children are stated but the parent is not.
      case parentMissing = "induk kosong"
    }

    /// Index of the parent.
    public var node: Int
    /// Which figure: ceiling or spending.
    public var measure: FactTable.Measure
    /// What the parent states, in rupiah.
    public var stated: Measured
    /// The sum of the nearest nodes below that state the figure, in rupiah.
    public var sum: Double
    /// The nodes that were summed.
    public var summed: [Int]
    /// Branches directly below that do not state the figure.
    public var blank: [Int]

    /// What the parent states less the sum, in rupiah; `nil` when the parent states nothing.
    public var difference: Double? { stated.value.map { $0 - sum } }

    /// How it came out; amounts are equal when they differ by less than half a rupiah.
    public var outcome: Outcome {
      guard let difference else { return .parentMissing }
      return difference.magnitude < 0.5 ? .equal : .different
    }
  }

  /// The comparisons, in tree order, ceilings before spending. Nodes below which nothing is stated are left out.
  public let findings: [Finding]

  /// Checks a cascade.
  ///
  /// - Parameters:
  ///   - budgets: The budgets of its nodes.
  ///   - catalogue: The cascade.
  ///   - branches: Nodes whose branches are checked; all when empty.
  /// - Complexity: O(nodes · depth).
  public init(_ budgets: CascadeBudgets, catalogue: Catalogue, branches: [Int] = []) {
    var findings: [Finding] = []
    for (node, _) in catalogue.outline {
      guard
        branches.isEmpty || branches.contains(where: { $0 == node || catalogue.isDescendant(node, of: $0) })
      else { continue }
      for measure in [FactTable.Measure.planned, .actual] {
        let below = budgets.nearest(below: node, stating: measure)
        guard !below.carriers.isEmpty else { continue }
        let entry = budgets.entries[node]
        findings.append(
          Finding(
            node: node, measure: measure, stated: measure == .planned ? entry.ceiling : entry.spending,
            sum: below.carriers.reduce(0) { $0 + (budgets.entries[$1].value(measure) ?? 0) },
            summed: below.carriers, blank: below.blank))
      }
    }
    self.findings = findings
  }

  /// How many comparisons came out so.
  public func count(_ outcome: Finding.Outcome) -> Int { findings.count { $0.outcome == outcome } }
}
