/// A figure that a report prints as derived (`klaim`), with the formula it should follow.
public struct Claim: Hashable, Sendable {
  /// Number of the unit in ``Dataset/units``.
  public var unit: Int32
  /// Calendar year.
  public var year: Int
  /// Number of the period.
  public var period: Int16
  /// What the report says.
  public var statement: String
  /// The formula whose value should be printed.
  public var expression: String
  /// The figure as printed, such as `99,88%`.
  public var printed: String
  /// The `sumber` column.
  public var source: String
  /// The `baris` column.
  public var sourceLine: String
  /// Line in the file.
  public var fileLine: Int

  /// Makes a claim.
  public init(
    unit: Int32, year: Int, period: Int16, statement: String, expression: String, printed: String,
    source: String, sourceLine: String, fileLine: Int
  ) {
    self.unit = unit
    self.year = year
    self.period = period
    self.statement = statement
    self.expression = expression
    self.printed = printed
    self.source = source
    self.sourceLine = sourceLine
    self.fileLine = fileLine
  }
}

/// Staff or facilities of a unit (`sumberdaya`): how many are needed and how many there are.
public struct ResourceRow: Hashable, Sendable {
  /// Number of the unit in ``Dataset/units``.
  public var unit: Int32
  /// Calendar year.
  public var year: Int
  /// `SDM` or `sarana`.
  public var kind: String
  /// The `kategori` column: `total`, an objective, a kind of asset.
  public var category: String
  /// Code of the indicator it supports; empty when not stated.
  public var code: String
  /// How many are needed.
  public var needed: Double?
  /// How many there are.
  public var available: Double?
  /// The `sumber` column.
  public var source: String
  /// The `baris` column.
  public var sourceLine: String
  /// Line in the file.
  public var fileLine: Int

  /// Makes a row.
  public init(
    unit: Int32, year: Int, kind: String, category: String, code: String, needed: Double?, available: Double?,
    source: String, sourceLine: String, fileLine: Int
  ) {
    self.unit = unit
    self.year = year
    self.kind = kind
    self.category = category
    self.code = code
    self.needed = needed
    self.available = available
    self.source = source
    self.sourceLine = sourceLine
    self.fileLine = fileLine
  }
}

/// A row of a target-setting worksheet (`kktp`): an indicator or one of its components.
public struct WorksheetRow: Hashable, Sendable {
  /// Number of the unit in ``Dataset/units``.
  public var unit: Int32
  /// The year whose target is set.
  public var year: Int
  /// `awal`, `perubahan` or another name.
  public var version: String
  /// Code of the indicator or component.
  public var code: String
  /// Target of the year before.
  public var previousTarget: Double?
  /// Result of the year before.
  public var previousActual: Double?
  /// Target of the year.
  public var target: Double?
  /// Value of the component in the year before.
  public var previousValue: Double?
  /// Expected gain.
  public var gain: Double?
  /// Expected value in the year.
  public var forecast: Double?
  /// Follow-up actions.
  public var followUp: String
  /// Reasoning.
  public var reasoning: String
  /// The `keterkaitan` column: the programmes it hangs on.
  public var programmes: String
  /// The `baris` column.
  public var sourceLine: String
  /// Line in the file.
  public var fileLine: Int

  /// Makes a row.
  public init(
    unit: Int32, year: Int, version: String, code: String, previousTarget: Double? = nil,
    previousActual: Double? = nil, target: Double? = nil, previousValue: Double? = nil, gain: Double? = nil,
    forecast: Double? = nil, followUp: String = "", reasoning: String = "", programmes: String = "",
    sourceLine: String = "", fileLine: Int = 0
  ) {
    self.unit = unit
    self.year = year
    self.version = version
    self.code = code
    self.previousTarget = previousTarget
    self.previousActual = previousActual
    self.target = target
    self.previousValue = previousValue
    self.gain = gain
    self.forecast = forecast
    self.followUp = followUp
    self.reasoning = reasoning
    self.programmes = programmes
    self.sourceLine = sourceLine
    self.fileLine = fileLine
  }
}
