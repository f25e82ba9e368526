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
    var notes: [ThresholdNote] = []
    for row in rows {
      let (before, after) = (row.before, row.after)
      if before.valueClass != after.valueClass {
        notes.append(
          ThresholdNote(subject: .value(indicator: row.indicator), before: before.valueClass, after: after.valueClass))
      }
      if before.achievementClass != after.achievementClass || before.achievement.number != after.achievement.number,
        before.achievementClass != nil || after.achievementClass != nil
      {
        notes.append(
          ThresholdNote(
            subject: .achievement(indicator: row.indicator), before: before.achievementClass,
            after: after.achievementClass))
      }
    }
    if scoreBefore.value.value != scoreAfter.value.value {
      notes.append(
        ThresholdNote(subject: .score, before: scoreBefore.classification, after: scoreAfter.classification))
    }
    return notes
  }
}
