/// Achievement (capaian) of a result against its target.
public enum Achievement {
  /// Achievement in percent, before any cap.
  ///
  /// Higher is better: result ÷ target × 100. Lower is better: (2 × target − result) ÷ target × 100
  /// (PermenPAN-RB 8/2021, special condition).
  ///
  /// - Parameters:
  ///   - actual: The result.
  ///   - target: The target.
  ///   - direction: Which way is better.
  /// - Returns: Missing when target and result are both 0 (not measured, left out of means) or when only the
  ///   target is 0.
  public static func percent(actual: Double, target: Double, direction: Direction) -> Measured {
    guard target != 0 else {
      return .missing(
        actual == 0
          ? "tidak diukur: target dan realisasi 0" : "target 0 sehingga capaian tidak dapat dihitung")
    }
    switch direction {
    case .rising: return .value(actual / target * 100)
    case .falling: return .value((2 * target - actual) / target * 100)
    }
  }

  /// An achievement limited to a cap; a negative one counts as 0.
  public static func limited(_ percent: Double, to cap: Double) -> Double {
    min(max(percent, 0), cap)
  }

  /// Absorption in percent: spending ÷ ceiling × 100.
  ///
  /// - Returns: Missing when the ceiling is 0.
  public static func absorption(spending: Double, ceiling: Double) -> Measured {
    guard ceiling != 0 else {
      return .missing(spending == 0 ? "pagu dan realisasi 0" : "pagu 0 sehingga serapan tidak dapat dihitung")
    }
    return .value(spending / ceiling * 100)
  }
}
