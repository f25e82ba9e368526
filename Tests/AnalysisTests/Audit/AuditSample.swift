import FoundationEssentials

@testable import Analysis

/// Small datasets for tests of the audit, and the published ones.
struct AuditSample {
  var indicators: [Indicator] = []
  var nodes: [Node] = []
  var claims: [Claim] = []
  var worksheets: [WorksheetRow] = []
  var settings: [Dataset.Setting] = []
  var units = SymbolTable(["Kecamatan Contoh"])
  var periods = SymbolTable(["", "renstra", "TB IV"])
  var performance = FactTable()
  var budgets = FactTable()

  /// Adds an indicator.
  mutating func indicator(
    _ code: String, node: Int? = nil, measure: String = "nilai", low: Double? = nil, high: Double? = nil,
    formula: String? = nil, falling: Bool = false
  ) {
    indicators.append(
      Indicator(
        code: code, name: "Nama \(code)", node: node, measure: measure,
        direction: falling ? .falling : .rising,
        minimum: low, maximum: high, formula: formula, fileLine: indicators.count + 2))
  }

  /// Adds a node.
  mutating func node(_ code: String, under parent: Int? = nil, _ level: Level = .programme) {
    nodes.append(Node(code: code, name: "", level: level, parent: parent, fileLine: nodes.count + 2))
  }

  /// States the target and result of an indicator.
  mutating func fact(
    _ code: String, _ year: Int, target: Double = .nan, actual: Double = .nan, period: Int16 = 0,
    unit: Int32 = 0
  ) {
    let subject = Int32(indicators.firstIndex { $0.code == code } ?? 0)
    performance.append(
      .init(unit: unit, subject: subject, year: Int16(year), period: period), planned: target, actual: actual,
      fileLine: Int32(performance.count + 2))
  }

  /// States the ceiling and spending of a node.
  mutating func budget(_ code: String, _ year: Int, ceiling: Double = .nan, spending: Double = .nan) {
    let subject = Int32(nodes.firstIndex { $0.code == code } ?? 0)
    budgets.append(
      .init(unit: 0, subject: subject, year: Int16(year)), planned: ceiling, actual: spending,
      fileLine: Int32(budgets.count + 2))
  }

  /// Adds a claim.
  mutating func claim(
    _ formula: String, _ printed: String, year: Int = 2025, period: Int16 = 0,
    statement: String = "Pernyataan",
    source: String = "Tabel 1"
  ) {
    claims.append(
      Claim(
        unit: 0, year: year, period: period, statement: statement, expression: formula, printed: printed,
        source: source, sourceLine: "\(100 + claims.count)", fileLine: claims.count + 2))
  }

  var dataset: Dataset {
    var dataset = Dataset(
      name: "contoh", catalogue: Catalogue(indicators: indicators, nodes: nodes), units: units,
      periods: periods, performance: performance, budgets: budgets, claims: claims, worksheets: worksheets,
      settings: settings)
    dataset.report.conflicts =
      ConflictFinder.conflicts(in: .performance, of: dataset)
      + ConflictFinder.conflicts(in: .budgets, of: dataset)
    return dataset
  }

  /// What the audit finds.
  func report(_ scope: AuditScope = AuditScope()) throws -> AuditReport {
    var workspace = Workspace()
    workspace.add(dataset)
    return try Audit(try FormulaModel(workspace), dataset: 0, scope: scope).run()
  }

  /// A report of claims alone on data with nothing else.
  static func claims(_ pairs: [(formula: String, printed: String)]) throws -> AuditReport {
    var sample = AuditSample()
    sample.indicator("X")
    sample.fact("X", 2025, actual: 1)
    for pair in pairs { sample.claim(pair.formula, pair.printed) }
    return try sample.report()
  }

  // MARK: - Published data

  /// A published dataset.
  static func published(_ name: String) throws -> Dataset {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try DatasetLoader.load(root.appending(path: "notebooks/data/\(name)").path)
  }

  /// The audit of a published dataset.
  static func report(of name: String, _ scope: AuditScope = AuditScope()) throws -> AuditReport {
    var workspace = Workspace()
    workspace.add(try published(name))
    return try Audit(try FormulaModel(workspace), dataset: 0, scope: scope).run()
  }
}
