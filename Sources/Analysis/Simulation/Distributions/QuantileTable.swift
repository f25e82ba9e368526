/// A piecewise cubic inverse of a distribution function, as good as exact and much faster.
///
/// Each half of the probability scale is cut into octaves towards its end (½…¼, ¼…⅛, … down to 2⁻²¹) and each octave
/// into 64 cells, so that cells shrink where the quantile bends. A cell holds the Hermite cubic through the exact
/// quantiles and slopes at its ends. While the table is made every cell is checked in its middle, where the error of
/// a Hermite cubic is largest: a cell that errs by more than 10⁻⁹ standard deviations or does not rise is marked,
/// as are the ends beyond 2⁻²¹, and draws that fall there (some 10⁻⁶ of them) use the exact quantile.
struct QuantileTable: Sendable {
  /// Cells in each octave, a power of two.
  private static let cellBits: UInt64 = 6
  private static let octaves = 20
  /// The marked cell, the octaves' cells, and one for the median itself.
  private static let side = octaves << Int(cellBits) + 2
  private static let bitsBelowCell = 52 - cellBits
  private static let firstKey = (1023 - 1 - octaves) << Int(cellBits)

  private let law: DistributionLaw
  /// Polynomial coefficients in the distance from the cell's near edge; lower half, then upper half.
  private let cells: [SIMD4<Double>]

  /// The greatest error allowed in a cell's middle, in standard deviations.
  static let tolerance = 1e-9

  /// Works the table out.
  ///
  /// - Complexity: Some 2,600 exact quantiles and as many evaluations of the distribution function.
  init(_ law: DistributionLaw) {
    self.law = law
    let tolerance = Self.tolerance * law.variance.squareRoot()
    cells = [false, true].flatMap { isUpper in Self.half(of: law, isUpper: isUpper, tolerance: tolerance) }
  }

  /// Replaces probabilities in 0..<1 by their quantiles.
  func transform(_ draws: UnsafeMutablePointer<Double>, count: Int) {
    cells.withUnsafeBufferPointer { cells in
      guard let base = cells.baseAddress else { return }
      for index in 0..<count {
        // Without branches on the draw, which no processor could foresee; the differences are exact.
        let fromMedian = draws[index] - 0.5
        let tail = 0.5 - fromMedian.magnitude
        let isLower = fromMedian.bitPattern >> 63
        let bits = tail.bitPattern
        let place = max(Int(bits &>> Self.bitsBelowCell) - Self.firstKey + 1, 0)
        let cell = base[place + Int((isLower &- 1) & UInt64(Self.side))]
        let edge = Double(bitPattern: bits & (~0 << Self.bitsBelowCell))
        let distance = tail - edge
        let value = cell.x + distance * (cell.y + distance * (cell.z + distance * cell.w))
        draws[index] = value == value ? value : exact(tail, isUpper: isLower == 0)
      }
    }
  }

  @inline(never)
  private func exact(_ tail: Double, isUpper: Bool) -> Double {
    law.value(tail: max(tail, 0x1p-54), isUpper: isUpper)
  }

  /// The cells of one half.
  private static func half(of law: DistributionLaw, isUpper: Bool, tolerance: Double) -> [SIMD4<Double>] {
    let marked = SIMD4<Double>(repeating: .nan)
    let nodes = (0..<(octaves << Int(cellBits) + 1)).map { index -> QuantileNode in
      let tail = Double(bitPattern: UInt64(firstKey + index) << bitsBelowCell)
      let value = law.value(tail: tail, isUpper: isUpper)
      return QuantileNode(tail: tail, value: value, slope: (isUpper ? -1 : 1) / law.density(value))
    }
    var cells = [marked]
    for (near, far) in zip(nodes, nodes.dropFirst()) {
      let cubic = QuantileNode.cubic(from: near, to: far)
      let middle = (far.tail - near.tail) / 2
      let value = cubic.x + middle * (cubic.y + middle * (cubic.z + middle * cubic.w))
      let tails = law.tails(value)
      let reached = isUpper ? tails.upper : tails.lower
      let error = abs(reached - near.tail - middle) / law.density(value)
      let isGood = error <= tolerance && QuantileNode.isMonotone(from: near, to: far)
      cells.append(isGood ? cubic : marked)
    }
    cells.append(SIMD4(nodes[nodes.count - 1].value, 0, 0, 0))
    return cells
  }
}

/// A point of the inverse distribution function with its slope.
private struct QuantileNode {
  let tail: Double
  let value: Double
  let slope: Double

  /// The coefficients of the Hermite cubic in the distance from the first node.
  static func cubic(from near: QuantileNode, to far: QuantileNode) -> SIMD4<Double> {
    let width = far.tail - near.tail
    let secant = (far.value - near.value) / width
    let square = (3 * secant - 2 * near.slope - far.slope) / width
    let cube = (near.slope + far.slope - 2 * secant) / (width * width)
    return SIMD4(near.value, near.slope, square, cube)
  }

  /// The sufficient condition of Fritsch and Carlson (1980).
  static func isMonotone(from near: QuantileNode, to far: QuantileNode) -> Bool {
    let secant = (far.value - near.value) / (far.tail - near.tail)
    return (0...3).contains(near.slope / secant) && (0...3).contains(far.slope / secant)
  }
}
