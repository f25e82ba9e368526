/// Which way a value is better.
public enum Direction: String, Hashable, Sendable {
  /// Higher is better.
  case rising = "naik"
  /// Lower is better.
  case falling = "turun"
}

/// A measured quantity of a unit, as the catalogue (`indikator`) declares it.
public struct Indicator: Hashable, Sendable {
  /// Unique code, dotted for components: `IPP.F02.INOVASI`.
  public var code: String
  /// Official name; empty when the catalogue gives none.
  public var name: String
  /// Index in ``Catalogue/nodes`` of the node it measures.
  public var node: Int?
  /// Unit of measure: `nilai`, `indeks`, `persen`, `dokumen`, …
  public var measure: String
  /// Which way is better.
  public var direction: Direction
  /// Least possible value.
  public var minimum: Double?
  /// Greatest possible value.
  public var maximum: Double?
  /// Formula text that computes it from other indicators.
  public var formula: String?
  /// Former or other names.
  public var aliases: [String]
  /// Line of `indikator` it was read from.
  public var fileLine: Int

  /// Makes an indicator.
  public init(
    code: String, name: String = "", node: Int? = nil, measure: String = "", direction: Direction = .rising,
    minimum: Double? = nil, maximum: Double? = nil, formula: String? = nil, aliases: [String] = [],
    fileLine: Int = 0
  ) {
    self.code = code
    self.name = name
    self.node = node
    self.measure = measure
    self.direction = direction
    self.minimum = minimum
    self.maximum = maximum
    self.formula = formula
    self.aliases = aliases
    self.fileLine = fileLine
  }

  /// Whether it is a component of another indicator, by its dotted code.
  public var isComponent: Bool { code.contains(".") }

  /// The name to show: the official one, or the code where there is none.
  public var title: String { name.isEmpty ? code : name }
}
