/// The rules a unit reports under.
public struct RuleSet: Hashable, Sendable {
  /// The name by which it is chosen: `capaian-110`.
  public var name: String
  /// Greatest achievement that counts, in percent.
  public var cap: Double
  /// The scale for achievements.
  public var achievementScale: Scale
  /// Scales for the values of indicators that have one of their own, by code in upper case.
  public var valueScales: [String: Scale]
  /// How the organisational score is made.
  public var score: ScoreRule

  /// Makes a rule set.
  public init(
    name: String, cap: Double, achievementScale: Scale, valueScales: [String: Scale], score: ScoreRule
  ) {
    self.name = name
    self.cap = cap
    self.achievementScale = achievementScale
    self.valueScales = valueScales
    self.score = score
  }

  /// The scale of an indicator's own value, if it has one.
  public func valueScale(of code: String) -> Scale? { valueScales[code.uppercased()] }

  /// The class of an achievement after the cap.
  public func classify(achievement: Double) -> Scale.Classification {
    achievementScale.classify(Achievement.limited(achievement, to: cap))
  }
}
