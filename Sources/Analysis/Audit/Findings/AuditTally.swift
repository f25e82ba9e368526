/// How many figures were recomputed, and with what outcome.
public struct AuditTally: Hashable, Sendable {
  /// Agrees with what was computed.
  public var agreeing = 0
  /// Off by at most one unit of the last printed digit.
  public var rounding = 0
  /// Does not follow.
  public var wrong = 0
  /// Could not be recomputed.
  public var unverified = 0

  /// Nothing checked.
  public init() {}

  /// All figures looked at: the sum of the outcomes.
  public var checked: Int { agreeing + rounding + wrong + unverified }

  /// Counts one outcome.
  mutating func count(_ agreement: Agreement) {
    switch agreement {
    case .agrees: agreeing += 1
    case .rounding: rounding += 1
    case .wrong: wrong += 1
    }
  }

  /// Adds another tally.
  public static func += (left: inout AuditTally, right: AuditTally) {
    left.agreeing += right.agreeing
    left.rounding += right.rounding
    left.wrong += right.wrong
    left.unverified += right.unverified
  }
}
