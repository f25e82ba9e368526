/// Everything formulas are evaluated over: the datasets, their formula graphs and their rules.
///
/// Make it once after loading; it is a value and safe to share between threads.
public struct FormulaModel: Sendable {
  /// The datasets.
  public let workspace: Workspace
  /// The graph of each dataset's formulas, by dataset index.
  public let graphs: [DependencyGraph]
  /// The rules each dataset reports under, by dataset index.
  public let rules: [RuleSet]
  /// The first and last year with facts in each dataset.
  let years: [ClosedRange<Int>]

  /// Makes a model.
  ///
  /// - Parameters:
  ///   - workspace: The datasets.
  ///   - rules: The rule set by dataset, by default the one each dataset names in `aturan`.
  /// - Throws: A rule problem when a dataset names rules that are unknown.
  /// - Complexity: O(facts + formulas).
  public init(_ workspace: Workspace, rules: [RuleSet]? = nil) throws(Problem) {
    self.workspace = workspace
    graphs = workspace.datasets.map { DependencyGraph($0.catalogue) }
    years = workspace.datasets.map(Self.years)
    if let rules, rules.count == workspace.datasets.count {
      self.rules = rules
    } else {
      var own: [RuleSet] = []
      for dataset in workspace.datasets { own.append(try RuleBook.ruleSet(nil, settings: dataset.settings)) }
      self.rules = own
    }
  }

  private static func years(of dataset: Dataset) -> ClosedRange<Int> {
    let first = [dataset.performance.years.min(), dataset.budgets.years.min()].compactMap { $0 }.min() ?? 0
    let last = [dataset.performance.years.max(), dataset.budgets.years.max()].compactMap { $0 }.max() ?? 0
    return Int(first)...max(Int(first), Int(last))
  }

  /// The dataset of a context.
  public func dataset(of context: Context) -> Dataset { workspace.datasets[context.dataset] }

  /// The catalogue of a context's dataset.
  public func catalogue(of context: Context) -> Catalogue { workspace.datasets[context.dataset].catalogue }
}
