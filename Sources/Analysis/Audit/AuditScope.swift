/// What an audit looks at.
public struct AuditScope: Hashable, Sendable {
  /// Units by number; `nil` means every unit of the dataset.
  public var units: Set<Int32>?
  /// Calendar years; `nil` means all.
  public var years: ClosedRange<Int>?
  /// Indicators and nodes; `nil` means all. A subject stands for everything that names it.
  public var subjects: Set<Catalogue.Subject>?

  /// Makes a scope; by default everything.
  public init(
    units: Set<Int32>? = nil, years: ClosedRange<Int>? = nil, subjects: Set<Catalogue.Subject>? = nil
  ) {
    self.units = units
    self.years = years
    self.subjects = subjects
  }

  /// Whether a unit and year are looked at.
  func contains(unit: Int32, year: Int) -> Bool {
    (units?.contains(unit) ?? true) && (years?.contains(year) ?? true)
  }

  /// Whether a subject is looked at.
  func contains(_ subject: Catalogue.Subject) -> Bool { subjects?.contains(subject) ?? true }
}
