/// What the components of a worksheet give, by the same formulas as the measurement.
///
/// Nothing of the worksheet's own year is read: an index is made from the expected values in the worksheet. A
/// part
/// of a sum that the worksheet does not forecast keeps its value of the year before, and the result says so;
/// a
/// service that is not in the worksheet is left out of the mean of services.
public struct WorksheetFigures: Sendable {
  /// A value computed from components.
  public struct Computed: Hashable, Sendable {
    /// The value; missing with the reason when no component has an expected value.
    public var value: Measured
    /// The codes of the components whose expected values went into it.
    public var inputs: [String]
    /// The codes that kept their value of the year before, because nothing is expected of them.
    public var held: [String]
    /// The official value of the year before of what is held, by code.
    public var heldValues: [String: Double]
  }

  /// The worksheet.
  public let worksheet: Worksheet
  /// Which component is part of which.
  public let structure: WorksheetStructure
  /// The formulas.
  public let model: FormulaModel
  /// The worksheet's unit and year.
  public let context: Context
  private let results: [String: Computed]

  /// Computes everything that formulas give.
  ///
  /// - Parameters:
  ///   - worksheet: The worksheet.
  ///   - model: The formulas of the measurement.
  ///   - context: A context of the worksheet's unit; its year does not matter.
  public init(_ worksheet: Worksheet, model: FormulaModel, context: Context) {
    let place = context.with(year: worksheet.key.year).with(period: 0)
    let structure = WorksheetStructure(worksheet, model: model, context: place)
    self.worksheet = worksheet
    self.structure = structure
    self.model = model
    self.context = place
    var results: [String: Computed] = [:]
    var planner = ForecastPlanner(worksheet, structure: structure, model: model, context: place)
    for code in worksheet.codes where results[code] == nil {
      guard worksheet.entryIndex(code) != nil || structure.isComputed(code) else { continue }
      results[code] = planner.computed(code)
    }
    self.results = results
  }

  /// What the components give for a key indicator or a computed component; `nil` for others.
  public func computed(_ code: String) -> Computed? { results[code] }

  /// The target of a key indicator: the one set by hand, else what the components give, rounded to two
  /// decimals.
  public func target(of entry: WorksheetEntry) -> Double? {
    entry.target ?? computed(entry.code)?.value.value.map { $0.roundedHalfAway(places: 2) }
  }

  /// What is expected of a component: as written, or what its own components give.
  public func expected(of component: WorksheetComponent) -> Double? {
    if structure.isComputed(component.code) {
      return component.forecast ?? computed(component.code)?.value.value
    }
    return component.expected
  }

  /// Target less what the components give, this rounded to the target's decimals; `nil` unless both are
  /// there.
  public func difference(of entry: WorksheetEntry) -> Double? {
    guard let target = target(of: entry), let computed = computed(entry.code)?.value.value else { return nil }
    return WorksheetComponent.sum(target, -computed.roundedHalfAway(places: Worksheet.places(of: target)))
  }

  /// The value of the year before that a part without a row in the worksheet keeps in a formula.
  ///
  /// - Parameters:
  ///   - index: The part, by its place in the catalogue.
  ///   - parent: The indicator whose formula reads it.
  /// - Returns: `nil` when the formula leaves it out or it has no value.
  public func kept(_ index: Int, under parent: Int) -> Double? {
    var planner = ForecastPlanner(worksheet, structure: structure, model: model, context: context)
    return planner.kept(index, under: parent)
  }

  /// The indicator with a code.
  public func indicator(_ code: String) -> Indicator? {
    let catalogue = model.catalogue(of: context)
    return catalogue.indicator(code).map { catalogue.indicators[$0] }
  }
}
