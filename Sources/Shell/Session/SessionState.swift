import Analysis

/// Everything that answers depend on, as a value: undoing a step puts an earlier one back.
struct SessionState: Sendable {
  /// The datasets loaded.
  private(set) var workspace = Workspace()
  /// Unit, year and period asked about; `nil` before anything is loaded.
  var context: Context?
  /// The rule set chosen with `atur aturan=…`; `nil` follows the dataset.
  private(set) var ruleSetName: String?
  /// The target-setting worksheets.
  var worksheets = WorksheetShelf()
  /// What is supposed until it is dropped.
  var assumptions = StandingAssumptions()
  /// Named sets of assumptions, in the order in which they were saved.
  var scenarios: [Scenario] = []
  /// Formula graphs and rules of the datasets; made again when either changes.
  private var model: FormulaModel?

  /// Adds a dataset, or replaces the one with the same name, and asks about it from now on.
  ///
  /// - Throws: A rule problem when the dataset names rules that are unknown.
  mutating func load(_ dataset: Dataset) throws(Problem) {
    let index = workspace.add(dataset)
    try rebuildModel()
    guard let unit = dataset.mainUnit, let year = dataset.reportYear else { return }
    context = Context(dataset: index, unit: unit, year: year)
  }

  /// Chooses the rule set; `nil` follows each dataset's own.
  mutating func chooseRuleSet(_ name: String?) throws(Problem) {
    ruleSetName = name
    try rebuildModel()
  }

  private mutating func rebuildModel() throws(Problem) {
    var rules: [RuleSet] = []
    for dataset in workspace.datasets {
      rules.append(try RuleBook.ruleSet(ruleSetName, settings: dataset.settings))
    }
    model = try FormulaModel(workspace, rules: rules)
  }

  // MARK: - Reading

  /// The formulas and rules of what is loaded.
  func requireModel() throws(Problem) -> FormulaModel {
    if let model { return model }
    throw Self.nothingLoaded
  }

  /// The context, or a problem that says how to get one.
  func requireContext() throws(Problem) -> Context {
    if let context { return context }
    throw Self.nothingLoaded
  }

  private static let nothingLoaded = Problem(
    "belum ada data yang dimuat", kind: .data, expected: "muat dahulu sebuah dataset",
    suggestions: ["muat notebooks/data/plandaan"])

  /// Evaluates formulas in a context under the assumptions that stand.
  func evaluator(in context: Context) throws(Problem) -> Evaluator {
    let model = try requireModel()
    return Evaluator(model, in: context, assuming: try assumptions.resolved(in: model))
  }

  /// The dataset of a context.
  func dataset(of context: Context) -> Dataset { workspace.datasets[context.dataset] }

  /// The rules in force for a context.
  func rules(of context: Context) throws(Problem) -> RuleSet { try requireModel().rules[context.dataset] }

  /// The name of a context's unit.
  func unitName(_ context: Context) -> String { dataset(of: context).units[context.unit] }

  /// The name of a context's period; empty for the whole year.
  func periodName(_ context: Context) -> String { dataset(of: context).periods[Int32(context.period)] }

  /// A context in words: `Kecamatan Plandaan, 2025` or `Kecamatan Plandaan, 2025 (TB IV)`.
  func describe(_ context: Context) -> String {
    let period = periodName(context)
    return "\(unitName(context)), \(context.year)" + (period.isEmpty ? "" : " (\(period))")
  }
}
