import Analysis

/// A small cascade made row by row: goal T, objectives, programmes and activities.
struct CascadeSample {
  private var nodes: [Node] = []
  private var numbers: [String: Int] = [:]
  private var indicators: [Indicator] = []
  private var facts: [(code: String, target: Double, actual: Double)] = []
  private var budgets: [(node: String, ceiling: Double, spending: Double)] = []

  /// Adds a node below another; no ceiling or spending means that none is stated.
  mutating func node(
    _ code: String, _ level: Level, under parent: String? = nil, name: String? = nil, salaries: Bool = false,
    ceiling: Double? = nil, spending: Double? = nil
  ) {
    numbers[code] = nodes.count
    nodes.append(
      Node(
        code: code, name: name ?? "Simpul \(code)", level: level, parent: parent.flatMap { numbers[$0] },
        paysSalaries: salaries))
    if ceiling != nil || spending != nil { budget(code, ceiling: ceiling, spending: spending) }
  }

  /// States a budget, possibly again.
  mutating func budget(_ code: String, ceiling: Double? = nil, spending: Double? = nil) {
    budgets.append((code, ceiling ?? .nan, spending ?? .nan))
  }

  /// Adds an indicator of a node with target and result.
  mutating func indicator(
    _ code: String, of node: String, target: Double, actual: Double, measure: String = "nilai",
    direction: Direction = .rising
  ) {
    indicators.append(Indicator(code: code, node: numbers[node], measure: measure, direction: direction))
    facts.append((code, target, actual))
  }

  /// The dataset of one unit in 2025.
  func dataset(_ name: String = "contoh", claims: [Claim] = [], resources: [ResourceRow] = []) -> Dataset {
    let catalogue = Catalogue(indicators: indicators, nodes: nodes)
    var performance = FactTable()
    for fact in facts {
      guard let index = catalogue.indicator(fact.code) else { continue }
      performance.append(
        .init(unit: 0, subject: Int32(index), year: 2025), planned: fact.target, actual: fact.actual)
    }
    var table = FactTable()
    for budget in budgets {
      guard let index = catalogue.node(budget.node) else { continue }
      table.append(
        .init(unit: 0, subject: Int32(index), year: 2025), planned: budget.ceiling, actual: budget.spending)
    }
    return Dataset(
      name: name, catalogue: catalogue, units: SymbolTable(["Kecamatan Contoh"]), performance: performance,
      budgets: table, claims: claims, resources: resources)
  }

  /// An evaluator of the dataset in 2025.
  func evaluator(claims: [Claim] = [], resources: [ResourceRow] = []) throws -> Evaluator {
    var workspace = Workspace()
    workspace.add(dataset(claims: claims, resources: resources))
    return Evaluator(try FormulaModel(workspace), in: Context(dataset: 0, unit: 0, year: 2025))
  }

  /// The table of levels, the reports' own by default.
  func table(_ levels: Set<Level> = EfficiencyTable.reportLevels) throws -> EfficiencyTable {
    var evaluator = try evaluator()
    return EfficiencyTable(levels: levels, evaluator: &evaluator)
  }

  /// The cascade.
  var catalogue: Catalogue { Catalogue(indicators: indicators, nodes: nodes) }

  /// A goal over two objectives and three programmes whose budgets add up.
  static var whole: CascadeSample {
    var sample = CascadeSample()
    sample.node("T", .goal, ceiling: 1000, spending: 900)
    sample.node("S1", .objective, under: "T", ceiling: 600, spending: 500)
    sample.node("P1", .programme, under: "S1", ceiling: 600, spending: 500)
    sample.node("S2", .objective, under: "T", ceiling: 400, spending: 400)
    sample.node("P2", .programme, under: "S2", ceiling: 300, spending: 300)
    sample.node("P3", .programme, under: "S2", ceiling: 100, spending: 100)
    for (code, actual) in [("T", 90.0), ("S1", 110), ("P1", 100), ("S2", 80), ("P2", 50), ("P3", 98)] {
      sample.indicator("I_" + code, of: code, target: 100, actual: actual)
    }
    return sample
  }
}
