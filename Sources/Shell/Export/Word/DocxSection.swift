import Analysis

/// The page set-up at the end of a section, with the way to turn the page sideways for wide tables.
struct DocxSection: Hashable, Sendable {
  /// The section properties as XML.
  var xml: String
  /// The width between the margins in twentieths of a point.
  private(set) var textWidth = 8_788
  private var pageWidth = 11_906
  private var pageHeight = 16_838
  private var margins = (left: 1_701, right: 1_417)

  /// A4 upright, 3 cm on the left and 2,5 cm elsewhere, page numbers at the foot.
  init(footerRelation: String) {
    xml =
      "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"\(footerRelation)\"/>"
      + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1417\" w:right=\"1417\" w:bottom=\"1417\""
      + " w:left=\"1701\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/></w:sectPr>"
  }

  /// A template's section.
  init(template xml: String) throws(Problem) {
    self.xml = xml
    var scanner = try XMLScanner(Array(xml.utf8), part: "bagian halaman templat")
    while true {
      switch try scanner.next() {
      case .finished:
        textWidth = max(pageWidth - margins.left - margins.right, 2_000)
        return
      case .start where scanner.name == "pgSz":
        pageWidth = Self.number(scanner.attribute("w"), else: pageWidth)
        pageHeight = Self.number(scanner.attribute("h"), else: pageHeight)
      case .start where scanner.name == "pgMar":
        margins.left = Self.number(scanner.attribute("left"), else: margins.left)
        margins.right = Self.number(scanner.attribute("right"), else: margins.right)
      default: break
      }
    }
  }

  private static func number(_ text: String?, else fallback: Int) -> Int {
    text.flatMap { Int($0) }.map { min(max($0, 0), 31_680) } ?? fallback
  }

  /// Whether the page is wider than high.
  var isLandscape: Bool { pageWidth > pageHeight }

  /// The same page sideways.
  var turned: DocxSection {
    var copy = self
    swap(&copy.pageWidth, &copy.pageHeight)
    copy.textWidth = max(copy.pageWidth - margins.left - margins.right, 2_000)
    let orientation = copy.isLandscape ? " w:orient=\"landscape\"" : ""
    let size = "<w:pgSz w:w=\"\(copy.pageWidth)\" w:h=\"\(copy.pageHeight)\"\(orientation)/>"
    copy.xml = replacing("pgSz", with: size)
    return copy.xml == xml ? self : copy
  }

  /// The section as one that follows another of the report: neither a first page nor a new page count.
  var following: DocxSection {
    var copy = self
    copy.xml = copy.replacing("titlePg", with: "")
    copy.xml = copy.replacing("pgNumType", with: "")
    return copy
  }

  static func == (left: DocxSection, right: DocxSection) -> Bool { left.xml == right.xml }

  func hash(into hasher: inout Hasher) { hasher.combine(xml) }

  /// The properties with one childless element replaced; unchanged when it is not there.
  private func replacing(_ name: String, with element: String) -> String {
    let bytes = Array(xml.utf8)
    guard var scanner = try? XMLScanner(bytes, part: "") else { return xml }
    while let event = try? scanner.next(), event != .finished {
      guard event == .start, scanner.name == name else { continue }
      let start = scanner.eventStart
      guard (try? scanner.skipElement()) != nil else { return xml }
      let kept = bytes[..<start] + Array(element.utf8) + bytes[scanner.position...]
      return String(decoding: kept, as: UTF8.self)
    }
    return xml
  }
}
