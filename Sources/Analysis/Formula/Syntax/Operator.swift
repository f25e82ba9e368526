/// A binary operator of the formula language.
public enum Operator: String, CaseIterable, Hashable, Sendable {
  case or = "atau"
  case and = "dan"
  case equal = "="
  case notEqual = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case power = "^"

  /// How tightly the operator binds; higher binds tighter. Unary minus lies between `*` and `^`.
  public var precedence: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: 3
    case .add, .subtract: 4
    case .multiply, .divide: 5
    case .power: Self.unaryPrecedence + 1
    }
  }

  /// The binding of unary minus.
  static let unaryPrecedence = 6

  /// Whether the operator compares its operands and gives 1 (benar) or 0 (salah).
  public var isComparison: Bool { precedence == 3 }

  /// Whether text may stand on both sides.
  public var comparesText: Bool { self == .equal || self == .notEqual }
}
