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
  /// A direction is named only when both agree with the sign of S.
  init(_ row: TrendRow) {
    let count = row[.count]
    guard count >= 3 else {
      self = .tooFewData
      return
    }
    guard row[.least] < row[.greatest] else {
      self = .constant
      return
    }
    guard count >= 4 else {
      self = .tooFewData
      return
    }
    let exact = row[.kendallExactP]
    let p = exact.isNaN ? row[.kendallNormalP] : exact
    let isRising = row[.theilSenSlope] > 0 && row[.kendallS] > 0
    let isFalling = row[.theilSenSlope] < 0 && row[.kendallS] < 0
    guard p <= TrendVerdict.level, isRising || isFalling else {
      self = .unclear
      return
    }
    self = isRising ? .rising : .falling
  }
}
