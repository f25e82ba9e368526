import Analysis

/// The small fixed parts of a DOCX file.
enum DocxParts {
  /// Settings: current Word, Indonesian, decimal comma.
  static let settings =
    DocxNames.declaration + "<w:settings xmlns:w=\"\(DocxNames.main)\"><w:zoom w:percent=\"100\"/>"
    + "<w:defaultTabStop w:val=\"720\"/><w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat>"
    + "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>"
    + "</w:compat><w:themeFontLang w:val=\"id-ID\"/><w:decimalSymbol w:val=\",\"/><w:listSeparator w:val=\";\"/>"
    + "</w:settings>"

  /// One bulleted list.
  static let numbering =
    DocxNames.declaration + "<w:numbering xmlns:w=\"\(DocxNames.main)\"><w:abstractNum w:abstractNumId=\"0\">"
    + "<w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/>"
    + "<w:pStyle w:val=\"ListBullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/><w:pPr>"
    + "<w:ind w:left=\"397\" w:hanging=\"397\"/></w:pPr></w:lvl></w:abstractNum>"
    + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"

  /// A footer with the page number.
  static func footer(style: String) -> String {
    DocxNames.declaration + "<w:ftr xmlns:w=\"\(DocxNames.main)\">"
      + DocxText.paragraph(
        "<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple>", style: style)
      + "</w:ftr>"
  }

  /// The document's properties: title and language, nothing else.
  static func properties(title: String) -> String {
    DocxNames.declaration
      + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
      + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"
      + Sanitizer.html(Sanitizer.inline(title))
      + "</dc:title><dc:language>id-ID</dc:language></cp:coreProperties>"
  }

  /// A4 upright without header or footer, for a template that says nothing.
  static let plainSection =
    "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1417\" w:right=\"1417\" w:bottom=\"1417\""
    + " w:left=\"1701\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/></w:sectPr>"

  /// Settings without the link to the template's own template, which could be an address.
  static func withoutAttachedTemplate(_ bytes: [UInt8], part: String) throws(Problem) -> [UInt8] {
    var scanner = try XMLScanner(bytes, part: part)
    while true {
      switch try scanner.next() {
      case .finished: return bytes
      case .start where scanner.name == "attachedTemplate":
        let start = scanner.eventStart
        try scanner.skipElement()
        return Array(bytes[..<start] + bytes[scanner.position...])
      default: break
      }
    }
  }
}
