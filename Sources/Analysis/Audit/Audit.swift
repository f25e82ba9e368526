/// Recomputes what a dataset's reports print and reports what does not follow.
///
/// Every check is linear in the rows it reads; claims are judged on all cores in blocks, so that the memory
/// beside the dataset is some bytes per claim.
public struct Audit: Sendable {
  /// The datasets with their formulas and rules.
  public let model: FormulaModel
  /// Which dataset is audited.
  public let dataset: Int
  /// What is looked at.
  public let scope: AuditScope
  /// Whether the work should stop.
  public var isInterrupted: @Sendable () -> Bool = { false }
  /// Called with the part done, 0 to 1, and what is being checked.
  public var progress: @Sendable (Double, String) -> Void = { _, _ in }

  /// Makes an audit.
  public init(_ model: FormulaModel, dataset: Int, scope: AuditScope = AuditScope()) {
    self.model = model
    self.dataset = dataset
    self.scope = scope
  }

  /// The checks in the order in which they run.
  static let checks: [any AuditCheck] = [
    ClaimCheck(), StatementCheck(), DirectionCheck(), FormulaCheck(), ConflictCheck(), CascadeCheck(),
    BudgetCheck(), AchievementCheck(), EfficiencyCheck(), PredicateCheck(), SeriesCheck(), TargetCheck(),
    HierarchyCheck(), WorksheetAudit(),
  ]

  /// Runs every check.
  ///
  /// - Throws: A problem of kind ``Problem/Kind/interrupted`` when the work is stopped.
  public func run() throws(Problem) -> AuditReport {
    var desk = AuditDesk(self)
    for (index, check) in Self.checks.enumerated() {
      try desk.checkInterruption()
      desk.share = (Double(index) / Double(Self.checks.count), Double(index + 1) / Double(Self.checks.count))
      progress(desk.share.from, check.title)
      try check.run(&desk)
    }
    progress(1, "selesai")
    var report = desk.report
    report.finish()
    return report
  }
}

/// One family of checks.
protocol AuditCheck: Sendable {
  /// What is being checked, for progress.
  var title: String { get }

  /// Looks at everything in scope and puts what it finds on the desk.
  ///
  /// - Throws: A problem when the work is interrupted.
  func run(_ desk: inout AuditDesk) throws(Problem)
}
