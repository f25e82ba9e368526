import Testing

@testable import Analysis

@Suite struct SobolTests {
  private func points(dimension: Int, count: Int, replicate: Int = 0) -> [Double] {
    let sobol = ScrambledSobol(
      dimension: dimension, stream: RandomStream(seed: 3, name: "d\(dimension)"), replicate: replicate)
    return [Double](unsafeUninitializedCapacity: count) { buffer, filled in
      guard let base = buffer.baseAddress else { return }
      sobol.fill(base, first: 0, count: count)
      filled = count
    }
  }

  /// The unscrambled sequence, as scipy 1.17 gives it.
  @Test(arguments: [(0, 2_039), (1, 281), (2, 3_715), (9, 1_439), (63, 3_709), (127, 1_713)])
  func directionNumbersAreThoseOfJoeAndKuo(_ dimension: Int, _ expected: UInt64) {
    let gray = 2_900 ^ (2_900 >> 1)
    let directions = SobolDirections.ofDimension(dimension)
    let point = (0..<40).reduce(UInt64(0)) { gray >> $1 & 1 == 1 ? $0 ^ directions[$1] : $0 }
    #expect(point == expected << 52)
  }

  @Test(arguments: [0, 1, 5, 40, 127])
  func everyDimensionIsBalanced(_ dimension: Int) {
    let cells = points(dimension: dimension, count: 256).map { Int($0 * 256) }
    #expect(Set(cells).count == 256)
  }

  @Test(arguments: 0...8)
  func firstTwoDimensionsFillEveryBox(_ bits: Int) {
    let (x, y) = (points(dimension: 0, count: 256), points(dimension: 1, count: 256))
    let (across, down) = (1 << bits, 256 >> bits)
    let boxes = zip(x, y).map { Int($0 * Double(across)) * down + Int($1 * Double(down)) }
    #expect(Set(boxes).count == 256)
  }

  @Test func replicatesDifferAndRunsContinue() {
    #expect(points(dimension: 2, count: 16) != points(dimension: 2, count: 16, replicate: 1))
    let sobol = ScrambledSobol(dimension: 2, stream: RandomStream(seed: 3, name: "d2"), replicate: 0)
    var later = [Double](repeating: 0, count: 8)
    later.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      sobol.fill(base, first: 24, count: 8)
    }
    #expect(later == Array(points(dimension: 2, count: 32)[24...]))
  }
}
