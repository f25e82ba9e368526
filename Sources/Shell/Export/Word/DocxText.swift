import Analysis

/// Runs and paragraphs of WordprocessingML.
enum DocxText {
  /// A run of text; line breaks become breaks.
  ///
  /// - Parameters:
  ///   - text: The text as it is; it is escaped here.
  ///   - properties: Run properties as XML.
  static func run(_ text: String, _ properties: String = "") -> String {
    guard !text.isEmpty else { return "" }
    var xml = "<w:r>" + (properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>")
    for (index, line) in Sanitizer.html(text).split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      if index > 0 { xml += "<w:br/>" }
      if !line.isEmpty { xml += "<w:t xml:space=\"preserve\">\(line)</w:t>" }
    }
    return xml + "</w:r>"
  }

  /// The runs of prose; numbers stay on one line with their unit.
  static func runs(_ prose: Prose, _ properties: String = "") -> String {
    prose.spans.map { span in
      switch span {
      case .text(let text): run(text, properties)
      case .strong(let text): run(text, "<w:b/><w:bCs/>" + properties)
      case .code(let text):
        run(
          text,
          "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/><w:noProof/>"
            + properties)
      case .figure(let figure): run(figure.text, properties)
      }
    }.joined()
  }

  /// A paragraph in a style.
  ///
  /// - Parameters:
  ///   - content: Runs as XML.
  ///   - style: The identifier of the style, escaped.
  ///   - properties: Paragraph properties that follow the style, as XML in the schema's order.
  static func paragraph(_ content: String, style: String, _ properties: String = "") -> String {
    "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(properties)</w:pPr>\(content)</w:p>"
  }

  /// A caption with a number that Word keeps up to date.
  static func caption(_ label: String, number: Int, text: String, style: String, keepsNext: Bool) -> String {
    let field =
      "<w:fldSimple w:instr=\" SEQ \(label) \\* ARABIC \">" + run(String(number)) + "</w:fldSimple>"
    let rest = text.isEmpty ? "" : ". " + text
    return paragraph(
      run(label + "\u{A0}") + field + run(rest), style: style, keepsNext ? "<w:keepNext/>" : "")
  }
}
