/// Working space for the arithmetic of one series: a view of memory that a `TrendWorkspace` owns.
struct TrendScratch {
  /// The values of the measured years, filled in by the caller.
  let values: UnsafeMutableBufferPointer<Double>
  let sortedValues: UnsafeMutableBufferPointer<Double>
  let transformed: UnsafeMutableBufferPointer<Double>
  let residuals: UnsafeMutableBufferPointer<Double>
  /// The pairwise slopes in ascending order.
  let slopes: UnsafeMutableBufferPointer<Double>

  /// The memory needed for a number of values.
  static func size(count: Int) -> Int { 4 * count + count * max(count - 1, 0) / 2 }

  init(_ memory: UnsafeMutableBufferPointer<Double>, count: Int) {
    values = UnsafeMutableBufferPointer(rebasing: memory[0..<count])
    sortedValues = UnsafeMutableBufferPointer(rebasing: memory[count..<2 * count])
    transformed = UnsafeMutableBufferPointer(rebasing: memory[2 * count..<3 * count])
    residuals = UnsafeMutableBufferPointer(rebasing: memory[3 * count..<4 * count])
    slopes = UnsafeMutableBufferPointer(rebasing: memory[(4 * count)...])
  }

  /// Puts a value in its place among the first `count` values, which ascend.
  @inline(__always)
  static func insert(_ value: Double, into array: UnsafeMutableBufferPointer<Double>, count: Int) {
    var position = count
    while position > 0, array[position - 1] > value {
      array[position] = array[position - 1]
      position -= 1
    }
    array[position] = value
  }

  /// The median of the first `count` values, which ascend.
  @inline(__always)
  static func median(_ array: UnsafeMutableBufferPointer<Double>, count: Int) -> Double {
    (array[(count - 1) / 2] + array[count / 2]) / 2
  }

  /// Rounding error that values of this size carry.
  @inline(__always)
  static func rounding(_ size: Double) -> Double { 8 * Double.ulpOfOne * size }
}
