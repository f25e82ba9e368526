/// Nodes that spent without result, and nodes with results that spent nothing of their ceiling.
struct EfficiencyCheck: AuditCheck {
  let title = "efisiensi"

  func run(_ desk: inout AuditDesk) throws(Problem) {
    let facts = desk.dataset.budgets
    for row in 0..<facts.count {
      try desk.step(row, of: facts.count, title)
      let context = desk.context(of: row, in: facts)
      let node = Int(facts.subjects[row])
      guard desk.scope.contains(unit: context.unit, year: context.year), desk.scope.contains(.node(node)),
        let spending = facts.entry(.actual, context.key(node)), spending.row == row,
        let achievement = desk.value(.achievement, of: .node(node), in: context).number
      else { continue }
      let ceiling = facts.entry(.planned, context.key(node))?.value
      let shown = NumberStyle.percent.text(achievement)
      if spending.value > 0, achievement <= 0 {
        let money = NumberStyle.rupiah.text(spending.value)
        tell(node, "belanja \(money) tanpa hasil: capaian \(shown)", spending.value, row, context, &desk)
      } else if spending.value == 0, let ceiling, ceiling > 0, achievement > 0 {
        tell(node, "capaian \(shown) tanpa belanja sedikit pun dari pagunya", 0, row, context, &desk)
      }
    }
  }

  private func tell(
    _ node: Int, _ text: String, _ spending: Double, _ row: Int, _ context: Context, _ desk: inout AuditDesk
  ) {
    var finding = AuditFinding(
      .efficiency, .notice, desk.title(.node(node)), in: context,
      at: desk.dataset.source(of: row, in: .budgets))
    finding.code = desk.catalogue.nodes[node].code
    finding.printed = NumberStyle.rupiah.text(spending)
    finding.printedValue = spending
    finding.formula = "efisiensi(\(finding.code))"
    finding.explanation = text
    desk.add(finding)
  }
}
