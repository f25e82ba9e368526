/// A level of the cascade, from goal to sub-activity.
public enum Level: String, Hashable, Sendable, CaseIterable, Comparable {
  case goal = "tujuan"
  case objective = "sasaran"
  case programme = "program"
  case activity = "kegiatan"
  case subactivity = "subkegiatan"

  /// Position from the top, 0 for a goal.
  public var depth: Int { Level.allCases.firstIndex(of: self) ?? 0 }

  /// Whether the left level stands above the right one.
  public static func < (left: Level, right: Level) -> Bool { left.depth < right.depth }
}

/// A node of the cascade (`simpul`), on which indicators and budgets hang.
public struct Node: Hashable, Sendable {
  /// Unique code: `P01`, `S2`, `P01_2_1`.
  public var code: String
  /// Its latest name.
  public var name: String
  /// Its level.
  public var level: Level
  /// Index of the node above it in ``Catalogue/nodes``.
  public var parent: Int?
  /// Whether its budget pays salaries: the `gaji` column, or the word in its name where there is no such column.
  public var paysSalaries: Bool
  /// Line of `simpul` it was read from.
  public var fileLine: Int

  /// Makes a node.
  public init(
    code: String, name: String, level: Level, parent: Int? = nil, paysSalaries: Bool = false,
    fileLine: Int = 0
  ) {
    self.code = code
    self.name = name
    self.level = level
    self.parent = parent
    self.paysSalaries = paysSalaries
    self.fileLine = fileLine
  }
}
