/// A table with typed cells.
public struct Table: Hashable, Sendable {
  /// A column's heading and how its cells stand.
  public struct Column: Hashable, Sendable {
    /// The heading the reader sees.
    public var title: String
    /// Where cells stand in the column.
    public var alignment: Alignment
    /// The order in which columns give up width when space is short; the greatest gives first.
    public var shrinkPriority: Int

    /// Makes a column.
    public init(_ title: String, _ alignment: Alignment = .left, shrinkPriority: Int = 0) {
      self.title = title
      self.alignment = alignment
      self.shrinkPriority = shrinkPriority
    }

    /// A column of numbers, aligned on the decimal comma.
    public static func number(_ title: String) -> Column { Column(title, .decimal) }
  }

  /// Where cells stand in a column.
  public enum Alignment: Hashable, Sendable {
    case left
    case right
    case center
    /// Right-aligned so that decimal commas stand under each other.
    case decimal
  }

  /// One cell.
  public enum Cell: Hashable, Sendable {
    /// Text that may wrap.
    case text(String)
    /// A number, or the reason why there is none.
    case figure(Figure)
    /// Nothing belongs here.
    case empty

    /// The cell as text.
    public var plain: String {
      switch self {
      case .text(let text): text
      case .figure(let figure): figure.text
      case .empty: ""
      }
    }
  }

  /// One row.
  public struct Row: Hashable, Sendable {
    /// What part a row plays.
    public enum Role: Hashable, Sendable {
      /// An ordinary row.
      case body
      /// A total, set off by a rule above it.
      case total
      /// A group heading over the rows below it.
      case group
    }

    /// The cells, one per column.
    public var cells: [Cell]
    /// What part the row plays.
    public var role: Role
    /// How deep the row stands in a tree; the first text column is indented by it.
    public var depth: Int

    /// Makes a row.
    public init(_ cells: [Cell], role: Role = .body, depth: Int = 0) {
      self.cells = cells
      self.role = role
      self.depth = depth
    }
  }

  /// The caption, without a number; exports number tables themselves.
  public var caption: String
  /// The columns.
  public var columns: [Column]
  /// The rows.
  public var rows: [Row]
  /// Remarks printed under the table.
  public var footnotes: [Prose]

  /// Makes a table.
  public init(caption: String = "", columns: [Column], rows: [Row] = [], footnotes: [Prose] = []) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.footnotes = footnotes
  }

  /// Adds an ordinary row.
  public mutating func append(_ cells: [Cell], role: Row.Role = .body, depth: Int = 0) {
    rows.append(Row(cells, role: role, depth: depth))
  }
}

extension Table.Cell: ExpressibleByStringLiteral {
  /// A text cell from a literal.
  public init(stringLiteral value: String) { self = .text(value) }

  /// A number in the given style.
  public static func number(_ value: Double, _ style: NumberStyle = .score, origin: Origin? = nil)
    -> Table.Cell
  {
    .figure(Figure(value, style, origin: origin))
  }

  /// A number that may be missing.
  public static func number(
    _ value: Double?, _ style: NumberStyle = .score, origin: Origin? = nil, reason: String
  ) -> Table.Cell {
    .figure(Figure(value, style, origin: origin, reason: reason))
  }
}
