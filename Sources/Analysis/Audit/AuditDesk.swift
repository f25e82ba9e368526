/// What the checks of an audit share: the data, evaluators that remember, and the report as it grows.
struct AuditDesk {
  /// The audit that is running.
  let audit: Audit
  /// The report so far.
  var report = AuditReport()
  /// The part of the whole that the running check stands for.
  var share = (from: 0.0, to: 1.0)

  private var evaluators: [Context: Evaluator] = [:]
  private var notices: [AuditKind: Int] = [:]

  /// How many notices of one kind, and how many unverified figures, are kept.
  private static let keptNotices = 20_000

  /// The model, the dataset and its parts, kept apart so that reading one does not copy the others.
  let model: FormulaModel
  let dataset: Dataset
  let catalogue: Catalogue
  let rules: RuleSet
  let scope: AuditScope
  /// The unit the dataset is about.
  let mainUnit: Int32?

  init(_ audit: Audit) {
    self.audit = audit
    model = audit.model
    dataset = audit.model.workspace.datasets[audit.dataset]
    catalogue = dataset.catalogue
    rules = audit.model.rules[audit.dataset]
    scope = audit.scope
    mainUnit = dataset.mainUnit
  }

  /// Stops the work when the user asked for it.
  func checkInterruption() throws(Problem) {
    if audit.isInterrupted() { throw Problem("pemeriksaan dihentikan", kind: .interrupted) }
  }

  /// Stops when asked to and tells how far the running check is.
  func step(_ done: Int, of count: Int, _ title: String) throws(Problem) {
    guard done.isMultiple(of: 1 << 16) else { return }
    try checkInterruption()
    let part = count == 0 ? 1 : Double(done) / Double(count)
    audit.progress(share.from + (share.to - share.from) * part, title)
  }

  /// Works with the evaluator of a context; the latest ones are kept with what they remember.
  mutating func with<Result>(_ context: Context, _ body: (inout Evaluator) -> Result) -> Result {
    if evaluators.count > 64 { evaluators.removeAll(keepingCapacity: true) }
    var evaluator = evaluators.removeValue(forKey: context) ?? Evaluator(model, in: context)
    defer { evaluators[context] = evaluator }
    return body(&evaluator)
  }

  /// A figure's value.
  mutating func value(_ quantity: Quantity, of subject: Catalogue.Subject, in context: Context) -> Value {
    with(context) { $0.value(of: FigureKey(quantity, of: subject, in: context)) }
  }

  /// Counts an outcome of a recomputed figure.
  mutating func count(_ agreement: Agreement, _ kind: AuditKind) {
    report.tallies[kind, default: AuditTally()].count(agreement)
  }

  /// Keeps a finding.
  mutating func add(_ finding: AuditFinding) { report.findings.append(finding) }

  /// Whether another notice of a kind is kept; of each kind so many are as a person can still look through,
  /// and the
  /// others are counted.
  mutating func keepsNotice(_ kind: AuditKind) -> Bool {
    notices[kind, default: 0] += 1
    guard notices[kind, default: 0] > Self.keptNotices else { return true }
    report.omitted += 1
    return false
  }

  /// The official value of an indicator: the stored one, else what its formula gives.
  mutating func result(of indicator: Int, in context: Context) -> Double? {
    if let entry = dataset.performance.entry(.actual, context.key(indicator)) { return entry.value }
    guard catalogue.indicators[indicator].formula != nil else { return nil }
    return value(.realization, of: .indicator(indicator), in: context).number
  }

  /// Keeps a figure that could not be recomputed, and counts it.
  mutating func add(_ figure: UnverifiedFigure) {
    report.tallies[figure.kind, default: AuditTally()].unverified += 1
    keep(figure)
  }

  /// Keeps a figure that was counted already.
  mutating func keep(_ figure: UnverifiedFigure) {
    if report.unverified.count < Self.keptNotices {
      report.unverified.append(figure)
    } else {
      report.omitted += 1
    }
  }

  /// The context of a row of facts.
  func context(of row: Int, in facts: FactTable) -> Context {
    Context(
      dataset: audit.dataset, unit: facts.units[row], year: Int(facts.years[row]), period: facts.periods[row])
  }

  /// Whether a unit is another level's (the nation, a province, a regency) that the dataset only compares
  /// with.
  func isOtherLevel(_ unit: Int32) -> Bool {
    guard let main = mainUnit, unit != main else { return false }
    func level(_ unit: Int32) -> String {
      dataset.units[unit].lowercased().split(separator: " ").first.map(String.init) ?? ""
    }
    return level(unit) != level(main)
      && ["nasional", "indonesia", "provinsi", "kabupaten", "kota"].contains(level(unit))
  }

  /// The name of a period; empty for the whole year.
  func periodName(_ context: Context) -> String { dataset.periods[Int32(context.period)] }

  /// The code of a subject.
  func code(_ subject: Catalogue.Subject) -> String {
    switch subject {
    case .indicator(let index): catalogue.indicators[index].code
    case .node(let index): catalogue.nodes[index].code
    }
  }

  /// The code of a subject with its name: `P01 Program Penunjang`.
  func title(_ subject: Catalogue.Subject) -> String {
    let name =
      switch subject {
      case .indicator(let index): catalogue.indicators[index].name
      case .node(let index): catalogue.nodes[index].name
      }
    return name.isEmpty ? code(subject) : "\(code(subject)) \(name)"
  }

  /// A row of `indikator`, for findings that concern an indicator as such.
  func place(ofIndicator index: Int) -> SourceRow {
    SourceRow(
      dataset: dataset.name, table: "indikator", fileLine: catalogue.indicators[index].fileLine, source: "",
      sourceLine: "")
  }
}
