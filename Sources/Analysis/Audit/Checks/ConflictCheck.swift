/// Rows that state the same fact differently; the first in file order is the one in use.
struct ConflictCheck: AuditCheck {
  let title = "baris yang bertentangan"

  func run(_ desk: inout AuditDesk) throws(Problem) {
    let dataset = desk.dataset
    for conflict in dataset.report.conflicts {
      guard let unit = dataset.units.number(of: conflict.unit),
        desk.scope.contains(unit: unit, year: conflict.year),
        let subject = desk.catalogue.subject(conflict.code), desk.scope.contains(subject),
        let first = conflict.statements.first
      else { continue }
      let period = Int16(dataset.periods.number(of: conflict.period) ?? 0)
      let context = Context(dataset: desk.audit.dataset, unit: unit, year: conflict.year, period: period)
      for other in conflict.statements.dropFirst() {
        var finding = AuditFinding(
          .conflict, .contradiction, "\(conflict.column) \(desk.title(subject))", in: context,
          at: other.source)
        finding.code = conflict.code
        finding.printed = NumberStyle.plain.text(other.value)
        finding.printedValue = other.value
        finding.computed = .number(first.value)
        finding.others = [first.source]
        finding.explanation =
          "\(conflict.column) tertulis \(finding.printed), sedangkan baris sebelumnya"
          + " \(NumberStyle.plain.text(first.value)); yang dipakai yang pertama"
        desk.add(finding)
      }
    }
  }
}
