import Analysis

/// What a reader sees in an exported report: its tables cell by cell and its paragraphs.
struct VisibleReport: Hashable, Sendable {
  /// The tables in order; the first row of each is its heading.
  var tables: [[[String]]] = []
  /// Paragraphs, list items and notes outside tables, in order.
  var paragraphs: [String] = []

  private var row: [String] = []
  private var cell = ""
  private var paragraph = ""
  private var tableDepth = 0

  /// The manifest found on the way; `nil` when there is none.
  private(set) var manifest: String?

  // MARK: - Pages

  /// Reads an HTML page; tags that do not matter here are passed over.
  init(html: String) {
    var rest = html[...]
    while let open = rest.firstIndex(of: "<") {
      take(Self.decoded(rest[..<open]))
      if rest[open...].hasPrefix("<!--"), let end = rest[open...].firstRange(of: "-->") {
        rest = rest[end.upperBound...]
        continue
      }
      guard let close = rest[open...].firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: close)...]
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
      if ["style", "svg", "pre", "sup", "template", "title", "nav", "footer", "script"].contains(name),
        !tag.hasPrefix("/")
      {
        let end = rest.firstRange(of: "</\(name)>") ?? rest.endIndex..<rest.endIndex
        if name == "template", tag.contains(HTMLPage.recordName) {
          manifest = Self.decoded(rest[..<end.lowerBound])
        }
        rest = rest[end.upperBound...]
        continue
      }
      tag.hasPrefix("/") ? leave(name) : enter(name)
    }
    closeParagraph()
  }

  private mutating func enter(_ name: String) {
    switch name {
    case "table": startTable()
    case "tr": row = []
    case "td", "th": cell = ""
    case "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "br": closeParagraph()
    default: break
    }
  }

  private mutating func leave(_ name: String) {
    switch name {
    case "table": tableDepth = max(0, tableDepth - 1)
    case "tr": closeRow()
    case "td", "th": row.append(Self.collapsed(cell))
    case "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption": closeParagraph()
    default: break
    }
  }

  private static func decoded(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    var result = ""
    var rest = text
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      guard let end = rest.prefix(10).firstIndex(of: ";") else {
        result += "&"
        rest = rest.dropFirst()
        continue
      }
      result += character(String(rest[rest.index(after: start)..<end])) ?? String(rest[start...end])
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func character(_ name: String) -> String? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "nbsp": return "\u{A0}"
    case "minus": return "−"
    case "ndash": return "–"
    default:
      guard name.hasPrefix("#") else { return nil }
      let digits = name.dropFirst()
      let number =
        digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return number.flatMap { Unicode.Scalar($0) }.map { String(Character($0)) }
    }
  }

  // MARK: - Word documents

  /// Reads a Word document.
  ///
  /// - Throws: A data problem when it is damaged.
  init(docx archive: ZipArchiveReader) throws(Problem) {
    manifest = try ReportManifest.read(archive)
    let template = try DocxTemplate(archive)
    guard let bytes = archive[template.main] else { return }
    var scanner = try XMLScanner(bytes, part: template.main)
    var isText = false
    reading: while true {
      switch try scanner.next() {
      case .finished: break reading
      case .text(let text): if isText { take(text) }
      case .start:
        switch scanner.name {
        case "tbl": startTable()
        case "tr": row = []
        case "tc": cell = ""
        case "t": isText = true
        case "tab", "br": take(" ")
        case "del": try scanner.skipElement()
        default: break
        }
      case .end:
        switch scanner.name {
        case "tbl": tableDepth = max(0, tableDepth - 1)
        case "tr": closeRow()
        case "tc": row.append(Self.collapsed(cell))
        case "t": isText = false
        case "p": if tableDepth == 0 { closeParagraph() } else { cell += " " }
        default: break
        }
      }
    }
    closeParagraph()
  }

  // MARK: - Collecting

  private mutating func take(_ text: String) {
    if tableDepth > 0 { cell += text } else { paragraph += text }
  }

  private mutating func startTable() {
    closeParagraph()
    if tableDepth == 0 { tables.append([]) }
    tableDepth += 1
  }

  private mutating func closeRow() {
    if tableDepth > 0, !tables.isEmpty { tables[tables.count - 1].append(row) }
    row = []
  }

  private mutating func closeParagraph() {
    guard tableDepth == 0 else { return }
    let text = Self.collapsed(paragraph)
    if !text.isEmpty { paragraphs.append(text) }
    paragraph = ""
  }

  private static func collapsed(_ text: String) -> String {
    text.split { $0.isWhitespace || $0 == "\u{A0}" }.joined(separator: " ")
  }
}
