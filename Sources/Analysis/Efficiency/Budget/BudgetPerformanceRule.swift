/// One vintage of the finance minister's rules on budget performance.
///
/// The rules bind ministries; a local government that uses them adopts a method and names its vintage.
public struct BudgetPerformanceRule: Hashable, Sendable {
  /// The weights of the four aspects of implementation, in percent; they sum to 100.
  public struct Weights: Hashable, Sendable {
    /// Absorption (penyerapan).
    public var absorption: Double
    /// Consistency between plan and execution (konsistensi).
    public var consistency: Double
    /// Achievement of outputs (capaian keluaran).
    public var output: Double
    /// The efficiency score NE.
    public var efficiency: Double
  }

  /// The name by which it is chosen: `214/2017`.
  public var name: String
  /// The regulation in full.
  public var source: String
  /// The first year in which it holds.
  public var since: Int
  /// The last year in which it held; `nil` while it holds.
  public var until: Int?
  /// E at which the score is 0 (negative) and 100 (positive), in percent.
  public var bound: Double
  /// The weights of the aspects, where the regulation's text at hand gives them.
  public var weights: Weights?

  /// Every vintage, oldest first.
  public static let all: [BudgetPerformanceRule] = [
    BudgetPerformanceRule(
      name: "214/2017", source: "PMK 214/PMK.02/2017", since: 2017, until: 2020, bound: 20, weights: nil),
    BudgetPerformanceRule(
      name: "22/2021", source: "PMK 22/PMK.02/2021", since: 2021, until: 2023, bound: 20,
      weights: Weights(absorption: 9.7, consistency: 18.2, output: 43.5, efficiency: 28.6)),
  ]

  /// The vintage with a name (`22/2021`).
  ///
  /// - Throws: A rule `Problem` with the names that are known.
  public static func named(_ name: String) throws(Problem) -> BudgetPerformanceRule {
    if let rule = all.first(where: { $0.name == name || $0.source == name }) { return rule }
    throw Problem(
      "aturan PMK “\(name)” tidak dikenal", kind: .rule,
      expected: "salah satu dari \(all.map(\.name).joined(separator: ", "))",
      suggestions: Suggestion.nearest(to: name, among: all.map(\.name)))
  }

  /// The vintage that a year's figures are measured by: the last one that had begun.
  ///
  /// - Throws: A rule `Problem` for years before the first.
  public static func inForce(_ year: Int) throws(Problem) -> BudgetPerformanceRule {
    if let rule = all.last(where: { $0.since <= year }) { return rule }
    throw Problem(
      "tidak ada aturan efisiensi PMK untuk tahun \(year)", kind: .rule,
      expected: "tahun 2017 atau sesudahnya")
  }

  /// What a report must say when it uses the rule for a year.
  public func note(year: Int) -> String {
    var text = "\(source), metode yang diadopsi (mengikat kementerian/lembaga, bukan pemerintah daerah)"
    if let until, year > until {
      text += "; rumus ini tidak berlaku lagi bagi kementerian/lembaga sejak \(until + 1) (PMK 62/2023)"
    }
    return text
  }

  /// The efficiency score before it is limited: NE = 50 + E ÷ bound × 50, in percent.
  public func unclampedScore(efficiency: Double) -> Double { 50 + efficiency / bound * 50 }

  /// The efficiency score limited to 0–100.
  public func score(efficiency: Double) -> Double { min(max(unclampedScore(efficiency: efficiency), 0), 100) }

  /// The efficiency E that a score between 0 and 100 stands for.
  ///
  /// - Returns: Missing at 0 and 100, which stand for any E beyond the bounds, and outside them.
  public func efficiency(score: Double) -> Measured {
    guard score > 0, score < 100 else {
      return .missing("NE \(NumberStyle.plain.text(score)) tidak menentukan E")
    }
    return .value((score - 50) * bound / 50)
  }

  /// The value of the implementation aspect from its four parts, in percent.
  ///
  /// - Throws: A rule `Problem` when this vintage's weights are not known.
  public func implementation(
    absorption: Double, consistency: Double, output: Double, efficiencyScore: Double
  ) throws(Problem) -> Double {
    guard let weights else {
      throw Problem(
        "bobot aspek implementasi \(source) tidak tersedia", kind: .rule, expected: "gunakan aturan 22/2021")
    }
    let sum =
      weights.absorption * absorption + weights.consistency * consistency
      + weights.output * output + weights.efficiency * efficiencyScore
    return sum / 100
  }
}
