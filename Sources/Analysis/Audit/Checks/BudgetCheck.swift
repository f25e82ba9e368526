/// Spending without a ceiling, spending above the ceiling, and a budget overspent.
struct BudgetCheck: AuditCheck {
  let title = "serapan dan sisa anggaran"

  func run(_ desk: inout AuditDesk) throws(Problem) {
    let facts = desk.dataset.budgets
    var withoutCeiling: [(context: Context, rows: [Int])] = []
    var positions: [Context: Int] = [:]
    for row in 0..<facts.count {
      try desk.step(row, of: facts.count, title)
      let context = desk.context(of: row, in: facts)
      let node = Int(facts.subjects[row])
      guard desk.scope.contains(unit: context.unit, year: context.year), desk.scope.contains(.node(node)),
        let spending = facts.entry(.actual, context.key(node)), spending.row == row
      else { continue }
      guard let ceiling = facts.entry(.planned, context.key(node))?.value, ceiling != 0 else {
        guard spending.value > 0 else { continue }
        if let position = positions[context] {
          withoutCeiling[position].rows.append(row)
        } else {
          positions[context] = withoutCeiling.count
          withoutCeiling.append((context, [row]))
        }
        continue
      }
      if spending.value > ceiling { overspent(node, spending.value, ceiling, row, context, &desk) }
    }
    for group in withoutCeiling { tell(group.rows, group.context, &desk) }
  }

  private func overspent(
    _ node: Int, _ spending: Double, _ ceiling: Double, _ row: Int, _ context: Context,
    _ desk: inout AuditDesk
  ) {
    var finding = AuditFinding(
      .remainder, .notice, "SiLPA \(desk.title(.node(node)))", in: context,
      at: desk.dataset.source(of: row, in: .budgets))
    finding.code = desk.catalogue.nodes[node].code
    finding.printed = NumberStyle.rupiah.text(spending)
    finding.printedValue = spending
    finding.computed = .number(ceiling)
    finding.formula = "pagu(\(finding.code)) - belanja(\(finding.code))"
    let absorbed = NumberStyle.percent.text(spending / ceiling * 100)
    finding.explanation =
      "belanja melampaui pagu \(NumberStyle.rupiah.text(ceiling)); serapan \(absorbed),"
      + " SiLPA \(NumberStyle.rupiah.text(ceiling - spending))"
    desk.add(finding)
  }

  /// One finding for all nodes of a context that lack a ceiling, so that they do not bury the others.
  private func tell(_ rows: [Int], _ context: Context, _ desk: inout AuditDesk) {
    guard let first = rows.first else { return }
    let codes = rows.map { desk.catalogue.nodes[Int(desk.dataset.budgets.subjects[$0])].code }
    var finding = AuditFinding(
      .absorption, .notice, "belanja tanpa pagu", in: context,
      at: desk.dataset.source(of: first, in: .budgets))
    finding.code = codes.first ?? ""
    finding.others = rows.dropFirst().map { desk.dataset.source(of: $0, in: .budgets) }
    finding.explanation =
      "\(codes.count) simpul punya belanja tanpa pagu sehingga serapannya tidak dapat dihitung:"
      + " \(codes.joined(separator: ", "))"
    desk.add(finding)
  }
}
