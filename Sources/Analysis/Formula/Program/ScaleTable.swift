/// A scale flattened for programs: the number of the text that each stretch of values gets.
struct ScaleTable: Hashable, Sendable {
  private let places: Double
  private let stretches: [(lower: Double, upper: Double, includesLower: Bool, text: Double)]
  private let scale: Scale

  /// Makes a table; `number` gives the number of a text.
  init(_ scale: Scale, number: (String) -> Double) {
    self.scale = scale
    places = Double(scale.places)
    stretches = scale.classes.map { ($0.lower, $0.upper, $0.includesLower, number($0.label)) }
  }

  /// The number of the predicate of a value; NaN in a hole, outside the scale, or when the value is missing.
  func text(of value: Double) -> Double {
    let rounded = Arithmetic.rounded(value, places: places)
    for stretch in stretches where rounded <= stretch.upper {
      if rounded > stretch.lower || (stretch.includesLower && rounded == stretch.lower) {
        return stretch.text
      }
    }
    return .nan
  }

  static func == (left: ScaleTable, right: ScaleTable) -> Bool { left.scale == right.scale }

  func hash(into hasher: inout Hasher) { hasher.combine(scale) }
}
