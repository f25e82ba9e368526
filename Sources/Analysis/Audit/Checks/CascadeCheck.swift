/// Ceilings and spending of a node against the sum of the nodes directly below it.
struct CascadeCheck: AuditCheck {
  let title = "jumlah anggaran berjenjang"

  func run(_ desk: inout AuditDesk) throws(Problem) {
    let facts = desk.dataset.budgets
    for row in 0..<facts.count {
      try desk.step(row, of: facts.count, title)
      let context = desk.context(of: row, in: facts)
      let node = Int(facts.subjects[row])
      guard desk.scope.contains(unit: context.unit, year: context.year), desk.scope.contains(.node(node)),
        !desk.catalogue.children(of: node).isEmpty
      else { continue }
      for measure in [FactTable.Measure.planned, .actual] {
        guard let entry = facts.entry(measure, context.key(node)), entry.row == row else { continue }
        check(node, measure, stored: entry.value, row, context, &desk)
      }
    }
  }

  private func check(
    _ node: Int, _ measure: FactTable.Measure, stored: Double, _ row: Int, _ context: Context,
    _ desk: inout AuditDesk
  ) {
    let parts = BudgetParts(desk.dataset, measure, in: context)
    let children = desk.catalogue.children(of: node)
    let values = children.map { parts.value(of: $0) }
    let known = values.compactMap { $0 }
    guard !known.isEmpty else { return }
    let sum = known.reduce(0, +)
    let agreement = Agreement(sum, printed: stored, decimals: 0)
    let absent = zip(children, values).filter { $1 == nil }.map { desk.catalogue.nodes[$0.0].code }
    if agreement == .wrong, !absent.isEmpty, sum < stored {
      desk.add(unverified(node, measure, stored: stored, sum: sum, absent, row, context, desk))
      return
    }
    let isContradicted =
      agreement == .wrong && ([node] + children).contains { !parts.alternatives(of: $0).isEmpty }
    if !isContradicted { desk.count(agreement, .cascade) }
    guard agreement != .agrees else { return }
    let name = measure == .planned ? "pagu" : "belanja"
    var finding = AuditFinding(
      .cascade, isContradicted ? .contradiction : agreement == .rounding ? .rounding : .wrong,
      "\(name) \(desk.title(.node(node)))", in: context, at: desk.dataset.source(of: row, in: .budgets))
    finding.code = desk.catalogue.nodes[node].code
    finding.printed = NumberStyle.rupiah.text(stored)
    finding.printedValue = stored
    finding.computed = .number(sum)
    let used = zip(children, values).filter { $1 != nil }.map { desk.catalogue.nodes[$0.0].code }
    finding.formula = used.map { "\(name)(\($0))" }.joined(separator: " + ")
    finding.explanation = "jumlah \(used.count) simpul di bawahnya \(NumberStyle.rupiah.text(sum))"
    if isContradicted { finding.explanation += "; sebagian simpul ini disebut berbeda oleh baris lain" }
    finding.causes = CascadeCauses(parts: parts, catalogue: desk.catalogue).causes(
      node: node, stored: stored, sum: sum, values: Array(zip(children, values)))
    desk.add(finding)
  }

  private func unverified(
    _ node: Int, _ measure: FactTable.Measure, stored: Double, sum: Double, _ absent: [String], _ row: Int,
    _ context: Context, _ desk: AuditDesk
  ) -> UnverifiedFigure {
    let name = measure == .planned ? "pagu" : "belanja"
    let missing = NumberStyle.rupiah.text(stored - sum)
    return UnverifiedFigure(
      kind: .cascade, statement: "\(name) \(desk.title(.node(node)))", context: context,
      printed: NumberStyle.rupiah.text(stored), formula: "jumlah \(name) simpul di bawahnya",
      reason: "\(absent.joined(separator: ", ")) tidak punya \(name); jumlah yang lain kurang \(missing)",
      place: desk.dataset.source(of: row, in: .budgets))
  }
}

/// The budgets of nodes in one unit, year and period.
struct BudgetParts {
  private let dataset: Dataset
  private let measure: FactTable.Measure
  private let context: Context

  init(_ dataset: Dataset, _ measure: FactTable.Measure, in context: Context) {
    self.dataset = dataset
    self.measure = measure
    self.context = context
  }

  /// The stored value of a node, else the sum of the nodes below it; `nil` when nothing is stored there.
  func value(of node: Int) -> Double? {
    if let entry = dataset.budgets.entry(measure, context.key(node)) { return entry.value }
    let known = dataset.catalogue.children(of: node).compactMap { value(of: $0) }
    return known.isEmpty ? nil : known.reduce(0, +)
  }

  /// Other values that later rows state for a node.
  func alternatives(of node: Int) -> [(value: Double, source: SourceRow)] {
    let used = value(of: node)
    var found: [(value: Double, source: SourceRow)] = []
    for row in dataset.budgets.rows(context.key(node)) {
      let value = dataset.budgets.value(measure, row: Int(row))
      if value.isNaN || value == used || found.contains(where: { $0.value == value }) { continue }
      found.append((value, dataset.source(of: Int(row), in: .budgets)))
    }
    return found
  }
}
