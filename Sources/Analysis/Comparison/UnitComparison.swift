/// The value of one indicator for several units beside each other.
public struct UnitComparison: Sendable {
  /// One unit.
  public struct Row: Sendable {
    /// The unit's name.
    public var unit: String
    /// Where the value was read.
    public var context: Context
    /// The value, or why there is none.
    public var value: Value
    /// Where it came from.
    public var origin: Origin?
    /// The base's value minus this one; missing for the base itself.
    public var difference: Measured
    /// The difference in percent of this value.
    public var percent: Measured
    /// Rank among the comparable values, 1 is best; equal values share one.
    public var rank: Int?
    /// What keeps the value from being fully comparable: another year, scale, formula or unit of measure.
    public var remarks: [String]
    /// Whether it is the unit that the others are compared with.
    public var isBase: Bool
    /// Whether the value can be ranked and subtracted at all.
    public var isComparable: Bool
  }

  /// The indicator's code.
  public let code: String
  /// The indicator's name in the base's dataset.
  public let name: String
  /// Which way is better.
  public let direction: Direction
  /// The year asked for.
  public let year: Int
  /// The base first, then the others in the order given.
  public let rows: [Row]

  /// How many values are ranked.
  public var rankedCount: Int { rows.count { $0.rank != nil } }

  /// The row of the base.
  public var base: Row? { rows.first { $0.isBase } }

  /// Compares units.
  ///
  /// A unit without a value in the year is read in the nearest year that has one, the earlier of two equally near,
  /// and that is said. Where several datasets know a unit, the one with the nearest year is used.
  ///
  /// - Parameters:
  ///   - indicator: Index in the catalogue of the base's dataset.
  ///   - base: The unit to compare and the year.
  ///   - units: Names of the other units.
  ///   - evaluator: Reads the values, with its assumptions.
  public init(_ indicator: Int, base: Context, units: [String], evaluator: inout Evaluator) {
    let model = evaluator.model
    let whole = base.with(period: 0)
    let own = model.catalogue(of: whole).indicators[indicator]
    var reader = ComparisonReader(indicator: own, base: whole, evaluator: evaluator)
    var rows = [reader.row(of: whole, isBase: true)]
    for name in units where name != model.dataset(of: whole).units[whole.unit] {
      rows.append(reader.row(named: name))
    }
    evaluator = reader.evaluator
    code = own.code
    name = own.title
    direction = own.direction
    year = base.year
    self.rows = Self.ranked(rows, direction: own.direction)
  }

  private static func ranked(_ rows: [Row], direction: Direction) -> [Row] {
    var rows = rows
    let base = rows.first { $0.isBase }?.value.measured ?? .missing("")
    let isBaseComparable = rows.first { $0.isBase }?.isComparable ?? false
    let ranked = rows.indices.filter { rows[$0].isComparable && rows[$0].value.number != nil }
    for index in rows.indices {
      let value = rows[index].value.measured
      if rows[index].isBase {
        rows[index].difference = .missing("pembanding itu sendiri")
        rows[index].percent = .missing("pembanding itu sendiri")
      } else if !rows[index].isComparable || !isBaseComparable {
        let reason = value.value == nil ? value.reason : "tidak sebanding"
        rows[index].difference = .missing(reason)
        rows[index].percent = .missing(reason)
      } else {
        rows[index].difference = Measured.combine(base, value) { .value($0 - $1) }
        rows[index].percent = Measured.combine(base, value) {
          $1 == 0 ? .missing("nilai pembanding 0") : .value(($0 - $1) / abs($1) * 100)
        }
      }
      guard ranked.contains(index), let number = value.value else { continue }
      let better = ranked.count { other in
        guard let theirs = rows[other].value.number else { return false }
        return direction == .rising ? theirs > number : theirs < number
      }
      rows[index].rank = better + 1
    }
    return rows
  }
}
