@testable import Analysis

/// Datasets of a few facts, made in memory.
struct SmallDataset {
  var indicators: [Indicator] = []
  var settings: [Dataset.Setting] = []
  private var units = SymbolTable()
  private var periods = SymbolTable([""])
  private var facts = FactTable()

  /// Adds results of an indicator over consecutive years; `nil` leaves a year out.
  mutating func add(_ code: String, unit: String = "Kecamatan A", from year: Int, _ values: [Double?]) {
    for (offset, value) in values.enumerated() {
      guard let value else { continue }
      fact(code, year + offset, unit: unit, planned: .nan, actual: value)
    }
  }

  /// Adds one fact.
  mutating func fact(
    _ code: String, _ year: Int, unit: String = "Kecamatan A", period: String = "", planned: Double,
    actual: Double = .nan
  ) {
    if !indicators.contains(where: { $0.code == code }) {
      indicators.append(Indicator(code: code, measure: "nilai"))
    }
    let number = indicators.firstIndex { $0.code == code } ?? 0
    facts.append(
      FactTable.Key(
        unit: units.intern(unit), subject: Int32(number), year: Int16(year),
        period: Int16(periods.intern(period))),
      planned: planned, actual: actual)
  }

  /// The dataset.
  func dataset(_ name: String = "uji") -> Dataset {
    Dataset(
      name: name, catalogue: Catalogue(indicators: indicators), units: units, periods: periods,
      performance: facts,
      settings: settings)
  }

  /// An evaluator over this dataset alone.
  func evaluator(year: Int, assuming: [Assumption] = []) throws -> Evaluator {
    var workspace = Workspace()
    workspace.add(dataset())
    let model = try FormulaModel(workspace)
    let context = Context(dataset: 0, unit: 0, year: year)
    return Evaluator(
      model, in: context, assuming: try Assumptions(assuming, model: model, context: context))
  }
}
