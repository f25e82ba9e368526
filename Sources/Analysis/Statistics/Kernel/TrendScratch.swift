/// Working space for the arithmetic of one series, reused from series to series so that none allocates.
struct TrendScratch {
  /// The values of the measured years, filled in by the caller.
  var values: [Double]
  var sortedValues: [Double]
  var transformed: [Double]
  var residuals: [Double]
  /// The pairwise slopes in ascending order.
  var slopes: [Double]

  init(count: Int) {
    values = [Double](repeating: 0, count: count)
    sortedValues = values
    transformed = values
    residuals = values
    slopes = [Double](repeating: 0, count: count * max(count - 1, 0) / 2)
  }

  /// Puts a value in its place among the first `count` values, which ascend.
  @inline(__always)
  static func insert(_ value: Double, into array: inout [Double], count: Int) {
    var position = count
    while position > 0, array[position - 1] > value {
      array[position] = array[position - 1]
      position -= 1
    }
    array[position] = value
  }

  /// The median of the first `count` values, which ascend.
  @inline(__always)
  static func median(_ array: [Double], count: Int) -> Double {
    (array[(count - 1) / 2] + array[count / 2]) / 2
  }

  /// Rounding error that values of this size carry.
  @inline(__always)
  static func rounding(_ size: Double) -> Double { 8 * Double.ulpOfOne * size }
}
