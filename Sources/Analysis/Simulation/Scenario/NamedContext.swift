/// A context by names, which stays the same place when the data are loaded again.
public struct NamedContext: Hashable, Sendable {
  /// The dataset's name.
  public var dataset: String
  /// The unit's name.
  public var unit: String
  /// Calendar year.
  public var year: Int
  /// The period's name; empty for the whole year.
  public var period: String

  /// Makes a place.
  public init(dataset: String, unit: String, year: Int, period: String = "") {
    self.dataset = dataset
    self.unit = unit
    self.year = year
    self.period = period
  }
}

extension FormulaModel {
  /// A context by its names.
  public func named(_ context: Context) -> NamedContext {
    let dataset = dataset(of: context)
    return NamedContext(
      dataset: dataset.name, unit: dataset.units[context.unit], year: context.year,
      period: dataset.periods[Int32(context.period)])
  }

  /// The context that names stand for in what is loaded now.
  ///
  /// - Throws: A data problem when the dataset, the unit or the period is no longer there.
  public func context(named place: NamedContext) throws(Problem) -> Context {
    guard let index = workspace.datasets.firstIndex(where: { $0.name == place.dataset }),
      let unit = workspace.datasets[index].units.number(of: place.unit),
      let period = workspace.datasets[index].periods.number(of: place.period)
    else {
      let words = [place.unit, String(place.year), place.period].filter { !$0.isEmpty }
      throw Problem(
        "asumsi tentang \(words.joined(separator: ", ")) tidak dapat dipakai: datanya tidak dimuat",
        kind: .data,
        expected: "muat \(place.dataset), atau simulasi hapus semua")
    }
    return Context(dataset: index, unit: unit, year: place.year, period: Int16(period))
  }
}
