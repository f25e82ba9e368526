/// Nodes that report full achievement over nodes below them that do not.
struct HierarchyCheck: AuditCheck {
  let title = "capaian berjenjang"

  func run(_ desk: inout AuditDesk) throws(Problem) {
    let facts = desk.dataset.performance
    var seen: Set<FactTable.Key> = []
    for row in 0..<facts.count {
      try desk.step(row, of: facts.count, title)
      let context = desk.context(of: row, in: facts)
      guard desk.scope.contains(unit: context.unit, year: context.year),
        let node = desk.catalogue.indicators[Int(facts.subjects[row])].node,
        desk.scope.contains(.node(node)) || desk.scope.contains(.indicator(Int(facts.subjects[row]))),
        !desk.catalogue.children(of: node).isEmpty, seen.insert(context.key(node)).inserted
      else { continue }
      check(node, row, context, &desk)
    }
  }

  private func check(_ node: Int, _ row: Int, _ context: Context, _ desk: inout AuditDesk) {
    guard let own = desk.value(.achievement, of: .node(node), in: context).number, own == 100 else { return }
    var below: [String] = []
    for child in desk.catalogue.children(of: node) {
      guard let value = desk.value(.achievement, of: .node(child), in: context).number, value < 100 else {
        continue
      }
      below.append("\(desk.catalogue.nodes[child].code) \(NumberStyle.percent.text(value))")
    }
    guard !below.isEmpty, desk.keepsNotice(.hierarchy) else { return }
    var finding = AuditFinding(
      .hierarchy, .notice, desk.title(.node(node)), in: context,
      at: desk.dataset.source(of: row, in: .performance))
    finding.code = desk.catalogue.nodes[node].code
    finding.printed = "100%"
    finding.printedValue = own
    finding.formula = "capaian(\(finding.code))"
    finding.explanation = "capaian 100%, padahal di bawahnya \(below.joined(separator: ", "))"
    desk.add(finding)
  }
}
