extension Operation {
  /// Does the operation for a block of numbers; the loops have no branches and are vectorised.
  func run(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ c: UnsafePointer<Double>,
    _ target: UnsafeMutablePointer<Double>, _ count: Int
  ) {
    switch self {
    case .add: each(count, target) { Arithmetic.finite(a[$0] + b[$0]) }
    case .subtract: each(count, target) { Arithmetic.finite(a[$0] - b[$0]) }
    case .multiply: each(count, target) { Arithmetic.finite(a[$0] * b[$0]) }
    case .divide: each(count, target) { Arithmetic.quotient(a[$0], b[$0]) }
    case .equal: each(count, target) { Arithmetic.truth(Arithmetic.agree(a[$0], b[$0]), a[$0], b[$0]) }
    case .notEqual: each(count, target) { Arithmetic.truth(!Arithmetic.agree(a[$0], b[$0]), a[$0], b[$0]) }
    case .less: each(count, target) { Operation.less.result(a[$0], b[$0], 0) }
    case .lessOrEqual: each(count, target) { Operation.lessOrEqual.result(a[$0], b[$0], 0) }
    case .greater: each(count, target) { Operation.greater.result(a[$0], b[$0], 0) }
    case .greaterOrEqual: each(count, target) { Operation.greaterOrEqual.result(a[$0], b[$0], 0) }
    case .and: each(count, target) { Arithmetic.and(a[$0], b[$0]) }
    case .or: each(count, target) { Arithmetic.or(a[$0], b[$0]) }
    case .negate: each(count, target) { -a[$0] }
    case .hundredth: each(count, target) { a[$0] / 100 }
    case .absolute: each(count, target) { a[$0].magnitude }
    case .exists: each(count, target) { a[$0] == a[$0] ? 1 : 0 }
    case .known: each(count, target) { a[$0] == a[$0] ? 1 : .nan }
    case .clamp: each(count, target) { Operation.clamp.result(a[$0], b[$0], c[$0]) }
    case .select: each(count, target) { Arithmetic.select(a[$0], b[$0], c[$0]) }
    case .least: each(count, target) { Operation.least.result(a[$0], b[$0], 0) }
    case .greatest: each(count, target) { Operation.greatest.result(a[$0], b[$0], 0) }
    case .addPresent: each(count, target) { Operation.addPresent.result(a[$0], b[$0], 0) }
    case .countPresent: each(count, target) { Operation.countPresent.result(a[$0], b[$0], 0) }
    case .leastPresent: each(count, target) { Operation.leastPresent.result(a[$0], b[$0], 0) }
    case .greatestPresent: each(count, target) { Operation.greatestPresent.result(a[$0], b[$0], 0) }
    case .whereAny: each(count, target) { Operation.whereAny.result(a[$0], b[$0], 0) }
    case .power: each(count, target) { Arithmetic.power(a[$0], b[$0]) }
    case .round: each(count, target) { Arithmetic.rounded(a[$0], places: b[$0]) }
    case .median, .classify: each(count, target) { _ in .nan }
    }
  }

  @inline(__always)
  private func each(_ count: Int, _ target: UnsafeMutablePointer<Double>, _ compute: (Int) -> Double) {
    for index in 0..<count { target[index] = compute(index) }
  }
}
