/// Where a series is heading, as far as it can be known.
public struct TrendVerdict: Hashable, Sendable {
  /// The direction words.
  public enum Direction: Int, CaseIterable, Hashable, Sendable {
    /// Fewer than three values, or three that differ.
    case tooFewData
    /// At least three values, all equal.
    case constant
    case rising
    case falling
    /// Enough values, but their order could well be chance.
    case unclear

    /// The word a reader sees.
    public var word: String {
      switch self {
      case .tooFewData: "data kurang"
      case .constant: "tetap"
      case .rising: "naik"
      case .falling: "turun"
      case .unclear: "tidak jelas"
      }
    }
  }

  /// The greatest two-sided p at which a direction is named.
  public static let level = 0.1

  /// The direction.
  public let direction: Direction
  /// What it rests on, as an Indonesian clause.
  public let reason: String
}

extension TrendVerdict.Direction {
  /// Decides from the exact p (the normal one above ten values) and the sign of the Theil–Sen slope.
  ///
  /// A direction is named only when the slope also agrees with the sign of S.
  init(count: Int, isConstant: Bool, p: Double, s: Int, slope: Double) {
    guard count >= 3 else {
      self = .tooFewData
      return
    }
    guard !isConstant else {
      self = .constant
      return
    }
    guard count >= TrendScope.leastCount(for: .direction) else {
      self = .tooFewData
      return
    }
    let isRising = slope > 0 && s > 0
    let isFalling = slope < 0 && s < 0
    guard p <= TrendVerdict.level, isRising || isFalling else {
      self = .unclear
      return
    }
    self = isRising ? .rising : .falling
  }
}
