import Analysis

/// Turns documents into HTML one after another, numbering tables, figures and headings through all of them.
struct HTMLWriter {
  /// A heading for the table of contents.
  struct Heading: Hashable, Sendable {
    /// The name that links point to.
    var id: String
    /// The text, not escaped.
    var text: String
    /// 1 is the highest.
    var level: Int
  }

  /// What was written so far.
  private(set) var body = ""
  /// The headings so far.
  private(set) var headings: [Heading] = []

  private var numbers = CaptionNumbers()

  /// Makes a writer at the start of a page.
  init() {}

  /// Writes a document.
  mutating func write(_ document: Document) {
    for block in document.blocks { write(block) }
  }

  /// Writes the commands that the following blocks answer.
  mutating func write(commands: String) {
    body += "<pre class=\"perintah\"><code>\(Sanitizer.html(commands))</code></pre>\n"
  }

  /// Writes a block.
  mutating func write(_ block: Block) {
    switch block {
    case .heading(let prose, let level): writeHeading(prose, level: min(6, max(1, level)))
    case .paragraph(let prose): body += "<p>\(Self.html(prose))</p>\n"
    case .list(let items):
      body += "<ul>\n" + items.map { "<li>\(Self.html($0))</li>\n" }.joined() + "</ul>\n"
    case .table(let table):
      body += HTMLTable(table: table, caption: numbers.table(table.caption), number: numbers.tables).html
    case .chart(let chart): writeChart(chart)
    case .note(let prose, let tone):
      body +=
        "<p class=\"catatan \(tone.cssClass)\"><strong>\(tone.label):</strong> \(Self.html(prose))</p>\n"
    case .verbatim(let text): body += "<pre>\(Sanitizer.html(text))</pre>\n"
    case .placeholder(let text): body += "<p class=\"isian\">[isi: \(Sanitizer.html(text))]</p>\n"
    }
  }

  private mutating func writeHeading(_ prose: Prose, level: Int) {
    let id = "bagian-\(headings.count + 1)"
    headings.append(Heading(id: id, text: Sanitizer.inline(prose.plain), level: level))
    let element = "h\(min(6, level + 1))"
    body += "<\(element) id=\"\(id)\">\(Self.html(prose))</\(element)>\n"
  }

  private mutating func writeChart(_ chart: Chart) {
    let caption = numbers.figure(chart.title)
    let id = "gambar-\(numbers.figures)"
    body += "<figure class=\"gambar\" id=\"\(id)\">\n<div class=\"gulir\">\n"
    body += SVGChart(chart: chart, id: id + "-svg", showsTitle: false, isStandalone: false).text
    body += "</div>\n<figcaption>\(Sanitizer.html(caption))</figcaption>\n</figure>\n"
  }

  /// Prose as HTML; a figure tells its origin as a tooltip, a missing one its reason.
  static func html(_ prose: Prose) -> String {
    prose.spans.map { span in
      switch span {
      case .text(let text): Sanitizer.html(text)
      case .strong(let text): "<strong>\(Sanitizer.html(text))</strong>"
      case .code(let text): "<code>\(Sanitizer.html(text))</code>"
      case .figure(let figure):
        "<span class=\"angka\"\(title(of: figure))>\(Sanitizer.html(figure.text))</span>"
          + (figure.value == nil && !figure.reason.isEmpty ? " (\(Sanitizer.html(figure.reason)))" : "")
      }
    }.joined()
  }

  /// The `title` attribute that tells where a figure came from or why it is missing.
  static func title(of figure: Figure) -> String {
    let text = figure.value == nil ? figure.reason : figure.origin?.text ?? ""
    return text.isEmpty ? "" : " title=\"\(Sanitizer.html(Sanitizer.inline(text)))\""
  }
}

extension Block.Tone {
  fileprivate var cssClass: String {
    switch self {
    case .plain: "biasa"
    case .warning: "perhatian"
    case .error: "salah"
    case .success: "beres"
    }
  }
}
