import Analysis

/// The style sheet of a report: ours, or a template's with what it lacks added.
struct DocxStyleSheet {
  /// The identifier under which each style is used.
  let identifiers: [DocxStyle: String]
  /// The part `styles.xml`.
  let xml: [UInt8]
  /// Whether list items get their bullet from the style; otherwise the text carries it.
  let listIsNumbered: Bool

  /// Our own style sheet.
  init() {
    identifiers = Dictionary(uniqueKeysWithValues: DocxStyle.allCases.map { ($0, $0.identifier) })
    let styles = DocxStyle.allCases.map { $0.definition(identifier: $0.identifier, base: "Normal") }
    let defaults =
      "<w:docDefaults><w:rPrDefault><w:rPr>"
      + "<w:rFonts w:ascii=\"Arial\" w:eastAsia=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/>"
      + "<w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"id-ID\" w:eastAsia=\"en-US\" w:bidi=\"ar-SA\"/>"
      + "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
      + "<w:spacing w:after=\"140\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
    xml = Array(
      (DocxNames.declaration + "<w:styles xmlns:w=\"\(DocxNames.main)\">" + defaults + styles.joined()
        + "</w:styles>").utf8)
    listIsNumbered = true
  }

  /// A template's style sheet; a style that it has under none of the known names is added in our form.
  ///
  /// - Throws: A `Problem` when the part is not well formed.
  init(template bytes: [UInt8], part: String) throws(Problem) {
    var known: [String: String] = [:]
    var taken: Set<String> = []
    var base: String?
    var end = bytes.count
    var scanner = try XMLScanner(bytes, part: part)
    var kind = ""
    var identifier = ""
    var isDefault = false
    reading: while true {
      switch try scanner.next() {
      case .finished: break reading
      case .start where scanner.name == "style":
        kind = scanner.attribute("type") ?? "paragraph"
        identifier = scanner.attribute("styleId") ?? ""
        isDefault = ["1", "true", "on"].contains(scanner.attribute("default") ?? "")
        taken.insert(identifier.lowercased())
        if isDefault, kind == "paragraph" { base = identifier }
      case .start where scanner.name == "name" && scanner.depth == 3:
        known[kind + "/" + (scanner.attribute("val") ?? "").lowercased()] = identifier
      case .end where scanner.depth == 0: end = scanner.eventStart
      default: break
      }
    }
    var identifiers: [DocxStyle: String] = [:]
    var added = ""
    for style in DocxStyle.allCases {
      let prefix = style.isTable ? "table/" : "paragraph/"
      let found = style.names.lazy.compactMap { known[prefix + $0.lowercased()] }.first
      if let found = found ?? (style == .normal ? base : nil) {
        identifiers[style] = found
        continue
      }
      var own = style.identifier
      while taken.contains(own.lowercased()) { own = "Telaah" + own }
      taken.insert(own.lowercased())
      identifiers[style] = own
      added += style.definition(
        identifier: Sanitizer.html(own), base: Sanitizer.html(base ?? identifiers[.normal] ?? "Normal"),
        hasNumbering: false)
    }
    listIsNumbered = known["paragraph/list bullet"] != nil
    self.identifiers = identifiers
    xml = Array(bytes[..<end]) + Array(added.utf8) + Array(bytes[end...])
  }

  /// The identifier of a style, ready for an attribute.
  subscript(style: DocxStyle) -> String { Sanitizer.html(identifiers[style] ?? style.identifier) }
}
