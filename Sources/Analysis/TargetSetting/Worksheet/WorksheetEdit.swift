/// What a planner enters for one key indicator or component.
public struct WorksheetEdit: Hashable, Sendable {
  /// A number to be written, or to be taken out.
  public enum Entry: Hashable, Sendable {
    /// The number becomes this.
    case number(Double)
    /// Nothing stands there any more; a target then follows the components.
    case cleared

    /// The number; `nil` when it is taken out.
    public var value: Double? {
      if case .number(let value) = self { return value }
      return nil
    }
  }

  /// Value of the year before: a component's value or a key indicator's result.
  public var previous: Entry?
  /// Target of the year before; key indicators only.
  public var previousTarget: Entry?
  /// Expected gain over the year before.
  public var gain: Entry?
  /// Expected value; components only.
  public var forecast: Entry?
  /// Target; key indicators only.
  public var target: Entry?
  /// Follow-up actions that replace the earlier ones.
  public var followUps: [String]?
  /// Follow-up actions that are added.
  public var addedFollowUps: [String] = []
  /// The reasoning.
  public var reasoning: String?
  /// The programmes it hangs on; key indicators only.
  public var programmes: String?

  /// No change.
  public init() {}

  /// Whether nothing is entered.
  public var isEmpty: Bool { self == WorksheetEdit() }
}

extension Worksheet {
  /// Writes an entry; a component that the formulas know but the worksheet lacks is added.
  ///
  /// - Parameters:
  ///   - edit: What is entered.
  ///   - code: The code of a key indicator or component, as the catalogue spells it.
  ///   - model: The formulas of the measurement.
  ///   - context: A context of the worksheet's unit.
  /// - Throws: A usage problem when the code has no place in the worksheet, the entry does not belong to it,
  /// or a
  ///   value lies outside the indicator's bounds. The worksheet is then unchanged.
  public mutating func apply(
    _ edit: WorksheetEdit, to code: String, model: FormulaModel, context: Context
  ) throws(Problem) {
    let editor = WorksheetEditor(model: model, context: context.with(year: key.year).with(period: 0))
    self = try editor.applied(edit, to: code, in: self)
  }

  /// Checks that every number lies within the bounds of its indicator.
  ///
  /// - Throws: A usage problem that names the first that does not.
  public func checkBounds(model: FormulaModel, context: Context) throws(Problem) {
    let editor = WorksheetEditor(model: model, context: context.with(year: key.year).with(period: 0))
    for entry in entries {
      try editor.check(entry.target, of: entry.code, "target")
      try editor.check(entry.previousActual, of: entry.code, "realisasi")
      try editor.check(entry.previousTarget, of: entry.code, "target_sebelum")
      for component in entry.components {
        try editor.check(component.expected, of: component.code, "perkiraan")
        try editor.check(component.previousValue, of: component.code, "nilai")
      }
    }
  }
}
