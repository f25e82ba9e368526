extension Scale {
  /// The classes of the scale as intervals of values before rounding and before a cap, best first.
  ///
  /// A value lies in the interval of a class exactly when ``classify(_:)`` gives it that class after the cap, so that
  /// counting trials needs comparisons only.
  ///
  /// - Parameter cap: The cap that values are limited to before they are classed; negative ones then count as 0.
  public func trialClasses(cap: Double? = nil) -> [TrialClass] {
    func label(_ value: Double) -> String? {
      classify(cap.map { Achievement.limited(value, to: $0) } ?? value).predicate?.label
    }
    let step = (0..<places).reduce(1.0) { step, _ in step / 10 }
    let far = 1e6 + (classes.map { abs($0.upper) }.max() ?? 0)
    return classes.map { item in
      func edge(_ outside: Double, _ end: Double) -> Double {
        if label(end) == item.label { return end > 0 ? .infinity : -.infinity }
        var (known, beyond) = (item.lower + (item.upper - item.lower) / 2, outside)
        while true {
          let middle = known + (beyond - known) / 2
          guard middle != known, middle != beyond else { return known }
          if label(middle) == item.label { known = middle } else { beyond = middle }
        }
      }
      return TrialClass(
        name: item.label, lower: edge(item.lower - 2 * step, -far), upper: edge(item.upper + 2 * step, far))
    }
  }
}
