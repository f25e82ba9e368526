/// A figure that a formula reads: a quantity of an indicator or node, in some year and unit.
public struct Reference: Hashable, Sendable {
  /// Which year is meant.
  public enum Year: Hashable, Sendable {
    /// A distance from the context's year: 0 is the context's own, -1 the year before.
    case relative(Int)
    /// A calendar year.
    case absolute(Int)

    /// The calendar year meant in a context.
    public func resolved(from contextYear: Int) -> Int {
      switch self {
      case .relative(let distance): contextYear + distance
      case .absolute(let year): year
      }
    }
  }

  /// Which figure is read.
  public var quantity: Quantity
  /// The code in capital letters, so that codes compare without regard to case.
  public var code: String
  /// Whether all direct components of the code are meant (`IKM.*`).
  public var isPattern: Bool
  /// Which year is meant.
  public var year: Year
  /// Another unit's name as written, or `nil` for the context's unit.
  public var unit: String?

  /// Makes a reference; by default to the realisation in the context's own year and unit.
  public init(
    _ code: String, quantity: Quantity = .realization, isPattern: Bool = false, year: Year = .relative(0),
    unit: String? = nil
  ) {
    self.quantity = quantity
    self.code = code.uppercased()
    self.isPattern = isPattern
    self.year = year
    self.unit = unit
  }

  /// Whether year and unit are those of the context.
  public var isInContext: Bool { year == .relative(0) && unit == nil }
}
