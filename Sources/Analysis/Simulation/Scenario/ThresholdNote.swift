/// Where a classed figure stands on its scale before and after a change.
public struct ThresholdNote: Hashable, Sendable {
  /// What is classed.
  public enum Subject: Hashable, Sendable {
    /// An indicator's value on its own scale.
    case value(indicator: Int)
    /// An indicator's capped achievement.
    case achievement(indicator: Int)
    /// The organisational score.
    case score
  }

  /// What is classed.
  public var subject: Subject
  /// The class before; `nil` when the figure was missing.
  public var before: Scale.Classification?
  /// The class after; `nil` when the figure is missing.
  public var after: Scale.Classification?

  /// Whether the predicate is another one.
  public var isCrossed: Bool { before?.predicate?.label != after?.predicate?.label }
}

extension WhatIfEffects {
  /// Every classed figure that moved, with its class before and after.
  public var thresholds: [ThresholdNote] {
    let notes = rows.flatMap { row in [Self.valueNote(row), Self.achievementNote(row)].compactMap { $0 } }
    guard scoreBefore.value.value != scoreAfter.value.value else { return notes }
    let score = ThresholdNote(
      subject: .score, before: scoreBefore.classification, after: scoreAfter.classification)
    return notes + [score]
  }

  /// The classes of a value that changed.
  private static func valueNote(_ row: Row) -> ThresholdNote? {
    let before = row.before.valueClass
    let after = row.after.valueClass
    guard before != after else { return nil }
    return ThresholdNote(subject: .value(indicator: row.indicator), before: before, after: after)
  }

  /// The classes of an achievement that moved, where it has one.
  private static func achievementNote(_ row: Row) -> ThresholdNote? {
    let before = row.before.achievementClass
    let after = row.after.achievementClass
    guard before != nil || after != nil else { return nil }
    guard before != after || row.movesAchievement else { return nil }
    return ThresholdNote(subject: .achievement(indicator: row.indicator), before: before, after: after)
  }
}
