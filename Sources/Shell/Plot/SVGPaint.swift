import Analysis

/// Colours, dashes and patterns that tell series apart with and without colour, on white and on dark paper.
struct SVGPaint {
  /// What the names of definitions start with, so that several pictures can share a page.
  let id: String

  private static let colours = ["#1b6ca8", "#c4521a", "#2a8a57", "#7d4fa3", "#9a7400", "#b0305c"]

  /// The colour of a series by its number.
  func colour(_ number: Int) -> String { Self.colours[number % Self.colours.count] }

  /// The dash of a line by its role.
  func dash(_ role: Chart.Series.Role) -> String {
    switch role {
    case .measured: ""
    case .projected: "3 4"
    case .target: "9 4"
    case .baseline: "7 3 2 3"
    }
  }

  /// The fill of bars: plain for the main series, hatched otherwise; defines the pattern it names.
  func fill(_ number: Int, _ role: Chart.Series.Role, main: Int, on canvas: inout SVGCanvas) -> String {
    switch role {
    case .measured where number == main, .target: return colour(number)
    case .measured: return hatch(colour(number), angle: number % 3 == 1 ? 45 : -45, weight: 3, on: &canvas)
    case .projected: return hatch(colour(number), angle: 45, weight: 1.6, on: &canvas)
    case .baseline: return hatch(colour(number), angle: 90, weight: 1, on: &canvas)
    }
  }

  /// A hatched pattern.
  func hatch(_ colour: String, angle: Int, weight: Double, on canvas: inout SVGCanvas) -> String {
    let name = "\(id)-\(colour.dropFirst())-\(abs(angle))\(angle < 0 ? "n" : "")-\(Int(weight * 10))"
    canvas.define(
      """
      <pattern id="\(name)" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(\(angle))">\
      <rect width="6" height="6" fill="\(colour)" fill-opacity="0.12"/>\
      <line x1="0" y1="0" x2="0" y2="6" stroke="\(colour)" stroke-width="\(SVGCanvas.number(weight * 2))"/></pattern>

      """)
    return "url(#\(name))"
  }
}

/// An entry of a picture's legend.
struct SVGLegendEntry {
  /// What the sign looks like.
  enum Sign {
    /// A line with a dash and, if any, the number of its mark.
    case line(colour: String, dash: String, mark: Int?, isHollow: Bool)
    /// A filled box.
    case box(fill: String, colour: String)
    /// A short upright line.
    case upright
  }

  /// The sign and what it stands for.
  var sign: Sign
  var text: String
}

extension SVGCanvas {
  /// Draws legend entries beside each other and below; answers the next free line's y.
  mutating func legend(_ entries: [SVGLegendEntry], left: Double, top: Double, width: Double) -> Double {
    guard !entries.isEmpty else { return top }
    var x = left
    var y = top
    for entry in entries {
      let size = 34 + SVGCanvas.width(of: entry.text, size: 12)
      if x > left, x + size > left + width {
        x = left
        y += 18
      }
      draw(entry.sign, x: x, y: y)
      text(entry.text, x + 28, y + 4)
      x += size + 16
    }
    return y + 18
  }

  private mutating func draw(_ sign: SVGLegendEntry.Sign, x: Double, y: Double) {
    switch sign {
    case .line(let colour, let dash, let mark, let isHollow):
      line(x, y, x + 22, y, colour: colour, width: 2, dash: dash)
      if let mark { self.mark(mark, x + 11, y, colour: colour, isHollow: isHollow, size: 4) }
    case .box(let fill, let colour): rectangle(x + 2, y - 6, 18, 11, fill: fill, stroke: colour)
    case .upright: line(x + 11, y - 7, x + 11, y + 6, width: 3)
    }
  }
}
