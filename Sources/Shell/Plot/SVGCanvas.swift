/// Writes SVG elements; every text and attribute is escaped on the way.
struct SVGCanvas {
  /// The elements written so far.
  private(set) var body = ""
  /// Definitions of patterns.
  private(set) var definitions = ""

  /// A straight line; `dash` in SVG's notation, empty for solid.
  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, colour: String = "currentColor",
    width: Double = 1,
    dash: String = "", opacity: Double = 1
  ) {
    body += "<line x1=\"\(Self.number(x1))\" y1=\"\(Self.number(y1))\" x2=\"\(Self.number(x2))\" "
    body += "y2=\"\(Self.number(y2))\"\(Self.stroke(colour, width, dash, opacity))/>\n"
  }

  /// A line through points.
  mutating func polyline(_ points: [(x: Double, y: Double)], colour: String, width: Double, dash: String = "")
  {
    guard points.count > 1 else { return }
    let list = points.map { Self.number($0.x) + "," + Self.number($0.y) }.joined(separator: " ")
    body += "<polyline points=\"\(list)\" fill=\"none\" stroke-linejoin=\"round\""
    body += Self.stroke(colour, width, dash, 1) + "/>\n"
  }

  /// A filled area.
  mutating func polygon(_ points: [(x: Double, y: Double)], fill: String, opacity: Double = 1) {
    let list = points.map { Self.number($0.x) + "," + Self.number($0.y) }.joined(separator: " ")
    body += "<polygon points=\"\(list)\" fill=\"\(fill)\" fill-opacity=\"\(Self.number(opacity))\"/>\n"
  }

  /// A rectangle; width and height may be negative.
  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: String, stroke: String = "none",
    opacity: Double = 1
  ) {
    body += "<rect x=\"\(Self.number(min(x, x + width)))\" y=\"\(Self.number(min(y, y + height)))\" "
    body += "width=\"\(Self.number(abs(width)))\" height=\"\(Self.number(abs(height)))\" fill=\"\(fill)\""
    body += opacity < 1 ? " fill-opacity=\"\(Self.number(opacity))\"" : ""
    body += stroke == "none" ? "/>\n" : " stroke=\"\(stroke)\"/>\n"
  }

  /// Text; `anchor` is `start`, `middle` or `end`.
  mutating func text(
    _ text: String, _ x: Double, _ y: Double, size: Double = 12, anchor: String = "start",
    isBold: Bool = false,
    opacity: Double = 1
  ) {
    body += "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" font-size=\"\(Self.number(size))\""
    if anchor != "start" { body += " text-anchor=\"\(anchor)\"" }
    if isBold { body += " font-weight=\"bold\"" }
    if opacity < 1 { body += " fill-opacity=\"\(Self.number(opacity))\"" }
    body += ">\(Sanitizer.html(Sanitizer.inline(text)))</text>\n"
  }

  /// The mark of a series at a point: circle, square, triangles, diamond, by number.
  mutating func mark(
    _ number: Int, _ x: Double, _ y: Double, colour: String, isHollow: Bool, size: Double = 4.5
  ) {
    let paint =
      isHollow
      ? " fill=\"none\" stroke=\"\(colour)\" stroke-width=\"1.8\"/>\n"
      : " fill=\"\(colour)\" stroke=\"\(colour)\"/>\n"
    if number % 5 == 0 {
      body += "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"\(Self.number(size))\"" + paint
      return
    }
    let corners: [(Double, Double)] =
      switch number % 5 {
      case 1: [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]
      case 2: [(0, -1.2), (1.1, 0.8), (-1.1, 0.8)]
      case 3: [(0, 1.2), (1.1, -0.8), (-1.1, -0.8)]
      default: [(0, -1.3), (1.1, 0), (0, 1.3), (-1.1, 0)]
      }
    let list = corners.map { Self.number(x + $0.0 * size) + "," + Self.number(y + $0.1 * size) }
    body += "<polygon points=\"\(list.joined(separator: " "))\"" + paint
  }

  /// Adds a definition, such as a pattern.
  mutating func define(_ element: String) {
    if !definitions.contains(element) { definitions += element }
  }

  /// A coordinate with at most two decimals.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let hundredths = Int((value * 100).rounded())
    if hundredths % 100 == 0 { return String(hundredths / 100) }
    let sign = hundredths < 0 ? "-" : ""
    let size = abs(hundredths)
    let fraction = size % 100
    let digits = fraction % 10 == 0 ? String(fraction / 10) : (fraction < 10 ? "0" : "") + String(fraction)
    return sign + String(size / 100) + "." + digits
  }

  /// About how wide text is in a sans-serif font.
  static func width(of text: String, size: Double) -> Double {
    let units = text.reduce(0.0) { sum, character in
      if "ijlI.,:;|'!()[] ·".contains(character) { return sum + 0.31 }
      if "mwMW%@—…".contains(character) { return sum + 0.9 }
      if character.isUppercase { return sum + 0.69 }
      return sum + (DisplayWidth.columns(of: character) == 2 ? 1 : 0.565)
    }
    return units * size
  }

  private static func stroke(_ colour: String, _ width: Double, _ dash: String, _ opacity: Double) -> String {
    var text = " stroke=\"\(colour)\" stroke-width=\"\(number(width))\""
    if !dash.isEmpty { text += " stroke-dasharray=\"\(dash)\"" }
    if opacity < 1 { text += " stroke-opacity=\"\(number(opacity))\"" }
    return text
  }
}
