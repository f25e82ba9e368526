/// Loads a dataset: a folder of CSV files, a workbook of sheets or an SQLite database, one table each.
public enum DatasetLoader {
  /// What may be said before loading.
  public struct Options {
    /// The name of the dataset; by default the last name of the path.
    public var name: String?
    /// The decimal sign of columns that the file leaves open.
    public var decimal: DecimalSign?
    /// How each table was read before, by name: lines of ``Dialect``.
    public var dialects: [String: String]
    /// Asked for a column that has two meanings; `nil` refuses to load.
    public var resolve: (Ambiguity) -> DecimalSign?
    /// Asked now and then while loading; `true` ends it.
    public var shouldStop: () -> Bool

    /// Makes options.
    public init(
      name: String? = nil, decimal: DecimalSign? = nil, dialects: [String: String] = [:],
      resolve: @escaping (Ambiguity) -> DecimalSign? = { _ in nil },
      shouldStop: @escaping () -> Bool = { false }
    ) {
      self.name = name
      self.decimal = decimal
      self.dialects = dialects
      self.resolve = resolve
      self.shouldStop = shouldStop
    }
  }

  /// Loads what a path leads to; its content decides, not its name.
  ///
  /// Everything that was left out, could not be read or is contradictory stands in the dataset's report.
  ///
  /// - Throws: A ``Problem`` when the path or a required table is missing, a file cannot be read, a required
  ///   column is missing, a column of numbers has two meanings that nobody decides, or the work was interrupted.
  /// - Complexity: O(bytes) plus O(n log n) in the facts.
  public static func load(_ path: String, options: Options = Options()) throws(Problem) -> Dataset {
    var log = LoadLog()
    let source = try DatasetSources.open(path, log: &log)
    var load = DatasetLoad(source, options, log)
    try load.readCatalogue()
    try load.readFacts()
    try load.readRecords()
    return load.finish()
  }

  /// The problem that stands for an interruption.
  static func interrupted(_ path: String) -> Problem {
    Problem("pemuatan dihentikan", kind: .interrupted, place: .file(path, line: 0, column: 0))
  }
}

/// One dataset while it is loaded.
struct DatasetLoad {
  private let source: any DatasetSource
  private let options: DatasetLoader.Options
  private var log: LoadLog
  private var symbols = DatasetSymbols()
  private var catalogue = Catalogue(indicators: [])
  private var settings: [Dataset.Setting] = []
  private var performance = FactTable()
  private var budgets = FactTable()
  private var claims: [Claim] = []
  private var resources: [ResourceRow] = []
  private var worksheets: [WorksheetRow] = []
  private var files: [LoadReport.File] = []
  /// Of the files, in the same order, while they are computed.
  private var fingerprints: [BackgroundFingerprint] = []
  private var extras: [ExtraColumn] = []

  init(_ source: any DatasetSource, _ options: DatasetLoader.Options, _ log: LoadLog) {
    self.source = source
    self.options = options
    self.log = log
  }

  /// Reads the settings, the cascade and the catalogue.
  mutating func readCatalogue() throws(Problem) {
    if let table = try read(.settings) { settings = records { $0.settings(table) } }
    var reader = CatalogueReader(log: log)
    var nodes: [Node]?
    if let table = try read(.nodes, &reader.log) { nodes = reader.nodes(table) }
    if let table = try read(.indicators, &reader.log) {
      catalogue = Catalogue(indicators: reader.indicators(table, nodes: nodes), nodes: nodes ?? [])
    }
    log = reader.log
  }

  /// Reads performance and budgets.
  mutating func readFacts() throws(Problem) {
    if let table = try read(.performance) {
      performance = try facts(table, subject: "kode", planned: "target", wantsNodes: false)
    }
    if let table = try read(.budgets) {
      budgets = try facts(table, subject: "simpul", planned: "pagu", wantsNodes: true)
    }
  }

  /// Reads claims, resources and worksheets.
  mutating func readRecords() throws(Problem) {
    let catalogue = catalogue
    let resolver = CodeResolver(catalogue, wantsNodes: false)
    if let table = try read(.claims) { claims = records { $0.claims(table) } }
    if let table = try read(.resources) { resources = records { $0.resources(table, resolver, catalogue) } }
    if let table = try read(.worksheets) {
      worksheets = records { $0.worksheets(table, resolver, catalogue) }
    }
  }

  /// Puts the dataset together and looks for contradictions.
  mutating func finish() -> Dataset {
    for (index, fingerprint) in fingerprints.enumerated() { files[index].fingerprint = fingerprint.value() }
    for file in files { log.finish(file.path) }
    var dataset = Dataset(
      name: options.name ?? source.name, path: source.path, catalogue: catalogue, units: symbols.units,
      periods: symbols.periods, sources: symbols.sources, performance: performance, budgets: budgets,
      claims: claims, resources: resources, worksheets: worksheets, settings: settings,
      report: LoadReport(files: files, remarks: log.remarks))
    dataset.extras = extras
    dataset.report.conflicts =
      ConflictFinder.conflicts(in: .performance, of: dataset)
      + ConflictFinder.conflicts(in: .budgets, of: dataset)
    return dataset
  }

  private mutating func facts(
    _ table: SchemaTable, subject: String, planned: String, wantsNodes: Bool
  ) throws(Problem) -> FactTable {
    var reader = FactReader(symbols: symbols, log: log)
    let resolver = CodeResolver(catalogue, wantsNodes: wantsNodes)
    let result = try reader.read(
      table, subject: subject, planned: planned, resolver, shouldStop: options.shouldStop)
    symbols = reader.symbols
    log = reader.log
    return result
  }

  private mutating func records<Records>(_ body: (inout RecordReader) -> Records) -> Records {
    let year = settings.first { $0.key == "tahun_laporan" }.flatMap { YearText.parse($0.value) }
    var reader = RecordReader(symbols: symbols, log: log, reportYear: year)
    let result = body(&reader)
    symbols = reader.symbols
    log = reader.log
    return result
  }

  private mutating func read(_ schema: TableSchema) throws(Problem) -> SchemaTable? {
    var current = log
    defer { log = current }
    return try read(schema, &current)
  }

  /// Reads one table; `nil` when the dataset has none or an optional one is empty.
  private mutating func read(_ schema: TableSchema, _ log: inout LoadLog) throws(Problem) -> SchemaTable? {
    let dialect: Dialect?
    if let line = options.dialects[schema.name] { dialect = try Dialect(line: line) } else { dialect = nil }
    guard
      let found = try source.table(schema, dialect: dialect, log: &log, shouldStop: options.shouldStop)
    else { return nil }
    let text = found.text
    log.remarks += text.remarks
    let table = try SchemaTable(text, schema, options: options, log: &log)
    if table.count == 0 { log.notice(text.file, line: 0, "tabel \(schema.name) tidak berisi baris data") }
    for column in table.unknownColumns { extras.append(ExtraColumn(text, column: column, of: schema.name)) }
    files.append(LoadReport.File(schema, table.text))
    fingerprints.append(found.fingerprint)
    return table
  }
}

extension LoadReport.File {
  /// Describes a table that was read.
  init(_ schema: TableSchema, _ text: TextTable) {
    self.init(table: schema.name, path: text.file, rows: text.count, dialect: text.dialect.description)
    form = text.dialect.form
    guard form == .sheet else { return }
    for name in text.names + schema.columns {
      guard let column = text.column(name) else { continue }
      columns[TableLayout.folded(name)] = CellReference.columnName(text.firstColumn + column)
    }
  }
}
