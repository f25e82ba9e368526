import Analysis
import Glibc

/// A linear axis whose ends and ticks are round numbers: multiples of 1, 2 or 5 times a power of ten
/// (Heckbert, "Nice numbers for graph labels", Graphics Gems, 1990).
struct AxisScale: Hashable, Sendable {
  /// The value at the start of the axis.
  let low: Double
  /// The value at the end of the axis.
  let high: Double
  /// The distance between ticks.
  let step: Double
  /// The ticks in ascending order, the ends included.
  let ticks: [Double]

  /// Makes an axis that covers a range.
  ///
  /// - Parameters:
  ///   - range: The values to cover; a range of one value is widened.
  ///   - count: The most intervals between ticks; at least one is made.
  init(covering range: ClosedRange<Double>, count: Int) {
    var lower = range.lowerBound
    var upper = range.upperBound
    if upper - lower <= abs(upper) * 1e-9 {
      let spread = max(abs(upper) * 0.05, upper == 0 ? 1 : 1e-9)
      lower -= spread
      upper += spread
    }
    let exponent = floor(log10((upper - lower) / Double(max(1, count))))
    let divisor = exponent < 0 ? pow(10, -exponent) : 1
    let steps = [1.0, 2, 5, 10, 20].map { exponent < 0 ? $0 / divisor : $0 * pow(10, exponent) }
    func ends(_ step: Double) -> (first: Double, last: Double) {
      let first = floor(lower / step + 1e-9)
      return (first, max(first + 1, ceil(upper / step - 1e-9)))
    }
    let step = steps.first { ends($0).last - ends($0).first <= Double(max(1, count)) } ?? upper - lower
    let (first, last) = ends(step)
    self.step = step
    let units = (step * divisor).rounded()
    ticks = (0...Int(last - first)).map { (first + Double($0)) * units / divisor }
    low = first * units / divisor
    high = last * units / divisor
  }

  /// Where a value stands between the ends, 0 to 1.
  func fraction(_ value: Double) -> Double { (value - low) / (high - low) }

  /// The row, counted from the top, of a value on an axis of so many rows.
  func row(_ value: Double, of rows: Int) -> Int {
    Int(((1 - fraction(value)) * Double(rows - 1)).rounded())
  }

  /// The ticks as text: a decimal comma, as few decimals as the step needs, and `rb`, `jt`, `M` or `T` after
  /// large numbers.
  func labels(suffix: String = "") -> [String] {
    ticks.map { label($0) + suffix }
  }

  /// A value as the ticks are written.
  func label(_ value: Double) -> String {
    let largest = max(abs(low), abs(high))
    let units: [(size: Double, name: String)] = [(1e12, " T"), (1e9, " M"), (1e6, " jt"), (1e5, " rb")]
    let unit = units.first { largest >= $0.size }
    let divisor = unit.map { $0.size == 1e5 ? 1000 : $0.size } ?? 1
    let places = min(9, max(0, -Int(floor(log10(step / divisor) + 1e-9))))
    let style = NumberStyle(decimals: places...places)
    return style.text(value / divisor) + (value == 0 ? "" : unit?.name ?? "")
  }
}
