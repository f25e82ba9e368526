/// The organisational score (PKO) of a unit: its value (NKO), its predicate and each indicator's share.
public struct OrganisationalScore: Sendable {
  /// The deciding indicator's predicate.
  public let predicate: String
  /// The correction rate in percent.
  public let rate: Double
  /// The shares by row of the table; `nil` where the achievement is missing.
  public let shares: [ScoreRule.Share?]
  /// The mean of the shares.
  public let value: Measured
  /// The class of the value; `nil` when it is missing.
  public let classification: Scale.Classification?

  /// Computes the score of a table of achievements.
  ///
  /// - Throws: A rule problem when the deciding indicator has no value or its predicate no known rate.
  public init(_ table: AchievementTable, evaluator: inout Evaluator) throws(Problem) {
    let rule = table.rules.score
    predicate = try Self.predicate(of: rule, evaluator: &evaluator)
    let rate = try rule.correction(for: predicate)
    self.rate = rate
    let shares = table.rows.map { row in row.percent.number.map { rule.share(of: $0, rate: rate) } }
    self.shares = shares
    value = Measured.mean(shares.map { $0.map { .value($0.final) } ?? .missing("") })
    let scale = try RuleBook.scale(rule.scale)
    classification = value.value.map { scale.classify(Achievement.limited($0, to: rule.cap)) }
  }

  private static func predicate(of rule: ScoreRule, evaluator: inout Evaluator) throws(Problem) -> String {
    let context = evaluator.context
    guard let indicator = evaluator.model.catalogue(of: context).indicator(rule.indicator) else {
      throw Problem(
        "koreksi PKO memerlukan indikator \(rule.indicator), yang tidak ada dalam katalog", kind: .rule,
        expected: "baris \(rule.indicator) dalam indikator.csv")
    }
    let value = evaluator.value(of: FigureKey(.predicate, of: .indicator(indicator), in: context))
    if let text = value.text { return text }
    throw Problem("koreksi PKO memerlukan predikat \(rule.indicator): \(value.reason)", kind: .rule)
  }
}
