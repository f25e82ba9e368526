/// Where an instruction finds a number.
struct Operand: Hashable, Sendable {
  /// The kinds of places.
  enum Kind: UInt32 {
    /// A column given from outside.
    case column = 0
    /// A result of an earlier instruction.
    case register = 1
    /// A constant of the program.
    case constant = 2
  }

  private var bits: UInt32

  init(_ kind: Kind, _ index: Int) { bits = kind.rawValue << 30 | UInt32(index) }

  var kind: Kind { Kind(rawValue: bits >> 30) ?? .constant }
  var index: Int { Int(bits & 0x3FFF_FFFF) }
}

/// A step of a program: what to do with up to three numbers.
struct Instruction: Hashable, Sendable {
  var operation: Operation
  var a: Operand
  var b: Operand
  var c: Operand
  /// The register that takes the result.
  var target = 0
  /// Number of the scale or of the list of operands, for the operations that need one.
  var table = 0

  /// The operands that the operation uses; those of a list come beside.
  var operands: [Operand] { Array([a, b, c].prefix(operation.arity)) }
}

/// What an instruction does. NaN stands for a missing value.
enum Operation: UInt8, Hashable, Sendable {
  case add, subtract, multiply, divide, power
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, and, or
  case negate, hundredth, absolute, exists, known
  case round, clamp, select
  /// Least and greatest of two, missing when either is.
  case least, greatest
  /// A running result and one more value, which is left out when it is missing.
  case addPresent, countPresent, leastPresent, greatestPresent
  /// The first unless the second, a count, is zero.
  case whereAny
  /// The middle of a list.
  case median
  /// The number of the text that a scale gives the value.
  case classify

  /// How many operands there are.
  var arity: Int {
    switch self {
    case .negate, .hundredth, .absolute, .exists, .known, .classify: 1
    case .median: 0
    case .clamp, .select: 3
    default: 2
    }
  }

  /// The operation of a binary operator.
  init(_ sign: Operator) {
    switch sign {
    case .add: self = .add
    case .subtract: self = .subtract
    case .multiply: self = .multiply
    case .divide: self = .divide
    case .power: self = .power
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .and: self = .and
    case .or: self = .or
    }
  }

  /// The result for single numbers; `median` and `classify` need their tables and are done elsewhere.
  @inline(__always)
  func result(_ a: Double, _ b: Double, _ c: Double) -> Double {
    switch self {
    case .add: Arithmetic.finite(a + b)
    case .subtract: Arithmetic.finite(a - b)
    case .multiply: Arithmetic.finite(a * b)
    case .divide: Arithmetic.quotient(a, b)
    case .power: Arithmetic.power(a, b)
    case .equal: Arithmetic.apply(.equal, a, b)
    case .notEqual: Arithmetic.apply(.notEqual, a, b)
    case .less: Arithmetic.apply(.less, a, b)
    case .lessOrEqual: Arithmetic.apply(.lessOrEqual, a, b)
    case .greater: Arithmetic.apply(.greater, a, b)
    case .greaterOrEqual: Arithmetic.apply(.greaterOrEqual, a, b)
    case .and: Arithmetic.and(a, b)
    case .or: Arithmetic.or(a, b)
    case .negate: -a
    case .hundredth: a / 100
    case .absolute: a.magnitude
    case .exists: a == a ? 1 : 0
    case .known: a == a ? 1 : .nan
    case .round: Arithmetic.rounded(a, places: b)
    case .clamp: Arithmetic.clamp(a, b, c)
    case .select: Arithmetic.select(a, b, c)
    case .least: a == a && b == b ? (b < a ? b : a) : .nan
    case .greatest: a == a && b == b ? (b > a ? b : a) : .nan
    case .addPresent: b == b ? Arithmetic.finite(a + b) : a
    case .countPresent: b == b ? a + 1 : a
    case .leastPresent: b < a ? b : a
    case .greatestPresent: b > a ? b : a
    case .whereAny: b > 0 ? a : .nan
    case .median, .classify: .nan
    }
  }
}
