/// A scale that gives a value its predicate.
public struct Scale: Hashable, Sendable {
  /// One class of a scale.
  public struct Class: Hashable, Sendable {
    /// The predicate: `A`, `Istimewa`.
    public var label: String
    /// What the predicate means, if the regulation says so: `Sangat Baik`.
    public var meaning: String
    /// Lower end.
    public var lower: Double
    /// Upper end.
    public var upper: Double
    /// Whether the lower end belongs to the class; the upper end always does.
    public var includesLower: Bool

    /// Makes a class.
    public init(
      _ label: String, _ meaning: String = "", from lower: Double, to upper: Double,
      includesLower: Bool = false
    ) {
      self.label = label
      self.meaning = meaning
      self.lower = lower
      self.upper = upper
      self.includesLower = includesLower
    }

    /// Whether a value lies in the class.
    public func contains(_ value: Double) -> Bool {
      value <= upper && (value > lower || (includesLower && value == lower))
    }
  }

  /// What classing a value gave.
  public struct Classification: Hashable, Sendable {
    /// The class, `nil` in a hole of the scale or outside it.
    public var predicate: Class?
    /// The value after rounding, which was classed.
    public var rounded: Double
    /// Whether the value before rounding would have got another class.
    public var isDecidedByRounding: Bool
    /// The next better class.
    public var next: Class?
    /// How much is missing to the next better class; `nil` when there is none.
    public var distanceToNext: Double?
    /// How much the value may fall before it loses its class.
    public var distanceToLoss: Double?
    /// Why there is no predicate; empty when there is one.
    public var reason: String
  }

  /// The name under which `aturan` refers to it.
  public var name: String
  /// The regulation it comes from.
  public var source: String
  /// The year from which it holds.
  public var since: Int
  /// Decimals to which a value is rounded, half away from zero, before it is classed.
  public var places: Int
  /// The classes, best first.
  public var classes: [Class]

  /// Makes a scale.
  public init(name: String, source: String, since: Int, places: Int, classes: [Class]) {
    self.name = name
    self.source = source
    self.since = since
    self.places = places
    self.classes = classes
  }

  /// The class of a value.
  ///
  /// - Parameter value: In the scale's own unit (percent or score).
  /// - Complexity: O(classes).
  public func classify(_ value: Double) -> Classification {
    let rounded = value.roundedHalfAway(places: places)
    let index = classes.firstIndex { $0.contains(rounded) }
    let raw = classes.firstIndex { $0.contains(value) }
    let better = index.map { $0 > 0 ? classes[$0 - 1] : nil } ?? classes.last { $0.lower >= rounded }
    let reason: String
    if index != nil {
      reason = ""
    } else if let top = classes.first, rounded > top.upper {
      reason = "di atas batas skala \(name) (\(NumberStyle.plain.text(top.upper)))"
    } else if let bottom = classes.last, rounded < bottom.lower {
      reason = "di bawah batas skala \(name) (\(NumberStyle.plain.text(bottom.lower)))"
    } else {
      reason = "skala \(name) tidak mencakup \(NumberStyle.plain.text(rounded))"
    }
    return Classification(
      predicate: index.map { classes[$0] }, rounded: rounded,
      isDecidedByRounding: index != nil && raw != index,
      next: better, distanceToNext: better.map { $0.lower - value },
      distanceToLoss: index.map { value - classes[$0].lower }, reason: reason)
  }

  /// The stretches between the least and the greatest end that no class covers at the scale's own rounding.
  public var holes: [ClosedRange<Double>] {
    let step = (0..<places).reduce(1.0) { step, _ in step / 10 }
    var result: [ClosedRange<Double>] = []
    for (upper, lower) in zip(classes, classes.dropFirst()) {
      let start = upper.includesLower ? upper.lower - step : upper.lower
      if start - lower.upper > step / 2 { result.append(lower.upper...upper.lower) }
    }
    return result
  }
}
