/// The stored value of every indicator that has a formula against what the formula gives.
struct FormulaCheck: AuditCheck {
  let title = "nilai tersimpan dan rumusnya"

  func run(_ desk: inout AuditDesk) throws(Problem) {
    let facts = desk.dataset.performance
    let graph = desk.model.graphs[desk.audit.dataset]
    let withFormula = desk.catalogue.indicators.map { $0.formula != nil }
    guard withFormula.contains(true) else { return }
    let decimals = StoredDecimals(facts, of: withFormula)
    for row in 0..<facts.count {
      try desk.step(row, of: facts.count, title)
      let index = Int(facts.subjects[row])
      guard withFormula[index], !facts.actual[row].isNaN else { continue }
      let context = desk.context(of: row, in: facts)
      let figure = FigureKey(.realization, of: .indicator(index), in: context)
      // A row that contradicts an earlier one is not what is used; the conflict is told elsewhere.
      guard desk.scope.contains(unit: context.unit, year: context.year),
        desk.scope.contains(.indicator(index)), desk.model.entry(of: figure)?.row == row
      else { continue }
      check(figure, index, stored: facts.actual[row], decimals: decimals[index], graph, row, &desk)
    }
  }

  private func check(
    _ figure: FigureKey, _ index: Int, stored: Double, decimals: Int, _ graph: DependencyGraph, _ row: Int,
    _ desk: inout AuditDesk
  ) {
    guard let computed = desk.with(figure.context, { $0.computed(index) }) else { return }
    let source = desk.dataset.source(of: row, in: .performance)
    let formula = graph.formulas[index]?.expression.text ?? desk.catalogue.indicators[index].formula ?? ""
    let printed = NumberStyle(decimals: decimals...decimals).text(stored)
    let isOwn = !desk.isOtherLevel(figure.context.unit)
    var unverified = UnverifiedFigure(
      kind: .formula, statement: desk.title(.indicator(index)), context: figure.context, printed: printed,
      formula: formula, reason: computed.reason, place: source)
    guard let number = computed.number else {
      if isOwn { desk.add(unverified) }
      return
    }
    let agreement = Agreement(number, printed: stored, decimals: decimals)
    guard agreement != .agrees else {
      desk.count(.agrees, .formula)
      return
    }
    let inputs = graph.formulas[index].map { found in
      desk.with(figure.context) { FormulaInputs(found.expression, &$0) }
    }
    if let obstacle = inputs?.obstacle {
      unverified.reason = obstacle
      if isOwn { desk.add(unverified) }
      return
    }
    var severity: AuditSeverity = agreement == .rounding ? .rounding : .wrong
    var zeros = ""
    if let exact = inputs?.withoutZeros, let value = desk.with(figure.context, { $0.value(of: exact).number })
    {
      zeros = "tanpa unsur bernilai 0, yang tidak disurvei, hasilnya \(NumberStyle.plain.text(value))"
      if Agreement(value, printed: stored, decimals: decimals) == .agrees { severity = .notice }
    }
    if !isOwn { severity = .notice }
    if severity != .notice { desk.count(agreement, .formula) } else if isOwn { desk.count(.agrees, .formula) }
    var finding = AuditFinding(
      .formula, severity, desk.title(.indicator(index)), in: figure.context, at: source)
    finding.explanation = isOwn ? zeros : "angka tingkat lain; rumus unit ini belum tentu berlaku di sana"
    finding.code = desk.catalogue.indicators[index].code
    finding.printed = printed
    finding.printedValue = stored
    finding.computed = computed
    finding.formula = formula
    if let exact = UnroundedInputs(desk.model, in: figure.context).value(of: index),
      Agreement(exact, printed: stored, decimals: decimals) == .agrees
    {
      finding.causes = [
        "masukan dibulatkan: dengan unsur yang belum dibulatkan hasilnya \(NumberStyle.plain.text(exact)),"
          + " yang dicetak \(printed)"
      ]
    }
    desk.add(finding)
  }
}

/// How many decimals the values of an indicator are stored with: the most that any of its rows needs.
struct StoredDecimals {
  private var decimals: [Int]

  /// Looks at the results and targets of the chosen indicators.
  ///
  /// - Complexity: O(rows).
  init(_ facts: FactTable, of chosen: [Bool]) {
    decimals = Array(repeating: 0, count: chosen.count)
    for row in 0..<facts.count {
      let index = Int(facts.subjects[row])
      guard chosen[index] else { continue }
      for value in [facts.actual[row], facts.planned[row]] where value.isFinite {
        while decimals[index] < 6, Arithmetic.rounded(value, places: Double(decimals[index])) != value {
          decimals[index] += 1
        }
      }
    }
  }

  subscript(indicator: Int) -> Int { decimals[indicator] }
}
