/// All numbers of one series, as the arithmetic gives them; what may be said from them is for `TrendScope` to
/// decide.
public struct TrendRow: Sendable {
  let layout: TrendLayout
  var numbers: [Double]

  init(layout: TrendLayout) {
    self.layout = layout
    numbers = [Double](repeating: .nan, count: layout.width)
  }

  /// A number that describes the series; not a number where it does not exist.
  public subscript(measure: TrendMeasure) -> Double {
    get { numbers[measure.rawValue] }
    set { numbers[measure.rawValue] = newValue }
  }

  /// Any number of the row; not a number where it does not exist.
  public subscript(column: TrendColumn) -> Double {
    guard let offset = layout.offset(of: column) else { return .nan }
    return numbers[offset]
  }

  /// A measure where it exists.
  func known(_ measure: TrendMeasure) -> Double? {
    let value = self[measure]
    return value.isNaN ? nil : value
  }
}
