/// Finds which values go into a computed target and evaluates it.
struct ForecastPlanner {
  private let worksheet: Worksheet
  private let structure: WorksheetStructure
  private let model: FormulaModel
  private let catalogue: Catalogue
  private let graph: DependencyGraph
  /// The worksheet's year, in a period that holds no facts, so that only what is assumed here counts.
  private let place: Context
  private var before: Evaluator
  private let expected: [Int: Double]

  init(_ worksheet: Worksheet, structure: WorksheetStructure, model: FormulaModel, context: Context) {
    self.worksheet = worksheet
    self.structure = structure
    self.model = model
    let catalogue = model.catalogue(of: context)
    self.catalogue = catalogue
    graph = model.graphs[context.dataset]
    place = context.with(period: -1)
    before = Evaluator(model, in: context.with(year: context.year - 1).with(period: 0))
    var expected: [Int: Double] = [:]
    for component in worksheet.entries.flatMap(\.components) where !structure.isComputed(component.code) {
      guard let index = catalogue.indicator(component.code), let value = component.expected else { continue }
      if expected[index] == nil { expected[index] = value }
    }
    self.expected = expected
  }

  /// What goes into one target.
  private struct Plan {
    var values: [Int: Double] = [:]
    var inputs: [Int] = []
    var held: [Int] = []
    var visited: Set<Int> = []
  }

  /// What the components give for a code of the worksheet.
  mutating func computed(_ code: String) -> WorksheetFigures.Computed {
    guard let root = catalogue.indicator(code) else {
      return nothing("kode \(code) tidak ada dalam katalog")
    }
    guard graph.formulas[root] != nil else { return nothing("\(code) tidak mempunyai rumus") }
    guard isForecast(below: root) else { return nothing(reasonWithoutForecast(root)) }
    let catalogue = catalogue
    var plan = Plan()
    plan.visited.insert(root)
    for input in graph.inputs[root] { self.plan(input, under: root, &plan) }
    let assumptions = plan.values.sorted { $0.key < $1.key }.map { index, value in
      Assumption(Reference(catalogue.indicators[index].code), .set, value)
    }
    let value: Measured
    do {
      var evaluator = Evaluator(
        model, in: place, assuming: try Assumptions(assumptions, model: model, context: place))
      value = evaluator.value(of: FigureKey(.realization, of: .indicator(root), in: place)).measured
    } catch {
      value = .missing(error.message)
    }
    let codes = { (indexes: [Int]) in indexes.map { catalogue.indicators[$0].code } }
    let pairs = plan.held.map { (catalogue.indicators[$0].code, plan.values[$0] ?? .nan) }
    return WorksheetFigures.Computed(
      value: value, inputs: codes(plan.inputs), held: codes(plan.held),
      heldValues: Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
  }

  private func nothing(_ reason: String) -> WorksheetFigures.Computed {
    WorksheetFigures.Computed(value: .missing(reason), inputs: [], held: [], heldValues: [:])
  }

  private func reasonWithoutForecast(_ root: Int) -> String {
    let code = catalogue.indicators[root].code
    return
      "tidak satu pun komponen \(code) mempunyai perkiraan, sehingga targetnya tidak diturunkan dari komponen"
  }

  private func isForecast(below index: Int) -> Bool {
    graph.ancestors(of: index).contains { expected[$0] != nil }
  }

  private mutating func plan(_ index: Int, under parent: Int, _ plan: inout Plan) {
    guard plan.visited.insert(index).inserted else { return }
    if let value = expected[index] {
      plan.values[index] = value
      plan.inputs.append(index)
    } else if graph.formulas[index] != nil, isForecast(below: index) {
      for input in graph.inputs[index] { self.plan(input, under: index, &plan) }
    } else if let value = valueBefore(index) {
      if isLeftOut(index, under: parent) { return }
      plan.values[index] = value
      plan.held.append(index)
    }
  }

  /// The value that a part without a row in the worksheet keeps in a formula; `nil` when it is left out or
  /// unknown.
  mutating func kept(_ index: Int, under parent: Int) -> Double? {
    isLeftOut(index, under: parent) ? nil : valueBefore(index)
  }

  /// Whether a mean leaves an indicator out because it has no row in the worksheet.
  private func isLeftOut(_ index: Int, under parent: Int) -> Bool {
    worksheet.component(catalogue.indicators[index].code) == nil && isAveraged(index, in: parent)
  }

  /// The value of the year before: the worksheet's, else the official one.
  private mutating func valueBefore(_ index: Int) -> Double? {
    if let written = worksheet.component(catalogue.indicators[index].code)?.previousValue { return written }
    return before.value(.realization, of: .indicator(index)).number
  }

  /// Whether a formula reads an indicator only as one of a pattern that it averages.
  private func isAveraged(_ index: Int, in parent: Int) -> Bool {
    guard let formula = graph.formulas[parent] else { return false }
    var isAveraged = false
    formula.expression.visit { part in
      guard case .call(.mean, let arguments) = part.node else { return }
      for case .reference(let reference) in arguments.map(\.node) where reference.isPattern {
        if catalogue.subjects(of: reference).contains(.indicator(index)) { isAveraged = true }
      }
    }
    return isAveraged
  }
}
