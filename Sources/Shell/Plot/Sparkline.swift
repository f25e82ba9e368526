/// A line of small bars that fits a table cell.
enum Sparkline {
  /// One character per value, from the least to the greatest; a gap where a value is missing.
  ///
  /// - Parameter ascii: Whether only ASCII may be used: then digits 0–9 show the height.
  static func text(_ values: [Double?], ascii: Bool = false) -> String {
    let present = values.compactMap { $0 }.filter(\.isFinite)
    guard let low = present.min(), let high = present.max() else { return "" }
    let steps = Array(ascii ? "0123456789" : "▁▂▃▄▅▆▇█")
    return String(
      values.map { value in
        guard let value, value.isFinite else { return ascii ? "_" : " " }
        guard high > low else { return steps[steps.count / 2] }
        return steps[Int(((value - low) / (high - low) * Double(steps.count - 1)).rounded())]
      })
  }
}
