/// What a series of a given length allows one to say; the one place where that is decided.
public struct TrendScope: Hashable, Sendable {
  /// Something that might be said about a series.
  public enum Statement: Int, CaseIterable, Hashable, Sendable {
    /// The value itself, its achievement and the distance to the target.
    case value
    /// The difference, the percentage and the yearly rate between two years.
    case change
    /// A slope, a range and the projection of a line.
    case slope
    /// R², the error of a line and an 80 % interval by Student's t.
    case interval80
    /// The probability of reaching a target.
    case targetProbability
    /// p-values: of the slope by t, of the ordering by Mann–Kendall.
    case probabilityOfChance
    /// A direction and the word "signifikan", where the exact test allows it.
    case direction
    /// A 95 % interval by Student's t.
    case interval95
    /// A distribution-free 80 % interval of the slope, and intervals of the methods other than least squares.
    case rankInterval80
    /// Forecast errors measured by hindcast.
    case hindcast
    /// Smoothing with fixed, stated parameters.
    case smoothing
    /// Damped smoothing with fixed, stated parameters.
    case dampedSmoothing
    /// A distribution-free 95 % interval of the slope.
    case rankInterval95
  }

  /// The number of comparable measured years.
  public let count: Int

  /// Makes the scope of a number of measured years.
  public init(count: Int) {
    self.count = count
  }

  /// The least number of measured years for a statement.
  public static func leastCount(for statement: Statement) -> Int {
    switch statement {
    case .value: 1
    case .change: 2
    case .slope, .interval80, .targetProbability: 3
    case .probabilityOfChance, .direction, .interval95, .rankInterval80, .hindcast, .smoothing: 4
    case .dampedSmoothing, .rankInterval95: 5
    }
  }

  /// Whether the statement may be made.
  public func permits(_ statement: Statement) -> Bool {
    count >= TrendScope.leastCount(for: statement)
  }

  /// Everything that may be said, in order of what it asks of the data.
  public var permitted: [Statement] { Statement.allCases.filter(permits) }

  /// Everything that may not be said.
  public var refused: [Statement] { Statement.allCases.filter { !permits($0) } }

  /// Why the statement may not be made, as an Indonesian clause; nothing when it may.
  public func reason(against statement: Statement) -> String? {
    guard !permits(statement) else { return nil }
    switch count {
    case ...0: return "tidak ada nilai yang terukur"
    case 1: return "satu titik tidak menunjukkan arah apa pun"
    case 2: return "dua titik selalu membentuk garis"
    default: return reasonForShortSeries(statement)
    }
  }

  private func reasonForShortSeries(_ statement: Statement) -> String {
    switch statement {
    case .probabilityOfChance, .direction:
      "dengan tiga titik nilai p eksak tidak pernah di bawah 1/3"
    case .interval95:
      "dengan tiga titik hanya ada 1 derajat bebas: selang 95 % selebar 23 kali galat baku"
    case .rankInterval80:
      "dengan tiga titik selang bebas sebaran yang terlebar hanya bertingkat 66,7 %"
    case .rankInterval95:
      count == 4
        ? "dengan empat titik selang bebas sebaran yang terlebar hanya bertingkat 91,7 %"
        : "dengan tiga titik selang bebas sebaran yang terlebar hanya bertingkat 66,7 %"
    case .hindcast:
      "uji mundur memerlukan tiga titik awal dan sedikitnya satu titik sesudahnya"
    case .smoothing, .dampedSmoothing:
      "pemulusan memerlukan sedikitnya \(TrendScope.leastCount(for: statement)) titik"
    case .value, .change, .slope, .interval80, .targetProbability:
      "memerlukan sedikitnya \(TrendScope.leastCount(for: statement)) titik"
    }
  }

  /// A value if the statement may be made and the value exists, otherwise the reason.
  func finding<Value>(_ statement: Statement, _ value: Value?, otherwise: String) -> Finding<Value> {
    if let reason = reason(against: statement) { return .withheld(reason) }
    guard let value else { return .withheld(otherwise) }
    return .known(value)
  }
}
