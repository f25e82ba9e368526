/// The formulas of indicators evaluated over the forecasts of one worksheet.
struct WorksheetFormulas {
  let sheet: [WorksheetRow]

  /// Compares every forecast or target that has a formula with what the worksheet's own rows give.
  func run(_ desk: inout AuditDesk) {
    guard let first = sheet.first else { return }
    // A year without data, so that the worksheet's rows are the only figures the formulas see.
    let years = desk.model.years[desk.audit.dataset]
    let place = Context(dataset: desk.audit.dataset, unit: first.unit, year: years.upperBound + 40)
    guard let assumptions = assumptions(at: place, desk) else { return }
    var evaluator = Evaluator(desk.model, in: place, assuming: assumptions)
    for row in sheet {
      guard let index = desk.catalogue.indicator(row.code), desk.scope.contains(.indicator(index)),
        let stated = row.forecast ?? row.target, let number = evaluator.computed(index)?.number
      else { continue }
      if let formula = desk.model.graphs[desk.audit.dataset].formulas[index] {
        let inputs = FormulaInputs(formula.expression, &evaluator)
        if !inputs.missing.isEmpty { continue }
      }
      check(row, index, stated, number, desk.model, &desk)
    }
  }

  private func assumptions(at place: Context, _ desk: AuditDesk) -> Assumptions? {
    var seen: Set<String> = []
    let list = sheet.compactMap { row -> Assumption? in
      guard let value = row.forecast ?? row.target, desk.catalogue.indicator(row.code) != nil,
        seen.insert(row.code.uppercased()).inserted
      else { return nil }
      return Assumption(Reference(row.code), .set, value)
    }
    return try? Assumptions(list, model: desk.model, context: place)
  }

  private func check(
    _ row: WorksheetRow, _ index: Int, _ stated: Double, _ number: Double, _ model: FormulaModel,
    _ desk: inout AuditDesk
  ) {
    let decimals = max(WorksheetRowCheck.decimals(stated), 2)
    let agreement = Agreement(number, printed: stated, decimals: decimals)
    desk.count(agreement, .worksheet)
    guard agreement != .agrees else { return }
    let name = row.forecast == nil ? "target" : "perkiraan"
    var finding = desk.finding(
      agreement == .rounding ? .rounding : .wrong, "\(name) \(desk.title(.indicator(index)))", about: row)
    finding.printed = NumberStyle(decimals: decimals...decimals).text(stated)
    finding.printedValue = stated
    finding.computed = .number(number)
    finding.explanation =
      "rumus \(model.graphs[desk.audit.dataset].formulas[index]?.expression.text ?? "") atas baris kertas kerja ini"
      + " memberi \(NumberStyle.plain.text(number))"
    desk.add(finding)
  }
}
