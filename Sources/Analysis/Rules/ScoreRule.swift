/// How the organisational score (PKO, its value NKO) is made from capped achievements.
public struct ScoreRule: Hashable, Sendable {
  /// The regulation it comes from.
  public var source: String
  /// The limit of the normalised achievement, in percent.
  public var cap: Double
  /// The indicator whose predicate decides the correction.
  public var indicator: String
  /// The correction in percent for each predicate; a predicate that is not listed is not covered.
  public var corrections: [String: Double]
  /// The scale that gives the score its predicate.
  public var scale: String

  /// Makes a rule.
  public init(source: String, cap: Double, indicator: String, corrections: [String: Double], scale: String) {
    self.source = source
    self.cap = cap
    self.indicator = indicator
    self.corrections = corrections
    self.scale = scale
  }

  /// The correction for a predicate of the deciding indicator, in percent.
  ///
  /// - Throws: A rule problem when the regulation's rate for the predicate is not known.
  public func correction(for predicate: String) throws(Problem) -> Double {
    if let rate = corrections[predicate] { return rate }
    let known = corrections.keys.sorted().map { "\($0) \(NumberStyle.plain.text(corrections[$0] ?? 0))%" }
    throw Problem(
      "koreksi PKO untuk predikat \(indicator) “\(predicate)” tidak diketahui dari \(source)", kind: .rule,
      expected:
        "isi baris koreksi.\(predicate) dalam aturan.csv; yang diketahui: \(known.joined(separator: ", "))")
  }

  /// One indicator's share in the score.
  public struct Share: Hashable, Sendable {
    /// (1) Achievement limited to the cap, in percent.
    public var normalised: Double
    /// (2) What the predicate takes away, in percentage points.
    public var correction: Double
    /// (3) = (1) − (2).
    public var final: Double
  }

  /// The share of an achievement under a correction rate.
  public func share(of achievement: Double, rate: Double) -> Share {
    let normalised = Achievement.limited(achievement, to: cap)
    let correction = normalised * rate / 100
    return Share(normalised: normalised, correction: correction, final: normalised - correction)
  }
}
