/// Everything that may be said about the trend of one series, and why the rest may not.
///
/// The trend is that of the last segment: values before a break are kept out of every number here.
public struct TrendAnalysis: Sendable {
  /// The series as given.
  public let series: YearlySeries
  /// The part of the series that was analysed.
  public let segment: SeriesSegment
  /// What the number of measured years allows.
  public let scope: TrendScope
  /// The direction and what it rests on.
  public let verdict: TrendVerdict
  /// Level, extremes and changes; nothing when no year was measured.
  public let growth: SeriesGrowth?
  /// The least-squares line.
  public let linear: Finding<LinearTrend>
  /// The Theil–Sen line.
  public let theilSen: Finding<TheilSenTrend>
  /// The test of the ordering.
  public let mannKendall: Finding<MannKendallTest>
  /// All numbers as computed, without regard to what may be said.
  public let row: TrendRow

  let kernel: TrendKernel

  /// The farthest year that is projected, counted from the last measured one.
  public static let farthestYear = 5

  /// Analyses a series.
  ///
  /// - Complexity: O(n⁴) at worst for n measured years, which are few; some microseconds for five.
  public init(_ series: YearlySeries) {
    let segment = series.lastSegment
    let scope = TrendScope(count: segment.count)
    let kernel = TrendKernel(years: segment.years, horizon: TrendAnalysis.farthestYear, bounds: series.bounds)
    let row = kernel.row(segment.values)
    let reason = TrendAnalysis.reasonForNoError(segment)
    self.series = series
    self.segment = segment
    self.scope = scope
    self.kernel = kernel
    self.row = row
    growth = SeriesGrowth(segment, row, scope)
    linear = scope.finding(.slope, LinearTrend(row, scope, without: reason), otherwise: reason)
    theilSen = scope.finding(
      .slope, TheilSenTrend(row, kernel.design, scope, without: reason), otherwise: reason)
    mannKendall = scope.finding(
      .probabilityOfChance, segment.isConstant ? nil : MannKendallTest(row, scope), otherwise: reason)
    verdict = TrendVerdict(row, scope, mannKendall.value)
  }

  /// Why there is no error, no p and no interval although there are enough values.
  static func reasonForNoError(_ segment: SeriesSegment) -> String {
    segment.isConstant
      ? "deret konstan: semua nilai sama, sehingga tidak ada ragam untuk R², p, atau selang"
      : "semua titik tepat pada satu garis: galatnya nol dan itu bukan ukuran kepastian"
  }

  /// Whether the word "signifikan" may be used: the direction is known and the deciding p is at most the
  /// level.
  public func isSignificant(level: Double = 0.05) -> Bool {
    guard let test = mannKendall.value else { return false }
    return (verdict.direction == .rising || verdict.direction == .falling) && test.p <= level
  }
}

extension TrendVerdict {
  init(_ row: TrendRow, _ scope: TrendScope, _ test: MannKendallTest?) {
    let direction = Direction(rawValue: Int(row[.direction])) ?? .tooFewData
    self.direction = direction
    switch direction {
    case .tooFewData:
      reason = scope.reason(against: .direction) ?? "data tidak cukup"
    case .constant:
      reason = "semua nilai sama (konstan)"
    case .rising, .falling, .unclear:
      let kind = test?.isExact ?? false ? "eksak" : "hampiran normal"
      let p = NumberStyle.probability.text(test?.p ?? .nan)
      let isLow = (test?.p ?? 1) <= TrendVerdict.level
      reason =
        direction == .unclear && isLow
        ? "nilai p \(kind) \(p), tetapi kemiringan Theil–Sen tidak searah"
        : "nilai p \(kind) \(p) \(isLow ? "tidak lebih" : "lebih") dari 0,10"
    }
  }
}
