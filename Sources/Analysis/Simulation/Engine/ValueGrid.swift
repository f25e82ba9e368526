/// A fixed grid over an output's values: 2¹⁴ cells of equal width, and one beyond each end.
///
/// The cell of a value never decreases as the value grows, so counting cells tells where every rank lies.
struct ValueGrid: Hashable, Sendable {
  static let cells = 1 << 14

  let origin: Double
  let scale: Double

  /// Covers values seen so far and half their spread on each side.
  init(minimum: Double, maximum: Double) {
    let spread = maximum - minimum
    let least = max(abs(minimum), abs(maximum), 1e-290) * 1e-9
    let half = max(spread, least)
    origin = minimum - half / 2
    scale = Double(Self.cells) / (spread + half)
  }

  /// The places of cells, those beyond the ends included.
  static var places: Int { cells + 2 }

  /// The cell of a finite value.
  @inline(__always)
  func place(_ value: Double) -> Int {
    let position = (value - origin) * scale + 1
    let above = position > 0 ? position : 0
    let last = Double(Self.places - 1)
    return Int(above < last ? above : last)
  }

  /// The lower edge of a cell.
  func edge(_ place: Int) -> Double { origin + Double(place - 1) / scale }

  /// The width of a cell.
  var width: Double { 1 / scale }
}
