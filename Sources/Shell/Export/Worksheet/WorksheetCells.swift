import Analysis

/// The formulas of a worksheet's cells, with the row of every code.
struct WorksheetCells {
  private let figures: WorksheetFigures
  private let worksheet: Worksheet
  private let catalogue: Catalogue
  private let graph: DependencyGraph
  private var rows: [Int: Int] = [:]
  private let style = WorksheetAnswer.style

  init(chosen: ChosenWorksheet, firstRow: Int) {
    figures = chosen.figures
    worksheet = chosen.worksheet
    catalogue = chosen.figures.model.catalogue(of: chosen.context)
    graph = chosen.figures.model.graphs[chosen.context.dataset]
    var row = firstRow
    for entry in worksheet.entries {
      for code in [entry.code] + figures.structure.tree(of: entry.code).map(\.code) {
        if let index = catalogue.indicator(code), rows[index] == nil { rows[index] = row }
        row += 1
      }
    }
  }

  private func cell(_ column: WorksheetColumn, _ code: String) -> String? {
    catalogue.indicator(code).flatMap { rows[$0] }.map {
      CellReference(row: $0, column: column.rawValue).text
    }
  }

  /// The target: set by hand, or the rounded value of the components.
  func target(_ entry: WorksheetEntry) -> WorkbookSheet.Content {
    if let target = entry.target { return .number(target, style) }
    guard let target = figures.target(of: entry), let computed = cell(.computed, entry.code) else {
      return .blank
    }
    return .formula("ROUND(\(computed),2)", cached: target, style)
  }

  /// Target less what the components give.
  func difference(_ entry: WorksheetEntry) -> WorkbookSheet.Content {
    guard let target = cell(.target, entry.code), let computed = cell(.computed, entry.code) else {
      return .blank
    }
    let places = figures.target(of: entry).map { Worksheet.places(of: $0) } ?? 2
    let formula =
      "IF(AND(ISNUMBER(\(target)),ISNUMBER(\(computed))),ROUND(\(target)-ROUND(\(computed),\(places)),10),\"\")"
    guard let difference = figures.difference(of: entry) else { return .textFormula(formula, cached: "") }
    return .formula(formula, cached: difference, style.signed)
  }

  /// The expected value of a component.
  func forecast(_ component: WorksheetComponent, isComputed: Bool) -> WorkbookSheet.Content {
    if isComputed {
      if let written = component.forecast { return .number(written, style) }
      guard let computed = cell(.computed, component.code) else { return .blank }
      guard let value = figures.computed(component.code)?.value.value else {
        return .textFormula("IF(ISNUMBER(\(computed)),\(computed),\"\")", cached: "")
      }
      return .formula(computed, cached: value, style)
    }
    let before = component.previousValue.flatMap { before in
      component.gain.map { WorksheetComponent.sum(before, $0) }
    }
    if let written = component.forecast, written != before { return .number(written, style) }
    guard let previous = cell(.previousValue, component.code), let gain = cell(.gain, component.code) else {
      return .blank
    }
    guard let expected = component.expected else {
      return .textFormula(
        "IF(AND(ISNUMBER(\(previous)),ISNUMBER(\(gain))),ROUND(\(previous)+\(gain),10),\"\")", cached: "")
    }
    return .formula("ROUND(\(previous)+\(gain),10)", cached: expected, style)
  }

  /// What the components give.
  func computed(_ code: String) -> WorkbookSheet.Content {
    guard let index = catalogue.indicator(code), let formula = graph.formulas[index],
      let text = SpreadsheetFormula(operand: { operand($0, under: index) }, catalogue: catalogue).text(
        formula.expression)
    else { return figures.computed(code)?.value.value.map { .number($0, style) } ?? .blank }
    if let value = figures.computed(code)?.value.value { return .formula(text, cached: value, style) }
    let leaves = graph.ancestors(of: index).compactMap { leaf -> String? in
      let code = catalogue.indicators[leaf].code
      return rows[leaf] != nil && !figures.structure.isComputed(code) ? cell(.forecast, code) : nil
    }
    guard !leaves.isEmpty, leaves.count < 250 else { return .blank }
    return .textFormula("IF(COUNT(\(leaves.joined(separator: ",")))=0,\"\",\(text))", cached: "")
  }

  /// What stands for an indicator in a formula: its cell, what it kept from the year before, or its own
  /// formula.
  private func operand(_ index: Int, under parent: Int) -> String? {
    let code = catalogue.indicators[index].code
    if rows[index] != nil, worksheet.component(code) != nil || worksheet.entryIndex(code) != nil {
      let column: WorksheetColumn = figures.structure.isComputed(code) ? .computed : .forecast
      guard let now = cell(column, code), let before = cell(.previousValue, code) else { return nil }
      let isKnown =
        figures.structure.isComputed(code)
        ? figures.computed(code)?.value.value != nil : worksheet.component(code)?.expected != nil
      return isKnown ? now : "IF(ISNUMBER(\(now)),\(now),\(before))"
    }
    if let formula = graph.formulas[index], graph.ancestors(of: index).contains(where: { rows[$0] != nil }) {
      return SpreadsheetFormula(operand: { operand($0, under: index) }, catalogue: catalogue).text(
        formula.expression
      )
      .map { "(\($0))" }
    }
    return figures.kept(index, under: parent).map { SpreadsheetFormula.number($0) }
  }
}
