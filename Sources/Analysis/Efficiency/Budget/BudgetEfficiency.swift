/// Efficiency by the finance minister's rules: what the achieved outputs would have been worth at their ceilings
/// against what was spent.
public struct BudgetEfficiency: Hashable, Sendable {
  /// One output with its budget.
  public struct Item: Hashable, Sendable {
    /// The output's or programme's name, for messages.
    public var name: String
    /// Ceiling (pagu), in rupiah.
    public var ceiling: Double?
    /// Spending (realisasi), in rupiah; negative after a correction larger than the spending.
    public var spending: Double?
    /// Achievement of the output in percent, not capped.
    public var achievement: Double?

    /// Makes an item.
    public init(_ name: String, ceiling: Double?, spending: Double?, achievement: Double?) {
      self.name = name
      self.ceiling = ceiling
      self.spending = spending
      self.achievement = achievement
    }
  }

  /// The vintage of the rule.
  public let rule: BudgetPerformanceRule
  /// Σ (ceiling × achievement − spending), in rupiah.
  public let numerator: Double
  /// Σ ceiling × achievement, in rupiah.
  public let denominator: Double
  /// E in percent.
  public let efficiency: Double
  /// NE before it is limited.
  public let unclampedScore: Double
  /// NE, 0 to 100.
  public let score: Double
  /// Whether E lies outside the rule's bounds, so that NE was limited.
  public var isClamped: Bool { score != unclampedScore }

  /// Computes E and NE.
  ///
  /// - Throws: A `Problem` that names the item when a figure is missing, a ceiling or an achievement is negative,
  ///   when nothing was achieved at any ceiling, or when the achievements are just the absorption rates.
  public init(_ items: [Item], rule: BudgetPerformanceRule) throws(Problem) {
    var worth = 0.0
    var spent = 0.0
    for item in items {
      let figures = try Self.figures(item)
      worth += figures.ceiling * (figures.achievement / 100)
      spent += figures.spending
    }
    if let reason = AbsorptionGuard.reason(items) {
      throw Problem(reason, kind: .rule, expected: Self.expected)
    }
    guard worth > 0 else {
      throw Problem(
        "E tidak dapat dihitung karena jumlah pagu × capaian 0", kind: .data,
        expected: "sedikitnya satu keluaran berpagu dengan capaian di atas 0")
    }
    guard worth.isFinite, spent.isFinite else {
      throw Problem("jumlah anggaran di luar jangkauan hitungan", kind: .data)
    }
    self.rule = rule
    numerator = worth - spent
    denominator = worth
    efficiency = (worth - spent) / worth * 100
    unclampedScore = rule.unclampedScore(efficiency: efficiency)
    score = rule.score(efficiency: efficiency)
  }

  private static let expected = "capaian keluaran yang diukur terhadap targetnya, bukan serapan anggaran"

  private static func figures(
    _ item: Item
  ) throws(Problem) -> (ceiling: Double, spending: Double, achievement: Double) {
    func figure(_ value: Double?, _ name: String) throws(Problem) -> Double {
      guard let value, value.isFinite else {
        throw Problem(
          "\(name) “\(item.name)” kosong sehingga E tidak dapat dihitung", kind: .data,
          expected: "isi nilainya atau keluarkan baris itu")
      }
      return value
    }
    let ceiling = try figure(item.ceiling, "pagu")
    let spending = try figure(item.spending, "realisasi anggaran")
    let achievement = try figure(item.achievement, "capaian")
    guard ceiling >= 0 else {
      throw Problem("pagu “\(item.name)” negatif", kind: .data, expected: "pagu 0 atau lebih")
    }
    guard achievement >= 0 else {
      throw Problem(
        "capaian “\(item.name)” negatif", kind: .data,
        expected: "capaian 0 atau lebih (capaian negatif dihitung 0)")
    }
    return (ceiling, spending, achievement)
  }
}
