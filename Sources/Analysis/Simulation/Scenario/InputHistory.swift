/// The yearly values of one indicator up to a year.
public struct InputHistory: Hashable, Sendable {
  /// The years with a value, ascending.
  public let years: [Int]
  /// The official values of those years.
  public let values: [Double]

  /// Reads the history of an indicator in the unit and period of a context, up to its year.
  ///
  /// - Complexity: O(years).
  public init(of indicator: Int, model: FormulaModel, in context: Context) {
    var years: [Int] = []
    var values: [Double] = []
    let first = model.years[context.dataset].lowerBound
    if first <= context.year {
      for year in max(first, context.year - 100)...context.year {
        var evaluator = Evaluator(model, in: context.with(year: year))
        guard let value = evaluator.value(of: .indicator(indicator)).number else { continue }
        years.append(year)
        values.append(value)
      }
    }
    self.years = years
    self.values = values
  }

  /// The changes from one year to the very next.
  public var changes: [Double] {
    years.indices.dropFirst().compactMap { place in
      years[place] == years[place - 1] + 1 ? values[place] - values[place - 1] : nil
    }
  }

  /// The least and the greatest value; `nil` unless there are two different ones.
  public var range: ClosedRange<Double>? {
    guard let least = values.min(), let greatest = values.max(), least < greatest else { return nil }
    return least...greatest
  }
}
