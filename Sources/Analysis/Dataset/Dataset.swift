/// Everything loaded from one folder: catalogue, facts, and what the reports print about them.
public struct Dataset: Sendable {
  /// The short name under which it was loaded.
  public var name: String
  /// The path as given to `muat`.
  public var path: String
  /// Indicators and cascade.
  public var catalogue: Catalogue
  /// Names of the units, in the order of first appearance.
  public var units: SymbolTable
  /// Names of the periods; number 0 is the whole year, written as empty text.
  public var periods: SymbolTable
  /// Texts of the `sumber` and `baris` columns.
  public var sources: SymbolTable
  /// Targets and results per indicator.
  public var performance: FactTable
  /// Ceilings and spending per node.
  public var budgets: FactTable
  /// Figures that the report prints as derived.
  public var claims: [Claim]
  /// Staff and facilities, needed and available.
  public var resources: [ResourceRow]
  /// Target-setting worksheets.
  public var worksheets: [WorksheetRow]
  /// The `aturan` table: key, value, file line.
  public var settings: [Setting]
  /// What loading found.
  public var report: LoadReport
  /// Columns of the files that no table knows, kept as they are.
  public var extras: [ExtraColumn] = []

  /// A row of `aturan`.
  public struct Setting: Hashable, Sendable {
    /// The `kunci` column.
    public var key: String
    /// The `nilai` column.
    public var value: String
    /// Line in the file.
    public var fileLine: Int

    /// Makes a setting.
    public init(key: String, value: String, fileLine: Int = 0) {
      self.key = key
      self.value = value
      self.fileLine = fileLine
    }
  }

  /// Makes a dataset and sorts its indexes.
  public init(
    name: String, path: String = "", catalogue: Catalogue, units: SymbolTable = SymbolTable(),
    periods: SymbolTable = SymbolTable([""]), sources: SymbolTable = SymbolTable([""]),
    performance: FactTable = FactTable(), budgets: FactTable = FactTable(), claims: [Claim] = [],
    resources: [ResourceRow] = [], worksheets: [WorksheetRow] = [], settings: [Setting] = [],
    report: LoadReport = LoadReport()
  ) {
    self.name = name
    self.path = path
    self.catalogue = catalogue
    self.units = units
    self.periods = periods
    self.sources = sources
    self.performance = performance
    self.budgets = budgets
    self.claims = claims
    self.resources = resources
    self.worksheets = worksheets
    self.settings = settings
    self.report = report
    mainUnit = Self.mainUnit(of: units, [performance, budgets])
    self.performance.buildIndex()
    self.budgets.buildIndex()
  }

  /// The value of a setting.
  public func setting(_ key: String) -> String? { settings.first { $0.key == key }?.value }

  /// The unit the dataset is about: the one with the most facts.
  public let mainUnit: Int32?

  /// Finds the unit with the most facts, the first of several.
  ///
  /// - Complexity: O(facts), which is why it is done once.
  private static func mainUnit(of units: SymbolTable, _ tables: [FactTable]) -> Int32? {
    var counts = [Int](repeating: 0, count: units.count)
    for table in tables {
      for unit in table.units { counts[Int(unit)] += 1 }
    }
    guard let most = counts.max(), most > 0 else { return nil }
    return counts.firstIndex(of: most).map { Int32($0) }
  }

  /// The years in which a unit has results, ascending.
  public func measuredYears(of unit: Int32) -> [Int] {
    var found: Set<Int16> = []
    for row in 0..<performance.count where performance.units[row] == unit && !performance.actual[row].isNaN {
      found.insert(performance.years[row])
    }
    return found.sorted().map { Int($0) }
  }

  /// The year of the report: `tahun_laporan` in `aturan`, else the last year with results.
  public var reportYear: Int? {
    if let text = setting("tahun_laporan"), let year = Int(text) { return year }
    return mainUnit.flatMap { measuredYears(of: $0).last }
  }

  /// Where a row of the performance or budget table came from.
  public func source(of row: Int, in table: Table) -> SourceRow {
    let facts = table == .performance ? performance : budgets
    return SourceRow(
      dataset: name, table: table.rawValue, fileLine: Int(facts.fileLines[row]),
      source: sources[facts.sources[row]], sourceLine: sources[facts.sourceLines[row]])
  }

  /// The two tables of facts.
  public enum Table: String, Hashable, Sendable {
    case performance = "kinerja"
    case budgets = "anggaran"
  }
}
