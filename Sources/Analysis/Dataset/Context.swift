/// Which unit, year and period a value is asked for.
public struct Context: Hashable, Sendable {
  /// Index of the dataset in ``Workspace/datasets``.
  public var dataset: Int
  /// Number of the unit in that dataset.
  public var unit: Int32
  /// Calendar year.
  public var year: Int
  /// Number of the period in that dataset; 0 is the whole year.
  public var period: Int16

  /// Makes a context.
  public init(dataset: Int, unit: Int32, year: Int, period: Int16 = 0) {
    self.dataset = dataset
    self.unit = unit
    self.year = year
    self.period = period
  }

  /// The key of a subject's fact in this context.
  public func key(_ subject: Int) -> FactTable.Key {
    FactTable.Key(unit: unit, subject: Int32(subject), year: Int16(clamping: year), period: period)
  }

  /// The same context in another year.
  public func with(year: Int) -> Context {
    var copy = self
    copy.year = year
    return copy
  }

  /// The same context in another period of the same dataset.
  public func with(period: Int16) -> Context {
    var copy = self
    copy.period = period
    return copy
  }
}
